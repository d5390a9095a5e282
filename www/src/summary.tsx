import { monthName } from "./amounts.ts";
import { isDone, matters, next } from "./questions/next.ts";
import type { Page } from "./questions/page.ts";
import type { Visit } from "./visit.ts";
import { Colon, inside, useWords } from "./words.ts";

interface SummaryProps {
  visit: Visit;
  onChange(page: Page): void;
}

/** Every answer, those not known and those not asked included, before the result. */
export function Summary({ visit, onChange }: SummaryProps) {
  const { flow, language } = useWords();
  const { session, answer, pages } = visit;
  if (!session) return null;
  const words = flow.summary;
  const left = next(pages, session, answer);
  const done = pages.filter((page) => isDone(page, session));
  const skipped = pages.filter((page) => !isDone(page, session) && !matters(page, answer) && page.stage < 4);
  return (
    <>
      <button type="button" class="link back" onClick={() => history.back()}>
        {flow.back}
      </button>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p>{words.lead}</p>
      <dl class="answers">
        <div>
          <dt>{words.month}</dt>
          <dd>{monthName(session.month, language)}</dd>
          <dd>
            <Change label={words.month} onClick={() => visit.go("start")} />
          </dd>
        </div>
      </dl>
      {flow.stages.map((name, stage) => {
        const shown = done.filter((page) => page.stage === stage);
        return (
          shown.length > 0 && (
            <section key={name}>
              <h2>{name}</h2>
              <dl class="answers">
                {shown.map((page) => (
                  <Row key={page.id} page={page} visit={visit} onChange={onChange} />
                ))}
              </dl>
            </section>
          )
        );
      })}
      {left && (
        <p class="inset">
          {words.toAnswer}
          <Colon />
          <button type="button" class="link" onClick={() => visit.go(`page:${left.id}`)}>
            {left.title}
          </button>
        </p>
      )}
      <p class="row">
        {answer && (
          <button type="button" class="main" onClick={() => visit.go("result")}>
            {flow.seeResult}
          </button>
        )}
        {answer && session.entry === "right" && (
          <button type="button" class="main second" onClick={() => visit.enter("budget")}>
            {words.budgetAsk}
          </button>
        )}
      </p>
      {skipped.length > 0 && (
        <details>
          <summary>
            {words.notAsked} ({skipped.length})
          </summary>
          <p class="hint">{words.notAskedHint}</p>
          <ul>
            {skipped.map((page) => (
              <li key={page.id}>
                {page.title}{" "}
                <button type="button" class="link" onClick={() => onChange(page)}>
                  {words.answerIt}
                  <span class="unseen">
                    <Colon />
                    {page.title}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <button type="button" class="link" onClick={() => confirm(words.leaveSure) && visit.forget()}>
          {words.leave}
        </button>
      </p>
    </>
  );
}

function Row({ page, visit, onChange }: { page: Page; visit: Visit; onChange(page: Page): void }) {
  const { flow } = useWords();
  const { household = {}, unknown = [] } = visit.session ?? {};
  const told = page.fields.map(
    (field) =>
      field.tell(household) || (unknown.includes(field.path) ? inside(flow.controls.unknown) : flow.summary.nothing),
  );
  return (
    <div>
      <dt>{page.title}</dt>
      <dd>
        {page.fields.length === 1
          ? told[0]
          : page.fields.map((field, at) => (
              <p key={field.path}>
                {field.legend}
                <Colon />
                {told[at]}
              </p>
            ))}
      </dd>
      <dd>
        <Change label={page.title} onClick={() => onChange(page)} />
      </dd>
    </div>
  );
}

function Change({ label, onClick }: { label: string; onClick(): void }) {
  const { change } = useWords().flow.summary;
  return (
    <button type="button" class="link" onClick={onClick}>
      {change}
      <span class="unseen">
        <Colon />
        {label}
      </span>
    </button>
  );
}
