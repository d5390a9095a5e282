import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { initSync, ruleset } from "../../pkg/tarif_social.js";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));

test("the packed engine loads in Node and says its version", () => {
  initSync({ module: file("pkg/tarif_social_bg.wasm") });
  expect(ruleset().version).toBe(JSON.parse(file("pkg/package.json").toString()).version);
});

test.each(["pkg", "www/pkg"])("no path of the machine that built it is in %s", (folder) => {
  const bytes = file(`${folder}/tarif_social_bg.wasm`).toString("latin1");
  expect(bytes).not.toContain(new URL("../..", import.meta.url).pathname);
  expect(bytes).not.toMatch(/\/(root|home|Users)\//);
});
