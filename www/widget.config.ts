import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const { version } = JSON.parse(readFileSync(new URL("../pkg/package.json", import.meta.url), "utf8"));

/** The widget: one classic script with everything in it, in a folder of its version that never changes again. */
export default defineConfig({
  build: {
    target: "es2022",
    outDir: `dist/widget/${version}`,
    copyPublicDir: false,
    lib: { entry: "src/widget/element.tsx", formats: ["iife"], name: "_", fileName: () => "tarif-social.js" },
  },
});
