import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import {
  board,
  type CompareRequest,
  compare,
  initSync,
  Lab,
  type Refusal,
  threshold,
} from "../../www/pkg-lab/tarif_social_lab.js";

const asked = {
  base: "pays-de-la-loire-2022",
  month: undefined,
  size: 20_000,
  seed: 7,
  hypotheses: true,
  assumptions: [{ id: "income_shift", value: "0.02" }],
  regimes: ["R1", "R6", "R9", "R15"],
  own_regimes: [],
} satisfies CompareRequest;

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
  expect(compare(asked)).toEqual(JSON.parse(native));
  expect(shared(1)).toEqual(JSON.parse(native));
  expect(shared(3)).toEqual(JSON.parse(native));
});

/** What it throws, which must be an error that holds its problems. */
function refused(act: () => unknown): Refusal["problems"] {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "Refusal", message: expect.stringMatching(/./) });
    return (error as Refusal).problems;
  }
  throw new Error("nothing was refused");
}

test.each([
  ["compare", compare],
  ["Lab", (request: CompareRequest) => new Lab(request)],
  ["threshold", (request: CompareRequest) => threshold(request, "R1", 1e6)],
])("what cannot be compared is refused by %s, by its field", (_, act) => {
  const problem = (changed: object) => refused(() => act({ ...asked, ...changed } as CompareRequest))[0];
  expect(problem({ base: "corsica" })).toEqual({
    field: "base",
    value: "",
    code: "not_one_of",
    message: expect.stringContaining("`corsica` is not a population"),
  });
  expect(problem({ size: "many" })).toMatchObject({ field: "size", code: "not_a_whole_number" });
  expect(problem({ month: "June" })).toMatchObject({ field: "month", code: "not_a_month" });
  expect(problem({ regimes: ["R99"] })?.message).toContain("`R99`");
  expect(problem({ assumptions: [{ id: "luck", value: "1" }] })).toMatchObject({ field: "assumptions" });
  expect(problem({ weather: 1 })).toMatchObject({ field: "weather", code: "unknown_field" });
  expect(refused(() => act(undefined as never))).not.toEqual([]);
});

test("the threshold of a regime that there is not is refused, by the id", () => {
  const problems = refused(() => threshold(asked, "R99", 1e6));
  expect(problems).toMatchObject([{ field: "id", code: "no_such_regime", message: "no regime is called `R99`" }]);
});

test("too few households, or no regime, is refused", () => {
  const message = (changed: object) => refused(() => compare({ ...asked, ...changed }))[0]?.message;
  expect(message({ size: 3 })).toContain("choose from 1000");
  expect(message({ regimes: [] })).toContain("choose from 1");
  expect(refused(() => board("corsica", 1000, 1))[0]).toMatchObject({ field: "base" });
});

test("what another comparison counted is not added", () => {
  const other = new Lab({ ...asked, regimes: ["R1"] });
  expect(new Lab(asked).add(other.counted())).toBe(false);
});
