import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests that run in Node: the packed engine, the sizes, and the parts of the page that need no browser. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/node/**/*.test.ts", "tests/size/**/*.test.ts", "www/src/**/*.test.ts"],
    reporters: ["default", "json"],
    outputFile: { json: ".tools/reports/node.json" },
  },
});
