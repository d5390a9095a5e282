// Writes what the page knows of the values and regimes before it asks the engine: the engine that it downloads does not
// carry them in lists, and the npm package does. Run by make.
import { readFileSync, writeFileSync } from "node:fs";
import { catalogue, initSync, regimes } from "../pkg/tarif_social.js";

const write = (name, content) => writeFileSync(`www/pkg/${name}.json`, JSON.stringify(content));

initSync({ module: readFileSync("pkg/tarif_social_bg.wasm") });
for (const language of ["fr", "en"]) {
  write(`catalogue.${language}`, catalogue(language));
}
// the regimes that began one day, to choose those of a month
const dated = regimes("fr").filter(({ variant_of, from }) => !variant_of && from);
write(
  "periods",
  dated.map(({ id, status, from, until }) => ({ id, status, from, until })),
);
