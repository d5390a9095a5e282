import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ask } from "./client.ts";
import type { Assessed, HouseholdInput, Language, ProblemAnswer } from "./engine.ts";
import type { Field, Form } from "./questions/fields/field.ts";
import { home } from "./questions/home.ts";
import { next } from "./questions/next.ts";
import type { About, Page } from "./questions/page.ts";
import { begun, regimesOf, request, type Session } from "./session.ts";
import type { Words } from "./words.ts";

/** What is on the screen: one of these, or a page of questions by its id, asked in turn or changed from the summary. */
export type Screen = "start" | "summary" | "result" | "sheet" | "letter" | `page:${string}` | `change:${string}`;

/** What a form came to: nothing to correct, or messages by control, and those that stand elsewhere. */
export interface Refused {
  errors: Record<string, string>;
  /** What each control is about, on a page that asks several things. */
  about: Record<string, string>;
  elsewhere: { message: string; page?: Page | undefined }[];
}

/** What a visitor has done so far, and what she can do. The browser's history holds the screens, never the answers. */
export interface Visit {
  screen: Screen;
  session: Session | undefined;
  answer: Assessed | undefined;
  pages: Page[];
  /** What was typed and not accepted yet, by page; the letters as they were changed. */
  drafts: Map<string, Form>;
  /** A sentence to show above the screen. */
  notice: string;
  /** Where an answer that is changed was looked at. */
  origin: "summary" | "result";
  go(screen: Screen): void;
  begin(entry: Session["entry"], month: string): Promise<void>;
  submit(page: Page, form: Form, onward: Screen | undefined): Promise<Refused | undefined>;
  /** Opens a session that was kept. */
  open(kept: Session, notice: string): Promise<void>;
  say(notice: string): void;
  enter(entry: Session["entry"]): void;
  /** Puts aids on one bill, in this order. */
  together(ids: string[]): Promise<void>;
  forget(): void;
}

const EMPTY: Session = begun("right", "");

