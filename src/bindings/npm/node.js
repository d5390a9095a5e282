// In Node the engine is a file beside this one, which `fetch` does not read.
import { readFile } from "node:fs/promises";
import load from "./tarif_social.js";

export * from "./tarif_social.js";

/** @param {Parameters<typeof load>[0]} given */
export default (given) => load(given ?? { module_or_path: readFile(new URL("tarif_social_bg.wasm", import.meta.url)) });
