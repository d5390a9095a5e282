import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { initSync, Lab, type LabRequest } from "../../www/pkg-lab/tarif_social_lab.js";

const asked = {
  base: "pays-de-la-loire-2022",
  month: undefined,
  size: 20_000,
  seed: 7,
  hypotheses: true,
  assumptions: [{ id: "income_shift", value: "0.02" }],
  regimes: ["R1", "R6", "R9", "R15"],
  own_regimes: [],
} satisfies LabRequest;

beforeAll(() => {
  initSync({ module: readFileSync(new URL("../../www/pkg-lab/tarif_social_lab_bg.wasm", import.meta.url)) });
});

/** The comparison by so many workers, the last tasks first. */
function shared(workers: number): unknown {
  const labs = Array.from({ length: workers }, () => new Lab(asked));
  const tasks = labs[0]?.tasks() ?? 0;
  for (let task = tasks - 1; task >= 0; task--) labs[task % workers]?.work(task);
  const [first, ...others] = labs;
  for (const other of others) expect(first?.add(other.counted())).toBe(true);
  return first?.answer();
}

test("the comparison is that of the native program, whatever the workers", { timeout: 600_000 }, () => {
  const arguments_ = ["--base", asked.base, "--size", "20000", "--seed", "7", "--assume", "income_shift=0.02"];
  const native = execFileSync(
    "cargo",
    [
      "run",
      "-q",
      "--profile",
      "release-test",
      "--features",
      "cli",
      "--",
      "compare",
      ...arguments_,
      "--regimes",
      asked.regimes.join(","),
      "--json",
    ],
    { encoding: "utf8", maxBuffer: 1e8 },
  );
  expect(shared(1)).toEqual(JSON.parse(native));
  expect(shared(3)).toEqual(JSON.parse(native));
});

test("what cannot be compared is said by its field, never thrown", () => {
  const problems = (changed: object) => new Lab({ ...asked, ...changed } as LabRequest).problems();
  expect(problems({})).toEqual([]);
  expect(problems({ base: "corsica" })).toEqual([
    { field: "base", message: expect.stringContaining("`corsica` is not a population") },
  ]);
  expect(problems({ size: 3 })[0]?.message).toContain("choose from 1000");
  expect(problems({ size: "many" })[0]?.field).toBe("size");
  expect(problems({ regimes: ["R99"] })[0]?.message).toContain("`R99`");
  expect(problems({ regimes: [] })[0]?.message).toContain("choose from 1");
  expect(problems({ assumptions: [{ id: "luck", value: "1" }] })[0]?.field).toBe("assumptions");
  expect(problems({ weather: 1 })[0]?.field).toBe("weather");
  expect(new Lab(undefined as never).problems()).not.toEqual([]);
  const refused = new Lab({ ...asked, size: 3 });
  expect([refused.tasks(), refused.answer(), refused.add(new Uint8Array(16))]).toEqual([0, null, false]);
});

test("what another comparison counted is not added", () => {
  const other = new Lab({ ...asked, regimes: ["R1"] });
  expect(new Lab(asked).add(other.counted())).toBe(false);
});
