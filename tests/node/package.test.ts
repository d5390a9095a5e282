import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { check, initSync, type Language, parameters, regimes, ruleset } from "../../pkg/tarif_social.js";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));

test("the packed engine loads in Node and says its version", () => {
  initSync({ module: file("pkg/tarif_social_bg.wasm") });
  expect(ruleset().version).toBe(JSON.parse(file("pkg/package.json").toString()).version);
});

test.each(["pkg", "www/pkg"])("no path of the machine that built it is in %s", (folder) => {
  const bytes = file(`${folder}/tarif_social_bg.wasm`).toString("latin1");
  expect(bytes).not.toContain(fileURLToPath(new URL("../..", import.meta.url)));
  expect(bytes).not.toMatch(/\/(root|home|Users)\//);
});

test("a field that throws when it is read leaves the engine whole, however often", () => {
  initSync({ module: file("pkg/tarif_social_bg.wasm") });
  const thrower = {
    get age() {
      throw new Error("mine");
    },
  };
  const sound = { schema_version: 1, month: "2026-11", household: { persons: [{ role: "applicant" }] } };
  const before = JSON.stringify(check(sound as never));
  for (let times = 0; times < 3000; times++) {
    for (const request of [thrower, { household: { persons: [thrower] } }]) {
      expect(check(request as never)).toMatchObject({ outcome: "failure", problems: [{ code: "unreadable" }] });
    }
  }
  expect(JSON.stringify(check(sound as never))).toBe(before);
});

test("what a request is not made of is refused in its place, and nothing is thrown", () => {
  initSync({ module: file("pkg/tarif_social_bg.wasm") });
  const endless: Record<string, unknown> = {};
  endless.household = endless;
  const asked = (internet: unknown) =>
    check({
      schema_version: 1,
      month: "2026-11",
      language: "en",
      household: { persons: [{ role: "applicant" }], internet },
    } as never);
  const fields = (answer: unknown) =>
    (answer as { problems?: { field: string }[] }).problems?.map(({ field }) => field);
  expect(fields(asked({ price: 30n }))).toEqual(["household.internet.price"]);
  expect(fields(asked({ price: () => 30 }))).toEqual(["household.internet.price"]);
  expect(fields(asked({ price: "thirty" }))).toEqual(["household.internet.price"]);
  expect(fields(asked({ price: Number.NaN }))).toEqual(["household.internet.price"]);
  expect(fields(asked({ price: 1 / 0 }))).toEqual(["household.internet.price"]);
  expect(fields(check(endless as never))).toEqual([""]);
  // Refused before it is read: this takes no time.
  const crowd = Array(1_000_000).fill({ role: "child" });
  expect(fields(check({ schema_version: 1, month: "2026-11", household: { persons: crowd } } as never))).toEqual([""]);
  expect(fields(check(undefined as never))).toBeDefined();
  // a Map is read like an object
  expect(asked(new Map([["price", "30"]]))).toEqual(asked({ price: "30" }));
});

test("a language nobody speaks is refused by an error that holds its problem", () => {
  initSync({ module: file("pkg/tarif_social_bg.wasm") });
  for (const list of [parameters, regimes]) {
    expect(list()).toEqual(list("fr"));
    expect(list("en")).not.toEqual(list("fr"));
    const refusal = expect.objectContaining({ name: "Refusal", problems: [expect.objectContaining({ value: "de" })] });
    expect(() => list("de" as Language)).toThrow(refusal);
    expect(() => list("de" as Language)).toThrow(Error);
  }
});

test("no type is declared twice: TypeScript would silently make one of the two", () => {
  const types = file("pkg/tarif_social.d.ts").toString();
  const names = [...types.matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
