import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { home, knowsHome } from "./address.ts";
import { lonePolicy } from "./headers.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/**
 * Writes `404.html`, which hosts send at any address that is not there, however deep: nothing in it depends on where it is.
 * It holds the style of the site and its icon; it leads to the site's folder if the build knows it, or looks for it.
 */
export function missing(): Plugin {
  return {
    name: "missing",
    apply: "build",
    // after Vite took its own marks off the style
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const style = Object.values(bundle).find(({ fileName }) => /^assets\/style-.*\.css$/.test(fileName));
        if (style?.type !== "asset") throw new Error("the style of the site is not in the build");
        const parts: Record<string, string> = {
          HOME: knowsHome() ? home() : "./",
          ICON: `data:image/svg+xml,${encodeURIComponent(read("public/icon.svg"))}`,
          "<style>": `<style>${style.source}`,
        };
        const page = read("404.html").replace(/HOME|ICON|<style>/g, (name) => parts[name] ?? name);
        const source = knowsHome() ? page.replace(/\s*<script>.*<\/script>/s, "") : page;
        const hashes = (tag: string) =>
          [...source.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))]
            .map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)
            .join(" ");
        const policy = lonePolicy(hashes("style"), hashes("script"));
        this.emitFile({ type: "asset", fileName: "404.html", source: source.replace("POLICY", policy) });
      },
    },
  };
}
