import type { ComponentChildren } from "preact";
import { amount, isPast, monthName, tells } from "../amounts.ts";
import { recordOf } from "../catalogue.ts";
import type { Catalogue, RegimeAnswer } from "../engine.ts";
import { asked } from "../keep/share.ts";
import { isDone } from "../questions/next.ts";
import { verdicts } from "../session.ts";
import { RESULT } from "../strings/areas.ts";
import type { Visit } from "../visit.ts";
import { Colon, inside, useArea, useWords } from "../words.ts";
import { Left } from "./budget.tsx";
import { downloadRequest } from "./keep.tsx";
import { Asking } from "./regime.tsx";
import { type About, First } from "./screen.tsx";
import { Sources, Values } from "./sources.tsx";
import { OfMonth } from "./steps.tsx";
import { TogetherBill } from "./together.tsx";

/** One document to print: what was said, the verdicts, the path of the rules, and what it takes to compute it again. */
export function Sheet({ visit, session, answer, catalogue }: About) {
  const { flow, language } = useWords();
  const words = useArea(RESULT);
  const { household, unknown } = session;
  const articleOf = (name: string) => {
    const article = catalogue.steps.find((step) => step.name === name)?.article;
    return article && `(${article})`;
  };
  return (
    <article class="sheet">
      <p class="row screen-only">
        <button type="button" class="link back" onClick={() => visit.go("result")}>
          {words.actions.back}
        </button>
        <button type="button" class="main" onClick={() => print()}>
          {words.actions.print}
        </button>
      </p>
      <h1 tabIndex={-1}>
        {words.sheet.title}, {monthName(session.month, language)}
      </h1>
      <p>{words.indicative}</p>
      <First session={session} answer={answer} />
      <Left session={session} answer={answer} />
      <h2>{words.sheet.facts}</h2>
      <dl class="facts">
        {visit.pages
          .filter((page) => isDone(page, session))
          .flatMap((page) => page.fields.map((field) => ({ page, field })))
          .map(({ page, field }) => (
            <div key={field.path}>
              <dt>{page.fields.length > 1 ? `${page.title} – ${field.legend}` : page.title}</dt>
              <dd>
                {field.tell(household) ||
                  (unknown.includes(field.path) ? inside(flow.controls.unknown) : flow.summary.nothing)}
              </dd>
            </div>
          ))}
      </dl>
      <h2>{words.current(monthName(session.month, language), isPast(session.month))}</h2>
      {verdicts(answer, session.regimes.current).map((regime) => (
        <Verdict key={regime.id} regime={regime} visit={visit} catalogue={catalogue}>
          <Asking regime={regime} visit={visit} catalogue={catalogue} />
        </Verdict>
      ))}
      <h2>{words.wider}</h2>
      <p>{words.widerHint}</p>
      {verdicts(answer, session.regimes.wider).map((regime) => (
        <Verdict key={regime.id} regime={regime} visit={visit} catalogue={catalogue} />
      ))}
      {answer.together && (
        <section class="verdict-line">
          <h3>{words.together.title}</h3>
          <TogetherBill answer={answer} />
        </section>
      )}
      <h2>{words.sheet.path}</h2>
      <ol class="steps">
        {answer.steps.map((step) => (
          <li key={step.name + step.month}>
            <OfMonth month={step.month} />
            {step.citizen} {articleOf(step.name)}
          </li>
        ))}
      </ol>
      <h2>{words.sheet.values}</h2>
      <Values answer={answer} catalogue={catalogue} />
      <h2>{words.sheet.ruleset}</h2>
      <p>
        {answer.ruleset.version}, {words.sheet.hash} <code>{answer.ruleset.hash}</code>
      </p>
      <h2>{words.sheet.request}</h2>
      <p>{words.sheet.requestHint}</p>
      <pre class="request">{JSON.stringify(asked(session))}</pre>
      <p class="screen-only">
        <button type="button" class="plain" onClick={() => downloadRequest(session)}>
          {words.actions.download}
        </button>
      </p>
    </article>
  );
}

interface VerdictProps {
  regime: RegimeAnswer;
  visit: Visit;
  catalogue: Catalogue;
  /** What to ask, for one of the month: its doubts and sources come with it. */
  children?: ComponentChildren;
}

/** A regime with its verdict, the reason and the bill. */
function Verdict({ regime, catalogue, children }: VerdictProps) {
  const { language } = useWords();
  const words = useArea(RESULT);
  const record = recordOf(catalogue, regime.id);
  return (
    <section class="verdict-line">
      <h3>
        {regime.id}. {regime.name}
        <Colon />
        {words.verdict[regime.verdict]}
      </h3>
      <p>
        {regime.reason}{" "}
        {record && words.kind(words.status[regime.status] ?? regime.status, words.inForce[regime.in_force])}
      </p>
      {regime.bill?.cheaper_already && regime.verdict === "eligible" && <p>{words.cheaper}</p>}
      {regime.bill && regime.verdict === "eligible" && tells(regime.bill.before) && !regime.bill.cheaper_already && (
        <p>
          {words.before}
          <Colon />
          {amount(regime.bill.before, language)} ; {words.after}
          <Colon />
          {amount(regime.bill.after, language)} ; {words.saving}
          <Colon />
          {amount(regime.bill.saving, language)} {words.month}.
        </p>
      )}
      {children}
      {record && children && (
        <>
          {record.doubts.length > 0 && (
            <p>
              {words.doubts}
              <Colon />
              {record.doubts.join(" ")}
            </p>
          )}
          <Sources sources={record.sources} checked={record.checked} />
        </>
      )}
    </section>
  );
}
