import { useMemo, useState } from "preact/hooks";
import { amount } from "../amounts.ts";
import type { RegimeAnswer } from "../engine.ts";
import { verdicts } from "../session.ts";
import { LATER, RESULT } from "../strings/areas.ts";
import type { Listed } from "../strings/later.fr.ts";
import type { Pair } from "../strings/questions.fr.ts";
import type { Result } from "../strings/result.fr.ts";
import { useArea, useWords } from "../words.ts";
import { type About, claims } from "./screen.tsx";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface Draft {
  id: string;
  name: string;
  text: string;
}

/** The letters that make sense now: the claims to make first, then what the offers ask for. */
export function Letter({ visit, session, answer }: About) {
  const { language } = useWords();
  const words = useArea(RESULT);
  const { benefits } = useArea(LATER);
  const current = verdicts(answer, session.regimes.current);
  const drafts = useMemo(
    () => letters(words, benefits.options, current, answer.regimes, (value) => amount(value, language)),
    [answer, words],
  );
  const [chosen, setChosen] = useState(0);
  const [edited, setEdited] = useState<Record<string, string>>({});
  const draft = drafts[chosen];
  const text = draft ? (edited[draft.id] ?? draft.text) : "";
  return (
    <>
      <div class="screen-only">
        <button type="button" class="link back" onClick={() => visit.go("result")}>
          {words.actions.back}
        </button>
        <h1 tabIndex={-1}>{words.letter.title}</h1>
        {!draft && <p>{words.letter.noLetter}</p>}
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
                      <span>{name}</span>
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
                value={text}
                onInput={(event) => setEdited({ ...edited, [draft.id]: event.currentTarget.value })}
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
        <div class="print-only letter" aria-hidden="true">
          {text}
        </div>
      )}
    </>
  );
}

function letters(
  words: Result,
  benefits: Record<Listed, Pair>,
  current: RegimeAnswer[],
  all: RegimeAnswer[],
  show: (value: RegimeAnswerBill) => string,
): Draft[] {
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
  const claim = claims(all).map(({ benefit }): Draft => {
    const name = words.benefit[benefit] ?? benefit;
    const short = benefits[benefit as Listed]?.[0] ?? benefit;
    return {
      id: `claim:${benefit}`,
      name: letter.claim(name),
      text: dressed(capital(words.counter.whom), letter.subjectClaim(short), letter.claimBody(name)),
    };
  });
  const offers = current.flatMap((regime): Draft[] => {
    const ask = words.asks[regime.id];
    if (regime.verdict !== "eligible" || !ask?.to) return [];
    const price = regime.bill ? ` ${letter.price(show(regime.bill.before))}` : "";
    return [
      {
        id: regime.id,
        name: letter.offer(regime.name),
        text: dressed(
          ask.to,
          letter.subjectOffer(regime.name),
          letter.offerBody(ask.request + price, regime.reason, ask.papers.join(", ")),
        ),
      },
    ];
  });
  return [...claim, ...offers];
}

type RegimeAnswerBill = NonNullable<RegimeAnswer["bill"]>["before"];
