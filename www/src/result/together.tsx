import { amount, tells } from "../amounts.ts";
import { RESULT } from "../strings/areas.ts";
import { Colon, useArea, useWords } from "../words.ts";
import { Place } from "./place.tsx";
import type { About } from "./screen.tsx";

/** Several aids on one bill: the visitor says which and in which order, the engine what each may still take off. */
export function Together({ visit, session, answer }: Omit<About, "catalogue">) {
  const { together: words, budget } = useArea(RESULT);
  const { proposed } = budget;
  const { together } = session;
  const open = answer.regimes.filter(
    ({ id, verdict, bill }) => together.includes(id) || (verdict === "eligible" && bill && tells(bill.before)),
  );
  if (open.length < 2) return null;
  const put = (id: string, on: boolean) =>
    visit.together(on ? [...together, id] : together.filter((other) => other !== id));
  return (
    <details class="card" open={together.length > 0} data-together={together.join(" ")}>
      <summary>
        <h2>{words.title}</h2>
      </summary>
      <Place household={session.household} />
      <fieldset>
        <legend class="unseen">{words.title}</legend>
        <p class="hint">{words.hint}</p>
        {open.map(({ id, name }) => (
          <div class="pick" key={id}>
            <label>
              <input
                type="checkbox"
                checked={together.includes(id)}
                onChange={(event) => put(id, event.currentTarget.checked)}
              />
              <span>
                {name} {!session.regimes.current.includes(id) && `(${proposed}) `}
                {together.includes(id) && words.place(together.indexOf(id) + 1)}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      <div role="status">
        <TogetherBill answer={answer} />
      </div>
    </details>
  );
}

/** What each aid takes off in its turn, and what is left to pay. */
export function TogetherBill({ answer }: Pick<About, "answer">) {
  const { language } = useWords();
  const { together: words, month } = useArea(RESULT);
  const put = answer.together;
  if (!put) return null;
  const name = (id: string) => answer.regimes.find((regime) => regime.id === id)?.name ?? id;
  return (
    <dl class="bill">
      <div>
        <dt>{words.before}</dt>
        <dd>
          {amount(put.before, language)} {month}
        </dd>
      </div>
      {put.aids.map(({ id, saving }) => (
        <div key={id}>
          <dt>
            {words.off(name(id))}
            <Colon />
          </dt>
          <dd>{Number(saving) === 0 ? words.zero : `${amount(saving, language)} ${month}`}</dd>
        </div>
      ))}
      <div>
        <dt>{words.after}</dt>
        <dd>
          {amount(put.after, language)} {month}
        </dd>
      </div>
    </dl>
  );
}