/** The one state of the page. */
export function useVisit(words: Words, later: Promise<(about: About) => Page[]>): Visit {
  const [screen, setScreen] = useState<Screen>("start");
  const [session, setSession] = useState<Session>();
  const [answer, setAnswer] = useState<Assessed>();
  const [notice, setNotice] = useState("");
  const drafts = useRef(new Map<string, Form>()).current;
  /** The language in which the answer at hand was given. */
  const told = useRef(words.language);

  const [rest, setRest] = useState<(about: About) => Page[]>();

  function make(session: Session, answer: Assessed | undefined, more = rest): Page[] {
    const about: About = {
      household: session.household,
      month: session.month,
      quarter: answer?.rsa.quarter ?? [],
      budget: session.entry === "budget",
      priced: !!answer?.regimes.some(
        ({ id, verdict, bill }) => verdict === "eligible" && bill && session.regimes.current.includes(id),
      ),
      incomeOpen: typeof answer?.spending?.income === "object",
      voice: words,
      words: words.questions,
    };
    return [...home(about), ...(more?.(about) ?? [])];
  }
  const current = useMemo(() => make(session ?? EMPTY, answer), [session, answer, words, rest]);

  const origin = useRef<Visit["origin"]>("summary");
  function go(next: Screen): void {
    if (next.startsWith("change:")) origin.current = screen === "result" ? "result" : "summary";
    history.pushState({ screen: next }, "");
    setScreen(next);
    setNotice("");
  }

  useEffect(() => {
    later.then(
      (more) => setRest(() => more),
      () => setNotice(words.flow.stopped),
    );
  }, []);

  /** Shows what comes after an answer. */
  async function onwards(session: Session, answer: Assessed): Promise<void> {
    const page = next(make(session, answer, await later), session, answer);
    go(page ? `page:${page.id}` : "summary");
  }

  /** The page that holds the first thing to correct. */
  async function pageOfFirst([problem]: ProblemAnswer[], session: Session): Promise<Page | undefined> {
    return problem && pageOf(make(session, undefined, await later), placeOf(problem, session.household));
  }

  function put(session: Session, answer: Assessed | undefined): void {
    told.current = words.language;
    setSession(session);
    setAnswer(answer);
  }

  async function check(session: Session): Promise<Assessed | ProblemAnswer[]> {
    const found = await ask("check", request(session, words.language));
    return found.outcome === "success" ? found : found.problems;
  }

  useEffect(() => {
    history.replaceState({ screen: "start" }, "");
    const shown = ({ state }: PopStateEvent) => {
      // A move inside the screen, such as the skip link's, has no state and changes nothing.
      if (!state) return;
      setScreen((state as { screen: Screen }).screen);
      setNotice("");
    };
    addEventListener("popstate", shown);
    return () => removeEventListener("popstate", shown);
  }, []);

  // Answers are in this tab only: closing it by mistake would lose them.
  const answered = (session?.done.length ?? 0) > 0;
  useEffect(() => {
    if (!answered) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [answered]);

  // Sentences come from the engine: another language means asking again.
  useEffect(() => {
    if (!session || !answer || told.current === words.language) return;
    let current = true;
    check(session).then(
      (found) => current && !Array.isArray(found) && put(session, found),
      () => current && setNotice(words.flow.stopped),
    );
    return () => {
      current = false;
    };
  }, [words.language, session]);

  return {
    screen: session ? screen : "start",
    session,
    answer,
    pages: current,
    drafts,
    notice,
    origin: origin.current,
    go,
    async begin(entry, month) {
      const fresh = session
        ? askedAnew(session, { ...session, entry, month, regimes: regimesOf(month) })
        : begun(entry, month);
      const found = await check(fresh);
      if (Array.isArray(found)) {
        // Another month can make an answer impossible: a birth after it.
        const page = await pageOfFirst(found, fresh);
        put(fresh, undefined);
        go(page ? `page:${page.id}` : "summary");
        setNotice(sentences(found, words));
        return;
      }
      put(fresh, found);
      await onwards(fresh, found);
    },
    async submit(page, form, onward) {
      const base = session ?? EMPTY;
      const read = page.fields.map((field) => ({ field, reading: field.read(form) }));
      const errors: Refused["errors"] = {};
      const about: Refused["about"] = {};
      const refuse = (field: Field, control: string, message: string) => {
        errors[control] ??= message;
        const name = field.about?.(control) ?? (page.fields.length > 1 ? field.legend : undefined);
        if (name) about[control] = name + words.flow.colon;
      };
      let fresh = {
        ...base,
        unknown: base.unknown.filter((path) => !page.fields.some((field) => field.path === path)),
      };
      for (const { field, reading } of read) {
        if ("faults" in reading) for (const { control, message } of reading.faults) refuse(field, control, message);
        else {
          fresh.household = reading.apply(fresh.household);
          if (reading.unknown) fresh.unknown = [...fresh.unknown, field.path];
        }
      }
      const stands = standing(base, fresh);
      fresh = askedAnew(base, fresh);
      fresh = { ...fresh, done: fresh.done.filter(stands), unknown: fresh.unknown.filter(stands) };
      const found = await check(fresh);
      const elsewhere: Refused["elsewhere"] = [];
      if (Array.isArray(found)) {
        for (const problem of found) {
          const place = placeOf(problem, fresh.household);
          const message = sentence(problem.message, words.language);
          const field = page.fields.find((field) => field.holds(place));
          if (field) refuse(field, field.control(form, place), message);
          else elsewhere.push({ message, page: pageOf(current, place) });
        }
      }
      if (Object.keys(errors).length || elsewhere.length) {
        drafts.set(page.id, form);
        return { errors, about, elsewhere };
      }
      if (Array.isArray(found)) return undefined;
      for (const id of drafts.keys()) if (id === page.id || !stands(id)) drafts.delete(id);
      // What was said on a page that no longer exists, such as the amount of an income taken back, is forgotten.
      const left = make(fresh, found, await later);
      fresh.done = [...fresh.done, page.id].filter((id) => left.some((page) => page.id === id));
      fresh.unknown = fresh.unknown.filter((path) =>
        left.some(({ fields }) => fields.some((field) => field.path === path)),
      );
      put(fresh, found);
      if (onward) go(onward);
      else await onwards(fresh, found);
      return undefined;
    },
    async open(kept, notice) {
      const fresh = { ...kept, regimes: regimesOf(kept.month) };
      const found = await check(fresh);
      if (Array.isArray(found)) {
        const page = found.some(({ code }) => MISSHAPEN.test(code)) ? undefined : await pageOfFirst(found, fresh);
        if (page) {
          drafts.clear();
          put(fresh, undefined);
          go(`page:${page.id}`);
        }
        setNotice(page ? sentences(found, words) : words.flow.keep.notOurs);
        return;
      }
      // A request written by another program says what is known, not which pages were seen.
      const seen = make(fresh, found, await later).filter((page) =>
        page.fields.every((field) => field.known(fresh.household)),
      );
      fresh.done = [...new Set([...fresh.done, ...seen.map((page) => page.id)])];
      drafts.clear();
      put(fresh, found);
      go("summary");
      setNotice(notice);
    },
    say: setNotice,
    enter(entry) {
      if (!session || !answer) return;
      const fresh = { ...session, entry };
      setSession(fresh);
      onwards(fresh, answer);
    },
    async together(ids) {
      if (!session) return;
      const fresh = { ...session, together: ids };
      setSession(fresh); // at once: what is ticked before the answer comes adds to it
      const found = await check(fresh).catch(() => setNotice(words.flow.stopped));
      if (found && !Array.isArray(found)) put(fresh, found);
    },
    forget() {
      setSession(undefined);
      setAnswer(undefined);
      drafts.clear();
      go("start");
    },
  };
}

/** A message of the engine as a sentence, with quotation marks and decimals that people use. */
function sentence(message: string, language: Language): string {
  const text = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  if (language !== "fr") return text.replace(/`([^`]*)`/g, "“$1”");
  return text.replace(/`([^`]*)`/g, (_, shown: string) => `« ${shown.replace(/^(\d+)\.(\d\d)$/, "$1,$2")} »`);
}

/** What the engine says of a request that no page of ours can show. */
const MISSHAPEN = /^(not_a_(record|list|text|truth|whole_number)|not_one_of|unknown_field|given_twice)$/;

const sentences = (problems: ProblemAnswer[], { language }: Words) =>
  problems.map(({ message }) => sentence(message, language)).join(" ");

/** A problem's place in the household; spending is named by its post, not by its place in the list. */
const placeOf = ({ field }: ProblemAnswer, { spending }: HouseholdInput) =>
  field
    .replace(/^household\./, "")
    .replace(/^spending\.lines\[(\d+)\]\.amount/, (_, place) => `spending.${spending?.lines?.[Number(place)]?.post}`);

/** The page that holds a place in the household. */
const pageOf = (pages: Page[], place: string): Page | undefined =>
  pages.find((page) => page.fields.some((field) => field.holds(place)));

const roles = ({ persons = [] }: HouseholdInput) => persons.map(({ role }) => role);

/** Whether what was said under a name stands: when somebody came or left, a place that somebody else has now is asked again. */
function standing(before: Session, after: Session): (name: string) => boolean {
  const [old, now] = [roles(before.household), roles(after.household)];
  const moved = old.map((role, place) => (role === now[place] ? "" : String(place))).filter(Boolean);
  return (name) => !moved.some((place) => new RegExp(`(:|\\[)${place}(\\]|:|$)`).test(name));
}

/** What is of a month, a place and all who live there is asked anew when one of them is another: the benefits, whose list may be
 * another one too, the tax notice, what the family receives. */
function askedAnew(before: Session, after: Session): Session {
  const about = ({ month, household }: Session) => month + household.territory + roles(household);
  if (about(before) === about(after)) return after;
  const household = { ...after.household };
  for (const told of ["benefits", "tax", "family"] as const) delete household[told];
  return { ...after, household };
}
