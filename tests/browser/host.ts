import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

export interface Options {
  /** The folders of the host that the site was copied to, such as `/a/b/`. */
  folders?: string[];
  /** Sends what `_headers` says, as the hosts that read this file do. */
  headers?: boolean;
  /** Sends `compare.html` on to `compare` and `index.html` to its folder, as some hosts do. */
  short?: boolean;
}

export interface Host {
  /** Where the site is, in the first of its folders. */
  address: string;
  /** What was asked and not found. */
  lost: string[];
  close(): void;
}

const built = new URL("../../www/dist/", import.meta.url);
const read = (path: string) => {
  try {
    return path.endsWith("/") || path.includes("..") ? undefined : readFileSync(new URL(path, built));
  } catch {
    return undefined;
  }
};

/** The rules of a `_headers` file: a path, which may end with `*`, and under it the headers of what it fits. */
function rules(text: string): { path: string; headers: [string, string][] }[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const [path = "", ...lines] = block.split("\n");
      const headers = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) as [string, string]);
      return { path, headers };
    });
}

/** The headers of a path; a header that two rules give is joined with a comma, as Cloudflare does. */
export function headersOf(text: string, asked: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, headers } of rules(text)) {
    if (path.endsWith("*") ? !asked.startsWith(path.slice(0, -1)) : asked !== path) continue;
    for (const [name, value] of headers) found[name] = name in found ? `${found[name]}, ${value}` : value;
  }
  return found;
}

/** A plain static host of the built site. */
export async function host({ folders = ["/"], headers, short }: Options = {}): Promise<Host> {
  const lost: string[] = [];
  const sent = headers ? String(read("_headers")) : undefined;
  const server = createServer((request, answer) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const folder = folders.filter((folder) => path.startsWith(folder)).at(-1);
    const inside = folder && path.slice(folder.length);
    for (const [name, value] of Object.entries(sent ? headersOf(sent, `/${inside}`) : {}))
      answer.setHeader(name, value);
    if (short && inside?.endsWith(".html")) {
      answer.writeHead(308, { location: folder + inside.replace(/(index)?\.html$/, "") }).end();
      return;
    }
    const file = inside === "" ? "index.html" : inside;
    const found = file === undefined ? undefined : (read(file) ?? (short ? read(`${file}.html`) : undefined));
    if (!found) lost.push(path);
    answer.setHeader("content-type", TYPES[extname(found ? (file ?? "") : ".html") || ".html"] ?? "text/plain");
    answer.writeHead(found ? 200 : 404).end(found ?? read("404.html"));
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  const address = `http://localhost:${(server.address() as AddressInfo).port}${folders[0]}`;
  return { address, lost, close: () => server.close() };
}
