import { amount, isPast, percent, tells } from "../amounts.ts";
import { isVerified, recordOf } from "../catalogue.ts";
import type { Catalogue, CriterionAnswer, QuestionAnswer, RegimeAnswer } from "../engine.ts";
import { asks, isDone } from "../questions/next.ts";
import type { Page } from "../questions/page.ts";
import { RESULT } from "../strings/areas.ts";
import type { Visit } from "../visit.ts";
import { Colon, useArea, useWords } from "../words.ts";
import { SourceLink, Sources } from "./sources.tsx";

/** Where whom to ask, and with which papers, was read, among the sources of the regime. */
const ASKED_IN: Record<string, string> = {
  R1: "clubic.com",
  R2: "F1337",
  R4: "cquoilesnews",
  R5: "economie.gouv.fr",
  R11: "boutique.orange.fr",
  R11b: "22911",
  R21: "infocatho",
};

interface RegimeProps {
  regime: RegimeAnswer;
  visit: Visit;
  catalogue: Catalogue;
  /** Without what to ask and to whom: nobody sells it. */
  brief?: boolean;
}

/** A wider rule on one line, with its verdict and what it would save; the rest inside. */
export function WiderRegime({ regime, visit, catalogue }: Omit<RegimeProps, "brief">) {
  const { language } = useWords();
  const words = useArea(RESULT);
  const { id, name, verdict, bill } = regime;
  return (
    <details class={`card ${verdict}`} data-regime={id} data-verdict={verdict}>
      <summary>
        <h3>{name}</h3> <span class="verdict">{words.verdict[verdict]}</span>
        {verdict === "eligible" && bill && tells(bill.before) && bill.saving !== "0.00" && (
          <span>
            , {words.saving.toLowerCase()} {amount(bill.saving, language)} {words.month}
          </span>
        )}
      </summary>
      <RegimeBody regime={regime} visit={visit} catalogue={catalogue} brief />
    </details>
  );
}

/** A regime of the month: its verdict, the reason in a sentence, the bill, what would change it, and what to ask. */
export function Regime({ regime, visit, catalogue }: Omit<RegimeProps, "brief">) {
  const words = useArea(RESULT);
  const { id, name, verdict } = regime;
  return (
    <article class={`card ${verdict}`} data-regime={id} data-verdict={verdict}>
      <h3>{name}</h3>
      <p class="verdict">{words.verdict[verdict]}</p>
      <RegimeBody regime={regime} visit={visit} catalogue={catalogue} />
    </article>
  );
}

