import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { expect, test } from "vitest";

const dist = new URL("../../www/dist/", import.meta.url);
const built = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.[a-z]\w*$/.test(name));
const text = (name: string) => readFileSync(new URL(name, dist), "utf8");

/** Bytes that a server sends for a file, compressed once and as well as brotli can. */
function sent(name: string): number {
  const bytes = readFileSync(new URL(name, dist));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Built files whose name stands in the text of `name`. */
const named = (name: string) =>
  built.filter((other) => other !== name && text(name).includes(other.slice(other.lastIndexOf("/") + 1)));

/** `page` and what its HTML names: nothing more is needed to show the first question. */
const first = (page: string) => [page, ...named(page).filter((name) => /\.(js|css)$/.test(name))];

/** What the service worker keeps from the first visit on: all that a visit in French can load. */
const everything = ["sw.js", ...named("sw.js")];

/** What "Comparer" asks for that the page for one household does not have yet: not the editor, fetched when it is opened. */
const shared = everything.filter((name) => name !== "compare.html");
const added = [...first("compare.html"), ...built.filter((name) => /lab-worker/.test(name))].filter(
  (name) => !shared.includes(name),
);

/** The words and sources that answers point at, in one language. */
const catalogue = built.filter((name) => name.includes("catalogue.fr"));

// "Everything" is a ratchet: it stands where the build is and comes down, towards 150,000, unless the law asks for more.
test.each([
  ["index.html until the first question", first("index.html"), 25_000],
  ["everything, in French", everything, 208_100],
  ["what compare.html adds to that, its engine left out", added, 23_600],
  // Of which 32,000 to read a file: its columns in words, and the rules once more, with what is not known; 6,000 for the
  // intervals of thresholds, 2,000 to count without a branch for each group.
  ["the engine of compare.html", built.filter((name) => name.includes("tarif_social_lab")), 218_200],
  ["the widget, in one file", built.filter((name) => name.startsWith("widget/")), 20_000],
  ["method.html in one language", [...first("method.html"), ...catalogue], 60_000],
])(
  "%s",
  (label, names, budget) => {
    expect(names).not.toEqual([]);
    const sizes = names.map((name) => ({ file: name, brotli: sent(name) }));
    const total = sizes.reduce((sum, { brotli }) => sum + brotli, 0);
    console.table(sizes);
    console.log(`${label}: ${total} bytes in brotli, at most ${budget}`);
    expect(total).toBeLessThanOrEqual(budget);
  },
  60_000,
); // compressing as well as brotli can takes seconds

test("the budgets count the worker, the engine and the catalogue", () => {
  expect(catalogue).toHaveLength(1);
  // eight characters of content, which may hold a hyphen, stand before the extension
  const names = everything.map((name) => name.replace(/.*\/|-[\w-]{8}\.\w+$/g, ""));
  expect(names).toEqual(expect.arrayContaining(["worker", "tarif_social_bg", "catalogue.fr", "sw.js"]));
});
