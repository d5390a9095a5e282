import type { CompareRequest, Known, Regime } from "./protocol.ts";

/** What the visitor compares. */
export interface Choices {
  base: string;
  size: number;
  seed: number;
  regimes: readonly string[];
  own: readonly Regime[];
  /** Assumptions that were moved, by id. */
  moved: Readonly<Record<string, number>>;
  /** The month whose law is applied; that of the incomes of the base when left out. */
  month?: string | undefined;
  /** The name of the file of households, when the base is `FILE`. */
  file?: string | undefined;
}

/** The base of those who give their own households. */
export const FILE = "file";

/** The default comparison. */
export const USUAL: Choices = {
  base: "france-2022",
  size: 100_000,
  seed: 2014,
  regimes: ["R1", "R3", "R5", "R6", "R9", "R14", "R15", "R20"],
  own: [],
  moved: {},
};

export const request = ({ base, size, seed, regimes, own, moved, month }: Choices): CompareRequest => ({
  base,
  month,
  size,
  seed,
  hypotheses: true,
  assumptions: Object.entries(moved).map(([id, value]) => ({ id, value })),
  regimes: [...regimes, ...own.map(({ id }) => id)],
  own_regimes: [...own],
});

interface Link {
  choices: Choices;
  ruleset: string;
}

/** Fewer households are never drawn. */
const FEWEST = 1000;

/** A link of this page is never longer. */
const LONGEST = 60_000;
const MOST_REGIMES = 40;

/** The part of a link that follows `#`. */
export const written = (choices: Choices, ruleset: string): string =>
  `c1.${encodeURIComponent(JSON.stringify({ choices, ruleset } satisfies Link))}`;

/** The same choices with what there is, whatever a link asked for; the very same when nothing was lacking. */
export function possible(choices: Choices, { bases, choices: regimes, assumptions }: Known): Choices {
  const { base, size, regimes: chosen, own, moved, month } = choices;
  const found = bases.find(({ name }) => name === base);
  const [first = "", last = ""] = bases[0]?.months ?? [];
  const there = chosen.filter((id) => regimes.some((regime) => regime.id === id));
  const known = Object.entries(moved).filter(([id, value]) =>
    assumptions.some((of) => of.id === id && of.low <= value && value <= of.high),
  );
  const drawable = (most: number) => Math.min(Math.max(size, FEWEST), most);
  const kept: Choices = {
    ...choices,
    base: found || base === FILE ? base : USUAL.base,
    size: found ? drawable(found.households) : base === FILE ? size : USUAL.size,
    regimes: there.length + own.length > 0 ? there : USUAL.regimes,
    moved: Object.fromEntries(known),
    month: month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && first <= month && month <= last ? month : undefined,
  };
  return JSON.stringify(kept) === JSON.stringify(choices) ? choices : kept;
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length < 100;
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isRegime = (value: unknown): value is Regime =>
  typeof value === "object" && value !== null && isText((value as Regime).id) && isText((value as Regime).name?.fr);

/** The mark of a rule that was changed or written here: no other name passes for that of a built-in rule. */
export const OWN = "*";
const marked = (rule: Regime): Regime => (rule.id.endsWith(OWN) ? rule : { ...rule, id: `${rule.id}${OWN}` });

/** Reads the part of a link. Nothing of it is trusted, and the engine judges what it says. */
export function read(part: string): Link | undefined {
  if (!part.startsWith("c1.") || part.length > LONGEST) return undefined;
  try {
    const { choices, ruleset } = JSON.parse(decodeURIComponent(part.slice(3))) as Partial<Link>;
    const { base, size, seed, regimes, own, moved, file, month } = choices ?? {};
    if (![file, month].every((text) => text === undefined || isText(text))) return undefined;
    if (!isText(base) || !isWhole(size) || !isWhole(seed)) return undefined;
    if (!Array.isArray(regimes) || regimes.length > MOST_REGIMES || !regimes.every(isText)) return undefined;
    if (!Array.isArray(own) || own.length > MOST_REGIMES || !own.every(isRegime)) return undefined;
    const numbers = Object.entries(moved ?? {}).every(([id, value]) => isText(id) && Number.isFinite(value));
    if (!numbers || regimes.length + own.length === 0) return undefined;
    return {
      choices: { base, size, seed, regimes, own: own.map(marked), moved: moved ?? {}, file, month },
      ruleset: String(ruleset).slice(0, 64),
    };
  } catch {
    return undefined;
  }
}
