import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CheckRequest, check, initSync, ruleset } from "../../pkg/tarif_social.js";
import { native, vectors } from "../conformance/vectors.ts";

initSync({ module: readFileSync(new URL("../../pkg/tarif_social_bg.wasm", import.meta.url)) });

test.each(vectors(ruleset().hash))("$name has the committed answer from the package", ({ request, answer }) => {
  expect(JSON.stringify(check(request))).toBe(answer);
});

// with its month, because the command line gives the current one to a request without
const person = (fields: object) => ({ month: "2014-11", household: { persons: [fields] } });

const refused = [
  null,
  "request",
  [],
  { month: null },
  { schema_version: 2, month: 201411, houshold: {} },
  {
    schema_version: 1,
    month: "2014-11",
    language: "en",
    household: { colour: "red", family: null, housing: { rent: 3 } },
  },
  person({ role: "boss", age: 30.5, incomes: { wage: "3", net_wage: { amount: "3", till: "2014-10" } } }),
  ...[-0, 0.1 + 0.2, 12.345, 1e-7, 2 ** 53 + 2, 1e30, true, ["3"]].map((amount) =>
    person({ age: amount, incomes: { rents: amount } }),
  ),
  { month: "2014-11", own_regimes: [{ id: "X", criteria: { all: [{ right: "rsa", fact: "x" }, { always: 1 }] } }] },
];
const refusals = native(refused).map((answer, place) => ({ request: refused[place], answer }));

test.each(refusals)("$request is refused by the package as by the native program", ({ request, answer }) => {
  expect(answer).toMatch(/^\{"outcome":"failure"/);
  expect(JSON.stringify(check(request as CheckRequest))).toBe(answer);
});

test("what is `undefined` is left out, and an object that holds itself is refused", () => {
  const request = { schema_version: 1, month: "2014-11", household: { persons: [], family: undefined } };
  expect(JSON.stringify(check(request as unknown as CheckRequest))).toBe(native([request])[0]);
  const endless: Record<string, unknown> = {};
  endless.household = endless;
  expect(check(endless as unknown as CheckRequest)).toMatchObject({
    outcome: "failure",
    problems: [{ code: "unreadable" }],
  });
});
