import { expect, test } from "vitest";
import { amountTyped, decimal, digits, printed, telling } from "../../www/src/amounts.ts";

// What people write, and what the engine reads. What is no amount stays as it was typed, for the engine to refuse.
test.each([
  ["1 234,56 €", "1234.56"],
  ["1 200", "1200"],
  ["1\u202f200 euros", "1200"],
  ["1200 Euros", "1200"],
  ["29€90", "29.90"],
  ["29 € 90", "29.90"],
  ["12,", "12"],
  ["-3,5", "-3.5"],
  ["29€9", "29€9"],
  ["euros", "euros"],
  ["1e3", "1e3"],
  ["12 euros par mois", "12 euros par mois"],
])("%s is read as %s", (typed, read) => {
  expect(decimal(typed)).toBe(read);
});

test.each([
  ["600", "600"],
  ["600 à 900 €", { from: "600", to: "900" }],
  ["entre 1 200 et 1 400,50 euros", { from: "1200", to: "1400.50" }],
  ["from 600 to 900", { from: "600", to: "900" }],
  ["600-900", { from: "600", to: "900" }],
  ["600–", "600–"],
  ["-5", "-5"],
  ["1 à 2 à 3", "1 à 2 à 3"],
])("%s is one amount or two ends", (typed, read) => {
  expect(amountTyped(typed)).toEqual(read);
});

test("a number is in digits, with two decimals at most", () => {
  expect(digits("29€90")).toBe(29.9);
  expect(digits("1.200")).toBeNaN();
  expect(digits("1e3")).toBeNaN();
  expect(digits("")).toBeNaN();
});

// The examples of `explain::telling`, whose rule this is.
test.each([
  ["0", "50000", [undefined, undefined]],
  ["680", "6208", ["680", undefined]],
  ["0", "12", [undefined, "12"]],
  ["250", "1000.01", ["250", undefined]],
  ["-1000", "0", ["-1000", "0"]],
  ["-1000.01", "0", [undefined, "0"]],
  ["0", "0", ["0", "0"]],
])("of %s to %s, %s are told", (low, high, told) => {
  expect(telling(low, high)).toEqual(told);
});

test("print has its own apostrophe, and spaces that do not break", () => {
  expect(printed(["l'aide « sociale » : 5 %", { amount: 3 }])).toEqual([
    "l’aide «\u00a0sociale\u00a0»\u00a0: 5\u00a0%",
    { amount: 3 },
  ]);
});
