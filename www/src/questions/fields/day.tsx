import { dayName } from "../../amounts.ts";
import type { HouseholdInput } from "../../engine.ts";
import { get, put } from "../../path.ts";
import { type Field, type Form, type Shown, UNKNOWN, type Voice, within } from "./field.ts";
import { Group, Pick, Text } from "./parts.tsx";

/** The three lines of a date. */
const lines = (path: string) => [`${path}.day`, `${path}.month`, `${path}.year`] as const;

/** A date as typed, in the engine's order; what is no date is left for it to refuse. */
function dayTyped(form: Form, path: string): string {
  const [day = "", month = "", year = ""] = lines(path).map((control) => (form[control] ?? "").trim());
  return `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function dayForm(day: string, path: string): Form {
  const [year = "", month = "", date = ""] = day.split("-");
  const [d, m, y] = lines(path);
  return { [d]: date, [m]: month, [y]: year };
}

function DayLines({ path, shown, voice }: { path: string; shown: Shown; voice: Voice }) {
  const words = voice.flow.controls;
  const [day, month, year] = lines(path);
  // The browser knows the visitor's own date of birth, and nobody else's.
  const own = (part: string) => (path === "persons[0].birth_date" ? `bday-${part}` : "off");
  return (
    <div class="day">
      <Text id={day} label={words.day} shown={shown} mode="numeric" size={2} autocomplete={own("day")} />
      <Text id={month} label={words.month} shown={shown} mode="numeric" size={2} autocomplete={own("month")} />
      <Text id={year} label={words.year} shown={shown} mode="numeric" size={4} autocomplete={own("year")} />
    </div>
  );
}

/** The fault of a date, at the first line of it that is empty or no number, or that makes a day that does not exist. */
function dayFaults(form: Form, path: string, message: string) {
  const [day = 0, month = 0, year = 0] = lines(path).map((control) => {
    const text = (form[control] ?? "").trim();
    return /^\d+$/.test(text) ? Number(text) : undefined;
  });
  const exists = year > 1000 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1 && day > 0;
  if (exists) return [];
  const wrong = lines(path).find((control) => !/^\d+$/.test((form[control] ?? "").trim()));
  const [first, , last] = lines(path);
  return [{ control: wrong ?? (year > 1000 ? first : last), message }];
}

interface DayAbout {
  path: string;
  legend: string;
  hint?: string;
  /** What to say of a date that is not written as one. */
  message: string;
}

/** A date that nobody has to give. */
export function optionalDay(voice: Voice, about: DayAbout): Field {
  const { path, legend, hint, message } = about;
  const value = (household: HouseholdInput) => get(household, path) as string | undefined;
  const empty = (form: Form) => lines(path).every((control) => !form[control]?.trim());
  return {
    path,
    legend,
    fill: (household) => (value(household) ? dayForm(value(household) ?? "", path) : {}),
    read(form) {
      if (empty(form)) return { apply: (household) => put(household, path, undefined) };
      const faults = dayFaults(form, path, message);
      return faults.length ? { faults } : { apply: (household) => put(household, path, dayTyped(form, path)) };
    },
    holds: within(path),
    control: () => lines(path)[0],
    known: () => true,
    tell: (household) => dayName(value(household) ?? "", voice.language),
    view: (shown) => (
      <Group id={path} legend={legend + voice.flow.controls.optional} heading={false} hint={hint}>
        <DayLines path={path} shown={shown} voice={voice} />
      </Group>
    ),
  };
}

/** A date of birth, known or not. */
export function day(voice: Voice, about: DayAbout): Field {
  const { path, legend, hint, message } = about;
  const mode = `${path}?`;
  const value = (household: HouseholdInput) => get(household, path) as string | undefined;
  return {
    path,
    legend,
    fill(household, unknown) {
      const known = value(household);
      return known ? { [mode]: "day", ...dayForm(known, path) } : { [mode]: unknown ? UNKNOWN : "" };
    },
    read(form) {
      if (form[mode] === UNKNOWN) return { apply: (household) => put(household, path, undefined), unknown: true };
      if (form[mode] !== "day") return { faults: [{ control: mode, message: voice.flow.choose }] };
      const faults = dayFaults(form, path, message);
      // A date goes before the age that was told.
      const age = path.replace("birth_date", "age");
      return faults.length
        ? { faults }
        : { apply: (household) => put(put(household, path, dayTyped(form, path)), age, undefined) };
    },
    holds: within(path),
    control: () => lines(path)[0],
    known: (household) => value(household) !== undefined,
    tell: (household) => dayName(value(household) ?? "", voice.language),
    view: (shown) => (
      <Group id={mode} legend={legend} heading={shown.heading} hint={hint} error={shown.errors[mode]}>
        <Pick
          type="radio"
          name={mode}
          id={mode}
          checked={shown.form[mode] === "day"}
          label={voice.flow.controls.birth}
          onPick={() => shown.change({ [mode]: "day" })}
        >
          <DayLines path={path} shown={shown} voice={voice} />
        </Pick>
        <Pick
          type="radio"
          name={mode}
          id={`${mode}unknown`}
          checked={shown.form[mode] === UNKNOWN}
          label={voice.flow.controls.unknown}
          onPick={() => shown.change({ [mode]: UNKNOWN })}
        />
      </Group>
    ),
  };
}

/** An age in words. */
export function inYears({ flow, language }: Voice, age: number): string {
  const { years } = flow.controls;
  return `${age} ${age === 1 || (age === 0 && language === "fr") ? years.replace(/s$/, "") : years}`;
}

interface AgeAbout {
  person: string;
  legend: string;
  hint?: string;
  message: string;
  /** The age from which nobody stands here, and what to say then. */
  below?: { years: number; message: string };
}

/** An age in years, or a date of birth. */
export function age(voice: Voice, about: AgeAbout): Field {
  const { person, legend, hint, message, below } = about;
  const words = voice.flow.controls;
  const [mode, years, birth] = [`${person}.age?`, `${person}.age`, `${person}.birth_date`];
  const known = (household: HouseholdInput) => ({
    age: get(household, years) as number | undefined,
    birth: get(household, birth) as string | undefined,
  });
  return {
    path: years,
    legend,
    fill(household, unknown) {
      const { age, birth: day } = known(household);
      if (day) return { [mode]: "birth", ...dayForm(day, birth) };
      if (age !== undefined) return { [mode]: "age", [years]: String(age) };
      return { [mode]: unknown ? UNKNOWN : "age" };
    },
    read(form) {
      const set = (age: number | undefined, day: string | undefined) => (household: HouseholdInput) =>
        put(put(household, years, age), birth, day);
      if (form[mode] === UNKNOWN) return { apply: set(undefined, undefined), unknown: true };
      if (form[mode] === "birth") {
        const faults = dayFaults(form, birth, message);
        return faults.length ? { faults } : { apply: set(undefined, dayTyped(form, birth)) };
      }
      const text = (form[years] ?? "").replace(/(ans?|years?)\s*$/i, "").trim();
      if (!/^-?\d{1,9}$/.test(text)) return { faults: [{ control: years, message: voice.flow.fill }] };
      if (below && Number(text) >= below.years) return { faults: [{ control: years, message: below.message }] };
      return { apply: set(Number(text), undefined) };
    },
    holds: (problem) => problem === years || problem === birth,
    control: (form) => (form[mode] === "birth" ? lines(birth)[0] : years),
    known(household) {
      const { age, birth } = known(household);
      return age !== undefined || birth !== undefined;
    },
    tell(household) {
      const { age, birth } = known(household);
      return birth ? dayName(birth, voice.language) : age === undefined ? "" : inYears(voice, age);
    },
    view(shown) {
      const is = (value: string) => (shown.form[mode] ?? "age") === value;
      const pick = (value: string) => () => shown.change({ [mode]: value });
      return (
        <Group id={mode} legend={legend} heading={shown.heading} hint={hint}>
          <Pick type="radio" name={mode} id={`${mode}age`} checked={is("age")} label={words.age} onPick={pick("age")}>
            <Text id={years} label={words.ageLabel} shown={shown} suffix={words.years} mode="numeric" size={3} />
          </Pick>
          <Pick
            type="radio"
            name={mode}
            id={`${mode}birth`}
            checked={is("birth")}
            label={words.birth}
            onPick={pick("birth")}
          >
            <DayLines path={birth} shown={shown} voice={voice} />
          </Pick>
          <Pick
            type="radio"
            name={mode}
            id={`${mode}unknown`}
            checked={is(UNKNOWN)}
            label={words.unknown}
            onPick={pick(UNKNOWN)}
          />
        </Group>
      );
    },
  };
}
