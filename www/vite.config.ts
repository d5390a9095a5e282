import { defineConfig, type Plugin } from "vite";
import { serviceWorker } from "./precache.ts";

/**
 * The page talks to nobody: no request after loading, no style or script but its own, and no text turned into code.
 * The worker and the service worker are bound by the headers of their own response, so a host that can send headers
 * sends `headerPolicy`; elsewhere the page is bound by `pagePolicy` alone.
 */
const common =
  "default-src 'none'; style-src 'self'; img-src 'self' blob: data:; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types tarif-social";
const pagePolicy = `${common}; script-src 'self'`;
const headerPolicy = `${common}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'`;

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
  plugins: [contentSecurityPolicy, serviceWorker()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // a data: address would be refused by the policy
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["www/index.html", "www/compare.html", "www/method.html"] },
  },
  preview: { headers: { "Content-Security-Policy": headerPolicy } },
});
