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

export const WordsContext = createContext(FRENCH);

/** What stands between a label and its value. */
export const Colon = (): string => useWords().flow.colon;

/** The words in use. */
export const useWords = (): Words => useContext(WordsContext);

/** Takes the text of the language in use among those of an area that only some screens need. */
export const useArea = <T>(area: Record<Language, T>): T => area[useWords().language];
