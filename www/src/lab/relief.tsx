import { useWords } from "../words.ts";
import { Figures } from "./charts.tsx";
import type { LabWords } from "./compare-words.fr.ts";
import { cell, told } from "./format.ts";
import type { CompareAnswer } from "./protocol.ts";
import { named, noNumber } from "./results.tsx";

/** Internet bills that take more than a share of income, and those that no longer do. */
export function Relief({ comparison, words }: { comparison: CompareAnswer; words: LabWords }) {
  const { language } = useWords();
  const priced = comparison.regimes.filter(({ relief }) => relief.length > 0);
  const [first] = priced;
  // A file may say nothing of the bills, and then nothing can be counted.
  const silent = comparison.file && first?.relief.every(({ before }) => before.value == null);
  if (!first || silent) return null;
  return (
    <>
      <h2>{words.relief}</h2>
      <p class="hint">
        {first.relief
          .map(({ above, before }) => {
            const count = told(before.value, "households", language);
            return words.reliefHint(before.value == null ? count : words.householdsIn(count), above);
          })
          .join(" ")}
      </p>
      <Figures
        caption={words.relief}
        table={{
          head: [words.columns.regime, ...first.relief.map(({ above }) => `${words.relieved} (${words.above(above)})`)],
          rows: priced.map((outcome) => [
            named(outcome, language),
            ...outcome.relief.map(({ relieved }) => cell(relieved, "households", noNumber(outcome, words))),
          ]),
        }}
      />
    </>
  );
}
