import { render } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import "../late.css";
import "./lab.css";
import { percent, thisMonth } from "../amounts.ts";
import type { Language } from "../engine.ts";
import { keepOffline } from "../offline.ts";
import { opening, pageIn, told, useWords, type Words, WordsContext, words as wordsOf } from "../words.ts";
import { lab as fr, type LabWords } from "./compare-words.fr.ts";
import { Editor } from "./editor.tsx";
import { LOCALE } from "./format.ts";
import type { CompareAnswer, Known } from "./protocol.ts";
import { type Choices, FILE, possible, read, request, USUAL, written } from "./request.ts";
import { Results } from "./results.tsx";
import { known as ask, compare, compareFile, FileRefused, Refused } from "./run.ts";
import { Setup } from "./setup.tsx";

const isLink = () => /^#c\d/.test(location.hash);

/** Two presses within so many milliseconds are one. */
const TWICE = 700;

type State =
  | { kind: "working"; share: number }
  | { kind: "done"; comparison: CompareAnswer }
  | { kind: "stopped" }
  /** For a file to be chosen. */
  | { kind: "waiting" }
  | { kind: "failed"; message: string }
  | { kind: "faulty" }
  | { kind: "refused"; refused: FileRefused };

/** The words of the page's frame, and its own. */
interface Spoken {
  words: Words;
  lab: LabWords;
}

async function spoken(language: Language): Promise<Spoken> {
  const words = await wordsOf(language);
  return { words, lab: language === "fr" ? fr : (await import("./compare-words.en.ts")).lab };
}

function App({ first }: { first: Spoken }) {
  const [shown, setShown] = useState(first);
  const [notice, setNotice] = useState("");
  const { words, lab } = shown;
  const { flow } = words;
  useEffect(() => {
    told(words.language);
    document.title = lab.title;
    document.body.className = "wide";
  }, [words, lab]);
  const turn = async () => {
    try {
      setShown(await spoken(words.language === "fr" ? "en" : "fr"));
    } catch {
      setNotice(flow.notKept);
    }
  };
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
        <div role="status">{notice && <p class="notice">{notice}</p>}</div>
        <Lab words={lab} />
      </main>
      <footer>
        <p>{flow.footer}</p>
        <p>
          <a href={pageIn(words.language, "method")}>{flow.method}</a>
        </p>
      </footer>
    </WordsContext.Provider>
  );
}

