import { later as laterEn } from "./later.en.ts";
import { later as laterFr } from "./later.fr.ts";
import { result as en } from "./result.en.ts";
import { result as fr } from "./result.fr.ts";

/** The words of the result, in each language. */
export const RESULT = { fr, en };

/** The words of the questions that come after who lives there, in each language. */
export const LATER = { fr: laterFr, en: laterEn };
