#!/usr/bin/env node
// Checks an implementation against the vectors: `node conform.mjs [--only PATHS] VECTORS COMMAND [ARGUMENT...]`. The command
// reads requests, one a line, and writes the answer to each on its line. VECTORS has a request and its answer on each line.
// `--only regimes.id,regimes.verdict` looks at these fields and no other. Ends with 1 when an answer is another one.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { gunzipSync } from "node:zlib";

const words = process.argv.slice(2);
const only = words[0] === "--only" ? words.splice(0, 2)[1].split(",") : [];
const [vectors, command, ...rest] = words;
if (!command) fail("usage: conform.mjs [--only PATHS] VECTORS COMMAND [ARGUMENT...]");

function fail(message) {
  console.error(`conform: ${message}`);
  process.exit(2);
}

/** The fields looked at, as `[path, value]`; those of a list are looked at in each of its items. */
function fields(value, path, wanted = only) {
  if (Array.isArray(value)) return value.flatMap((item, place) => fields(item, `${path}[${place}]`, wanted));
  if (wanted.includes("")) return [[path, value]];
  return [...new Set(wanted.map((name) => name.split(".")[0]))].flatMap((name) => {
    const inside = wanted.filter((one) => one.split(".")[0] === name).map((one) => one.split(".").slice(1).join("."));
    return fields(value?.[name], `${path}.${name}`, inside);
  });
}

/** The first place where two answers differ, or nothing. */
function difference(one, other, path) {
  if (isDeepStrictEqual(one, other)) return undefined;
  const inside = (value) => typeof value === "object" && value !== null;
  if (!inside(one) || !inside(other) || Array.isArray(one) !== Array.isArray(other)) return [path, one, other];
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = difference(one[name], other[name], `${path}.${name}`);
    if (found) return found;
  }
}

const bytes = readFileSync(vectors);
const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
const lines = (all) => all.split("\n").filter((line) => line !== "");
const expected = lines(text).map((line) => JSON.parse(line));
for (const name of only) {
  const there = expected.some(({ answer }) => fields(answer, "", [name]).some(([, value]) => value !== undefined));
  if (!there) fail(`no answer has \`${name}\`: --only takes paths like \`regimes.verdict\`, with commas between them`);
}
const input = expected.map(({ request }) => `${JSON.stringify(request)}\n`).join("");
const ran = spawnSync(command, rest, {
  input,
  encoding: "utf8",
  maxBuffer: 2 ** 30,
  stdio: ["pipe", "pipe", "inherit"],
});
if (ran.error && ran.error.code !== "EPIPE") fail(`\`${command}\` cannot be run: ${ran.error.message}`);

const answers = lines(ran.stdout ?? "");
let wrong = 0;
for (const [place, { answer }] of expected.entries()) {
  const found = differs(answer, answers[place]);
  if (!found) continue;
  wrong += 1;
  const [path, meant, given] = found;
  console.log(`line ${place + 1} ${path.slice(1)}: ${JSON.stringify(given)} instead of ${JSON.stringify(meant)}`);
}
if (answers.length > expected.length)
  fail(`${answers.length} answers to ${expected.length} requests: write one a line`);
console.log(`${expected.length - wrong} of ${expected.length} answers are right`);
process.exit(wrong === 0 && expected.length > 0 ? 0 : 1);

/** An item more in a list. */
function extra(wanted, found) {
  const known = new Set(wanted.map(([path]) => path));
  const more = [...found].find(([path, value]) => value !== undefined && !known.has(path));
  return more && [more[0], undefined, more[1]];
}

function differs(meant, line) {
  let given;
  try {
    given = JSON.parse(line ?? "");
  } catch {
    return ["", meant.outcome, line];
  }
  if (only.length > 0) {
    const [wanted, found] = [fields(meant, ""), new Map(fields(given, ""))];
    const other = wanted.find(([path, value]) => !isDeepStrictEqual(found.get(path), value));
    return other ? [...other, found.get(other[0])] : extra(wanted, found);
  }
  // The hash is that of our source files, which another implementation does not have.
  for (const answer of [meant, given]) if (answer?.ruleset) answer.ruleset.hash = "";
  return difference(meant, given, "");
}