function RegimeBody({ regime, visit, catalogue, brief = false }: RegimeProps) {
  const { language } = useWords();
  const words = useArea(RESULT);
  const { id, name, verdict, bill, changes, missing } = regime;
  const record = recordOf(catalogue, id);
  const doubts = record?.doubts ?? [];
  const mayBe = verdict === "eligible" || verdict === "unknown";
  const money = (value: Parameters<typeof amount>[0]) => `${amount(value, language)} ${words.month}`;
  return (
    <>
      <p class="hint kind">
        {words.status[regime.status]}
        {!brief && `, ${words.inForce[regime.in_force]}`}. {record?.description}
      </p>
      {!brief && verdict === "eligible" && !isVerified(catalogue, id) && <p class="doubt">{words.unsure}</p>}
      <p>
        <strong>
          {words.why}
          <Colon />
        </strong>
        {regime.reason}
      </p>
      {verdict === "unknown" && missing.length > 0 && <Missing missing={missing} visit={visit} />}
      {mayBe && bill && tells(bill.before) && !bill.cheaper_already && (
        <dl class="bill">
          {bill.before !== "0.00" && <Line label={words.before}>{money(bill.before)}</Line>}
          <Line label={words.after}>{money(bill.after)}</Line>
          {bill.before !== "0.00" && (
            <Line label={words.saving}>
              {money(bill.saving)}, {amount(bill.saving_year, language)} {words.year}
            </Line>
          )}
        </dl>
      )}
      {mayBe && bill?.cheaper_already && <p>{words.cheaper}</p>}
      {changes.length > 0 && (
        <>
          <h4>{words.changes}</h4>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      )}
      {!brief && <Asking regime={regime} visit={visit} catalogue={catalogue} />}
      {doubts.length > 0 && (
        <details class="doubt">
          <summary>
            {words.doubts} ({doubts.length})
          </summary>
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>
          {words.details}
          <span class="unseen">
            <Colon />
            {name}
          </span>
        </summary>
        {regime.criteria && (
          <>
            <h4>{words.criteria}</h4>
            <ul class="criteria">
              <Criterion criterion={regime.criteria} />
            </ul>
          </>
        )}
        {record && (
          <>
            <p>
              {words.way}
              <Colon />
              {record.granting}. {words.payers}
              <Colon />
              {record.payers.map(({ payer, share }) => `${payer} (${percent(share, language)})`).join(", ")}.
            </p>
            <h4>{words.sources}</h4>
            <Sources sources={record.sources} checked={record.checked} />
          </>
        )}
      </details>
    </>
  );
}

/** Whom to ask, what to say and what to bring, in a month that is not past. */
export function Asking({ regime: { id, verdict }, visit, catalogue }: Omit<RegimeProps, "brief">) {
  const words = useArea(RESULT);
  // a variant is asked for as its regime is
  const own = (asks: typeof words.asks) => asks[id] ?? asks[id.replace(/[a-z]$/, "")];
  const ask = own(words.asks);
  if (!ask || verdict === "not_eligible" || isPast(visit.session?.month ?? "")) return null;
  const read = recordOf(catalogue, id)?.sources.find(({ url }) => ASKED_IN[id] && url.includes(ASKED_IN[id]));
  return (
    <>
      <h4>{words.how}</h4>
      <p>
        <strong>
          {words.askWhom}
          <Colon />
        </strong>
        {ask.whom}.
      </p>
      <p>
        <strong>
          {words.askWhat}
          <Colon />
        </strong>
        {ask.what}
      </p>
      {verdict === "eligible" && (
        <p class="say">
          <strong>
            {words.say}
            <Colon />
          </strong>
          <span lang="fr">{words.hello((own(RESULT.fr.asks) ?? ask).request)}</span>
        </p>
      )}
      {ask.papers.length > 0 && (
        <p>
          <strong>
            {words.askPapers}
            <Colon />
          </strong>
          {ask.papers.join(" ; ")}.
        </p>
      )}
      {read && (
        <p class="hint">
          {words.askSource}
          <Colon />
          <SourceLink source={read} />.
        </p>
      )}
    </>
  );
}

function Line({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What would settle a verdict; a question that was answered by "I do not know" can be answered again. */
function Missing({ missing, visit }: { missing: QuestionAnswer[]; visit: Visit }) {
  const words = useArea(RESULT);
  const { pages, session } = visit;
  const asking = pages.filter((page) => missing.some((question) => asks(page, question)));
  // What was answered is not missing, though an amount that goes with it may be.
  const isKnown = (page: Page) =>
    session && isDone(page, session) && page.fields.every(({ path }) => !session.unknown.includes(path));
  const left = asking.filter((page) => !isKnown(page));
  const concerned = left.length ? left : asking;
  return (
    <details>
      <summary>{words.missing(concerned.length)}</summary>
      <ul>
        {concerned.map((page) => (
          <li key={page.id}>
            <button type="button" class="link" onClick={() => visit.go(`change:${page.id}`)}>
              {page.title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Inside a `not`, what is not so is well: its sentence says all, and a "no" before it would read as the opposite. */
function Criterion({ criterion, inNot = false }: { criterion: CriterionAnswer; inNot?: boolean }) {
  const words = useArea(RESULT);
  return (
    <li class={inNot ? "" : criterion.truth}>
      {!inNot && (
        <>
          <strong>{words.truth[criterion.truth]}</strong>
          <Colon />
        </>
      )}
      {criterion.sentence}
      {criterion.of.length > 0 && (
        <ul class="criteria">
          {criterion.of.map((inside) => (
            <Criterion key={inside.sentence} criterion={inside} inNot={inNot || criterion.kind === "not"} />
          ))}
        </ul>
      )}
    </li>
  );
}
