import type { Assessed } from "./engine.ts";
import { type Session, verdicts } from "./session.ts";
import { useWords } from "./words.ts";

/** What can be said so far, always on the screen and said aloud when it changes. */
export function VerdictBar({ session, answer }: { session: Session; answer: Assessed }) {
  const { bar } = useWords().flow;
  const current = verdicts(answer, session.regimes.current).filter(({ verdict }) => verdict !== "not_computable");
  const wider = verdicts(answer, session.regimes.wider);
  const count = (verdict: string) => wider.filter((regime) => regime.verdict === verdict).length;
  return (
    <aside class="bar" aria-label={bar.title} aria-live="polite" aria-atomic="true">
      <strong>{bar.title}</strong>
      <ul>
        {current.length === 0 && <li>{bar.none}</li>}
        {current.map(({ id, name, verdict }) => (
          <li key={id} class={verdict}>
            <span>{name}</span> <b>{bar.words[verdict]}</b>
          </li>
        ))}
        <li class="wider">{bar.wider(count("eligible"), count("unknown"))}</li>
      </ul>
    </aside>
  );
}
