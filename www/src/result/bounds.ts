import { between, money, percent, telling } from "../amounts.ts";
import type { BoundsAnswer, Language } from "../engine.ts";

/** Between what and what an amount of money lies, as much as tells something. */
export function bounds(value: BoundsAnswer, language: Language): string {
  if (typeof value === "string") return money(value, language);
  const { from: low, to: high } = value;
  const least = low !== null && Number(low) !== 0 ? low : undefined;
  const [from, to] = low !== null && high !== null ? telling(low, high) : [least, high ?? undefined];
  return between(from && money(from, language), to && money(to, language), language);
}

/** Between what and what a share lies. */
export function shares(value: BoundsAnswer, language: Language): string {
  if (typeof value === "string") return percent(value, language);
  const { from: low, to: high } = value;
  const nothing = high === null && Number(low) === 0;
  return between(
    nothing || low === null ? undefined : percent(low, language),
    high === null ? undefined : percent(high, language),
    language,
  );
}
