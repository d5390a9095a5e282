import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "./engine.ts";
import { type Flow, flow } from "./strings/flow.fr.ts";
import { type Questions, questions } from "./strings/questions.fr.ts";

/** The language of the page and the words that every screen needs. */
export interface Words {
  language: Language;
  flow: Flow;
  questions: Questions;
}

export const FRENCH: Words = { language: "fr", flow, questions };

/** The words of a language; French is there from the start. */
export async function words(language: Language): Promise<Words> {
  return language === "fr" ? FRENCH : (await import("./strings/en.ts")).ENGLISH;
}

/** What a page opens with: what `of` gives for the language that its address asks for, or for French when that cannot be fetched. */
export function opening<T>(of: (language: Language) => Promise<T>): Promise<T> {
  const asked = new URLSearchParams(location.search).get("lang");
  return asked === "en" ? of("en").catch(() => of("fr")) : of("fr");
}

/** Says in which language the page is: to readers of the screen, and in its address for a reload. */
export function told(language: Language): void {
  document.documentElement.lang = language;
  const address = new URL(location.href);
  if (language === "fr") address.searchParams.delete("lang");
  else address.searchParams.set("lang", language);
  history.replaceState(history.state, "", address);
}

export const WordsContext = createContext(FRENCH);

/** Words inside a sentence: their capital goes, but that of "I". */
export const inside = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

/** What stands between a label and its value. */
export const Colon = (): string => useWords().flow.colon;

/** The words in use. */
export const useWords = (): Words => useContext(WordsContext);

/** The address of another of our pages, in a language. */
export const pageIn = (language: Language, page: string): string =>
  `./${page}.html${language === "fr" ? "" : `?lang=${language}`}`;

/** Takes the text of the language in use among those of an area that only some screens need. */
export const useArea = <T>(area: Record<Language, T>): T => area[useWords().language];
