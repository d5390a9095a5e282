import type { Assessed, VerdictAnswer } from "./engine.ts";
import { type Session, verdicts } from "./session.ts";
import { Colon, useWords } from "./words.ts";

const ORDER: VerdictAnswer[] = ["eligible", "unknown", "not_eligible"];

/** What can be said so far, always on the screen and said aloud when it changes. */
export function VerdictBar({ session, answer }: { session: Session; answer: Assessed }) {
  const { bar } = useWords().flow;
  const current = verdicts(answer, session.regimes.current);
  const wider = verdicts(answer, session.regimes.wider);
  const count = (verdict: VerdictAnswer) => wider.filter((regime) => regime.verdict === verdict).length;
  const groups = ORDER.map((verdict) => ({
    verdict,
    names: current.filter((regime) => regime.verdict === verdict).map(({ name }) => name),
  }));
  return (
    <aside class="bar" aria-label={bar.title} aria-live="polite" aria-atomic="true">
      <strong>{bar.title}</strong>
      <ul>
        {current.length === 0 && <li>{bar.none}</li>}
        {groups.map(
          ({ verdict, names }) =>
            names.length > 0 && (
              <li key={verdict} class={verdict}>
                <b>{bar.words[verdict]}</b>
                <Colon />
                {names.join(" ; ")}
              </li>
            ),
        )}
        <li class="wider">{bar.wider(count("eligible"), count("unknown"))}</li>
      </ul>
    </aside>
  );
}
