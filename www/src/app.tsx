import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { money } from "./amounts.ts";
import { VerdictBar } from "./bar.tsx";
import { catalogueIn } from "./catalogue.ts";
import { ask } from "./client.ts";
import type { Ruleset } from "./engine.ts";
import { keepOffline } from "./offline.ts";
import { Question } from "./questions/screen.tsx";
import { Quiet } from "./quiet.tsx";
import { Start } from "./start.tsx";
import { type Screen, useVisit, type Visit } from "./visit.ts";
import { pageIn, told, useWords, type Words, WordsContext, words as wordsOf } from "./words.ts";

type Late = typeof import("./late.ts");

const whole = new Promise((resolve) => {
  if (document.readyState === "complete") resolve(undefined);
  else addEventListener("load", resolve, { once: true });
});
/** What only later screens need, fetched once the first one is up. */
const late: Promise<Late> = whole.then(() => import("./late.ts"));
const later = late.then(({ later }) => later);
// A browser's first formatted amount takes it as long as a screen: not while somebody waits for a verdict.
late.then(() => setTimeout(() => money("0", "fr")));
/** Everything is there: from now on nothing has to be fetched, but another language. */
const ready = late.then(() => Promise.all([catalogueIn("fr"), ask("ruleset", null), keepOffline()]));

const heading = () => document.querySelector<HTMLElement>("main h1");
/** Whether a screen is made of what is fetched later. */
const isLate = (screen: Screen) => !/^(start$|page:|change:)/.test(screen);

/** The page: its frame, its language, and the screen that is on. */
export function App({ first }: { first: Words }) {
  const [words, setWords] = useState(first);
  useEffect(() => told(words.language), [words]);
  return (
    <WordsContext.Provider value={words}>
      <Frame words={words} onWords={setWords} />
    </WordsContext.Provider>
  );
}

