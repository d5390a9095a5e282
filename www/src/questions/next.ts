import type { Assessed, QuestionAnswer } from "../engine.ts";
import type { Session } from "../session.ts";
import type { Page } from "./page.ts";

/** Whether a page was answered, "I do not know" included, and its answer still stands. */
export function isDone(page: Page, { done, household, unknown }: Session): boolean {
  return done.includes(page.id) && page.fields.every((field) => field.known(household) || unknown.includes(field.path));
}

/** What would still change a verdict. */
export const open = (answer: Assessed | undefined): QuestionAnswer[] =>
  answer?.regimes.filter(({ verdict }) => verdict === "unknown").flatMap(({ missing }) => missing) ?? [];

/** Whether a page asks a question about the persons it concerns. */
export function asks(page: Page, { question, persons }: QuestionAnswer): boolean {
  const named = page.asks.some((name) => (name.endsWith(".") ? question.startsWith(name) : question === name));
  const concerned = !page.persons || !persons.length || persons.some((person) => page.persons?.includes(person));
  return named && concerned;
}

/** Whether the page says who lives there, where and how: asked first, whatever the engine says, and never filled beforehand. */
export const isStructural = ({ id }: Page): boolean => ["territory", "couple", "children", "tenure"].includes(id);

/** Whether an answer to the page can still change something. */
export const matters = (page: Page, answer: Assessed | undefined): boolean =>
  page.always || open(answer).some((question) => asks(page, question));

/** The page to show next: in the first part with something left, the one the engine says would settle most. */
export function next(pages: Page[], session: Session, answer: Assessed | undefined): Page | undefined {
  const left = pages.filter((page) => !isDone(page, session) && matters(page, answer));
  const stage = Math.min(...left.map((page) => page.stage));
  const within = left.filter((page) => page.stage === stage);
  const best = answer?.next_question;
  const structural = within.find(isStructural);
  return structural ?? (best && within.find((page) => asks(page, best))) ?? within[0];
}
