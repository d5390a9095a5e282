// Writes what the page knows of the values and regimes before it asks the engine: the engine that it downloads does not
// carry them, and the npm package does. Run by make.
import { readFileSync, writeFileSync } from "node:fs";
import { catalogue, initSync, regimes } from "../pkg/tarif_social.js";

/** As print has it, but addresses: see `printed` in `www/src/amounts.ts`. */
const printed = (_, value) =>
  typeof value === "string" && !value.startsWith("http")
    ? value.replaceAll("'", "’").replace(/ (?=[:;?!%€»](?!\S))|(?<=«) /g, "\u00a0")
    : value;
const write = (name, content) => writeFileSync(`www/pkg/${name}.json`, JSON.stringify(content, printed));

/** The dated values by columns, a third of their size: `www/src/catalogue.ts` puts them together again. */
function packed(values) {
  const [parameters, sources] = [new Map(), new Map()];
  const place = (map, key, item) => {
    if (!map.has(key)) map.set(key, { at: map.size, item });
    return map.get(key).at;
  };
  const rows = values.map(({ id, label, article, unit, from, value, published, checked, source }) => [
    place(parameters, id, [id, label, article, unit]),
    from,
    value,
    published,
    checked,
    source.confidence,
    place(sources, `${source.title} ${source.url}`, [source.title, source.url]),
  ]);
  const items = (map) => [...map.values()].map(({ item }) => item);
  return {
    parameters: items(parameters),
    sources: items(sources),
    columns: [0, 1, 2, 3, 4, 5, 6].map((at) => rows.map((row) => row[at])),
  };
}

initSync({ module: readFileSync("pkg/tarif_social_bg.wasm") });
for (const language of ["fr", "en"]) {
  const { values, months, benefits, ...rest } = catalogue(language);
  write("months", months);
  // those that may not be received everywhere at any time
  const bounded = benefits.filter(
    ({ periods }) => periods.length < 3 || periods.some(({ from, until }) => from || until),
  );
  write("benefits", Object.fromEntries(bounded.map(({ id, periods }) => [id, periods])));
  write(`catalogue.${language}`, { ...rest, values: packed(values) });
}
// the regimes that began one day, and the variants that began another, to choose those of a month
const all = regimes("fr");
const base = (id) => all.find((regime) => regime.id === id);
const dated = all.filter(({ variant_of, from }) => from && from !== base(variant_of)?.from);
write(
  "periods",
  dated.map(({ id, status, from, until }) => ({ id, status, from, until })),
);
