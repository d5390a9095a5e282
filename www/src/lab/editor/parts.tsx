// The controls of the form that writes a rule.
import { useState } from "preact/hooks";
import { typed } from "../../amounts.ts";
import { useWords } from "../../words.ts";
import { Field, numberTyped } from "../field.tsx";
import { LOCALE } from "../format.ts";
import type { Quantity } from "../protocol.ts";
import { percents, type Speech, tidy } from "./rule.ts";

/** The most that may be typed: euros of income, of a bill, times an amount of the law, years. Nothing is below 0. */
export const MOST = { income: 1_000_000, bill: 1000, times: 100, age: 120 } as const;

interface ChoiceProps<T extends string> {
  id: string;
  label: string;
  hint?: string;
  names: Record<T, string>;
  value: T;
  onChosen(value: T): void;
}

/** One of several values. */
export function Choice<T extends string>({ id, label, hint, names, value, onChosen }: ChoiceProps<T>) {
  return (
    <div class="text">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        value={value}
        aria-describedby={hint && `${id}-hint`}
        onChange={({ currentTarget }) => onChosen(currentTarget.value as T)}
      >
        {(Object.entries(names) as [T, string][]).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface AddingProps<T extends string> {
  id: string;
  label: string;
  /** What may be added. */
  names: Partial<Record<T, string>>;
  speech: Speech;
  onAdded(what: T): void;
}

/** Something to choose, then to add: nothing is added while the arrow keys go past it. */
export function Adding<T extends string>({ id, label, names, speech, onAdded }: AddingProps<T>) {
  const entries = Object.entries(names) as [T, string][];
  const [chosen, setChosen] = useState<T>();
  const what = entries.find(([key]) => key === chosen)?.[0] ?? entries[0]?.[0];
  if (what === undefined) return null;
  return (
    <div class="text">
      <label for={id}>{label}</label>
      <div class="adding">
        <select id={id} value={what} onChange={({ currentTarget }) => setChosen(currentTarget.value as T)}>
          {entries.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" class="plain" onClick={() => onAdded(what)}>
          {speech.form.add}
        </button>
      </div>
    </div>
  );
}

interface NumberProps {
  id: string;
  label: string;
  /** Decimal text, as a rule holds it. */
  value: string;
  most: number;
  speech: Speech;
  onNumber(value: string): void;
}

/** A number of a rule. */
export function Num({ id, label, value, most, speech, onNumber }: NumberProps) {
  const { language } = useWords();
  return (
    <Field
      id={id}
      label={label}
      value={typed(tidy(value), language)}
      onTyped={(text) => {
        const number = numberTyped(text, 0, most);
        if (number === undefined) return speech.lab.numberFrom("0", most.toLocaleString(LOCALE[language]));
        onNumber(String(number));
      }}
    />
  );
}

/** A share of a rule, typed in per cent. */
export function Share({ value, onNumber, ...others }: Omit<NumberProps, "most">) {
  return (
    <Num
      {...others}
      value={percents(value)}
      most={100}
      onNumber={(text) => onNumber(String(Number((Number(text) / 100).toFixed(8))))}
    />
  );
}

interface QuantityProps {
  id: string;
  label: string;
  value: Quantity;
  speech: Speech;
  onChosen(value: Quantity): void;
}

/** One of the amounts that rules look at. */
export const QuantityOf = ({ speech, ...others }: QuantityProps) => (
  <Choice names={speech.lab.quantities as Record<Quantity, string>} {...others} />
);

interface RemoveProps {
  what: string;
  /** The control that takes the focus, since the one that had it goes. */
  then: string;
  speech: Speech;
  onRemoved(): void;
}

/** Takes something out. */
export function Remove({ what, then, speech: { form }, onRemoved }: RemoveProps) {
  const remove = () => {
    onRemoved();
    document.getElementById(then)?.focus();
  };
  return (
    <button type="button" class="link" aria-label={form.removeThat(what)} onClick={remove}>
      {form.remove}
    </button>
  );
}
