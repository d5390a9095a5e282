import { useEffect, useState } from "preact/hooks";
import { percent } from "../amounts.ts";
import { useWords } from "../words.ts";
import type { LabWords } from "./compare-words.fr.ts";
import type { CompareAnswer, Regime } from "./protocol.ts";
import type { Choices } from "./request.ts";
import { builtIn } from "./run.ts";

/** Rules compared as they are written, by id, once they are there. */
export function useRules(ids: readonly string[], { own }: Choices): Record<string, Regime> {
  const [rules, setRules] = useState<Record<string, Regime>>({});
  const asked = ids.join();
  useEffect(() => {
    let current = true;
    const all = asked.split(",").map(async (id) => own.find((rule) => rule.id === id) ?? (await builtIn(id)));
    Promise.all(all).then(
      (rules) => current && setRules(Object.fromEntries(rules.flatMap((rule) => (rule ? [[rule.id, rule]] : [])))),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [asked, own]);
  return rules;
}

/** What each rule compared says, who is supposed to claim it, and what is not sure about it. */
export function Rules({
  comparison,
  choices,
  words,
}: {
  comparison: CompareAnswer;
  choices: Choices;
  words: LabWords;
}) {
  const { flow, language } = useWords();
  const ids = comparison.regimes.map(({ id }) => id);
  const rules = useRules(ids, choices);
  return (
    <section>
      <h2>{words.rules}</h2>
      {ids.map((id) => {
        const rule = rules[id];
        if (!rule) return null;
        const { low, central, high } = rule.granting.take_up;
        const [least, middle, most] = [low, central, high].map((share) => percent(share, language));
        const { title, url } = rule.granting.source;
        const cited = <span lang="fr">{title}</span>;
        return (
          <details key={id}>
            <summary>
              <strong>
                {id}. {rule.name[language]}
              </strong>
              . {rule.description[language]}
            </summary>
            <p>
              {words.supposed(middle ?? "", least ?? "", most ?? "")}{" "}
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {cited}
                  <span class="unseen">{flow.newTab}</span>
                </a>
              ) : (
                cited
              )}
            </p>
            {rule.doubts?.map((doubt) => (
              <p key={doubt.fr}>{doubt[language]}</p>
            ))}
          </details>
        );
      })}
    </section>
  );
}
