import type { HouseholdInput } from "../../engine.ts";
import { get, put } from "../../path.ts";
import { type Field, type Voice, within } from "./field.ts";
import { Text } from "./parts.tsx";

/** A few words that nobody has to give: an empty line is "I do not know". */
export function text(voice: Voice, about: { path: string; legend: string; hint?: string }): Field {
  const { path, legend, hint } = about;
  const value = (household: HouseholdInput) => get(household, path) as string | undefined;
  return {
    path,
    legend,
    fill: (household) => ({ [path]: value(household) ?? "" }),
    read(form) {
      const said = (form[path] ?? "").trim();
      return { apply: (household) => put(household, path, said || undefined), unknown: !said };
    },
    holds: within(path),
    control: () => path,
    known: (household) => value(household) !== undefined,
    tell: (household) => value(household) ?? "",
    view: (shown) => (
      <Text id={path} label={legend + voice.flow.controls.optional} hint={hint} shown={shown} size={24} />
    ),
  };
}

interface Count {
  path: string;
  legend: string;
  hint: string;
  label: string;
  range: [low: number, high: number, message: string];
  get(household: HouseholdInput): number;
  set(household: HouseholdInput, count: number): HouseholdInput;
}

/** A whole number that has to be given. */
export function count(about: Count): Field {
  const { path, legend, hint, label } = about;
  const [low, high, message] = about.range;
  return {
    path,
    legend,
    fill: (household) => ({ [path]: String(about.get(household)) }),
    read(form) {
      const text = (form[path] ?? "").trim();
      const number = Number(text);
      if (!/^\d{1,4}$/.test(text) || number < low || number > high) return { faults: [{ control: path, message }] };
      return { apply: (household) => about.set(household, number) };
    },
    holds: (problem) => problem === path,
    control: () => path,
    known: () => true,
    tell: (household) => String(about.get(household)),
    view: (shown) => (
      <>
        {shown.heading && <h1 tabIndex={-1}>{legend}</h1>}
        <Text id={path} label={label} hint={hint} shown={shown} mode="numeric" size={3} />
      </>
    ),
  };
}
