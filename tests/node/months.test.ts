import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { first, months } from "../../www/pkg/rules.ts";
import { monthAfter } from "../../www/src/amounts.ts";
import { FIRST_MONTH, LAST_MONTH } from "../../www/src/session.ts";

test("the page and the widget cover the same months", () => {
  expect(FIRST_MONTH).toBe(first);
  expect(LAST_MONTH).toBe(monthAfter(first, months - 1));
});

// The sentences that say which months are covered.
test.each([
  ["strings/flow.fr.ts", "fr", 2],
  ["strings/flow.en.ts", "en", 2],
])("%s names the first and the last month that are covered", (file, language, times) => {
  const words = readFileSync(`www/src/${file}`, "utf8").toLowerCase();
  for (const month of [FIRST_MONTH, LAST_MONTH]) {
    const name = new Date(`${month}-02`).toLocaleDateString(language, { month: "long", year: "numeric" }).toLowerCase();
    expect(words.split(name).length - 1, name).toBeGreaterThanOrEqual(times);
  }
});

test("those of the widget's own page are numbers", () => {
  const [french = "", english = ""] = readFileSync("www/src/embed/embed-words.ts", "utf8").split("const en");
  expect(french).toContain(`de ${FIRST_MONTH} à ${LAST_MONTH}`);
  expect(english).toContain(`from ${FIRST_MONTH} to ${LAST_MONTH}`);
});
