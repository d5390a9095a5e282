import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { changes, columns, eras, inputs, regimes } from "../../www/pkg/rules";
import { type Judged, judge, type Range, type Row, type Truth } from "../../www/src/widget/algebra";

/** FNV-1a over the text of every number, as in `tests/row/main.rs`. */
function sum(judged: readonly Judged[]): number {
  let sum = 2_166_136_261;
  const put = (value: Truth) => {
    for (const character of `${value} `) sum = Math.imul(sum ^ character.charCodeAt(0), 16_777_619) >>> 0;
  };
  const range = (amount: Range) => {
    for (const part of amount) put(part);
  };
  for (const [truth, bill, leaves] of judged) {
    put(truth);
    if (bill) {
      const [saving, cheaper] = bill;
      range(saving);
      put(cheaper);
    }
    for (const [truth, value, limit] of leaves) {
      put(truth);
      if (value && limit) {
        range(value);
        range(limit);
      }
    }
  }
  return sum;
}

function read(line: string) {
  const [territory = "", ...numbers] = line.split(" ");
  const [month = 0, ...rest] = numbers.map(Number);
  const row = inputs.map(([, kind], place) => {
    const [low = 0, high = 0] = [rest[2 * place], rest[2 * place + 1]];
    const open = 1 << place;
    if (kind === "truth") return low === high ? low === 1 : open;
    return [low, high, low === high ? 0 : open];
  }) as unknown as Row;
  return { territory, month, row, sum: rest.at(-1) };
}

test("the rules written as JavaScript give what the engine gives on 200,000 random rows", {
  timeout: 600_000,
}, async () => {
  const program = spawn(
    "cargo",
    ["run", "-q", "--profile", "release-test", "--features", "cli", "--example", "row", "--", "200000", "2014"],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = once(program, "close");
  let rows = 0;
  const settled = new Map<string, number>();
  for await (const line of createInterface({ input: program.stdout })) {
    const { territory, month, row, sum: expected } = read(line);
    const judged = judge({ eras, columns, changes }, territory, month, row);
    if (!judged || sum(judged) !== expected) expect.fail(`row ${rows + 1} differs: ${line}\n${JSON.stringify(judged)}`);
    judged.forEach(([truth], place) => {
      const key = `${regimes[place]?.id} ${typeof truth === "boolean" ? truth : "open"}`;
      settled.set(key, (settled.get(key) ?? 0) + 1);
    });
    rows++;
  }
  expect(await ended).toEqual([0, null]);
  expect(rows).toBe(200_000);
  // Every verdict is met: the draw reaches both sides of each regime.
  for (const { id } of regimes) {
    for (const verdict of ["true", "false", "open"]) {
      expect(settled.get(`${id} ${verdict}`) ?? 0, `${id} ${verdict}`).toBeGreaterThan(10);
    }
  }
});
