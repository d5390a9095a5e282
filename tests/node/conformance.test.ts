import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check, initSync, ruleset } from "../../pkg/tarif_social.js";
import { vectors } from "../conformance/vectors.ts";

initSync({ module: readFileSync(new URL("../../pkg/tarif_social_bg.wasm", import.meta.url)) });

test.each(vectors(ruleset().hash))("$name has the committed answer from the package", ({ request, answer }) => {
  expect(JSON.stringify(check(request))).toBe(answer);
});
