/**
 * The algebra that the engine's rules are written in, over ranges: `src/algebra/ranges.rs`, operation for operation.
 * Amounts are whole cents; products stay below 2^52, so that every quotient of JavaScript's numbers rounds down exactly.
 */

/** Lowest, highest, and a bit for each question it still depends on. */
export type Range = readonly [low: number, high: number, open: number];
/** Yes, no, or the questions it still depends on (0: none that the form asks). */
export type Truth = boolean | number;
/** A number, or a table in straight pieces: where each begins, its first value, its step. */
export type Constant = number & number[];
export type Bill = readonly [saving: Range, cheaperAlready: Truth];
export type Leaf = readonly [truth: Truth, value?: Range, limit?: Range];
export type Judged = readonly [truth: Truth, bill: Bill | null, leaves: readonly Leaf[]];
/** The answers of the form, in the order of the inputs. */
export type Row = readonly (Range & Truth)[];
export type Program = (k: readonly Constant[], i: Row) => readonly Judged[];
/** The place of the months it changed, then its first value and each new one. */
export type Column = readonly [changes: number, ...values: (number | number[])[]];
/** Where, from which month to before which, by which program, with which columns. */
export type Era = readonly [
  territory: string,
  from: number,
  until: number,
  program: Program,
  columns: readonly number[],
];
export type Input = readonly [name: string, kind: "truth" | "count" | "amount", low: number, high: number];
export type RegimeWords = {
  readonly id: string;
  readonly status: string;
  /** The address of the first of its sources. */
  readonly source: string;
  /** None for a proposal. */
  readonly period?: { readonly from: string; readonly until: string | null };
  readonly name: { readonly fr: string; readonly en: string };
  readonly leaves: readonly (readonly string[])[];
};

const range = (low: number, high: number, open: number): Range =>
  low < high ? [low, high, open] : low > high ? [high, low, open] : [low, high, 0];

/** An amount or a number that is known. */
export const n = (value: number): Range => [value, value, 0];
const join = (a: Range, b: Range, open: number): Range =>
  range(Math.min(a[0], b[0]), Math.max(a[1], b[1]), open | a[2] | b[2]);

export const add = (a: Range, b: Range): Range => range(a[0] + b[0], a[1] + b[1], a[2] | b[2]);
export const sub = (a: Range, b: Range): Range => range(a[0] - b[1], a[1] - b[0], a[2] | b[2]);
export const lesser = (a: Range, b: Range): Range => range(Math.min(a[0], b[0]), Math.min(a[1], b[1]), a[2] | b[2]);
export const greater = (a: Range, b: Range): Range => range(Math.max(a[0], b[0]), Math.max(a[1], b[1]), a[2] | b[2]);

/** To the nearest cent, the half upwards. */
const rounded = (amount: number, numerator: number, denominator: number) =>
  Math.floor((2 * amount * numerator + denominator) / (2 * denominator));
export const ratio = ([low, high, open]: Range, numerator: number, denominator: number): Range =>
  range(rounded(low, numerator, denominator), rounded(high, numerator, denominator), open);
const MILLION = 1_000_000;
export const without = ([low, high, open]: Range, rate: number): Range =>
  range(low - rounded(low, rate, MILLION), high - rounded(high, rate, MILLION), open);
export const share = (amount: Range, count: Range, scale: number): Range =>
  join(ratio(amount, scale, Math.max(count[0], 1)), ratio(amount, scale, Math.max(count[1], 1)), count[2]);

export const atMost = (a: Range, b: Range): Truth => (a[1] <= b[0] ? true : a[0] > b[1] ? false : a[2] | b[2]);
export const atLeast = (count: Range, least: number): Truth =>
  count[0] >= least ? true : count[1] < least ? false : count[2];
export const not = (a: Truth): Truth => (typeof a === "boolean" ? !a : a);
export const and = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === true ? b : b === true ? a : a | b;
export const or = (a: Truth, b: Truth): Truth => not(and(not(a), not(b)));
export const select = (condition: Truth, yes: Range, no: Range): Range =>
  condition === true ? yes : condition === false ? no : join(yes, no, condition);

/** What a table gives for every number of the range, joined. */
export function lookUp([low, high, open]: Range, table: readonly number[]): Range {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let number = low; number <= high; number++) {
    let piece = 0;
    while ((table[piece + 3] as number) <= number) piece += 3;
    const [from = 0, first = 0, step = 0] = table.slice(piece, piece + 3);
    const value = first + step * (number - from);
    [least, most] = [Math.min(least, value), Math.max(most, value)];
  }
  return range(least, most, open);
}

/** The dated numbers, and which program reads them when. */
export interface Law {
  readonly eras: readonly Era[];
  readonly columns: readonly Column[];
  readonly changes: readonly (readonly number[])[];
}

/** Reads the rules over a row; `null` where no law is known for the month. */
export function judge(
  { eras, columns, changes }: Law,
  territory: string,
  month: number,
  row: Row,
): readonly Judged[] | null {
  const era = eras.find(([where, from, until]) => where === territory && from <= month && month < until);
  if (!era) return null;
  const [, , , program, slots] = era;
  const numbers = slots.map((slot) => {
    const [dates = 0, ...values] = columns[slot] ?? [];
    return values[(changes[dates] ?? []).filter((from) => from <= month).length] as Constant;
  });
  return program(numbers, row);
}
