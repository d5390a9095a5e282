import type { Language } from "../engine.ts";
import { useWords } from "../words.ts";
import type { LabWords } from "./compare-words.fr.ts";
import { Field } from "./field.tsx";
import { Own } from "./own.tsx";
import type { Known } from "./protocol.ts";
import { type Choices, FILE, USUAL } from "./request.ts";

interface SetupProps {
  choices: Choices;
  known: Known;
  words: LabWords;
  onChange(changed: Partial<Choices>): void;
  onFile(file: File): void;
}

const count = (number: number, language: Language) => number.toLocaleString(language === "fr" ? "fr-FR" : "en-IE");

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
                value === FILE ? { base: value } : { base: value, size: Math.min(choices.size, households(value)) },
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
          onTyped={(text) => onChange({ seed: /^\d{1,9}$/.test(text.trim()) ? Number(text) : USUAL.seed })}
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
                step={(high - low) / 20}
                value={now}
                aria-describedby={`${id}-why`}
                onChange={({ currentTarget }) =>
                  onChange({ moved: { ...choices.moved, [id]: Number(currentTarget.value) } })
                }
              />
              <output for={id}>{now.toLocaleString(language === "fr" ? "fr-FR" : "en-IE")}</output>
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
