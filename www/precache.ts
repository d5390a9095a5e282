import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Writes `sw.js` last: the hand-written service worker, told the name of every built file and a hash of them all. */
export function serviceWorker(): Plugin {
  let out = "";
  let source = "";
  return {
    name: "service-worker",
    apply: "build",
    applyToEnvironment: (environment) => environment.name === "client",
    configResolved(config) {
      out = join(config.root, config.build.outDir);
      source = join(config.root, "sw.js");
    },
    closeBundle() {
      const files = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== "sw.js")
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const hash = createHash("sha256");
      for (const file of files) hash.update(file.slice(out.length)).update(readFileSync(file));
      const names = files.map((file) => `.${file.slice(out.length).replaceAll("\\", "/")}`);
      const constants = `const BUILD = "${hash.digest("hex").slice(0, 16)}", FILES = ${JSON.stringify(names)};\n`;
      writeFileSync(join(out, "sw.js"), constants + readFileSync(source, "utf8"));
    },
  };
}
