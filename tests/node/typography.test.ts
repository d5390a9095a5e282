import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// French puts a space that cannot break before : ; ? ! % € » and after «. What is typed in the sources is looked at here, and
// what the build writes from the regimes.
const WORDS = ["www/src/strings", "www/src/lab", "www/src/widget"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /(fr|words)\.ts$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const BREAKS = / [:;?!%€»](?!\S)|« /;

/** What stands in quotes, without what is computed inside. */
const quoted = (text: string) =>
  text
    .split("\n")
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .join("\n")
    .match(/"(?:[^"\\\n]|\\.)*"|`[^`]*`/g) ?? [];

test.each(WORDS)("no mark of %s can begin a line", (name) => {
  const texts = quoted(readFileSync(name, "utf8")).map((text) => text.slice(1, -1).replace(/\$\{[^{}]*\}/g, "x"));
  expect(texts.filter((text) => BREAKS.test(text))).toEqual([]);
});

test("no mark of the regimes can begin a line", () => {
  const catalogue = readFileSync("www/pkg/catalogue.fr.json", "utf8");
  const texts = catalogue.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.map((text) => text.slice(1, -1)).filter((text) => BREAKS.test(text))).toEqual([]);
});
