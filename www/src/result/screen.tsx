import { amount, isPast, monthName } from "../amounts.ts";
import { isVerified, recordOf } from "../catalogue.ts";
import type {
  AmountAnswer,
  Assessed,
  Catalogue,
  ClaimAnswer,
  Language,
  RegimeAnswer,
  VerdictAnswer,
} from "../engine.ts";
import { type Session, verdicts } from "../session.ts";
import { RESULT } from "../strings/areas.ts";
import type { Result } from "../strings/result.fr.ts";
import type { Visit } from "../visit.ts";
import { useArea, useWords } from "../words.ts";
import { Budget } from "./budget.tsx";
import { Keep } from "./keep.tsx";
import { Regime, WiderRegime } from "./regime.tsx";
import { RsaBreakdown } from "./rsa.tsx";
import { Sources } from "./sources.tsx";
import { Steps } from "./steps.tsx";
import { Together } from "./together.tsx";

/** What the screens of the result are about. */
export interface About {
  visit: Visit;
  session: Session;
  answer: Assessed;
  catalogue: Catalogue;
}

/** A list in the law obliges nobody to sell. */
const isServed = (catalogue: Catalogue, id: string) => recordOf(catalogue, id)?.status !== "statutory-list";

/** The one word that sums up what exists this month. A list without an obliged operator is no offer. */
function headline(current: RegimeAnswer[], catalogue: Catalogue) {
  const yes = current.filter(({ verdict }) => verdict === "eligible");
  const offers = yes.filter(({ id }) => isServed(catalogue, id));
  const sure = offers.filter(({ id, in_force }) => in_force === "yes" && isVerified(catalogue, id));
  if (sure.some(({ claim_first }) => claim_first.length === 0)) return "offer";
  if (sure.length) return "claim";
  if (offers.length) return "perhaps";
  if (yes.length) return "list";
  return current.some(({ verdict }) => verdict === "unknown") ? "unknown" : "no";
}

/** What is open comes first, then what may be, then what is not; and nobody has to serve a mere list. */
const rank = ({ id, verdict }: RegimeAnswer, catalogue: Catalogue) =>
  2 * (["eligible", "unknown", "not_eligible", "not_computable"] as VerdictAnswer[]).indexOf(verdict) +
  (isServed(catalogue, id) ? 0 : 3);

/** Each claim once, for every regime that waits for it. */
const claims = (regimes: RegimeAnswer[]): ClaimAnswer[] => [
  ...new Map(regimes.flatMap(({ claim_first }) => claim_first).map((claim) => [claim.benefit, claim])).values(),
];

/** A right to claim before anything else, and from whom. */
export interface ToClaim {
  benefit: string;
  sentence: string;
  whom: string;
  /** The sentence, which is the engine's, says from whom already. */
  toldWhom?: boolean;
  law: string;
}

/** What to claim in a month that is not past: what a regime waits for, then what is computed and, by her answers, not received. */
export function toClaim(session: Session, answer: Assessed, words: Result, language: Language): ToClaim[] {
  if (isPast(session.month)) return [];
  const { counter } = words;
  const { benefits = {} } = session.household;
  const first = claims(verdicts(answer, [...session.regimes.current, ...session.regimes.wider])).map(
    ({ benefit, sentence }): ToClaim => ({
      benefit,
      sentence,
      whom: counter.whom,
      toldWhom: true,
      law: counter.law[benefit] ?? "",
    }),
  );
  const unlessHad = (had: boolean | undefined) => (had === undefined && !benefits.complete ? words.unlessHad : "");
  const prime = primeToClaim(session, answer);
  if (prime && first.every(({ benefit }) => benefit !== "prime_activite")) {
    const sentence = words.prime(amount(prime, language)) + unlessHad(benefits.prime_activite);
    first.push({ benefit: "prime_activite", sentence, whom: counter.whom, law: counter.law.prime_activite ?? "" });
  }
  const cover = coverToClaim(session, answer);
  if (cover) {
    const young = mayBeTheirChild(session) ? ` ${words.cover.young}` : "";
    const sentence = words.cover[cover] + unlessHad(benefits.c2s_gratuite) + young;
    first.push({ benefit: "c2s", sentence, whom: words.cover.whom, law: words.cover.law });
  }
  return first;
}

