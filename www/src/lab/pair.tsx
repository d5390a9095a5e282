import { useWords } from "../words.ts";
import { Figures } from "./charts.tsx";
import type { LabWords } from "./compare-words.fr.ts";
import { leaves, say } from "./criteria.ts";
import { cell, told } from "./format.ts";
import type { CompareAnswer, Figure, Outcome, Regime } from "./protocol.ts";
import type { Choices } from "./request.ts";
import { named, noNumber } from "./results.tsx";
import { useRules } from "./rules.tsx";

interface PairProps {
  comparison: CompareAnswer;
  first: Outcome;
  second: Outcome;
  choices: Choices;
  words: LabWords;
}

/** Two regimes on the same households: who wins, who loses, and at which criterion they part. */
export function Pair({ comparison, first, second, choices, words }: PairProps) {
  const { language } = useWords();
  const rules = useRules([first.id, second.id], choices);
  const found = comparison.pairs.find(
    (pair) => [pair.first, pair.second].includes(first.id) && [pair.first, pair.second].includes(second.id),
  );
  if (!found) return null;
  const straight = found.first === first.id;
  const [onlyFirst, onlySecond] = straight
    ? [found.only_first, found.only_second]
    : [found.only_second, found.only_first];
  const [betterFirst, betterSecond] = straight
    ? [found.better_with_first, found.better_with_second]
    : [found.better_with_second, found.better_with_first];
  const more = straight ? found.first_covers_more_poor : found.second_covers_more_poor;
  const decided = [first, second].find(({ not_computable }) => not_computable);
  const free = [first, second].filter(({ priced }) => !priced).map(({ id }) => id);
  const untold = noNumber(first, words) ?? noNumber(second, words);
  const row = (text: string, figure: Figure, none = untold) => [text, cell(figure, "households", none)];
  const [outOfSecond = [], outOfFirst = []] = straight ? found.part_at : [...found.part_at].reverse();
  const parting = (list: readonly { criterion: number; share: number }[], out: Outcome) => {
    const criteria = rules[out.id] ? leaves((rules[out.id] as Regime).criteria) : [];
    return (
      list.length > 0 && (
        <>
          <h3>{words.parting(named(out, language))}</h3>
          <ul>
            {list.slice(0, 4).map(({ criterion, share }) => (
              <li key={criterion}>
                {criteria[criterion] ? say(criteria[criterion], words, language) : "…"}
                {language === "fr" ? " : " : ": "}
                {words.partingShare(told(share, "share", language))}
              </li>
            ))}
          </ul>
        </>
      )
    );
  };
  const title = words.pair(named(first, language), named(second, language));
  const table = (rows: ReturnType<typeof row>[]) => (
    <Figures caption={title} table={{ head: [words.whom, words.households], rows }} />
  );
  const gains = [
    ...(betterFirst.value ? [row(words.betterFirst, betterFirst)] : []),
    ...(betterSecond.value ? [row(words.betterSecond, betterSecond)] : []),
  ];
  return (
    <section>
      <h2>{title}</h2>
      {decided ? (
        <p>
          {named(decided, language)} : {words.notComputable}. {decided.not_computable?.[language]}
        </p>
      ) : found.same ? (
        <>
          <p>
            {words.same}
            {[first.id, second.id].every((id) => ["R1", "R3"].includes(id)) && ` ${words.noActivite}`}
          </p>
          {free.length > 0 ? <p>{words.noGain(free.join(", "))}</p> : gains.length > 0 && table(gains)}
        </>
      ) : (
        <>
          {table([
            row(words.onlyFirst, onlyFirst),
            row(words.onlySecond, onlySecond),
            row(words.betterFirst, betterFirst, free.length > 0 ? "—" : undefined),
            row(words.betterSecond, betterSecond, free.length > 0 ? "—" : undefined),
          ])}
          {free.length > 0 && <p>{words.noGain(free.join(", "))}</p>}
          {more != null && (
            <>
              <p>{words.draws(told(more, "share", language))}</p>
              <p class="hint">{words.drawsHint}</p>
            </>
          )}
          {parting(outOfSecond, second)}
          {parting(outOfFirst, first)}
        </>
      )}
    </section>
  );
}
