import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// French puts a space that cannot break before : ; ? ! % € » and after «. What is typed in the sources is looked at here, and
// what the build writes from the regimes.
const WORDS = readdirSync("www/src", { recursive: true, encoding: "utf8" }).filter((name) =>
  /(\.fr|[-/]words)\.ts$/.test(name),
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
  // Where both languages stand in one file, English follows.
  const [french = ""] = readFileSync(`www/src/${name}`, "utf8").split(/^const en\b/m);
  const texts = quoted(french).map((text) => text.slice(1, -1).replace(/\$\{[^{}]*\}/g, "x"));
  expect(texts).not.toEqual([]);
  expect(texts.filter((text) => BREAKS.test(text))).toEqual([]);
});

test("no mark of the regimes can begin a line", () => {
  const catalogue = readFileSync("www/pkg/catalogue.fr.json", "utf8");
  const texts = catalogue.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.map((text) => text.slice(1, -1)).filter((text) => BREAKS.test(text))).toEqual([]);
});
