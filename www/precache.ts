import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Files of the pages that most visits do not open, and of the other language. */
const LATER = /^(catalogue\.en|compare-|embed|en-|frame\.|lab-worker-|method\.en-|papier|tarif_social_lab_)/;

/** What is not for the page: hosts, search engines and those who show links read it. */
const NEVER = /^(\.htaccess|404\.html|_headers|card\.png|nginx\.conf|robots\.txt|sitemap\.xml|sw\.js)$/;

/**
 * Writes `sw.js` last: the hand-written service worker, told a hash of every built file and the names of those that a
 * first visit keeps. The engine of "Comparer" weighs as much as the rest, and is kept only by those who open it; so is
 * English.
 */
export function serviceWorker(): Plugin {
  let out = "";
  let source = "";
  return {
    name: "service-worker",
    apply: "build",
    applyToEnvironment: (environment) => environment.name === "client",
    configResolved(config) {
      out = resolve(config.root, config.build.outDir);
      source = join(config.root, "sw.js");
    },
    closeBundle() {
      const files = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !NEVER.test(entry.name) && !LATER.test(entry.name))
        .filter((entry) => !entry.parentPath.includes("widget"))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const hash = createHash("sha256");
      for (const file of files) hash.update(file.slice(out.length)).update(readFileSync(file));
      const names = files.map((file) => `.${file.slice(out.length).replaceAll("\\", "/")}`);
      const constants = `const BUILD = "${hash.digest("hex").slice(0, 16)}", FILES = ${JSON.stringify(names)};\n`;
      const code = readFileSync(source, "utf8").replace(/^ *\/[/*].*\n/gm, ""); // every visit reads it: no comments
      writeFileSync(join(out, "sw.js"), constants + code);
    },
  };
}
