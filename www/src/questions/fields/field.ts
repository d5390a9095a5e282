import type { ComponentChildren } from "preact";
import type { HouseholdInput, Language } from "../../engine.ts";
import type { Flow } from "../../strings/flow.fr.ts";

/** What the controls of a page hold, by control: exactly what was typed. A control is named by the engine's path. */
export type Form = Record<string, string>;

/** A control to correct, and why. */
export interface Fault {
  control: string;
  message: string;
}

/** What a form says once read: a change to the household and whether it is "I do not know", or what to correct. */
export type Reading = { apply(household: HouseholdInput): HouseholdInput; unknown?: boolean } | { faults: Fault[] };

/** What a field needs to show itself. */
export interface Shown {
  form: Form;
  change(changes: Form): void;
  /** Messages by control. */
  errors: Record<string, string>;
  /** The field's legend is the heading of the page. */
  heading: boolean;
}

/** The words a field is written with. */
export interface Voice {
  flow: Flow;
  language: Language;
}

/** Something asked: how it is shown, read and told again. */
export interface Field {
  /** Where its answer stands in the household, in the engine's words. */
  path: string;
  /** The question, as the summary repeats it. */
  legend: string;
  /** What the controls show for what is known. */
  fill(household: HouseholdInput, unknown: boolean): Form;
  read(form: Form): Reading;
  /** Whether a problem of the engine, by its path, is about this field. */
  holds(problem: string): boolean;
  /** The control a problem of the engine is about; the first one when it is about the whole. */
  control(form: Form, problem: string): string;
  /** What one of several controls is about, for the list of errors. */
  about?(control: string): string | undefined;
  /** Whether the household holds an answer. */
  known(household: HouseholdInput): boolean;
  /** The answer in words, when there is one. */
  tell(household: HouseholdInput): string;
  view(shown: Shown): ComponentChildren;
}

/** The value that says "I do not know" in a group of choices. */
export const UNKNOWN = "unknown";

/** Whether a path is `path` or stands inside it. */
export const within = (path: string) => (problem: string) =>
  problem === path || problem.startsWith(`${path}.`) || problem.startsWith(`${path}[`);

/** The control whose name is the longest beginning of the problem's path. */
export function nearest(controls: string[], problem: string): string {
  const begins = controls.filter((control) => problem.startsWith(control));
  return begins.sort((a, b) => b.length - a.length)[0] ?? controls[0] ?? problem;
}
