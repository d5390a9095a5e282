import { useState } from "preact/hooks";
import type { DatedValueAnswer, StepAnswer } from "../engine.ts";
import { RESULT } from "../strings/areas.ts";
import { useArea } from "../words.ts";
import { Values } from "./sources.tsx";

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
      {register === "adviser" && (
        <>
          <h3>{words.values}</h3>
          <Values values={values} />
        </>
      )}
    </details>
  );
}
