// Measures the npm package in Node: `make wasm && node benches/node.mjs`. Each measure asserts its answer first.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, initSync } from "../pkg/tarif_social.js";

const file = (path) => readFileSync(new URL(`../${path}`, import.meta.url));
const started = performance.now();
initSync({ module: file("pkg/tarif_social_bg.wasm") });
const request = JSON.parse(file("tests/conformance/requests/couple-2012.json"));
const verdicts = (answer) => Object.fromEntries(answer.regimes.map(({ id, verdict }) => [id, verdict]));
const { R1, R3 } = verdicts(check(request));
assert.deepEqual([R1, R3], ["not_eligible", "eligible"]);
const first = performance.now() - started;

/** The middle of many measures, in microseconds: what something else on the machine adds does not move it. */
function middle(measure) {
  const times = Array.from({ length: 400 }, () => {
    const before = performance.now();
    measure();
    return (performance.now() - before) * 1000;
  });
  return times.sort((one, other) => one - other)[200];
}

if (process.argv[2] === "once") {
  console.log(first);
} else {
  const script = fileURLToPath(import.meta.url);
  const loads = Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, [script, "once"])));
  console.log(`load, instantiate, first verdict: ${loads.sort((one, other) => one - other)[4].toFixed(1)} ms`);
  const one = { ...request, regimes: ["R1"] };
  assert.equal(verdicts(check(one)).R1, "not_eligible");
  for (let warm = 0; warm < 500; warm++) check(request);
  console.log(`a check, eight regimes: ${middle(() => check(request)).toFixed(0)} µs`);
  console.log(`a check, one regime: ${middle(() => check(one)).toFixed(0)} µs`);
  const brief = { ...request, detail: "verdicts" };
  assert.deepEqual(verdicts(check(brief)), verdicts(check(request)));
  console.log(`verdicts alone, eight regimes: ${middle(() => check(brief)).toFixed(0)} µs`);
}
