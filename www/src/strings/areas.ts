import type { Language } from "../engine.ts";
import { type Later, later } from "./later.fr.ts";
import { type Result, result } from "./result.fr.ts";

/** The words of the result. `en.ts` puts the English ones here: who reads French never loads them. */
export const RESULT: Record<Language, Result> = { fr: result, en: result };

/** The words of the questions that come after who lives there, in the same way. */
export const LATER: Record<Language, Later> = { fr: later, en: later };
