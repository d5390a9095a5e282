import months from "../pkg/months.json";
import periods from "../pkg/periods.json";
import { thisMonth } from "./amounts.ts";
import type { Assessed, CheckRequest, HouseholdInput, Language, RegimeAnswer } from "./engine.ts";
import { isCurrent, type Period } from "./period.ts";

/** Version of the requests this page writes. */
export const SCHEMA_VERSION = 1;

/** First and last month that the values of the law cover. */
export const [FIRST_MONTH = "", LAST_MONTH = ""] = months;

/** Rules wider than those in force, shown for comparison in every month. */
export const WIDER = ["R1", "R3", "R5", "R6", "R9", "R14", "R15", "R20"];

/** What a visitor said. It lives in this tab and nowhere else. */
export interface Session {
  /** What she came for. */
  entry: "right" | "budget";
  /** The month looked at. */
  month: string;
  /** Regimes in force or on sale that month, then the wider ones. */
  regimes: { current: string[]; wider: string[] };
  household: HouseholdInput;
  /** Regimes put together on one bill, in the order in which they apply. */
  together: string[];
  /** Pages answered, with an answer or with "I do not know". */
  done: string[];
  /** Paths of the fields answered by "I do not know". */
  unknown: string[];
}

/** The session as the engine reads it. */
export function request(session: Session, language: Language): CheckRequest {
  const { current, wider } = session.regimes;
  return {
    schema_version: SCHEMA_VERSION,
    month: session.month,
    language,
    regimes: [...current, ...wider],
    together: session.together.filter((id) => [...current, ...wider].includes(id)),
    household: session.household,
  };
}

/** This month, or the nearest one that is covered. */
export function today(): string {
  const month = thisMonth();
  return month < FIRST_MONTH ? FIRST_MONTH : month > LAST_MONTH ? LAST_MONTH : month;
}

/** The regimes that began one day, variants left out. */
const PERIODS: (Period & { id: string })[] = periods;

/** The regimes to look at in a month: those in force or on sale, and the wider ones. */
export function regimesOf(month: string): Session["regimes"] {
  const current = PERIODS.filter((period) => isCurrent(period, month)).map(({ id }) => id);
  return { current, wider: WIDER.filter((id) => !current.includes(id)) };
}

/** The verdicts of a list of regimes, in its order. */
export const verdicts = (answer: Assessed, ids: string[]): RegimeAnswer[] =>
  ids.flatMap((id) => answer.regimes.filter((regime) => regime.id === id));

/** A visitor who has not answered anything yet. */
export const begun = (entry: Session["entry"], month: string): Session => ({
  entry,
  month,
  regimes: regimesOf(month),
  household: { persons: [{ role: "applicant" }] },
  together: [],
  done: [],
  unknown: [],
});
