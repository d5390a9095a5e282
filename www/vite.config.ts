import { defineConfig, type Plugin } from "vite";
import { addressed, PAGES } from "./address.ts";
import { headers, pagePolicy } from "./headers.ts";
import { missing } from "./missing.ts";
import { paper } from "./paper.ts";
import { serviceWorker } from "./precache.ts";
import { widget } from "./widget.ts";

/** Only in the built page: the development server needs inline styles and a socket. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: pagePolicy }, injectTo: "head-prepend" },
  ],
};

export default defineConfig({
  base: "./", // works in any folder of any host
  appType: "mpa", // an address that is not there is not the first page
  plugins: [contentSecurityPolicy, addressed(), paper(), widget(), missing(), headers(), serviceWorker()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // a data: address would be refused by the policy
    modulePreload: { polyfill: false },
    rolldownOptions: { input: PAGES.map((page) => `www/${page}`) },
  },
});