function Lab({ words }: { words: LabWords }) {
  const { language } = useWords();
  const opened = useMemo(() => read(location.hash.slice(1)), []);
  const asked = isLink();
  const [choices, setChoices] = useState<Choices>(opened?.choices ?? USUAL);
  const [known, setKnown] = useState<Known>();
  const [state, setState] = useState<State>({ kind: "working", share: 0 });
  const [go, setGo] = useState(0);
  const [file, setFile] = useState<File>();
  const [lacking, setLacking] = useState(false);
  /** What a link asks for is looked at before anything is worked out. */
  const [isRead, setRead] = useState(!opened);
  const stop = useRef(new AbortController());
  const empty = choices.regimes.length + choices.own.length === 0;

  useEffect(() => {
    ask().then(
      (known) => {
        setKnown(known);
        // A link may ask for what there is not.
        if (!opened) return;
        const kept = possible(opened.choices, known);
        setLacking(kept !== opened.choices);
        setChoices(kept);
        setRead(true);
      },
      (error) => setState({ kind: "failed", message: String(error) }),
    );
  }, [opened]);

  // A link opened where this page already is.
  useEffect(() => addEventListener("hashchange", () => isLink() && location.reload()), []);

  // `go` asks for the same choices again
  useEffect(() => {
    stop.current.abort();
    if (empty || !isRead) return;
    if (choices.base === FILE && !file) return setState({ kind: "waiting" });
    const mine = new AbortController();
    stop.current = mine;
    setState({ kind: "working", share: 0 });
    const progress = (share: number) => mine.signal.aborted || setState({ kind: "working", share });
    const running =
      choices.base === FILE && file
        ? compareFile(request(choices), file, progress, mine.signal)
        : compare(request(choices), progress, mine.signal);
    running.then(
      (comparison) => mine.signal.aborted || setState({ kind: "done", comparison }),
      (error: Error) =>
        mine.signal.aborted ||
        setState(
          error instanceof FileRefused
            ? { kind: "refused", refused: error }
            : error instanceof Refused && error.problems.some(({ code }) => code === "faulty_rule")
              ? { kind: "faulty" }
              : { kind: "failed", message: error.message },
        ),
    );
    return () => mine.abort();
  }, [choices, go, file, isRead]);

  // What was chosen stands in the address: it is there again after a reload, or on coming back. A link that was opened stays as it
  // is until something is changed.
  useEffect(() => {
    if (state.kind !== "done" || choices === USUAL || choices === opened?.choices) return;
    history.replaceState(history.state, "", `#${written(choices, state.comparison.ruleset)}`);
  }, [state, choices, opened]);

  const change = (changed: Partial<Choices>) =>
    setChoices((before) => {
      const after = { ...before, ...changed };
      return after.base === FILE ? { ...after, month: after.month ?? thisMonth() } : after;
    });
  const choose = (chosen: File) => {
    setFile(chosen);
    change({ file: chosen.name.slice(0, 80) });
  };
  /** Stopping twice in a row is not asking again, though the button that asks stands where the other was. */
  const stopped = useRef(0);
  const cancel = () => {
    stop.current.abort();
    stopped.current = performance.now();
    setState({ kind: "stopped" });
  };
  const again = () => performance.now() - stopped.current > TWICE && setGo(go + 1);
  const older =
    opened && state.kind === "done" && opened.ruleset !== state.comparison.ruleset ? opened.ruleset : undefined;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={pageIn(language, "index")}>{words.back}</a>
      </p>
      {asked && !opened && <p class="notice">{words.notOurs}</p>}
      {lacking && <p class="notice">{words.lacking}</p>}
      {older && state.kind === "done" && (
        <p class="notice">{words.older(older.slice(0, 8), state.comparison.ruleset.slice(0, 8))}</p>
      )}
      {known && <Setup choices={choices} known={known} words={words} onChange={change} onFile={choose} />}
      {known && <Editor choices={known.choices} own={choices.own} words={words} onOwn={(own) => change({ own })} />}
      <div role="status" class="state">
        {empty && words.choose}
        {!empty && state.kind === "working" && (
          <>
            <progress value={state.share} aria-label={words.running(percent(String(state.share), language))} />{" "}
            <span aria-hidden="true">{words.running(percent(state.share.toFixed(2), language))}</span>
          </>
        )}
        {!empty && state.kind === "done" && <span class="unseen">{finished(state.comparison, words, language)}</span>}
        {!empty && state.kind === "stopped" && words.stopped}
        {!empty && state.kind === "waiting" && (choices.file ? words.own.again(choices.file) : words.own.waiting)}
        {!empty &&
          state.kind === "refused" &&
          words.own.quoted(
            words.own.refused(choices.file ?? "", state.refused.refusal?.reason[language] ?? words.own.gone),
          )}
        {!empty && state.kind === "faulty" && words.faulty}
        {!empty && state.kind === "failed" && `${words.failed} : ${state.message}`}
      </div>
      {!empty && (
        <p class="row">
          {state.kind === "working" ? (
            <button type="button" class="plain" onClick={cancel}>
              {words.cancel}
            </button>
          ) : (
            state.kind !== "done" &&
            state.kind !== "waiting" &&
            state.kind !== "faulty" && (
              <button type="button" class="main" onClick={again}>
                {words.run}
              </button>
            )
          )}
        </p>
      )}
      {!empty && state.kind === "done" && known && (
        <Results
          comparison={state.comparison}
          known={known}
          choices={choices}
          file={choices.base === FILE ? file : undefined}
          words={words}
          link={() => `${location.href.split("#")[0]}#${written(choices, state.comparison.ruleset)}`}
        />
      )}
    </>
  );
}

/** What is said aloud once the figures are there. */
function finished({ file }: CompareAnswer, { done, own }: LabWords, language: Language): string {
  if (!file) return done;
  const { rows, bad_rows, households } = file;
  const number = (value: number) => value.toLocaleString(LOCALE[language]);
  const left = bad_rows ? own.badRows(number(bad_rows), number(bad_rows + rows)) : "";
  return `${done} ${own.yours(number(rows), number(households))} ${left}`;
}

const root = document.querySelector("#app");
if (root) {
  opening(spoken).then((first) => {
    root.replaceChildren(); // what says that the page is slow to come
    render(<App first={first} />, root);
  });
}
keepOffline();
