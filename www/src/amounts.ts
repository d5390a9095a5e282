import type { AmountAnswer, AmountInput, IntervalInput, Language } from "./engine.ts";

/** Spaces people and programs put between thousands: plain, no-break, thin, narrow no-break. */
const SPACES = /[ \u00a0\u2009\u202f]/g;

/** What was typed, as the engine reads it: `1 234,56 €` and `1234€56` give `1234.56`. What is not an amount is left for it to refuse. */
export function decimal(typed: string): string {
  const text = typed
    .replace(SPACES, "")
    .replace(/(€|euros?)$/i, "")
    .replace(/^(\d+)€(\d\d)$/, "$1,$2");
  return /^-?\d+([.,]\d*)?$/.test(text) ? text.replace(",", ".").replace(/\.$/, "") : typed.trim();
}

/** The number typed, when it is written in digits, two decimals at most: neither `1e3` nor `1.200`, which may be twelve hundred. */
export function digits(typed: string): number {
  const text = decimal(typed);
  return /^-?\d+(\.\d\d?)?$/.test(text) ? Number(text) : Number.NaN;
}

/** Decimal text the way it is typed in `language`. */
export const typed = (text: string | number, language: Language): string =>
  language === "fr" ? String(text).replace(".", ",") : String(text);

export const isInterval = (value: unknown): value is IntervalInput =>
  typeof value === "object" && value !== null && "from" in value && "to" in value;

/** What was typed on one line, `600`, `600 à 900` or `entre 600 et 900`, as the engine reads it. */
export function amountTyped(text: string): AmountInput {
  const ends = text.replace(/^\s*(de|entre|between|from)\s/i, "").split(/à|et|to|and|–|-/i);
  const [from, to] = ends.map(decimal);
  return ends.length === 2 && from && to ? { from, to } : decimal(text);
}

/** An amount the way it is typed on one line. */
export function amountShown(amount: AmountInput, language: Language): string {
  if (!isInterval(amount)) return typed(amount, language);
  return `${typed(amount.from, language)} ${language === "fr" ? "à" : "to"} ${typed(amount.to, language)}`;
}

const locale = { fr: "fr-FR", en: "en-IE" } as const;

/** Whatever `make` gives in a language, made once: making a format takes longer than a hundred uses of it. */
function kept<T>(make: (locale: string) => T): (language: Language) => T {
  const made: Partial<Record<Language, T>> = {};
  return (language) => (made[language] ??= make(locale[language]));
}

/** Formats decimal text without passing by a number: browsers of 2023 or later are exact, older ones nearly so. */
function formatted(options: Intl.NumberFormatOptions): (text: string, language: Language) => string {
  const format = kept((locale) => new Intl.NumberFormat(locale, options));
  return (text, language) =>
    format(language)
      .format(text as unknown as number)
      .replace("-", "−");
}

/** `"646.5"` as `646,50 €`. */
export const money = formatted({ style: "currency", currency: "EUR" });

/** `"0.083"` as `8,3 %`. */
export const percent = formatted({ style: "percent", maximumFractionDigits: 1 });

/** `"1.5"` as `1,5`. */
export const number = formatted({ maximumFractionDigits: 2 });

/** An amount of a month that tells something as a bound whatever the other one is. */
const SMALL = 1000;

/** The bounds that tell something, by the engine's rule: not nothing, nor more than four times the lower bound. */
export function telling(from: string, to: string): [low: string | undefined, high: string | undefined] {
  const [low, high] = [Number(from), Number(to)];
  if (low === high) return [from, to];
  return [low !== 0 && low >= -SMALL ? from : undefined, high <= Math.max(SMALL, 4 * low) ? to : undefined];
}

/** What lies between two bounds already in words, one or both of which may not be known. */
export function between(low: string | undefined, high: string | undefined, language: Language): string {
  const french = language === "fr";
  if (low !== undefined && low === high) return low;
  if (low !== undefined && high !== undefined) return french ? `entre ${low} et ${high}` : `between ${low} and ${high}`;
  if (low !== undefined) return french ? `au moins ${low}` : `at least ${low}`;
  if (high !== undefined) return french ? `au plus ${high}` : `at most ${high}`;
  return french ? "pas encore connu" : "not known yet";
}

/** Whether anything is known of an amount. */
export const tells = (value: AmountAnswer): boolean =>
  typeof value === "string" || telling(value.from, value.to).some((bound) => bound !== undefined);

/** An amount of an answer in words, as much as is known of it. */
export function amount(value: AmountAnswer, language: Language): string {
  if (typeof value === "string") return money(value, language);
  const [low, high] = telling(value.from, value.to);
  return between(low && money(low, language), high && money(high, language), language);
}

// Not by a locale's format: a browser takes as long to make its first one as to show the first screen.
const MONTHS = {
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** The months of a year, in order. */
export const monthNames = (language: Language): readonly string[] => MONTHS[language];

/** `2014-11` as `novembre 2014`. */
export function monthName(month: string, language: Language): string {
  const [year, place] = month.split("-");
  return `${MONTHS[language][Number(place) - 1]} ${year}`;
}

/** `2026-11-23` as `23 novembre 2026`; other texts, such as a year alone, as they are. */
export function dayName(day: string, language: Language): string {
  const [, month, number] = /^(\d{4}-\d\d)(?:-(\d\d))?$/.exec(day) ?? [];
  if (!month) return day;
  if (!number) return monthName(month, language);
  return `${number === "01" && language === "fr" ? "1er" : Number(number)} ${monthName(month, language)}`;
}

/** The month that it is where the visitor is. */
export function thisMonth(): string {
  const now = new Date();
  return monthAfter(`${now.getFullYear()}-01`, now.getMonth());
}

/** Whether a month is over: nothing can be asked for it any more. */
export const isPast = (month: string): boolean => month < thisMonth();

/** A month as a number of months, for the difference of two. */
export function monthNumber(month: string): number {
  const [year = 0, place = 1] = month.split("-").map(Number);
  return year * 12 + place - 1;
}

/** The month `offset` months after `month`. */
export function monthAfter(month: string, offset: number): string {
  const number = monthNumber(month) + offset;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** As print has it: the engine's sentences have the apostrophes of a keyboard and plain spaces, as every program reads them. */
export function printed<T>(answer: T): T;
export function printed(answer: unknown): unknown {
  if (typeof answer === "string") return answer.replaceAll("'", "’").replace(/ (?=[:;?!%€»](?!\S))|(?<=«) /g, "\u00a0");
  if (Array.isArray(answer)) return answer.map(printed);
  if (typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, printed(value)]));
}
