import type { HouseholdInput } from "../../engine.ts";
import { get, put } from "../../path.ts";
import { type Field, UNKNOWN, type Voice, within } from "./field.ts";
import { Group, Pick, Text } from "./parts.tsx";

/** A few words that nobody has to give. */
export function text(voice: Voice, about: { path: string; legend: string; hint?: string }): Field {
  const { path, legend, hint } = about;
  const value = (household: HouseholdInput) => get(household, path) as string | undefined;
  return {
    path,
    legend,
    fill: (household) => ({ [path]: value(household) ?? "" }),
    read(form) {
      const said = (form[path] ?? "").trim();
      return { apply: (household) => put(household, path, said || undefined) };
    },
    holds: within(path),
    control: () => path,
    known: () => true,
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
  get(household: HouseholdInput): number | undefined;
  set(household: HouseholdInput, count: number | undefined): HouseholdInput;
}

/** A whole number, or "I do not know". */
export function count(voice: Voice, about: Count): Field {
  const { path, legend, hint, label } = about;
  const [low, high, message] = about.range;
  const box = `${path}?`;
  return {
    path,
    legend,
    fill(household, unknown) {
      const known = about.get(household);
      return { [path]: known === undefined ? "" : String(known), [box]: unknown ? UNKNOWN : "" };
    },
    read(form) {
      const text = (form[path] ?? "").trim();
      if (form[box] === UNKNOWN && !text)
        return { apply: (household) => about.set(household, undefined), unknown: true };
      const number = Number(text);
      if (!/^\d{1,4}$/.test(text) || number < low || number > high) return { faults: [{ control: path, message }] };
      return { apply: (household) => about.set(household, number) };
    },
    holds: (problem) => problem === path,
    control: () => path,
    known: (household) => about.get(household) !== undefined,
    tell: (household) => String(about.get(household) ?? ""),
    view: (shown) => (
      <Group id={box} legend={legend} heading={shown.heading} hint={hint}>
        <Text
          id={path}
          label={label}
          shown={{ ...shown, change: (changes) => shown.change({ ...changes, [box]: "" }) }}
          mode="numeric"
          size={3}
        />
        <Pick
          type="checkbox"
          name={box}
          id={box}
          checked={shown.form[box] === UNKNOWN}
          label={voice.flow.controls.unknown}
          onPick={(on) => shown.change(on ? { [box]: UNKNOWN, [path]: "" } : { [box]: "" })}
        />
      </Group>
    ),
  };
}
