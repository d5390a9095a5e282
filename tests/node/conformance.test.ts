import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check, initSync } from "../../pkg/tarif_social.js";
import { vectors } from "../conformance/vectors.ts";

initSync({ module: readFileSync(new URL("../../pkg/tarif_social_bg.wasm", import.meta.url)) });

test.each(vectors())("$name is answered by the package as by the native program", ({ request, answer }) => {
  expect(answer).toMatch(/^\{"outcome":"success"/);
  expect(JSON.stringify(check(request))).toBe(answer);
});
