// What the build writes for hosts, search engines and those who show links.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headersOf } from "../browser/host.ts";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const dist = join(www, "dist");
const text = (name: string, folder = dist) => readFileSync(join(folder, name), "utf8");
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));

type Headers = Record<string, string>;
const pairs = (lines: string, form: RegExp): Headers =>
  Object.fromEntries([...lines.matchAll(form)].map(([, name, value]) => [name, value]));

/** What Apache sends with a file, by `.htaccess`: the lines outside blocks, then those of each block that fits. */
function apache(file: string): Headers {
  const blocks = /<FilesMatch "(.*?)">\n(.*?)<\/FilesMatch>/gs;
  const sent = (lines: string) => pairs(lines, /Header (?:always )?set (\S+) "(.*)"/g);
  const name = file.replace(/.*\//, "");
  const found = [...text(".htaccess").matchAll(blocks)].filter(([, form = ""]) => new RegExp(form).test(name));
  return Object.assign(sent(text(".htaccess").replace(blocks, "")), ...found.map(([, , lines = ""]) => sent(lines)));
}

/** What nginx sends: the lines of the first block that fits and no other, or else those outside blocks. */
function nginx(file: string): Headers {
  const blocks = /location ~ "(.*?)" \{\n(.*?)\n\}/gs;
  const all = text("nginx.conf");
  const found = [...all.matchAll(blocks)].find(([, form = ""]) => new RegExp(form).test(`/${file}`));
  return pairs(found?.[2] ?? all.replace(blocks, ""), /add_header (\S+) "(.*)"(?: always)?;/g);
}

test("every host is told the same headers of every file", () => {
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    expect(apache(file), file).toEqual(headersOf(text("_headers"), `/${file}`));
    expect(nginx(file), file).toEqual(headersOf(text("_headers"), `/${file}`));
  }
});

test("the headers are those that each file needs", () => {
  const of = (file: string) => headersOf(text("_headers"), `/${file}`);
  const policy = (file: string) => of(file)["Content-Security-Policy"] ?? "";
  for (const page of ["", "index.html", "compare", "compare.html", "embed.html", "method.html", "papier.html"]) {
    expect(policy(page)).toMatch(/default-src 'none'.*'wasm-unsafe-eval'.*; frame-ancestors 'none'$/);
  }
  expect(policy("frame.html")).toMatch(/^default-src 'none'; script-src 'self';/);
  for (const file of files.filter((file) => /^(frame|404)|^(assets|widget)\//.test(file))) {
    expect(policy(file), file).not.toContain("frame-ancestors");
  }
  for (const file of files) {
    const forever = file.startsWith("widget/") || file.startsWith("assets/");
    expect(of(file)["Cache-Control"]?.includes("immutable") ?? false, file).toBe(forever);
    // A name that never changes what it holds has a hash, or is in a folder that has one.
    if (forever) expect(file).toMatch(/^widget\/[\d.]+-[0-9a-f]{8}\/|-[\w-]{8}\.\w+$/);
    expect(of(file)["Access-Control-Allow-Origin"], file).toBe(file.startsWith("widget/") ? "*" : undefined);
    expect(of(file)["X-Content-Type-Options"]).toBe("nosniff");
  }
});

test("the picture of links is of the committed drawing, and of the size that is told", () => {
  const picture = readFileSync(join(dist, "card.png"));
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  const drawn = createHash("sha256").update(text("card.svg", www)).digest("hex");
  expect(picture.includes(`Source\0${drawn}`), "run `node scripts/card.mjs`").toBe(true);
});

test("without its address, the site says what it is and nothing that would need it", () => {
  expect(files).not.toContain("sitemap.xml");
  expect(files).not.toContain("robots.txt");
  const page = text("index.html");
  expect(page).toContain('<meta property="og:title" content="Tarif social internet : y ai-je droit ?">');
  expect(page).toMatch(/<meta property="og:description" content="Ai-je droit à un tarif social pour internet\u00a0\?/);
  expect(page).not.toMatch(/canonical|og:url|og:image/);
  expect(text(".htaccess")).toContain("ErrorDocument 404 /404.html\n");
});

describe("built for an address", () => {
  const out = mkdtempSync(join(tmpdir(), "tarif-social-"));
  beforeAll(async () => {
    process.env.SITE = "https://exemple.test/a/b";
    await build({ root: www, logLevel: "warn", build: { outDir: out } });
    delete process.env.SITE;
  }, 60_000);
  afterAll(() => rmSync(out, { recursive: true }));

  test("each page has its address, its words and the picture", () => {
    const pages = { "index.html": "", "compare.html": "compare.html", "method.html": "method.html" };
    for (const [page, path] of Object.entries(pages)) {
      const html = text(page, out);
      expect(html).toContain(`<link rel="canonical" href="https://exemple.test/a/b/${path}">`);
      expect(html).toContain(`<meta property="og:url" content="https://exemple.test/a/b/${path}">`);
      expect(html).toContain('<meta property="og:image" content="https://exemple.test/a/b/card.png">');
      expect(html).toContain('<meta property="og:locale" content="fr_FR">');
      const [, title] = /<title>(.*?)</.exec(html) ?? [];
      expect(html).toContain(`<meta property="og:title" content="${title}">`);
    }
  });

  test("search engines are told the pages, and they are there", () => {
    const pages = [...text("sitemap.xml", out).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = ""]) => url);
    expect(pages[0]).toBe("https://exemple.test/a/b/");
    const names = pages.slice(1).map((url) => url.replace("https://exemple.test/a/b/", ""));
    expect(names).toEqual(["compare.html", "embed.html", "method.html", "papier.html"]);
    for (const name of names) expect(readdirSync(out)).toContain(name);
    expect(text("robots.txt", out)).toContain("Sitemap: https://exemple.test/a/b/sitemap.xml\n");
  });

  test("the missing page leads to the folder, and hosts are told it", () => {
    const page = text("404.html", out);
    expect(page.match(/href="\/a\/b\/"/g)).toHaveLength(3);
    expect(page).not.toContain("<script");
    expect(page).toContain("script-src 'none'");
    expect(text(".htaccess", out)).toContain("ErrorDocument 404 /a/b/404.html\n");
    expect(text("nginx.conf", out)).toContain("error_page 404 /a/b/404.html;\n");
    expect(headersOf(text("_headers", out), "/a/b/frame.html")["Content-Security-Policy"]).toMatch(
      /^default-src 'none'/,
    );
    expect(headersOf(text("_headers", out), "/frame.html")).toEqual({});
  });

  test("nothing for hosts or search engines is kept by the page", () => {
    for (const folder of [dist, out]) {
      const [, list = "[]"] = /FILES = (\[.*?\]);/.exec(text("sw.js", folder)) ?? [];
      const kept: string[] = JSON.parse(list);
      expect(kept).toContain("./index.html");
      expect(kept.filter((name) => /404|_headers|htaccess|nginx|card|robots|sitemap/.test(name))).toEqual([]);
    }
  });
});

test.each(["exemple.fr", "ftp://exemple.fr/", "https://exemple.fr/?a=1"])(
  "the address `%s` is refused",
  async (address) => {
    process.env.SITE = address;
    const refused = build({ root: www, logLevel: "silent", build: { outDir: join(tmpdir(), "never-written") } });
    await expect(refused).rejects.toThrow(`SITE is \`${address}\`: give the address of the folder of the site`);
    delete process.env.SITE;
  },
);
