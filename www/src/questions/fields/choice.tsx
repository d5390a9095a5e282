import type { HouseholdInput } from "../../engine.ts";
import { get, put } from "../../path.ts";
import { type Field, UNKNOWN, type Voice, within } from "./field.ts";
import { Group, Pick } from "./parts.tsx";

type Value = string | boolean;

interface Choice {
  path: string;
  legend: string;
  hint?: string;
  options: [value: Value, label: string][];
  /** The answer in the household when it does not stand at `path`. */
  get?(household: HouseholdInput): Value | undefined;
  set?(household: HouseholdInput, value: Value | undefined): HouseholdInput;
}

/** One answer among a few. */
export function choice({ flow }: Voice, { path, legend, hint, options, ...own }: Choice): Field {
  const value = own.get ?? ((household) => get(household, path) as Value | undefined);
  const set = own.set ?? ((household, value) => put(household, path, value));
  const all: [Value, string][] = [...options, [UNKNOWN, flow.controls.unknown]];
  return {
    path,
    legend,
    fill(household, isUnknown) {
      const known = value(household);
      return { [path]: known !== undefined ? String(known) : isUnknown ? UNKNOWN : "" };
    },
    read(form) {
      if (form[path] === UNKNOWN) return { apply: (household) => set(household, undefined), unknown: true };
      const picked = options.find(([value]) => String(value) === form[path]);
      if (!picked) return { faults: [{ control: path, message: flow.choose }] };
      return { apply: (household) => set(household, picked[0]) };
    },
    holds: within(path),
    control: () => path,
    known: (household) => value(household) !== undefined,
    tell: (household) => options.find(([one]) => one === value(household))?.[1] ?? "",
    view: ({ form, change, errors, heading }) => (
      <Group id={path} legend={legend} heading={heading} hint={hint} error={errors[path]}>
        {all.map(([value, label], place) => (
          <Pick
            key={String(value)}
            type="radio"
            name={path}
            id={place === 0 ? path : `${path}=${value}`}
            checked={form[path] === String(value)}
            label={label}
            onPick={() => change({ [path]: String(value) })}
          />
        ))}
      </Group>
    ),
  };
}

/** Yes or no. */
export const yesNo = (voice: Voice, about: Omit<Choice, "options">): Field =>
  choice(voice, {
    ...about,
    options: [
      [true, voice.flow.controls.yes],
      [false, voice.flow.controls.no],
    ],
  });
