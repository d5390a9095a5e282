import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { framePolicy } from "./headers.ts";

const { version } = JSON.parse(readFileSync(new URL("../pkg/package.json", import.meta.url), "utf8"));
const at = (path: string) => new URL(path, import.meta.url);

/** Where the widget stands in the built site. */
export const WIDGET = `widget/${version}/tarif-social.js`;

/**
 * Puts the widget, which is built before the pages, in the site; tells the page "Intégrer" its address and its hash; and
 * writes the page that hosts put in a frame. That page has no module: a frame without an origin may not load one.
 */
export function widget(): Plugin {
  const read = () => readFileSync(at("pkg/widget/tarif-social.js"));
  return {
    name: "widget",
    apply: "build",
    config: () => {
      const sri = `sha384-${createHash("sha384").update(read()).digest("base64")}`;
      return { define: { WIDGET: JSON.stringify({ address: WIDGET, sri }) } };
    },
    generateBundle() {
      const put = (fileName: string, source: string | Uint8Array) => this.emitFile({ type: "asset", fileName, source });
      put(WIDGET, read());
      const frame = readFileSync(at("frame.html"), "utf8");
      put("frame.html", frame.replace("POLICY", framePolicy).replace("WIDGET", WIDGET));
    },
    transformIndexHtml: (_, { path }) =>
      path === "/embed.html" ? [{ tag: "script", attrs: { src: `./${WIDGET}`, defer: true }, injectTo: "head" }] : [],
  };
}
