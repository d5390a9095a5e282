import { monthAfter, monthName, monthNumber } from "../amounts.ts";
import type { Language } from "../engine.ts";
import { useWords } from "../words.ts";
import type { LabWords } from "./compare-words.fr.ts";
import { Field, numberTyped } from "./field.tsx";
import { LOCALE } from "./format.ts";
import { Own } from "./own.tsx";
import type { Known } from "./protocol.ts";
import { type Choices, FILE } from "./request.ts";

interface SetupProps {
  choices: Choices;
  known: Known;
  words: LabWords;
  onChange(changed: Partial<Choices>): void;
  onFile(file: File): void;
}

const count = (number: number, language: Language) => number.toLocaleString(LOCALE[language]);

/** Whom the rules pass over, and which rules. */
export function Setup({ choices, known, words, onChange, onFile }: SetupProps) {
  const { language } = useWords();
  const households = (base: string) => known.bases.find(({ name }) => name === base)?.households ?? 0;
  const all = households(choices.base);
  const sizes = [10_000, 100_000, 1_000_000].filter((size) => size < all).concat(all);
  const toggle = (id: string, chosen: boolean) =>
    onChange({ regimes: chosen ? [...choices.regimes, id] : choices.regimes.filter((other) => other !== id) });
  const usual = known.assumptions.every(({ id, value }) => (choices.moved[id] ?? value) === value);
  return (
    <>
      <div class="line">
        <div class="text">
          <label for="base">{words.population}</label>
          <select
            id="base"
            value={choices.base}
            onChange={({ currentTarget: { value } }) =>
              onChange(
                value === FILE
                  ? { base: value, month: undefined }
                  : { base: value, month: undefined, size: Math.min(choices.size, households(value)) },
              )
            }
          >
            {Object.entries(words.bases).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="text" hidden={choices.base === FILE}>
          <label for="size">{words.size}</label>
          <select
            id="size"
            value={choices.size}
            onChange={({ currentTarget: { value } }) => onChange({ size: Number(value) })}
          >
            {(sizes.includes(choices.size) ? sizes : [...sizes, choices.size].sort((a, b) => a - b)).map((size) => (
              <option key={size} value={size}>
                {words.sizes(count(size, language), size === all)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {choices.base !== FILE && <Month choices={choices} known={known} words={words} onChange={onChange} />}
      {choices.base === FILE && <Own choices={choices} words={words} onChange={onChange} onFile={onFile} />}
      <details>
        <summary>{words.regimes(choices.regimes.length + choices.own.length)}</summary>
        <fieldset class="columns">
          <legend class="unseen">{words.regimes(choices.regimes.length)}</legend>
          {known.choices.map(({ id, name }) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={choices.regimes.includes(id)}
                onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
              />
              {id}. {name[language]}
            </label>
          ))}
        </fieldset>
      </details>
      <details hidden={choices.base === FILE}>
        <summary>{words.assumptions}</summary>
        <p class="hint">{words.assumptionsHint}</p>
        <Field
          id="seed"
          label={words.seed}
          hint={words.seedHint}
          mode="numeric"
          value={String(choices.seed)}
          onTyped={(text) => {
            const seed = numberTyped(text, 0, 999_999_999);
            if (seed === undefined || !Number.isInteger(seed))
              return words.wholeFrom("0", count(999_999_999, language));
            onChange({ seed });
          }}
        />
        {known.assumptions.map(({ id, name, why, value, low, high }) => {
          const now = choices.moved[id] ?? value;
          return (
            <div class="text" key={id}>
              <label for={id}>
                {name[language]} <span class="mark">{words.assumption}</span>
              </label>
              <p class="hint" id={`${id}-why`}>
                {why[language]}
              </p>
              <input
                id={id}
                type="range"
                min={low}
                max={high}
                step={stepOf(value, low, high)}
                value={now}
                aria-describedby={`${id}-why`}
                onChange={({ currentTarget }) =>
                  onChange({ moved: { ...choices.moved, [id]: Number(currentTarget.value) } })
                }
              />
              <output for={id}>{count(now, language)}</output>
            </div>
          );
        })}
        {!usual && (
          <button type="button" class="plain" onClick={() => onChange({ moved: {} })}>
            {words.usual}
          </button>
        )}
      </details>
    </>
  );
}

/** The month of the rules, year by year; the usual one is that of the incomes. */
function Month({ choices, known, words, onChange }: Omit<SetupProps, "onFile">) {
  const { language } = useWords();
  const base = known.bases.find(({ name }) => name === choices.base);
  if (!base) return null;
  const [first, last] = base.months;
  const months = Array.from({ length: monthNumber(last) - monthNumber(first) + 1 }, (_, place) =>
    monthAfter(last, -place),
  );
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return (
    <div class="text">
      <label for="law">{words.month}</label>
      <p class="hint" id="law-hint">
        {words.monthHint(base.month.slice(0, 4))}
      </p>
      <select
        id="law"
        value={choices.month ?? base.month}
        aria-describedby="law-hint"
        onChange={({ currentTarget: { value } }) => onChange({ month: value === base.month ? undefined : value })}
      >
        <option value={base.month}>{words.usualMonth(monthName(base.month, language))}</option>
        {years.map((year) => (
          <optgroup key={year} label={year}>
            {months
              .filter((month) => month.startsWith(year) && month !== base.month)
              .map((month) => (
                <option key={month} value={month}>
                  {monthName(month, language)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** About twenty steps from end to end, one of which is the usual value; a hundred where none is. */
function stepOf(usual: number, low: number, high: number): number {
  const isOne = (count: number) => {
    const place = ((usual - low) / (high - low)) * count;
    return Math.abs(place - Math.round(place)) < 1e-9;
  };
  const count = Array.from({ length: 21 }, (_, more) => 20 + more).find(isOne) ?? 100;
  return Number(((high - low) / count).toPrecision(9));
}