/** What to claim first, and from whom. */
export function First({ session, answer }: Pick<About, "session" | "answer">) {
  const { flow, language } = useWords();
  const words = useArea(RESULT);
  const first = toClaim(session, answer, words, language);
  if (first.length === 0) return null;
  return (
    <section class="first">
      <h2>{words.first}</h2>
      {first.map(({ benefit, sentence, whom, toldWhom, law }) => (
        <div key={benefit}>
          <p>{sentence}</p>
          <p>{toldWhom ? `${words.askSource}${flow.colon}${law}` : `${words.at}${whom} (${law})`}.</p>
        </div>
      ))}
      <p class="hint">{words.firstHint}</p>
    </section>
  );
}

/** The health cover that is computed and, by her answers, not received. Not with an RSA to claim, which brings it. */
function coverToClaim({ household }: Session, { health_cover, rsa }: Assessed): "free" | "paying" | undefined {
  const { c2s_gratuite, c2s_participation } = household.benefits ?? {};
  const least = typeof rsa.total === "string" ? rsa.total : rsa.total.from;
  if (!health_cover || c2s_gratuite || c2s_participation || least !== "0.00") return undefined;
  if (health_cover.free === "yes") return "free";
  return health_cover.with_contribution === "yes" ? "paying" : undefined;
}

/** The prime d'activité that is computed and, by her answers, not received. */
function primeToClaim({ household }: Session, { prime_activite }: Assessed): AmountAnswer | undefined {
  if (!prime_activite || household.benefits?.prime_activite) return undefined;
  const { total } = prime_activite;
  return Number(typeof total === "string" ? total : total.from) > 0 ? total : undefined;
}

/** Whether she may still be counted with her parents: alone, and not known to be 25 (CSS R861-2). */
function mayBeTheirChild({ household: { persons = [] }, month }: Session): boolean {
  const [{ age, birth_date } = {}, ...others] = persons;
  const year = (text: string) => Number(text.slice(0, 4));
  const years = age ?? (birth_date ? year(month) - year(birth_date) : 0);
  return others.length === 0 && years <= 25;
}

/** The result: what to claim first, what exists, what wider rules would give, why, and the budget. */
export function ResultScreen({ visit, session, answer, catalogue }: About) {
  const { flow, language } = useWords();
  const words = useArea(RESULT);
  const current = verdicts(answer, session.regimes.current).sort((a, b) => rank(a, catalogue) - rank(b, catalogue));
  const wider = verdicts(answer, session.regimes.wider);
  const kind = headline(current, catalogue);
  const month = monthName(session.month, language);
  const past = isPast(session.month);
  const aid = claims(current).map(({ benefit }) => words.benefit[benefit] ?? benefit);
  const budget = <Budget visit={visit} session={session} answer={answer} catalogue={catalogue} />;
  const told = session.regimes.current;
  const pointers = catalogue.pointers.filter(
    ({ id, regime }) => answer.pointers.includes(id) && !(regime && told.includes(regime)),
  );
  return (
    <>
      <button type="button" class="link back" onClick={() => visit.go("summary")}>
        {flow.seeSummary}
      </button>
      <h1 tabIndex={-1}>{past ? words.past.title[kind] : words.title[kind]}</h1>
      <p class="lead">{(past ? words.past.lead : words.lead)[kind](month, aid.join(", "))}</p>
      {kind === "list" && current.some(({ id, verdict }) => verdict === "unknown" && isServed(catalogue, id)) && (
        <p class="lead">{words.stillOpen}</p>
      )}
      {past && <p class="notice">{words.past.notice(month)}</p>}
      <p class="hint">{words.indicative}</p>
      <First session={session} answer={answer} />
      {session.entry === "budget" && budget}
      <section>
        <h2>{words.current(month, past)}</h2>
        {current.map((regime) => (
          <Regime key={regime.id} regime={regime} visit={visit} catalogue={catalogue} />
        ))}
      </section>
      <section>
        <h2>{words.wider}</h2>
        <p class="hint">{words.widerHint}</p>
        {wider.map((regime) => (
          <WiderRegime key={regime.id} regime={regime} visit={visit} catalogue={catalogue} />
        ))}
      </section>
      <Together visit={visit} session={session} answer={answer} />
      {pointers.length > 0 && (
        <section>
          <h2>{words.pointers}</h2>
          {pointers.map((pointer) => (
            <article class="card" key={pointer.id}>
              <h3>{pointer.title}</h3>
              <p>{pointer.text}</p>
              {pointer.doubt && <p class="doubt">{pointer.doubt}</p>}
              <Sources sources={[pointer.source]} checked={pointer.checked} />
            </article>
          ))}
        </section>
      )}
      <RsaBreakdown rsa={answer.rsa} month={session.month} pages={visit} />
      <Steps answer={answer} catalogue={catalogue} />
      {session.entry !== "budget" && budget}
      <Keep visit={visit} session={session} answer={answer} />
    </>
  );
}
