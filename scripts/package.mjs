// Completes the npm package that wasm-pack built: a README of its own, and which file each environment begins with. Run by
// scripts/wasm.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

for (const name of ["README.md", "node.js"]) copyFileSync(`src/bindings/npm/${name}`, `pkg/${name}`);

// wasm-bindgen writes `Symbol.dispose`, which TypeScript knows only from this library on.
const types = "pkg/tarif_social.d.ts";
writeFileSync(types, `/// <reference lib="esnext.disposable" />\n${readFileSync(types, "utf8")}`);

const built = JSON.parse(readFileSync("pkg/package.json", "utf8"));
const complete = {
  ...built,
  files: [...built.files, "LICENSE-APACHE", "LICENSE-MIT", "node.js"],
  exports: {
    ".": { types: `./${built.types}`, node: "./node.js", default: `./${built.main}` },
    "./tarif_social_bg.wasm": "./tarif_social_bg.wasm",
    "./package.json": "./package.json",
  },
  sideEffects: false,
  engines: { node: ">=20" },
};
writeFileSync("pkg/package.json", `${JSON.stringify(complete, null, 2)}\n`);
