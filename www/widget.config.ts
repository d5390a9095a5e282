import { defineConfig } from "vite";

/** The widget: one classic script with everything in it. The build of the pages puts it in a folder of its version. */
export default defineConfig({
  build: {
    target: "es2022",
    minify: "terser", // two hundred bytes less than the usual one
    terserOptions: { compress: { passes: 3 } },
    cssMinify: "esbuild",
    outDir: "pkg/widget",
    copyPublicDir: false,
    lib: { entry: "src/widget/element.tsx", formats: ["iife"], name: "_", fileName: () => "tarif-social.js" },
  },
});
