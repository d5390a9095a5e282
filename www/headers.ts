import type { Plugin } from "vite";
import { home, PAGES } from "./address.ts";

/**
 * The page talks to nobody: no request after loading, no style or script but its own, and no text turned into code.
 * The worker and the service worker are bound by the headers of their own response, so a host that can send headers
 * sends `RULES`; elsewhere the page is bound by `pagePolicy` alone.
 */
const common =
  "default-src 'none'; style-src 'self'; img-src 'self' blob: data:; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types tarif-social";
export const pagePolicy = `${common}; script-src 'self'`;
const headerPolicy = `${common}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`;

/** The page that others put in a frame: two scripts, and a widget that needs nothing. */
export const framePolicy =
  "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Of a page that is one file: its styles and scripts by their hashes, its icon inside its address. */
export const lonePolicy = (styles: string, scripts: string) =>
  `default-src 'none'; style-src ${styles}; script-src ${scripts || "'none'"}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

interface Rule {
  /** Files of the site, or one folder that ends with a slash. */
  files: string[];
  /** How the files of that folder, and no other, are named: for hosts whose rules do not know where the site is. */
  names?: string;
  headers: Record<string, string>;
}

/** For every answer, the missing page among them: that one has its policy inside, as hosts send it at any address. */
const EVERYWHERE = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

const FRESH = { "Cache-Control": "no-cache" };
const FOREVER = { "Cache-Control": "public, max-age=31536000, immutable" };

/**
 * What a host should send besides. No file is in two rules: hosts do not agree on what a header given twice means. Anybody
 * may show the page made for frames and load the widget; a name or a folder that holds a hash never changes its content.
 */
const RULES: Rule[] = [
  { files: PAGES, headers: { "Content-Security-Policy": `${headerPolicy}; frame-ancestors 'none'`, ...FRESH } },
  { files: ["frame.html"], headers: { "Content-Security-Policy": framePolicy, ...FRESH } },
  { files: ["sw.js"], headers: { "Content-Security-Policy": headerPolicy, ...FRESH } },
  {
    files: ["assets/"],
    names: "-[A-Za-z0-9_-]{8}\\.[a-z0-9]+",
    headers: { "Content-Security-Policy": headerPolicy, ...FOREVER },
  },
  {
    files: ["widget/"],
    names: "(^|/)tarif-social\\.js",
    headers: { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin", ...FOREVER },
  },
];

const lines = <T>(of: Record<string, T>, line: (name: string, value: T) => string) =>
  Object.entries(of)
    .map(([name, value]) => line(name, value))
    .join("\n");

/** Netlify, Cloudflare Pages and others: read at the root of the host. They open `compare.html` as `compare` too. */
function underscoreHeaders(): string {
  const block = (path: string, headers: Record<string, string>) =>
    `${home()}${path}\n${lines(headers, (name, value) => `  ${name}: ${value}`)}\n`;
  const paths = (file: string) => {
    if (file.endsWith("/")) return [`${file}*`];
    return file.endsWith(".html") ? [file, file.replace(/(index)?\.html$/, "")] : [file];
  };
  const blocks = RULES.flatMap(({ files, headers }) => files.flatMap(paths).map((path) => block(path, headers)));
  return [block("*", EVERYWHERE), ...blocks].join("\n");
}

/** A regular expression of the names of the files of a rule. */
const pattern = ({ files, names }: Rule) => `${names ?? `(^|/)(${files.join("|").replaceAll(".", "\\.")})`}$`;

/** Apache, in any folder whose `AllowOverride` has FileInfo. Only what is there is kept for ever: no `always` in the rules. */
function htaccess(): string {
  const set = (how: string) => (name: string, value: string) => `${how} ${name} "${value}"`;
  const blocks = RULES.map(
    (rule) => `  <FilesMatch "${pattern(rule)}">\n${lines(rule.headers, set("    Header set"))}\n  </FilesMatch>`,
  );
  return `ErrorDocument 404 ${home()}404.html
AddType application/wasm .wasm
<IfModule mod_headers.c>
${lines(EVERYWHERE, set("  Header always set"))}
${blocks.join("\n")}
</IfModule>
`;
}

/** nginx, in the location of its folder, so that no pattern is looked for in the rest of the host. */
function nginx(): string {
  const add = (indent: string, end: string) => (name: string, value: string) =>
    `${indent}add_header ${name} "${value}"${end}`;
  const everywhere = (indent: string) => lines(EVERYWHERE, add(indent, " always;"));
  const blocks = RULES.map(
    (rule) => `location ~ "${pattern(rule)}" {\n${everywhere("  ")}\n${lines(rule.headers, add("  ", ";"))}\n}`,
  );
  return `# To include in the location of the folder, and nowhere else: location /folder/ { include /path/to/nginx.conf; }
error_page 404 ${home()}404.html;
${everywhere("")}
${blocks.join("\n")}
`;
}

/** The headers of a file of the site, by its path in it. */
function headersOf(path: string): Record<string, string> {
  const rule = RULES.find(({ files }) =>
    files.some((file) => (file.endsWith("/") ? path.startsWith(file) : path === file)),
  );
  return { ...EVERYWHERE, ...rule?.headers };
}

/** Writes the headers down for common hosts, and sends them when the built site is served on this machine. */
export function headers(): Plugin {
  return {
    name: "headers",
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? "", "http://localhost").pathname.slice(1);
        const { "Cache-Control": _, ...sent } = headersOf(path || "index.html"); // the next build has the same version
        for (const [name, value] of Object.entries(sent)) response.setHeader(name, value);
        next();
      });
    },
    generateBundle() {
      const files = { _headers: underscoreHeaders(), ".htaccess": htaccess(), "nginx.conf": nginx() };
      for (const [fileName, source] of Object.entries(files)) this.emitFile({ type: "asset", fileName, source });
    },
  };
}
