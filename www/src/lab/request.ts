import type { CompareRequest, Regime } from "./protocol.ts";

/** What the visitor compares. */
export interface Choices {
  base: string;
  size: number;
  seed: number;
  regimes: readonly string[];
  own: readonly Regime[];
  /** Assumptions that were moved, by id. */
  moved: Readonly<Record<string, number>>;
  /** Of households from a file (the base is `FILE`): its name, and the month whose law is applied. */
  file?: string | undefined;
  month?: string | undefined;
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
  month: base === FILE ? month : undefined,
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

/** A link of this page is never longer. */
const LONGEST = 60_000;
const MOST_REGIMES = 40;

/** The part of a link that follows `#`. */
export const written = (choices: Choices, ruleset: string): string =>
  `c1.${encodeURIComponent(JSON.stringify({ choices, ruleset } satisfies Link))}`;

const isText = (value: unknown): value is string => typeof value === "string" && value.length < 100;
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isRegime = (value: unknown): value is Regime =>
  typeof value === "object" && value !== null && isText((value as Regime).id) && isText((value as Regime).name?.fr);

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
      choices: { base, size, seed, regimes, own, moved: moved ?? {}, file, month },
      ruleset: String(ruleset).slice(0, 64),
    };
  } catch {
    return undefined;
  }
}
