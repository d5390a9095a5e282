import { amountShown, amountTyped, decimal, isInterval, monthAfter, monthName, typed } from "../../amounts.ts";
import type { AmountInput, Flow, FlowInput, HouseholdInput, PeriodInput } from "../../engine.ts";
import { get, put } from "../../path.ts";
import { interval, tellAmount } from "./amount.tsx";
import { type Fault, type Field, type Form, nearest, type Shown, UNKNOWN, type Voice, within } from "./field.ts";
import { Group, Pick, Select, Text } from "./parts.tsx";

/** The most the engine accepts a month, and as savings. */
const MOST = { month: "50000", savings: "5000000" };

/** An income that was ticked and whose amount was not said: it can be anything. */
export const anything = (kind: Flow): AmountInput => ({
  from: "0",
  to: kind === "savings" ? MOST.savings : MOST.month,
});

/** Whether an income was only ticked. */
export const isAnything = (value: unknown, kind: Flow): boolean =>
  isInterval(value) && value.from === "0" && value.to === (kind === "savings" ? MOST.savings : MOST.month);

interface Income {
  path: string;
  kind: Flow;
  legend: string;
  hint: string;
  /** The month looked at. */
  month: string;
  /** The months that weigh most, asked one by one when the income changes. */
  quarter: string[];
}

type Shape = "steady" | "between" | "period" | "varies";

/** By month, whichever of the two forms of a table the engine's types allow. */
const byMonth = (value: FlowInput): [string, AmountInput][] =>
  typeof value === "object" && "by_month" in value ? Object.entries(value.by_month) : [];

function shapeOf(value: FlowInput): Shape {
  if (typeof value !== "object") return "steady";
  if ("by_month" in value) return "varies";
  return "amount" in value ? "period" : "between";
}

