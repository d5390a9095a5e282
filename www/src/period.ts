import { monthAfter } from "./amounts.ts";

/** When a regime was in force or on sale, as far as is known. */
export interface Period {
  status: string;
  from: string;
  until: string | null;
}

/** For how many months after its start a regime whose end was not found is looked at among those of the month. */
const PERHAPS_OVER = 60;

/** Whether a regime is among those in force or on sale in a month. */
export function isCurrent({ status, from, until }: Period, month: string): boolean {
  const first = from.slice(0, 7);
  const last = until?.slice(0, 7) ?? (status === "lapsed" ? monthAfter(first, PERHAPS_OVER) : month);
  return first <= month && month <= last;
}
