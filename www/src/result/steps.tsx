import { useState } from "preact/hooks";
import { dayName } from "../amounts.ts";
import type { DatedValueAnswer, StepAnswer } from "../engine.ts";
import { RESULT } from "../strings/areas.ts";
import { Colon, useArea, useWords } from "../words.ts";
import { SourceLink } from "./regime.tsx";

/** Every step of the computation, for the visitor or for an adviser. */
export function Steps({ steps, values }: { steps: StepAnswer[]; values: DatedValueAnswer[] }) {
  const { steps: words } = useArea(RESULT);
  const [register, setRegister] = useState<"citizen" | "adviser">("citizen");
  return (
    <details class="card">
      <summary>
        <h2>{words.title}</h2>
      </summary>
      <fieldset class="register">
        <legend>{words.register}</legend>
        {(["citizen", "adviser"] as const).map((value) => (
          <label key={value}>
            <input type="radio" name="register" checked={register === value} onChange={() => setRegister(value)} />
            <span>{words[value]}</span>
          </label>
        ))}
      </fieldset>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step.name}>{step[register]}</li>
        ))}
      </ol>
      {register === "adviser" && <Values values={values} />}
    </details>
  );
}

/** Dated values with article, source, how sure it is, and last check. */
export function Values({ values }: { values: DatedValueAnswer[] }) {
  const { language } = useWords();
  const words = useArea(RESULT);
  return (
    <>
      <h3>{words.steps.values}</h3>
      <ul class="values">
        {values.map((value) => (
          <li key={`${value.id}${value.from}`}>
            {value.label} ({value.article})<Colon />
            <strong>{value.value}</strong> {value.unit}, {words.steps.since} {dayName(value.from, language)}.{" "}
            <SourceLink source={value.source} />{" "}
            <span class="mark">{words.confidence[value.source.confidence] ?? value.source.confidence}</span>,{" "}
            {words.checked(dayName(value.checked, language))}.
          </li>
        ))}
      </ul>
    </>
  );
}
