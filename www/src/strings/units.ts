import { money, number, percent } from "../amounts.ts";
import type { Language } from "../engine.ts";

/** What follows an amount or a number in each unit. */
const AFTER: Record<string, Record<Language, string>> = {
  "EUR/hour": { fr: " par heure", en: " an hour" },
  "EUR/day": { fr: " par jour", en: " a day" },
  "EUR/month": { fr: " par mois", en: " a month" },
  "EUR/year": { fr: " par an", en: " a year" },
  years: { fr: " ans", en: " years" },
  months: { fr: " mois", en: " months" },
  hours: { fr: " heures", en: " hours" },
  persons: { fr: " personnes", en: " persons" },
};

/** A dated value with its unit in words. */
export function measured(value: string, unit: string, language: Language): string {
  if (unit === "ratio") return percent(value, language);
  const text = unit.startsWith("EUR") ? money(value, language) : number(value, language);
  return text + (AFTER[unit]?.[language] ?? "");
}
