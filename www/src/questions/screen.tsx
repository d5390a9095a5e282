import { useEffect, useRef, useState } from "preact/hooks";
import { monthName } from "../amounts.ts";
import { ErrorSummary } from "../errors.tsx";
import { verdicts } from "../session.ts";
import type { Refused, Screen, Visit } from "../visit.ts";
import { useWords } from "../words.ts";
import type { Form } from "./fields/field.ts";
import { isDone, isStructural } from "./next.ts";
import type { Page } from "./page.ts";

interface QuestionProps {
  visit: Visit;
  page: Page;
  /** Where to go after an answer that is changed; the next question when left out. */
  onward: Screen | undefined;
}

/** One page of questions. */
export function Question({ visit, page, onward }: QuestionProps) {
  const { flow, language } = useWords();
  const { session, answer, drafts } = visit;
  const [form, setForm] = useState<Form>(() => drafts.get(page.id) ?? filled(visit, page));
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  /** What was refused, to be corrected. */
  const corrected = useRef<Form | undefined>(undefined);
  // What was refused was said in the other language.
  useEffect(() => setRefused(undefined), [flow]);
  if (!session) return null;
  const stages = session.entry === "budget" ? flow.stages : flow.stages.slice(0, 4);
  // The only field of a page asks what the page asks, unless the page has its own title.
  const alone = page.fields.length === 1 && page.fields[0]?.legend === page.title && page.stage < 4;
  const settled =
    answer &&
    session.entry === "right" &&
    page.stage > 0 &&
    page.stage < 4 &&
    verdicts(answer, session.regimes.current).every(({ verdict }) => verdict !== "unknown");
  const submit = async (onward: Screen | undefined) => {
    if (busy) return;
    setBusy(true);
    try {
      const found = await visit.submit(page, form, onward);
      corrected.current = found && form;
      setRefused(found);
    } catch {
      setRefused({ errors: {}, about: {}, elsewhere: [{ message: flow.stopped }] });
    } finally {
      setBusy(false);
    }
  };
  // What was typed here goes with whoever leaves by a link: it would look said, and count for nothing.
  // Whoever leaves what was refused as it is knows it.
  const leave = (screen: Screen) =>
    drafts.has(page.id) && form !== corrected.current ? submit(screen) : visit.go(screen);
  const shown = {
    form,
    errors: refused?.errors ?? {},
    heading: alone,
    change: (changes: Form) => {
      const changed = { ...form, ...changes };
      setForm(changed);
      drafts.set(page.id, changed);
    },
  };
  return (
    <>
      <button type="button" class="link back" onClick={() => history.back()}>
        {flow.back}
      </button>
      {refused && <ErrorSummary {...refused} onPage={(id) => visit.go(`page:${id}`)} />}
      <p class="caption">
        {flow.stage(page.stage + 1, stages.length, flow.stages[page.stage] ?? "")}.{" "}
        {flow.inMonth(monthName(session.month, language))}.
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(onward);
        }}
        aria-busy={busy}
      >
        {!alone && <h1 tabIndex={-1}>{page.title}</h1>}
        {page.hint && <p class="hint">{page.hint}</p>}
        {page.fields.map((field) => (
          <div class="field" key={field.path}>
            {field.view(shown)}
          </div>
        ))}
        {settled && <p class="inset">{flow.enough}</p>}
        <p class="row">
          <button type="submit" class="main">
            {onward ? flow.save : flow.go}
          </button>
        </p>
      </form>
      <p class="row">
        <button type="button" class="link" onClick={() => leave("summary")}>
          {flow.seeSummary}
        </button>
        {answer && session.done.length > 2 && (
          <button type="button" class="link" onClick={() => leave("result")}>
            {flow.seeResult}
          </button>
        )}
      </p>
    </>
  );
}

/** What the controls show at first: the answer when there is one; nothing is chosen beforehand. */
function filled({ session }: Visit, page: Page): Form {
  if (!session) return {};
  if (isStructural(page) && !isDone(page, session)) return {};
  const { household, unknown } = session;
  return Object.assign({}, ...page.fields.map((field) => field.fill(household, unknown.includes(field.path))));
}
