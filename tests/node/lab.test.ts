import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import {
  board,
  type CompareRequest,
  compare,
  FileFrontiers,
  FileLab,
  Frontiers,
  fileGuide,
  initSync,
  Lab,
  type Refusal,
  regime,
  threshold,
} from "../../www/pkg-lab/tarif_social_lab.js";

const asked = {
  base: "pays-de-la-loire-2022",
  month: undefined,
  size: 20_000,
  seed: 7,
  hypotheses: true,
  assumptions: [{ id: "income_shift", value: "0.02" }],
  // One without a price, and one that no program can compute.
  regimes: ["R1", "R5", "R6", "R9", "R15", "R21"],
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

test("thresholds are those of the native program, none of them beyond the bands", { timeout: 600_000 }, () => {
  const native = execFileSync(
    "cargo",
    [
      ..."run -q --profile release-test --features cli -- threshold R1,R6,R9,R15 --json --points 60".split(" "),
      ..."--budget 30 --cover 70 --size 20000 --seed 7 --assume income_shift=0.02".split(" "),
      ...["--base", asked.base],
    ],
    { encoding: "utf8", maxBuffer: 1e8 },
  );
  const levels = (of: unknown) => {
    const { low, central, high } = of as Record<string, unknown>;
    return [low, central, high];
  };
  const wanted = JSON.parse(native).regimes.map((along: Record<string, unknown>) => ({
    id: along.id,
    moves: along.moves,
    highest: along.highest ?? null,
    curve: along.frontier,
    marginal: along.marginal,
    within: levels(along.within),
    reaching: levels(along.reaching),
  }));
  const found = new Frontiers(asked).answer(60, 30e6, 0.7);
  expect(found.map(({ undetermined, unbeaten, ...rest }) => rest)).toEqual(wanted);
  expect(found.find(({ id }) => id === "R9")?.highest).toBe(11_000);
});

test("a rule is not beaten by its own thresholds", () => {
  for (const id of ["R1", "R6", "R9", "R15"]) {
    const [alone] = new Frontiers({ ...asked, regimes: [id] }).answer(2, 30e6, 0.7);
    expect(alone, id).toMatchObject({ id, unbeaten: true });
  }
  // For everybody, at many times the cost of rules that entitle as many of the poor.
  const found = new Frontiers({ ...asked, regimes: ["R9", "R14", "R20"] }).answer(2, 30e6, 0.7);
  expect(found.find(({ id }) => id === "R20")?.unbeaten).toBe(false);
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

test("what should be a name and is no text is refused like the rest", () => {
  for (const name of [undefined, null, 42, {}] as never[]) {
    expect(refused(() => threshold(asked, name, 1e6))).toMatchObject([{ code: "not_a_text" }]);
    expect(regime(name)).toBeNull();
  }
});

test("a file with more households than are sorted is refused, and never half sorted", { timeout: 60_000 }, () => {
  const sorting = new FileFrontiers({ ...asked, month: "2022-10", regimes: ["R1"] } as never, 0);
  const rows = Buffer.from("1;0;0;700\n".repeat(100_000));
  expect(sorting.push(Buffer.from("adultes;enfants_moins_14;enfants_14_17;revenu_disponible\n"))).toBe(true);
  for (let piece = 0; piece < 10; piece++) expect(sorting.push(rows)).toBe(true);
  expect(sorting.push(rows)).toBe(false);
  expect(refused(() => sorting.finish())).toMatchObject([{ code: "too_many_to_sort" }]);
});

test("too few households, or no regime, is refused", () => {
  const message = (changed: object) => refused(() => compare({ ...asked, ...changed }))[0]?.message;
  expect(message({ size: 3 })).toContain("choose from 1000");
  expect(message({ regimes: [] })).toContain("choose from 1");
  const unboard = (changed: object) => refused(() => board({ ...asked, ...changed }))[0];
  expect(unboard({ base: "corsica" })).toMatchObject({ field: "base" });
  expect(unboard({ size: 3 })).toMatchObject({ field: "size", code: "not_computable" });
  expect(unboard({ size: "many" })).toMatchObject({ field: "size" });
  expect(refused(() => threshold({ ...asked, size: 3 }, "R1", 1e6))[0]).toMatchObject({ field: "size" });
});

test("a budget that is none is refused", () => {
  for (const budget of [Number.NaN, -5, 0, Number.POSITIVE_INFINITY]) {
    expect(refused(() => threshold(asked, "R1", budget))).toMatchObject([{ field: "budget", code: "out_of_range" }]);
  }
});

test("the board is that of the population under its assumptions", () => {
  const poverty = (value: number) =>
    board({ ...asked, assumptions: [{ id: "income_shift", value }] }).lines.find(({ id }) => id === "poverty");
  const [usual, lower] = [poverty(0), poverty(-0.05)];
  expect(usual?.source?.title).toMatch(/^Insee/);
  expect((lower?.obtained ?? 0) - (usual?.obtained ?? 0)).toBeGreaterThan(0.01);
});

test("a rule with a fault is not compared, and a rule named twice is once", () => {
  const six = regime("R6") as NonNullable<ReturnType<typeof regime>>;
  const payers = six.payers.map((payer) => ({ ...payer, share: "0.9" }));
  const own_regimes = [{ ...six, id: "R6*", payers }];
  const request = { ...asked, regimes: ["R6*"], own_regimes };
  expect(refused(() => compare(request))).toMatchObject([{ field: "own_regimes", code: "faulty_rule" }]);
  expect(compare({ ...asked, regimes: ["R1", "R1"] }).regimes).toHaveLength(1);
});

test("assumptions that were moved are said", () => {
  const moved = compare({ ...asked, assumptions: [{ id: "income_shift", value: "-0.05" }] }).moved;
  expect(moved).toMatchObject([{ id: "income_shift", value: -0.05, usual: 0 }]);
  expect(compare({ ...asked, assumptions: [] }).moved).toBeUndefined();
});

test("what another comparison counted is not added", () => {
  const other = new Lab({ ...asked, regimes: ["R1"] });
  expect(new Lab(asked).add(other.counted())).toBe(false);
});

/** The households of a file, given in pieces of so many bytes. */
function ofFile(bytes: Uint8Array, piece: number, size = bytes.length): unknown {
  const lab = new FileLab({ ...asked, base: "file", month: "2022-10" }, size);
  for (let at = 0; at < bytes.length; at += piece) if (!lab.push(bytes.subarray(at, at + piece))) break;
  return lab.answer();
}

test("the households of a file give the figures of the native program, in any pieces", { timeout: 600_000 }, () => {
  const path = "src/population/own/example.csv";
  const arguments_ = [
    "compare",
    "--households",
    path,
    "--month",
    "2022-10",
    "--regimes",
    asked.regimes.join(","),
    "--json",
  ];
  const native = execFileSync(
    "cargo",
    ["run", "-q", "--profile", "release-test", "--features", "cli", "--", ...arguments_],
    { encoding: "utf8" },
  );
  const example = new TextEncoder().encode(fileGuide().example);
  expect(example).toEqual(new Uint8Array(readFileSync(path)));
  for (const piece of [7, 1000, 1 << 20]) expect(ofFile(example, piece)).toEqual(JSON.parse(native));
});

test("what is no file of households is refused, in both languages", () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const refusal = (code: string) => ({
    code,
    reason: { fr: expect.stringMatching(/./), en: expect.stringMatching(/./) },
  });
  expect(ofFile(text("PK\u0003\u0004"), 10)).toEqual(refusal("spreadsheet"));
  expect(ofFile(text(""), 10)).toEqual(refusal("empty"));
  expect(ofFile(text("age\n40\n"), 2)).toEqual(refusal("missing_columns"));
  expect(ofFile(text("adults\n1\n"), 10, 1e9)).toEqual(refusal("too_large"));
  const { columns } = fileGuide();
  expect(columns.filter(({ needed }) => needed).map(({ name }) => name.en)).toEqual([
    "adults",
    "children_under_14",
    "children_14_17",
    "disposable_income",
  ]);
  expect(refused(() => new FileLab({ ...asked, month: undefined }, 1))).toMatchObject([
    { field: "month", code: "missing" },
  ]);
});
