import { changes, columns, eras, first, inputs, months, regimes } from "../../pkg/rules.ts";
import { monthAfter, monthNumber } from "../amounts.ts";
import { type Judged, judge, type Range, type Row, type Truth } from "./algebra.ts";

/** What was answered, by the name of the input. An input left out is not known. */
export type Answers = Readonly<Record<string, number | undefined>>;

/** Months since the first that the rules cover. */
const since = (month: string): number => monthNumber(month) - monthNumber(first);

/** `month` when the rules cover it, otherwise the nearest one. */
export function coveredMonth(month: string): string {
  return monthAfter(first, Math.min(Math.max(since(month), 0), months - 1));
}

export const CHILDREN = ["infants", "children", "grown"];
/** So many children, or more. */
export const MANY = 7;

/** The answers as ranges: what is not known is anything between the bounds of its input. */
export function row(answers: Answers): Row {
  return inputs.map(([name, kind, low, high], place): Range | Truth => {
    const answer = answers[name];
    if (kind === "truth") return answer === undefined ? 1 << place : answer === 1;
    if (answer === undefined) return [low, high, 1 << place];
    return answer === MANY && CHILDREN.includes(name) ? [answer, high, 1 << place] : [answer, answer, 0];
  }) as unknown as Row;
}

export interface Outcome {
  regime: (typeof regimes)[number];
  judged: Judged;
}

/** What the chosen regimes give; `undefined` where no law is known. */
export function outcomes(
  answers: Answers,
  chosen: readonly string[],
  territory: string,
  month: string,
): Outcome[] | undefined {
  const judged = judge({ eras, columns, changes }, territory, since(month), row(answers));
  return judged
    ?.map((judged, place) => ({ judged, regime: regimes[place] as Outcome["regime"] }))
    .filter(({ regime }) => chosen.includes(regime.id));
}

/** The inputs whose bits are set. */
export const named = (open: number): string[] => inputs.flatMap(([name], place) => (open & (1 << place) ? [name] : []));
