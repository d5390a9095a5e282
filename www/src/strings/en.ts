import type { Words } from "../words.ts";
import { flow } from "./flow.en.ts";
import { questions } from "./questions.en.ts";

/** The words that every screen needs, in English. */
export const ENGLISH: Words = { language: "en", flow, questions };
