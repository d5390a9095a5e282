import type { HouseholdInput } from "../../engine.ts";
import { inside } from "../../words.ts";
import { type Field, UNKNOWN, type Voice, within } from "./field.ts";
import { Group, Pick } from "./parts.tsx";

interface List {
  path: string;
  legend: string;
  hint?: string;
  none?: string;
  /** Ticking some and not knowing the rest is an answer. */
  rest?: boolean;
  options: { value: string; label: string; hint?: string }[];
  /** Which are ticked, once the list was answered; `whole` when the others are known not to be. */
  get(household: HouseholdInput): { ticked: string[]; whole: boolean } | undefined;
  set(household: HouseholdInput, ticked: string[], whole: boolean): HouseholdInput;
}

const NONE = "none";

/** Boxes to tick; none and "I do not know" are said, never supposed. */
export function list({ flow }: Voice, { path, legend, hint, none, rest = false, options, ...own }: List): Field {
  const box = (value: string) => `${path}=${value}`;
  const first = options[0] ? box(options[0].value) : box(NONE);
  const ticked = (form: Record<string, string>) => options.filter(({ value }) => form[box(value)] === "on");
  return {
    path,
    legend,
    fill(household, unknown) {
      const known = own.get(household);
      const form = Object.fromEntries(
        options.map(({ value }) => [box(value), known?.ticked.includes(value) ? "on" : ""]),
      );
      form[box(NONE)] = known?.whole && known.ticked.length === 0 ? "on" : "";
      form[box(UNKNOWN)] = unknown || (rest && known && !known.whole) ? "on" : "";
      return form;
    },
    read(form) {
      const values = ticked(form).map(({ value }) => value);
      const unknown = form[box(UNKNOWN)] === "on";
      if (values.length === 0 && !unknown && form[box(NONE)] !== "on") {
        return { faults: [{ control: first, message: flow.choose }] };
      }
      return { apply: (household) => own.set(household, values, !unknown), unknown };
    },
    holds: within(path),
    control: (_form, problem) => {
      const named = options.find(({ value }) => problem === `${path}.${value}`);
      return named ? box(named.value) : first;
    },
    known(household) {
      const known = own.get(household);
      return known !== undefined && (rest || known.whole);
    },
    tell(household) {
      const known = own.get(household);
      if (!known) return "";
      const names = options.filter(({ value }) => known.ticked.includes(value)).map(({ label }) => label);
      if (!known.whole && (names.length || rest)) names.push(inside(flow.controls[rest ? "restUnknown" : "unknown"]));
      return names.join(", ") || (known.whole ? (none ?? flow.controls.none) : "");
    },
    view({ form, change, errors, heading }) {
      const clear = (values: string[]) => Object.fromEntries(values.map((value) => [box(value), ""]));
      const all = options.map(({ value }) => value);
      const pick = (value: string) => (on: boolean) => {
        const alone = value === NONE || (value === UNKNOWN && !rest);
        const others = alone ? [...all, NONE, UNKNOWN] : value === UNKNOWN ? [NONE] : rest ? [NONE] : [NONE, UNKNOWN];
        change({ ...(on ? clear(others) : {}), [box(value)]: on ? "on" : "" });
      };
      const tick = (value: string, label: string, hint?: string) => (
        <Pick
          key={value}
          type="checkbox"
          name={path}
          id={box(value)}
          checked={form[box(value)] === "on"}
          label={label}
          hint={hint || undefined}
          onPick={pick(value)}
        />
      );
      return (
        <Group id={path} legend={legend} heading={heading} hint={hint} error={errors[first]}>
          {options.map(({ value, label, hint }) => tick(value, label, hint))}
          <div class="apart">
            {tick(NONE, none ?? flow.controls.none)}
            {tick(UNKNOWN, rest && ticked(form).length ? flow.controls.restUnknown : flow.controls.unknown)}
          </div>
        </Group>
      );
    },
  };
}
