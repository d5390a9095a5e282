import { defineConfig, type Plugin } from "vite";
import { paper } from "./paper.ts";
import { serviceWorker } from "./precache.ts";
import { widget } from "./widget.ts";

/**
 * The page talks to nobody: no request after loading, no style or script but its own, and no text turned into code.
 * The worker and the service worker are bound by the headers of their own response, so a host that can send headers
 * sends `headers`; elsewhere the page is bound by `pagePolicy` alone.
 */
const common =
  "default-src 'none'; style-src 'self'; img-src 'self' blob: data:; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types tarif-social";
const pagePolicy = `${common}; script-src 'self'`;
const headerPolicy = `${common}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`;

/** What a host that can send headers should send: anybody may show the page made for frames, and load the widget. */
const headers: Plugin = {
  name: "headers",
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const framed = request.url?.startsWith("/frame.html");
      response.setHeader("Content-Security-Policy", framed ? headerPolicy : `${headerPolicy}; frame-ancestors 'none'`);
      if (request.url?.startsWith("/widget/")) response.setHeader("Access-Control-Allow-Origin", "*");
      next();
    });
  },
};

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
  plugins: [contentSecurityPolicy, paper(), widget(), serviceWorker(), headers],
  worker: { format: "es" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // a data: address would be refused by the policy
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["www/index.html", "www/compare.html", "www/embed.html", "www/method.html", "www/papier.html"],
    },
  },
});
