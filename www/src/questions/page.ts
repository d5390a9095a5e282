import type { HouseholdInput, PersonInput } from "../engine.ts";
import type { Questions } from "../strings/questions.fr.ts";
import type { Field, Voice } from "./fields/field.ts";

/** One thing asked at a time. */
export interface Page {
  id: string;
  /** Part of the questions it belongs to: 0 for the home, 4 for the spending. */
  stage: number;
  title: string;
  hint?: string;
  fields: Field[];
  /** What it asks, in the engine's words; one that ends with a point stands for all that begin so. */
  asks: string[];
  /** Persons it is about; everybody when left out. */
  persons?: number[];
  /** Asked whatever it may change: who lives there, and the budget of somebody who came for it. */
  always?: boolean;
}

/** What the pages depend on. */
export interface About {
  household: HouseholdInput;
  month: string;
  quarter: string[];
  /** She came for her budget: what it is made of is asked too. */
  budget: boolean;
  /** A tariff of the month is open to her: what it would save rests on her bill. */
  priced: boolean;
  /** Her income cannot be added up yet. */
  incomeOpen: boolean;
  voice: Voice;
  words: Questions;
}

export const ADULTS = ["applicant", "partner"];
export const persons = (household: HouseholdInput): PersonInput[] => household.persons ?? [];

/** A page of one field, whose legend is its title. */
export const page = (rest: Omit<Page, "title" | "fields">, field: Field): Page => ({
  ...rest,
  title: field.legend,
  fields: [field],
});

/** The adults and the children with their places and names. */
export function people({ household, words }: About) {
  const named = persons(household).map((person, place) => ({ person, place }));
  const adults = named.filter(({ person }) => ADULTS.includes(person.role ?? ""));
  const children = named.filter(({ person }) => person.role === "child");
  return {
    adults: adults.map(({ place, person }) => ({ place, person, which: person.role === "partner" ? 1 : 0 }) as const),
    children: children.map(({ place, person }, at) => ({ place, person, name: words.child(at + 1) })),
  };
}

/** How a person is called. */
export function nameOf(about: Pick<About, "household" | "words">, place: number): string {
  const role = persons(about.household)[place]?.role;
  const { who, child } = about.words;
  return role === "applicant" ? who[0] : role === "partner" ? who[1] : child(place - childrenFrom(about.household) + 1);
}

const childrenFrom = (household: HouseholdInput) => persons(household).findIndex(({ role }) => role === "child");
