import { useState } from "preact/hooks";
import { monthName } from "../amounts.ts";
import type { Assessed, Catalogue } from "../engine.ts";
import { RESULT } from "../strings/areas.ts";
import { Colon, useArea, useWords } from "../words.ts";
import { Values } from "./sources.tsx";

/** Every step of the computation, for the visitor or for an adviser. */
export function Steps({ answer, catalogue }: { answer: Assessed; catalogue: Catalogue }) {
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
        {answer.steps.map(({ name, month, citizen, value, uses }) => (
          <li key={name + month}>
            <OfMonth month={month} />
            {register === "citizen" ? (
              citizen
            ) : (
              <>
                <Term catalogue={catalogue} name={name} />
                <Colon />
                {value}
                {uses.map((place) => ` [${place + 1}]`)}
              </>
            )}
          </li>
        ))}
      </ol>
      {register === "adviser" && (
        <>
          <h3>{words.values}</h3>
          <Values answer={answer} catalogue={catalogue} />
        </>
      )}
    </details>
  );
}

/** The month of a step that is about one of several. */
export function OfMonth({ month }: { month: string | null }) {
  const { language } = useWords();
  return month && `${monthName(month, language)} – `;
}

/** The term of the law for a step, and its article. */
function Term({ catalogue, name }: { catalogue: Catalogue; name: string }) {
  const step = catalogue.steps.find((step) => step.name === name);
  return <>{step ? `${step.term} (${step.article})` : name}</>;
}
