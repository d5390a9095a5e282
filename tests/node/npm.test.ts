// The npm package as it is published: packed, installed in an empty folder, and its README held to what it says.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import * as esbuild from "esbuild";
import { preview, build as vite } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import webpack from "webpack";
import { CHROMIUM } from "../browser/playwright.config.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tarif-social-"));
const installed = join(folder, "node_modules/tarif-social");
const file = (name: string) => readFileSync(join(installed, name), "utf8");

/** The first block of the README in this language. */
const block = (language: string) =>
  new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "ms").exec(file("README.md"))?.[1] ?? "";

/** Compiles a file of the folder as a strict project without Node's types would, the package's own types looked into. */
function compiled(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  const options = "--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --target es2022 --module nodenext";
  const tsc = join(root, "node_modules/.bin/tsc");
  return spawnSync(tsc, [...`${options} --lib es2022,dom --types`.split(" "), "", name], {
    cwd: folder,
    encoding: "utf8",
  });
}

let packed: { path: string }[];
beforeAll(() => {
  const npm = (...words: string[]) => execFileSync("npm", words, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  const [{ filename, files }] = JSON.parse(npm("pack", join(root, "pkg"), "--json"));
  packed = files;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  npm("install", "--offline", "--no-audit", "--no-fund", `./${filename}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("it holds the engine, its types, its licences and nothing else", () => {
  const names = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "node.js", "package.json"];
  const engine = ["tarif_social.d.ts", "tarif_social.js", "tarif_social_bg.wasm"];
  expect(packed.map(({ path }) => path).sort()).toEqual([...names, ...engine].sort());
});

test("what it says of itself is what the crate says, and each of its entries is there", () => {
  const said = JSON.parse(file("package.json"));
  const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
  const field = (name: string) => JSON.parse(new RegExp(`^${name} = (.*)$`, "m").exec(cargo)?.[1] ?? "null");
  for (const name of ["name", "version", "description", "license", "keywords"]) expect(said[name]).toEqual(field(name));
  expect(said.repository.url).toBe(field("repository"));
  const entries = Object.values<string | Record<string, string>>(said.exports);
  const paths = entries.flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  expect(paths).toContain("./node.js");
  expect(paths.filter((path) => !existsSync(join(installed, path)))).toEqual([]);
});

describe("the code of the README", () => {
  test("is right for TypeScript at its strictest", () => {
    expect(compiled("sample.ts", block("ts")).stdout).toBe("");
  });

  test.each([
    ['month: "2012-06"', "month: 201206"],
    ['role: "child"', 'role: "cat"'],
    ["verdict, missing", "verdicts, missing"],
    ['base: "atlantis", ', ""],
    ['parameters("en")', 'parameters("de")'],
  ])("with %s turned into %s, is wrong for TypeScript", (right, wrong) => {
    expect(block("ts")).toContain(right);
    expect(compiled("wrong.ts", block("ts").replace(right, wrong)).stdout).toMatch(/^wrong.ts\(\d+,\d+\): error/);
  });

  test("prints in Node what the README says", () => {
    expect(execFileSync("node", ["sample.js"], { cwd: folder, encoding: "utf8" })).toBe(block("text"));
  });

  test("bundled by esbuild for Node, prints the same", async () => {
    const outfile = join(folder, "node/sample.js");
    await esbuild.build({
      entryPoints: [join(folder, "sample.ts")],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
    });
    cpSync(join(installed, "tarif_social_bg.wasm"), join(folder, "node/tarif_social_bg.wasm"));
    expect(execFileSync("node", [outfile], { cwd: tmpdir(), encoding: "utf8" })).toBe(block("text"));
  });
});

describe("in a browser, under the policy that the README gives", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(CHROMIUM);
  });
  afterAll(() => browser.close());

  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:";
  const page = (script: string) =>
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,">${script}`;

  /** What the bundle in a folder prints. */
  async function printed(outDir: string): Promise<string> {
    const server = await preview({ root: folder, configFile: false, build: { outDir }, preview: { port: 0 } });
    const tab = await browser.newPage();
    let lines = "";
    tab.on("console", (message) => {
      lines += `${message.text()}\n`;
    });
    tab.on("pageerror", (error) => {
      lines += `${error}\n`;
    });
    await tab.goto(server.resolvedUrls?.local[0] ?? "");
    await expect.poll(() => lines.split("\n").length).toBeGreaterThanOrEqual(block("text").split("\n").length);
    await tab.close();
    await server.close();
    return lines;
  }

  const write = (outDir: string, script: string) => {
    mkdirSync(join(folder, outDir), { recursive: true });
    writeFileSync(join(folder, outDir, "index.html"), page(script));
  };

  test("bundled by Vite", async () => {
    write(".", '<script type="module" src="/sample.ts"></script>');
    await vite({ root: folder, configFile: false, logLevel: "warn", build: { outDir: "vite", target: "es2022" } });
    expect(await printed("vite")).toBe(block("text"));
  });

  test("bundled by esbuild", async () => {
    write("esbuild", '<script type="module" src="sample.js"></script>');
    const outfile = join(folder, "esbuild/sample.js");
    await esbuild.build({ entryPoints: [join(folder, "sample.ts")], outfile, bundle: true, format: "esm" });
    cpSync(join(installed, "tarif_social_bg.wasm"), join(folder, "esbuild/tarif_social_bg.wasm"));
    expect(await printed("esbuild")).toBe(block("text"));
  });

  test("bundled by webpack", async () => {
    write("webpack", '<script defer src="sample.js"></script>');
    const output = { path: join(folder, "webpack"), filename: "sample.js" };
    const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
      webpack({ mode: "production", context: folder, entry: "./sample.js", output }, (error, stats) =>
        error ? reject(error) : resolve(stats),
      );
    });
    expect(stats?.toJson().errors).toEqual([]);
    expect(await printed("webpack")).toBe(block("text"));
  });

  test("without a bundler", async () => {
    cpSync(installed, join(folder, "plain/tarif-social"), { recursive: true });
    const sample = readFileSync(join(folder, "sample.js"), "utf8");
    const address = "./tarif-social/tarif_social.js";
    writeFileSync(join(folder, "plain/sample.js"), sample.replace('"tarif-social"', `"${address}"`));
    write("plain", '<script type="module" src="sample.js"></script>');
    expect(await printed("plain")).toBe(block("text"));
  });
});
