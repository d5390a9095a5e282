// The script that others check their implementation with: ours passes, and one with a single fault does not.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "conform-"));
const vectors = join(folder, "vectors.jsonl.gz");

function conform(...words: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["tests/conformance/conform.mjs", ...words], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, last: stdout.trimEnd().split("\n").at(-1), stdout, stderr };
}

/** A program that answers as it should but for what `change` does to the answers. */
function faulty(change: string): string[] {
  const program = join(folder, "faulty.mjs");
  writeFileSync(
    program,
    `import { readFileSync } from "node:fs";
     import { gunzipSync } from "node:zlib";
     readFileSync(0);
     let answers = gunzipSync(readFileSync(${JSON.stringify(vectors)})).toString().trimEnd().split("\\n")
       .map((line) => JSON.parse(line).answer);
     ${change};
     process.stdout.write(answers.map((answer) => JSON.stringify(answer) + "\\n").join(""));`,
  );
  return ["node", program];
}

beforeAll(() => {
  spawnSync("node", ["scripts/vectors.mjs", vectors], { cwd: root });
});
afterAll(() => rmSync(folder, { recursive: true }));

const ours = ["cargo", "run", "--quiet", "--profile", "test", "--features", "cli", "--", "check", "--jsonl"];
const count = gunzipSync(readFileSync(new URL("../conformance/answers.jsonl.gz", import.meta.url)))
  .toString()
  .trimEnd()
  .split("\n").length;

test("our command line conforms", { timeout: 600_000 }, () => {
  expect(conform(vectors, ...ours)).toMatchObject({ status: 0, last: `${count} of ${count} answers are right` });
});

test.each([
  ["answers[3].regimes[0].verdict = 'perhaps'", "line 4 regimes.0.verdict"],
  ["answers[0].rsa.extra = 1", "line 1 rsa.extra: 1 instead of undefined"],
  ["answers.pop()", `line ${count} `],
  ["answers[1] = 'no'", "line 2 "],
  ["answers[1] = null", "line 2 "],
  ["answers = answers.reverse()", "line 1 "],
])("an implementation with %s does not", (change, said) => {
  const { status, stdout } = conform(vectors, ...faulty(change));
  expect(status).toBe(1);
  expect(stdout).toContain(said);
});

test("with --only, other fields may differ and these may not", () => {
  const only = ["--only", "outcome,regimes.id,regimes.verdict", vectors];
  expect(conform(...only, ...faulty("answers[0].regimes[0].reason = ''")).status).toBe(0);
  for (const change of [
    "answers[0].regimes[1].verdict = ''",
    "answers[0].regimes.push({ id: 'R99' })",
    "answers[0] = {}",
  ]) {
    expect(conform(...only, ...faulty(change))).toMatchObject({
      status: 1,
      last: `${count - 1} of ${count} answers are right`,
    });
  }
});

test("what cannot be checked is said, and is no success", () => {
  expect(conform(vectors)).toMatchObject({ status: 2, stderr: expect.stringContaining("usage") });
  expect(conform(vectors, join(folder, "nothing"))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("cannot be run"),
  });
  expect(conform("--only", "regimes.verdit", vectors, "cat")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("`regimes.verdit`"),
  });
  expect(conform(vectors, ...faulty("answers.push({})"))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("one a line"),
  });
});