/** An income: the same every month, begun or stopped within the year, or changing. */
export function income(voice: Voice, { path, kind, legend, hint, month, quarter }: Income): Field {
  const { flow, language } = voice;
  const words = flow.controls;
  const [shape, from, to, other] = [`${path}?`, `${path}.from`, `${path}.to`, `${path}.otherwise`];
  const [part, since, until] = [`${path}.amount`, `${path}.since`, `${path}.until`];
  const cell = (month: string) => `${path}.by_month.${month}`;
  const months = Array.from({ length: 13 }, (_, back) => monthAfter(month, -back));
  const said = (household: HouseholdInput) => {
    const value = get(household, path) as FlowInput | undefined;
    return isAnything(value, kind) ? undefined : value;
  };

  function fill(household: HouseholdInput, unknown: boolean): Form {
    const value = said(household);
    if (value === undefined) return { [shape]: unknown ? UNKNOWN : "" };
    const form: Form = { [shape]: shapeOf(value) };
    if (typeof value !== "object") {
      form[path] = typed(value, language);
      // Another program may say so of a sum that is asked month by month.
      if (kind === "exceptional") {
        form[shape] = "varies";
        for (const control of [...quarter.map(cell), other]) form[control] = typed(value, language);
      }
    } else if ("by_month" in value) {
      for (const [month, amount] of byMonth(value)) form[cell(month)] = amountShown(amount, language);
      if (value.otherwise !== undefined) form[other] = amountShown(value.otherwise, language);
    } else if ("amount" in value) {
      form[part] = amountShown(value.amount, language);
      form[since] = value.since ?? "";
      form[until] = value.until ?? "";
    } else {
      form[from] = typed(value.from, language);
      form[to] = typed(value.to, language);
    }
    return form;
  }

  function value(form: Form): FlowInput {
    const text = (control: string) => amountTyped(form[control] ?? "");
    if (form[shape] === "steady") return decimal(form[path] ?? "");
    if (form[shape] === "between") return interval(form, path);
    if (form[shape] === "period") {
      const period: PeriodInput = { amount: text(part) };
      if (form[since]) period.since = form[since];
      if (form[until]) period.until = form[until];
      return period;
    }
    // Of what comes in some months only, nothing came in the others.
    const blank = kind === "exceptional" ? "0" : undefined;
    const said = (control: string) => (form[control]?.trim() ? text(control) : blank);
    const table = quarter.map((month) => [month, said(cell(month))]).filter(([, amount]) => amount !== undefined);
    const otherwise = said(other);
    return { by_month: Object.fromEntries(table), ...(otherwise && { otherwise }) } as unknown as FlowInput;
  }

  function controls(form: Form): string[] {
    if (form[shape] === "between") return [from, to];
    if (form[shape] === "period") return [part, since, until];
    if (form[shape] === "varies") return [...quarter.map(cell), other];
    return [path];
  }

  function faults(form: Form): Fault[] {
    const fault = (control: string) => ({ control, message: flow.fill });
    const empty = (control: string) => !form[control]?.trim();
    const all = controls(form);
    if (form[shape] === "varies") return all.every(empty) ? all.slice(0, 1).map(fault) : [];
    const found = all.filter((control) => ![since, until].includes(control) && empty(control)).map(fault);
    const always = form[shape] === "period" && empty(since) && empty(until);
    return always ? [...found, { control: since, message: words.when }] : found;
  }

  return {
    path,
    legend,
    fill,
    read(form) {
      if (form[shape] === UNKNOWN) {
        return { apply: (household) => put(household, path, anything(kind)), unknown: true };
      }
      if (!form[shape]) return { faults: [{ control: shape, message: flow.choose }] };
      const found = faults(form);
      return found.length ? { faults: found } : { apply: (household) => put(household, path, value(form)) };
    },
    holds: within(path),
    control: (form, problem) => nearest(controls(form), problem),
    known: (household) => said(household) !== undefined,
    tell(household) {
      const value = said(household);
      if (value === undefined) return "";
      const period = suffix(kind).slice(1); // after the sign of the amount
      if (typeof value === "object" && "by_month" in value) {
        const told = byMonth(value).map(
          ([at, amount]) => `${monthName(at, language)}${flow.colon}${tellAmount(amount, voice)}`,
        );
        const rest =
          value.otherwise === undefined
            ? []
            : [`${words.otherwise}${flow.colon}${tellAmount(value.otherwise, voice)}${period}`];
        return [...told, ...rest].join(" ; ");
      }
      if (typeof value !== "object" || !("amount" in value)) return tellAmount(value as AmountInput, voice) + period;
      const end = (label: string, month: string | undefined) =>
        month && `${label.toLowerCase()} ${monthName(month, language)}`;
      return [tellAmount(value.amount, voice) + period, end(words.since, value.since), end(words.until, value.until)]
        .filter(Boolean)
        .join(", ");
    },
    view: (shown) => (
      <Group id={shape} legend={legend} heading={shown.heading} hint={hint} error={shown.errors[shape]}>
        {kind !== "exceptional" && (
          <>
            <Shape
              shown={shown}
              name={shape}
              value="steady"
              label={kind === "savings" ? words.exact : words.steady}
              first
            >
              <Text id={path} label={words.amount} shown={shown} suffix={suffix(kind)} mode="decimal" />
            </Shape>
            <Shape
              shown={shown}
              name={shape}
              value="between"
              label={kind === "savings" ? words.between : words.steadyBetween}
            >
              <Text id={from} label={words.from} shown={shown} suffix={suffix(kind)} mode="decimal" />
              <Text id={to} label={words.to} shown={shown} suffix={suffix(kind)} mode="decimal" />
            </Shape>
          </>
        )}
        {kind !== "savings" && (
          <>
            {kind !== "exceptional" && (
              <Shape shown={shown} name={shape} value="period" label={words.period}>
                <Text id={part} label={words.amount} hint={words.range} shown={shown} suffix={words.perMonth} />
                <Select id={since} label={words.since} shown={shown} options={[["", words.before], ...named(months)]} />
                <Select
                  id={until}
                  label={words.until}
                  shown={shown}
                  options={[["", words.still], ...named(months.slice(1))]}
                />
              </Shape>
            )}
            <Shape
              shown={shown}
              name={shape}
              value="varies"
              label={kind === "exceptional" ? words.once : words.varies}
              first={kind === "exceptional"}
            >
              <p class="hint">
                {kind === "exceptional" ? words.onceHint : words.variesHint} {words.range}
              </p>
              {quarter.map((month) => (
                <Text
                  key={month}
                  id={cell(month)}
                  label={monthName(month, language)}
                  shown={shown}
                  suffix={words.euros}
                />
              ))}
              <Text id={other} label={words.otherwise} shown={shown} suffix={words.perMonth} />
            </Shape>
          </>
        )}
        <Shape shown={shown} name={shape} value={UNKNOWN} label={words.unknown} />
      </Group>
    ),
  };

  function named(months: string[]): [string, string][] {
    return months.map((month) => [month, monthName(month, language)]);
  }

  function suffix(kind: Flow) {
    return kind === "savings" ? words.euros : words.perMonth;
  }
}

interface ShapeProps {
  shown: Shown;
  name: string;
  value: string;
  label: string;
  /** The group's identifier is its first button's, so that an error can lead to it. */
  first?: boolean;
  children?: preact.ComponentChildren;
}

function Shape({ shown, name, value, label, first = false, children }: ShapeProps) {
  return (
    <Pick
      type="radio"
      name={name}
      id={first ? name : `${name}${value}`}
      checked={shown.form[name] === value}
      label={label}
      onPick={() => shown.change({ [name]: value })}
    >
      {children}
    </Pick>
  );
}
