import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { framePolicy } from "./headers.ts";

const { version } = JSON.parse(readFileSync(new URL("../pkg/package.json", import.meta.url), "utf8"));
const at = (path: string) => new URL(path, import.meta.url);

const read = () => readFileSync(at("pkg/widget/tarif-social.js"));
const hash = (kind: string, encoding: "base64" | "hex") => createHash(kind).update(read()).digest(encoding);

/** Where the widget stands in the built site: in a folder of its own content, since hosts keep it for ever. */
const address = () => `widget/${version}-${hash("sha256", "hex").slice(0, 8)}/tarif-social.js`;

/**
 * Puts the widget, which is built before the pages, in the site; tells the page "Intégrer" its address and its hash; and
 * writes the page that hosts put in a frame. That page has no module: a frame without an origin may not load one.
 */
export function widget(): Plugin {
  return {
    name: "widget",
    apply: "build",
    config: () => ({
      define: { WIDGET: JSON.stringify({ address: address(), sri: `sha384-${hash("sha384", "base64")}` }) },
    }),
    generateBundle() {
      const put = (fileName: string, source: string | Uint8Array) => this.emitFile({ type: "asset", fileName, source });
      put(address(), read());
      const frame = readFileSync(at("frame.html"), "utf8");
      put("frame.html", frame.replace("POLICY", framePolicy).replace("WIDGET", address()));
    },
    transformIndexHtml: (_, { path }) =>
      path === "/embed.html"
        ? [{ tag: "script", attrs: { src: `./${address()}`, defer: true }, injectTo: "head" }]
        : [],
  };
}
