import { between, decimal, isInterval, money, typed } from "../../amounts.ts";
import type { AmountInput, IntervalInput } from "../../engine.ts";
import { get, put } from "../../path.ts";
import { type Field, type Form, nearest, UNKNOWN, type Voice, within } from "./field.ts";
import { Group, Pick, Text } from "./parts.tsx";

interface Amount {
  path: string;
  legend: string;
  hint?: string;
  /** Label of the exact amount's line. */
  label?: string;
  suffix?: string;
  /** How the answer is told, when it is not money. */
  plain?: boolean;
}

/** The interval typed at `path`, read with the engine's point. */
export const interval = (form: Form, path: string): IntervalInput => ({
  from: decimal(form[`${path}.from`] ?? ""),
  to: decimal(form[`${path}.to`] ?? ""),
});

/** An amount in words. */
export function tellAmount(value: AmountInput, { language }: Voice, plain = false): string {
  const show = (text: string | number) => (plain ? typed(text, language) : money(String(text), language));
  return isInterval(value) ? between(show(value.from), show(value.to), language) : show(value);
}

/** An amount known exactly, known roughly, or not known. */
export function amount(voice: Voice, { path, legend, hint, label, suffix, plain = false }: Amount): Field {
  const { flow, language } = voice;
  const words = flow.controls;
  const [mode, from, to] = [`${path}?`, `${path}.from`, `${path}.to`];
  const value = (household: object) => get(household, path) as AmountInput | undefined;
  return {
    path,
    legend,
    fill(household, unknown) {
      const known = value(household);
      if (isInterval(known)) {
        return { [mode]: "between", [from]: typed(known.from, language), [to]: typed(known.to, language) };
      }
      if (known !== undefined) return { [mode]: "exact", [path]: typed(known, language) };
      return { [mode]: unknown ? UNKNOWN : "exact" };
    },
    read(form) {
      if (form[mode] === UNKNOWN) return { apply: (household) => put(household, path, undefined), unknown: true };
      const wanted = form[mode] === "between" ? [from, to] : [path];
      const empty = wanted.filter((control) => !form[control]?.trim());
      if (empty.length) return { faults: empty.map((control) => ({ control, message: flow.fill })) };
      const said = form[mode] === "between" ? interval(form, path) : decimal(form[path] ?? "");
      return { apply: (household) => put(household, path, said) };
    },
    holds: within(path),
    control: (form, problem) => (form[mode] === "between" ? nearest([from, to], problem) : path),
    known: (household) => value(household) !== undefined,
    tell(household) {
      const known = value(household);
      if (known === undefined) return "";
      const period = suffix?.startsWith("€ ") ? suffix.slice(1) : "";
      return tellAmount(known, voice, plain) + period;
    },
    view(shown) {
      const pick = (value: string) => () => shown.change({ [mode]: value });
      const is = (value: string) => (shown.form[mode] ?? "exact") === value;
      return (
        <Group id={mode} legend={legend} heading={shown.heading} hint={hint}>
          <Pick
            type="radio"
            name={mode}
            id={`${mode}exact`}
            checked={is("exact")}
            label={words.exact}
            onPick={pick("exact")}
          >
            <Text id={path} label={label ?? words.amount} shown={shown} suffix={suffix} mode="decimal" />
          </Pick>
          <Pick
            type="radio"
            name={mode}
            id={`${mode}between`}
            checked={is("between")}
            label={words.between}
            onPick={pick("between")}
          >
            <Text id={from} label={words.from} shown={shown} suffix={suffix} mode="decimal" />
            <Text id={to} label={words.to} shown={shown} suffix={suffix} mode="decimal" />
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
