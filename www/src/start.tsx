import { useState } from "preact/hooks";
import { monthName, monthNames, thisMonth } from "./amounts.ts";
import { ErrorSummary } from "./errors.tsx";
import { FIRST_MONTH, LAST_MONTH, type Session, today } from "./session.ts";
import { useWords } from "./words.ts";

interface StartProps {
  month: string | undefined;
  onBegin(entry: Session["entry"], month: string): Promise<void>;
  onFile(file: File): void;
  /** Back to what was answered, for who comes to change the month. */
  onSummary: (() => void) | undefined;
}

/** What the page answers, what helps, and for which month. */
export function Start({ month, onBegin, onFile, onSummary }: StartProps) {
  const { flow, language } = useWords();
  const words = flow.start;
  const [chosen, setChosen] = useState(month ?? today());
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [year = "", place = ""] = chosen.split("-");
  const [first, last] = [FIRST_MONTH, LAST_MONTH].map((month) => Number(month.slice(0, 4))) as [number, number];
  const years = Array.from({ length: last - first + 1 }, (_, back) => String(last - back));
  const invalid = wrong ? { "aria-invalid": true, "aria-describedby": "month-error" } : {};
  const begin = (entry: Session["entry"]) => {
    const covered = FIRST_MONTH <= chosen && chosen <= LAST_MONTH;
    setWrong(!covered);
    // A second press while the engine is still being fetched is not a second visit.
    if (!covered || busy) return;
    setBusy(true);
    onBegin(entry, chosen).finally(() => setBusy(false));
  };
  return (
    <>
      {onSummary && (
        <button type="button" class="link back" onClick={onSummary}>
          {flow.seeSummary}
        </button>
      )}
      {wrong && <ErrorSummary errors={{ month: words.outOfRange }} />}
      <h1 tabIndex={-1}>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin("right");
        }}
      >
        <fieldset class={wrong ? "wrong" : ""} aria-describedby="month-hint">
          <legend>{words.month}</legend>
          <p class="hint" id="month-hint">
            {words.monthHint}
          </p>
          {thisMonth() > LAST_MONTH && <p class="notice">{words.later(monthName(LAST_MONTH, language))}</p>}
          {wrong && (
            <p class="error" id="month-error">
              {words.outOfRange}
            </p>
          )}
          <div class="day">
            <div class="text">
              <label for="month">{words.monthLabel}</label>
              <select
                id="month"
                value={place}
                {...invalid}
                onChange={(event) => setChosen(`${year}-${event.currentTarget.value}`)}
              >
                {monthNames(language).map((name, at) => (
                  <option key={name} value={String(at + 1).padStart(2, "0")}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <div class="text">
              <label for="year">{words.yearLabel}</label>
              <select
                id="year"
                value={year}
                {...invalid}
                onChange={(event) => setChosen(`${event.currentTarget.value}-${place}`)}
              >
                {years.map((value) => (
                  <option key={value} value={value}>
                    {value}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <p class="row">
            <button type="button" class="plain" onClick={() => setChosen(today())}>
              {words.thisMonth}
            </button>
            <button type="button" class="plain" onClick={() => setChosen("2014-11")}>
              {words.november}
            </button>
          </p>
        </fieldset>
        <div class="entries">
          <div>
            <button type="submit" class="main">
              {words.right}
            </button>
            <p class="hint">{words.rightHint}</p>
          </div>
          <div>
            <button type="button" class="main second" onClick={() => begin("budget")}>
              {words.budget}
            </button>
            <p class="hint">{words.budgetHint}</p>
          </div>
        </div>
        <p role="status">{busy && flow.working}</p>
      </form>
      <h2>{words.answers}</h2>
      <ul>
        {words.gives.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>{words.time}</p>
      <h2>{words.papers}</h2>
      <ul>
        {words.paperList.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h2>{words.private}</h2>
      <p>{words.privateText}</p>
      <p class="file">
        <label for="file">{words.open}</label>
        <input
          id="file"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
            event.currentTarget.value = "";
          }}
        />
      </p>
    </>
  );
}
