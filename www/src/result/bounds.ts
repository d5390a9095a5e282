import { money } from "../amounts.ts";
import type { BoundsAnswer, Language } from "../engine.ts";
import type { Result } from "../strings/result.fr.ts";

/** Between what and what a figure lies, in words. */
export function bounds(
  { at_least: low, at_most: high }: BoundsAnswer,
  language: Language,
  words: Result["budget"],
  show: (text: string, language: Language) => string = money,
): string {
  const nothing = low == null || Number(low) === 0;
  if (nothing && high == null) return words.unknown;
  if (high == null) return words.atLeast(show(low ?? "", language));
  if (low == null) return words.atMost(show(high, language));
  if (low === high) return show(low, language);
  const [from, to] = [show(low, language), show(high, language)];
  return language === "fr" ? `entre ${from} et ${to}` : `between ${from} and ${to}`;
}
