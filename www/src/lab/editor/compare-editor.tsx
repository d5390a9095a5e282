import { useEffect, useRef, useState } from "preact/hooks";
import { useArea, useWords } from "../../words.ts";
import type { LabWords } from "../compare-words.fr.ts";
import { Field } from "../field.tsx";
import type { Regime, RegimeName, RemarkAnswer, Source } from "../protocol.ts";
import { OWN } from "../request.ts";
import { builtIn, remarks } from "../run.ts";
import { Conditions } from "./conditions.tsx";
import { GRANTED, Granted } from "./granting.tsx";
import { Choice } from "./parts.tsx";
import { BLANK, blank, changes, placeText, type Speech } from "./rule.ts";
import { Prices } from "./tariff.tsx";
import { WORDS } from "./words.ts";

export interface EditorProps {
  choices: readonly RegimeName[];
  own: readonly Regime[];
  words: LabWords;
  onOwn(own: readonly Regime[]): void;
}

/** The rule that the form starts from: one of the built-in ones, or a blank one. */
async function starting(id: string): Promise<Regime | undefined> {
  if (id !== BLANK) return (await builtIn(id)) ?? undefined;
  const like = await builtIn(GRANTED.request);
  return like ? blank(like, WORDS) : undefined;
}

/** A rule written with form controls, what the checker says of it, and what changed in plain words. */
export function Editor({ choices, own, words, onOwn }: EditorProps) {
  const { language } = useWords();
  const form = useArea(WORDS);
  const speech: Speech = { form, lab: words, language };
  const [start, setStart] = useState<Regime>();
  const [mine, ...others] = own;
  const changed = mine && start ? changes(start, mine, speech) : [];
  const [said, setSaid] = useState<RemarkAnswer[]>([]);

  const begin = async (id: string) => {
    const regime = id ? await starting(id) : undefined;
    setStart(regime);
    if (!regime) return onOwn(others);
    const named = { fr: WORDS.fr.named(regime.name.fr), en: WORDS.en.named(regime.name.en) };
    const name = id === BLANK ? regime.name : named;
    onOwn([{ ...regime, id: `${regime.id}${OWN}`, name, status: "proposal" }, ...others]);
  };
  // A link brings a regime without the one it began with.
  useEffect(() => {
    if (mine && !start) starting(mine.id.replace(OWN, "")).then(setStart, () => {});
  }, [mine, start]);
  useEffect(() => {
    if (!mine) return setSaid([]);
    let current = true;
    remarks(mine).then(
      (found) => current && setSaid(found),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [mine]);

  // A change may come after another one that was asked for later: each is made to the rule as it is by then.
  const latest = useRef(mine);
  latest.current = mine;
  const change = (changed: Partial<Regime>) => {
    if (!latest.current) return;
    latest.current = { ...latest.current, ...changed };
    onOwn([latest.current, ...others]);
  };
  return (
    <>
      <p class="hint noprint">{form.hint}</p>
      <div class="text noprint">
        <label for="start">{form.start}</label>
        <select
          id="start"
          value={mine?.id.replace(OWN, "") ?? ""}
          onChange={({ currentTarget }) => {
            if (changed.length === 0 || confirm(form.replaceSure)) begin(currentTarget.value);
            else currentTarget.value = mine?.id.replace(OWN, "") ?? "";
          }}
        >
          <option value="">{form.none}</option>
          <option value={BLANK}>{form.blank}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {id}. {name[language]}
            </option>
          ))}
        </select>
      </div>
      {mine && (
        // Another start is another form: nothing typed in one stays in the other.
        <div key={mine.id}>
          <div class="noprint">
            <Field
              id="own-name"
              label={form.name}
              mode="text"
              value={mine.name[language]}
              onTyped={(text) => {
                if (!text.trim()) return form.nameMissing;
                change({ name: { fr: text, en: text } });
              }}
            />
            {mine.id === BLANK + OWN && (
              <Origin source={mine.sources[0]} speech={speech} onChange={(source) => change({ sources: [source] })} />
            )}
            <h2>{form.who}</h2>
            <Conditions
              at="criteria"
              value={mine.criteria}
              speech={speech}
              onChange={(criteria) => change({ criteria })}
            />
            <h2>{form.gives}</h2>
            <Prices
              value={mine.tariff}
              before={start?.tariff}
              speech={speech}
              onChange={(tariff) => change({ tariff })}
            />
            <Choice
              id="service"
              label={form.service}
              names={form.services}
              value={mine.service ?? "fixed_internet"}
              onChosen={(service) => change({ service })}
            />
            <h2>{form.how}</h2>
            <Granted regime={mine} speech={speech} onChange={change} />
          </div>
          <h2>{form.remarks}</h2>
          <ul aria-live="polite">
            {said.length === 0 && <li>{form.noRemark}</li>}
            {said.map(({ path, note, words: text }) => {
              const place = placeText(path, mine, speech);
              return (
                <li key={path + text.en}>
                  {place && place + form.colon}
                  {text.fr === text.en ? form.unread(path) : text[language]}{" "}
                  <span class="mark">{note ? form.remarkNote : form.remarkFault}</span>
                </li>
              );
            })}
          </ul>
          <h2>{form.changed}</h2>
          <ul aria-live="polite">
            {changed.length === 0 && <li>{form.unchanged}</li>}
            {changed.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface OriginProps {
  source: Source | undefined;
  speech: Speech;
  onChange(source: Source): void;
}

/** Where a rule written from nothing comes from: the checker asks for it. */
function Origin({ source, speech: { form }, onChange }: OriginProps) {
  const { title = "", url = "" } = source ?? {};
  const put = (changed: Partial<Source>) => {
    onChange({ title, url, confidence: "unverified", ...changed });
    return undefined;
  };
  return (
    <>
      <Field id="source" label={form.source} mode="text" value={title} onTyped={(title) => put({ title })} />
      <Field id="address" label={form.address} mode="text" value={url} onTyped={(url) => put({ url })} />
    </>
  );
}