function Frame({ words, onWords }: { words: Words; onWords(words: Words): void }) {
  const { flow } = words;
  const visit = useVisit(words, later);
  const [rest, setRest] = useState<Late>();
  const [ruleset, setRuleset] = useState<Ruleset>();
  const [hasNoEngine, setNoEngine] = useState(false);
  const arrived = useRef(false);
  const latest = useRef(visit);
  latest.current = visit;

  // What is said above the screen must be seen from below it.
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (visit.notice) status.current?.scrollIntoView({ block: "nearest" });
  }, [visit.notice]);

  useEffect(() => {
    late.then(setRest, () => {}); // the visit says so
    ask("ruleset", null).then(setRuleset, () => setNoEngine(true));
  }, []);

  const receive = async (text: string) => {
    const kept = await (await late).read(text);
    if ("fault" in kept) return visit.say(flow.keep[kept.fault]);
    if (latest.current.session?.done.length && !confirm(flow.keep.replaceSure)) return;
    const [theirs, ours] = [kept.ruleset, await ask("ruleset", null)];
    const name = ({ version, hash }: Ruleset) => `${version}, ${hash.slice(0, 8)}`;
    const others = theirs && theirs.hash !== ours.hash;
    // Words that cannot be fetched, offline, do not keep the answers away.
    const voice = kept.language ? await wordsOf(kept.language).catch(() => words) : words;
    const said = voice.flow.keep;
    await latest.current.open(kept.session, others ? said.otherRules(name(theirs), name(ours)) : said.opened);
    onWords(voice);
  };
  /** Opens what a link or a file holds; nothing is opened of what cannot be read. */
  const open = useRef((_: Promise<string> | string): void => {});
  open.current = (text) => {
    Promise.resolve(text)
      .then(receive)
      .catch(() => visit.say(flow.keep.notOurs));
  };

  const turn = (other: Words) => {
    visit.say(""); // it was in the former language
    onWords(other);
  };

  // A link carries the answers after `#`; they leave the address bar once read.
  useEffect(() => {
    const look = () => {
      const { hash, pathname, search } = location;
      if (hash.length < 2 || hash === "#content") return;
      history.replaceState(history.state, "", pathname + search);
      open.current(hash.slice(1));
    };
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);

  // The result shows itself once its sources are there: the first time, later than its screen.
  const [isShown, setShown] = useState(false);
  const waiting = !rest && isLate(visit.screen);
  useEffect(() => {
    const title = heading()?.textContent;
    document.title = visit.screen === "start" || !title ? flow.start.title : `${title} – ${flow.site}`;
  }, [visit.screen, waiting, isShown, flow]);

  // With the new screen, not after it: a key pressed in between would go to what is no longer there.
  useLayoutEffect(() => {
    if (arrived.current) {
      scrollTo(0, 0);
      heading()?.focus({ preventScroll: true });
    }
    arrived.current = true;
  }, [visit.screen, waiting, isShown]);

  return (
    <>
      <a class="skip" href="#content">
        {flow.skip}
      </a>
      <header>
        <span class="site">{flow.site}</span>
        <button
          type="button"
          class="link"
          lang={flow.otherLanguage.code}
          onClick={() => wordsOf(words.language === "fr" ? "en" : "fr").then(turn, () => visit.say(flow.notKept))}
        >
          {flow.otherLanguage.name}
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        <div role="status" ref={status}>
          {hasNoEngine && (
            <p class="notice">
              {flow.noEngine} <a href="./papier.html">{flow.paper}</a>.
            </p>
          )}
          {visit.notice && <p class="notice">{visit.notice}</p>}
        </div>
        <Shown
          visit={visit}
          rest={rest}
          onShown={() => setShown(true)}
          onFile={(file) => open.current(late.then(({ text }) => text(file)))}
        />
      </main>
      {visit.session && visit.answer && !["start", "result", "sheet", "letter"].includes(visit.screen) && (
        <VerdictBar session={visit.session} answer={visit.answer} />
      )}
      <footer>
        <Quiet ready={ready} />
        <p>{flow.footer}</p>
        <p>
          <Elsewhere page="method" text={flow.method} />
          {" · "}
          <Elsewhere page="compare" text={flow.compare} />
          {" · "}
          <Elsewhere page="embed" text={flow.embed} />
          {ruleset && (
            <>
              {" · "}
              {flow.engine}{" "}
              <span data-ruleset={ruleset.hash}>{`${ruleset.version} (${ruleset.hash.slice(0, 8)})`}</span>
            </>
          )}
        </p>
      </footer>
    </>
  );
}

/** Another of our pages; this one stays open, with its answers. */
function Elsewhere({ page, text }: { page: string; text: string }) {
  const { flow, language } = useWords();
  return (
    <a href={pageIn(language, page)} target="_blank" rel="noopener">
      {text}
      {flow.newTab}
    </a>
  );
}

interface ShownProps {
  visit: Visit;
  rest: Late | undefined;
  /** A screen that is fetched later is up. */
  onShown(): void;
  onFile(file: File): void;
}

/** The screen that is on. */
function Shown({ visit, rest, onShown, onFile }: ShownProps) {
  const { flow } = useWords();
  const [kind, id] = [visit.screen.split(":")[0], visit.screen.slice(visit.screen.indexOf(":") + 1)];
  const page = visit.pages.find((page) => page.id === id);
  if (kind === "start") {
    const begin = (...entry: Parameters<Visit["begin"]>) => visit.begin(...entry).catch(() => visit.say(flow.stopped));
    const summary = visit.session ? () => visit.go("summary") : undefined;
    return <Start month={visit.session?.month} onBegin={begin} onFile={onFile} onSummary={summary} />;
  }
  if ((kind === "page" || kind === "change") && page) {
    return (
      <Question key={visit.screen} visit={visit} page={page} onward={kind === "change" ? visit.origin : undefined} />
    );
  }
  if (!rest) return <p>{flow.working}</p>;
  const isOutcome = kind === "result" || kind === "sheet" || kind === "letter";
  // There is no answer yet to what has to be corrected first.
  if (isOutcome && visit.answer) return <rest.Outcome visit={visit} onShown={onShown} />;
  return <rest.Summary visit={visit} onChange={(page) => visit.go(`change:${page.id}`)} />;
}
