import type { Words } from "../words.ts";
import { LATER, RESULT } from "./areas.ts";
import { flow } from "./flow.en.ts";
import { later } from "./later.en.ts";
import { questions } from "./questions.en.ts";
import { result } from "./result.en.ts";

RESULT.en = result;
LATER.en = later;

/** The words that every screen needs, in English. */
export const ENGLISH: Words = { language: "en", flow, questions };
