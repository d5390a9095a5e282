import { type ComponentChildren, render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import "./late.css";
import { dayName, percent } from "./amounts.ts";
import { catalogueIn } from "./catalogue.ts";
import type { Catalogue, DatedValueAnswer, Language, RegimeRecord, SourceAnswer } from "./engine.ts";
import { keepOffline } from "./offline.ts";
import { SourceLink, Sources } from "./result/sources.tsx";
import { RESULT } from "./strings/areas.ts";
import { method, type Method as Text } from "./strings/method.fr.ts";
import { measured } from "./strings/units.ts";
import {
  Colon,
  opening,
  pageIn,
  told,
  useArea,
  useWords,
  type Words,
  WordsContext,
  words as wordsOf,
} from "./words.ts";

/** English comes when it is asked for. */
const METHOD: Record<Language, Text> = { fr: method, en: method };

async function load(language: Language): Promise<Words> {
  if (language === "en") METHOD.en = (await import("./strings/method.en.ts")).method;
  return wordsOf(language);
}

function App({ first }: { first: Words }) {
  const [words, setWords] = useState(first);
  useEffect(() => {
    told(words.language);
    document.title = METHOD[words.language].title;
  }, [words]);
  const { flow } = words;
  const turn = async () => setWords(await load(words.language === "fr" ? "en" : "fr"));
  return (
    <WordsContext.Provider value={words}>
      <a class="skip" href="#content">
        {flow.skip}
      </a>
      <header>
        <a class="site" href={pageIn(words.language, "index")}>
          {flow.site}
        </a>
        <button type="button" class="link" lang={flow.otherLanguage.code} onClick={turn}>
          {flow.otherLanguage.name}
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        <Method />
      </main>
      <footer>
        <p>{flow.footer}</p>
      </footer>
    </WordsContext.Provider>
  );
}

/** Everything the engine holds, to search. */
function Method() {
  const { language, flow } = useWords();
  const words = useArea(METHOD);
  const { confidence } = useArea(RESULT);
  const [held, setHeld] = useState<Catalogue>();
  const [failed, setFailed] = useState(false);
  const [text, setText] = useState("");
  const [mark, setMark] = useState("");
  useEffect(() => {
    catalogueIn(language).then(setHeld, () => setFailed(true));
  }, [language]);

  const sure = (sources: SourceAnswer[]) => !mark || sources.some((source) => source.confidence === mark);
  const groups = useMemo(() => grouped(held?.values ?? []), [held]);
  const found = groups.filter(
    ({ values }) =>
      sure(values.map(({ source }) => source)) &&
      says(text, ...values.flatMap(({ id, label, article, source }) => [id, label, article, source.title])),
  );
  const regimes = (held?.regimes ?? []).filter(
    ({ id, name, description, sources }) =>
      sure(sources) && says(text, id, name, description, ...sources.map(({ title }) => title)),
  );
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={pageIn(language, "index")}>{words.back}</a>
        {" · "}
        <a href={pageIn(language, "compare")}>{flow.compare}</a>
      </p>
      <h2>{words.how}</h2>
      <ul>
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h2>{words.marks}</h2>
      <dl class="marks">
        {Object.entries(words.meaning).map(([name, meaning]) => (
          <div key={name}>
            <dt>
              <span class="mark">{confidence[name]}</span>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {held && (
        <p>
          {flow.engine}
          <Colon />
          {held.ruleset.version}, <code>{held.ruleset.hash}</code>
        </p>
      )}
      <search class="filter">
        <div class="text">
          <label for="find">{words.find}</label>
          <p class="hint" id="find-hint">
            {words.findHint}
          </p>
          <input
            id="find"
            type="text"
            maxLength={60}
            aria-describedby="find-hint"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <div class="text">
          <label for="mark">{words.confidence}</label>
          <select id="mark" value={mark} onChange={(event) => setMark(event.currentTarget.value)}>
            <option value="">{words.all}</option>
            {Object.keys(words.meaning).map((name) => (
              <option key={name} value={name}>
                {confidence[name]}
              </option>
            ))}
          </select>
        </div>
      </search>
      {!held && <p role="status">{failed ? words.failed : words.loading}</p>}
      {held && (
        <>
          <h2 aria-live="polite">{words.regimes(regimes.length, held.regimes.length)}</h2>
          {regimes.map((regime) => (
            <Regime key={regime.id} regime={regime} />
          ))}
          <h2 aria-live="polite">{words.values(found.length, groups.length)}</h2>
          {found.map(({ id, values }) => (
            <Value key={id} values={values} />
          ))}
        </>
      )}
    </>
  );
}

/** Whether every word of `text` stands somewhere in `texts`, accents and capitals apart. */
function says(text: string, ...texts: string[]): boolean {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const all = plain(texts.join(" "));
  return plain(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** The values of each parameter, the latest first. */
function grouped(values: DatedValueAnswer[]): { id: string; values: DatedValueAnswer[] }[] {
  const groups = new Map<string, DatedValueAnswer[]>();
  for (const value of values) groups.set(value.id, [value, ...(groups.get(value.id) ?? [])]);
  return [...groups].map(([id, values]) => ({ id, values }));
}

interface FoldProps {
  name: string;
  summary: ComponentChildren;
  children(): ComponentChildren;
}

/** What opens on demand: hundreds of them, so their insides are made when they are opened. */
function Fold({ name, summary, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="card" data-name={name} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}

function Regime({ regime }: { regime: RegimeRecord }) {
  const { language } = useWords();
  const words = useArea(METHOD);
  const result = useArea(RESULT);
  const { from, until, announced, take_up: takeUp } = regime;
  const day = (text: string | null) => (text ? dayName(text, language) : "");
  const [low = "", central = "", high = ""] = takeUp.map((rate) => percent(rate, language));
  return (
    <Fold
      name={regime.id}
      summary={
        <>
          <h3>
            {regime.id}. {regime.name}
          </h3>
          {result.status[regime.status]}
        </>
      }
    >
      {() => (
        <>
          <p>{regime.description}</p>
          <p>
            {[from && words.between(day(from), day(until)), announced && words.announced(day(announced))]
              .filter(Boolean)
              .join(", ")}
          </p>
          <p>
            {result.way}
            <Colon />
            {regime.granting}. {result.payers}
            <Colon />
            {regime.payers.map(({ payer, share }) => `${payer} (${percent(share, language)})`).join(", ")}.
          </p>
          {takeUp.length === 3 && (
            <p>
              {words.takeUp(low, central, high)}. <SourceLink source={regime.take_up_source} />{" "}
              <span class="mark">{result.confidence[regime.take_up_source.confidence]}</span>
            </p>
          )}
          {regime.doubts.length > 0 && (
            <div class="doubt">
              <h4>{result.doubts}</h4>
              <ul>
                {regime.doubts.map((doubt) => (
                  <li key={doubt}>{doubt}</li>
                ))}
              </ul>
            </div>
          )}
          <h4>{result.sources}</h4>
          <Sources sources={regime.sources} checked={regime.checked} />
        </>
      )}
    </Fold>
  );
}

function Value({ values }: { values: DatedValueAnswer[] }) {
  const { language } = useWords();
  const words = useArea(METHOD);
  const [last] = values;
  if (!last) return null;
  const told = ({ value, unit }: DatedValueAnswer) => (value === null ? words.ended : measured(value, unit, language));
  return (
    <Fold
      name={last.id}
      summary={
        <>
          <h3>{last.label}</h3> {last.article}
          <Colon />
          {told(last)}, {words.between(dayName(last.from, language), "")}
        </>
      }
    >
      {() => (
        <>
          <p class="hint">
            <code>{last.id}</code>
          </p>
          <ul class="sources">
            {values.map((value) => (
              <li key={value.from}>
                {words.from} {dayName(value.from, language)}
                <Colon />
                <strong>{told(value)}</strong>
                <Sources sources={[value.source]} checked={value.checked} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}

const root = document.querySelector("#app");
if (root) opening(load).then((first) => render(<App first={first} />, root));
keepOffline();
