import { between, money, percent, telling } from "../amounts.ts";
import type { BoundsAnswer, Language } from "../engine.ts";

/** The ends that tell something. */
function ends({ from: low, to: high }: Exclude<BoundsAnswer, string>): (string | undefined)[] {
  const least = low !== null && Number(low) !== 0 ? low : undefined;
  return low !== null && high !== null ? telling(low, high) : [least, high ?? undefined];
}

/** Whether anything is known of it. */
export const tellsBounds = (value: BoundsAnswer): boolean =>
  typeof value === "string" || ends(value).some((end) => end !== undefined);

/** Whether it is less than nothing, whatever is not known. */
export const lacks = (value: BoundsAnswer): boolean => Number(typeof value === "string" ? value : (value.to ?? 0)) < 0;

/** The same amounts with the other sign. */
export function opposite(value: BoundsAnswer): BoundsAnswer {
  const turned = (text: string) => (text.startsWith("-") ? text.slice(1) : `-${text}`);
  if (typeof value === "string") return turned(value);
  const { from, to } = value;
  return { from: to && turned(to), to: from && turned(from) };
}

/** Between what and what an amount of money lies, as much as tells something. */
export function bounds(value: BoundsAnswer, language: Language): string {
  if (typeof value === "string") return money(value, language);
  const [from, to] = ends(value);
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
