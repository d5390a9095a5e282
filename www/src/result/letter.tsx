import { useEffect, useMemo, useState } from "preact/hooks";
import { amount, tells } from "../amounts.ts";
import { isVerified } from "../catalogue.ts";
import { ask } from "../client.ts";
import type { Assessed, Catalogue, RegimeAnswer } from "../engine.ts";
import { asked } from "../keep/share.ts";
import { type Session, verdicts } from "../session.ts";
import { LATER, RESULT } from "../strings/areas.ts";
import type { Listed } from "../strings/later.fr.ts";
import { inside, useArea, useWords } from "../words.ts";
import { type About, toClaim } from "./screen.tsx";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface Draft {
  id: string;
  name: string;
  text: string;
}

/**
 * What was changed in the letters, by what they said, among the drafts of the visit: going back to the result loses nothing, and
 * no letter says what other answers gave.
 */
const EDITED = "letter";

/**
 * The letters that make sense now: the claims to make first, then what the offers ask for. In French whatever the language of
 * the page: those who read them do.
 */
export function Letter({ visit, session, answer, catalogue }: About) {
  const { flow, language } = useWords();
  const words = useArea(RESULT);
  const [french, setFrench] = useState<Assessed | undefined>(language === "fr" ? answer : undefined);
  useEffect(() => {
    if (language === "fr") setFrench(answer);
    else
      ask("check", asked(session)).then(
        (found) => found.outcome === "success" && setFrench(found),
        () => visit.say(flow.stopped),
      );
  }, [answer, language]);
  const drafts = useMemo(() => (french ? letters(french, session, catalogue) : []), [french]);
  const [chosen, setChosen] = useState(0);
  const [edited, setEdited] = useState(visit.drafts.get(EDITED) ?? {});
  const draft = drafts[chosen];
  const text = draft ? (edited[draft.text] ?? draft.text) : "";
  return (
    <>
      <div class="screen-only">
        <button type="button" class="link back" onClick={() => visit.go("result")}>
          {words.actions.back}
        </button>
        <h1 tabIndex={-1}>{words.letter.title}</h1>
        {french && !draft && <p>{words.letter.noLetter}</p>}
        {draft && (
          <>
            <p>{words.letter.hint}</p>
            {drafts.length > 1 && (
              <fieldset>
                <legend>{words.letter.choose}</legend>
                {drafts.map(({ id, name }, at) => (
                  <div class="pick" key={id}>
                    <label>
                      <input type="radio" name="letter" checked={at === chosen} onChange={() => setChosen(at)} />
                      <span lang="fr">{name}</span>
                    </label>
                  </div>
                ))}
              </fieldset>
            )}
            <div class="text">
              <label for="letter">{words.letter.label}</label>
              <textarea
                id="letter"
                rows={24}
                lang="fr"
                value={text}
                onInput={({ currentTarget }) => {
                  const changed = { ...edited, [draft.text]: currentTarget.value };
                  visit.drafts.set(EDITED, changed);
                  setEdited(changed);
                }}
              />
            </div>
            <p>
              <button type="button" class="main" onClick={() => print()}>
                {words.actions.print}
              </button>
            </p>
          </>
        )}
      </div>
      {draft && (
        <div class="print-only letter" lang="fr" aria-hidden="true">
          {text}
        </div>
      )}
    </>
  );
}

function letters(answer: Assessed, session: Session, catalogue: Catalogue): Draft[] {
  const words = RESULT.fr;
  const { letter } = words;
  const dressed = (whom: string, subject: string, body: string) =>
    [
      ...letter.from.map((line) => `${line} : ………………………`),
      "",
      whom,
      "",
      letter.place,
      "",
      subject,
      "",
      body,
      "",
      letter.end,
    ].join("\n");
  const claim = toClaim(session, answer, words, "fr").map(({ benefit, whom }): Draft => {
    const name = words.benefit[benefit] ?? benefit;
    const short = LATER.fr.benefits.options[benefit as Listed]?.[0] ?? words.short[benefit] ?? benefit;
    return {
      id: `claim:${benefit}`,
      name: letter.claim(name),
      text: dressed(capital(whom), letter.subjectClaim(inside(short)), letter.claimBody(name)),
    };
  });
  const offers = verdicts(answer, session.regimes.current).flatMap((regime: RegimeAnswer): Draft[] => {
    const ask = words.asks[regime.id];
    if (regime.verdict !== "eligible" || !ask?.to) return [];
    const before = regime.bill?.before ?? "0.00";
    const price = tells(before) && before !== "0.00" ? ` ${letter.price(amount(before, "fr"))}` : "";
    return [
      {
        id: regime.id,
        name: letter.offer(regime.name),
        text: dressed(
          ask.to,
          letter.subjectOffer(ask.offer ?? regime.name),
          letter.offerBody(ask.request + price, isVerified(catalogue, regime.id), ask.papers.join(", ")),
        ),
      },
    ];
  });
  return [...claim, ...offers];
}
