import { useEffect, useState } from "preact/hooks";
import { typed as asTyped, percent } from "../amounts.ts";
import { useWords } from "../words.ts";
import { Chart, DOTS, Dots } from "./charts.tsx";
import type { LabWords } from "./compare-words.fr.ts";
import { Field, numberTyped } from "./field.tsx";
import { between, cell, LOCALE, told, type Unit } from "./format.ts";
import type { CompareAnswer, Figure, FrontierAnswer, Outcome, Threshold } from "./protocol.ts";
import { type Choices, request } from "./request.ts";
import { named, total } from "./results.tsx";
import { frontiers, Refused } from "./run.ts";

interface FrontierProps {
  comparison: CompareAnswer;
  words: LabWords;
  front: Outcome;
  choices: Choices;
  file: File | undefined;
}

/** The place of the middling take-up among low, central and high. */
const CENTRAL = 1;

/** The most that may be typed, in euros a year: no rule could spend it. */
const MOST = 1e11;

/** Cost if all claim against the poor covered: each regime as it is, and at every threshold it may have. */
export function Frontier({ comparison, words, front, choices, file }: FrontierProps) {
  const { language } = useWords();
  const ofFile = comparison.file !== undefined;
  // A file is rarely a country: its budget is typed in euros.
  const unit = ofFile ? 1 : 1e6;
  const [budget, setBudget] = useState(ofFile ? 10_000 : 100);
  const [target, setTarget] = useState(50);
  /** What was found, and for what: while something else is looked for, nothing is said of it. */
  const [{ found, of }, setFound] = useState<{ found: readonly FrontierAnswer[]; of?: string }>({ found: [] });
  const asked = JSON.stringify([request(choices), budget, target]);
  const [tooMany, setTooMany] = useState(false);
  /** Fields whose number was refused: what was found is for another one. */
  const [refused, setRefused] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    frontiers(request(choices), file, budget * unit, target / 100).then(
      (found) => {
        if (!current) return;
        setFound({ found, of: asked });
        setTooMany(false);
      },
      (error) => {
        if (!current) return;
        setFound({ found: [], of: asked }); // nothing was found: it is looked for no longer
        setTooMany(error instanceof Refused && error.problems[0]?.code === "too_many_to_sort");
      },
    );
    return () => {
      current = false;
    };
  }, [asked, file, unit]);

  const share = (value: number) => told(value, "share", language);
  const money = (value: number) => told(value, "millions", language);
  const times = (value: number) => told(value, "times", language);
  const claim = (of: Threshold) => percent(String(of.take_up), language);
  const name = (id: string) => {
    const outcome = comparison.regimes.find((outcome) => outcome.id === id);
    return outcome ? named(outcome, language) : id;
  };
  const at = ({ times: by, euros, everybody }: Pick<Threshold, "times" | "euros" | "everybody">) =>
    everybody ? words.everybodyIn : euros == null ? words.timesOwn(times(by)) : told(euros, "euros", language);
  /** A threshold that was found, and between what and what it may be. */
  const foundAt = (best: Threshold) => {
    const scale = best.euros == null ? 1 : best.euros / best.times;
    const tell = (end: number) => (best.euros == null ? times(end) : told(end * scale, "euros", language));
    const ends = best.intervals.times.together;
    return ends ? `${at(best)}, ${tell(ends[0])} – ${tell(ends[1])}` : at(best);
  };

  const dots = comparison.regimes
    .flatMap((outcome) => {
      const [cost, leftOut] = [outcome.full_cost?.value, outcome.poor_left_out.value];
      // Those of whom a rule cannot tell are neither left out nor covered: it has no place here.
      if (outcome.undetermined?.value) return [];
      return cost == null || leftOut == null ? [] : [{ name: outcome.id, x: cost, y: 1 - leftOut, outcome }];
    })
    .sort((one, other) => one.x - other.x)
    .map((dot) => ({ ...dot, unbeaten: found.find(({ id }) => id === dot.name)?.unbeaten ?? false }));
  // Figures that rest on too few rows are not told, and nothing follows from them.
  const tooFew = ofFile && dots.length === 0 && found.every(({ curve }) => curve.length === 0);
  const certain = found.filter(({ undetermined }) => undetermined === 0);
  const curves = certain
    .filter(({ moves }) => moves)
    .map(({ id, curve }) => ({
      name: id,
      points: curve.map((threshold) => ({ x: threshold.full_cost, y: threshold.poor_covered, threshold })),
    }));
  const line = (id: string, where: string, y: number, x: number) => `${id}, ${where} : ${share(y)}, ${money(x)}`;
  const within = certain
    .flatMap(({ id, moves, within }) => (within[CENTRAL] ? [{ id, moves, best: within[CENTRAL] }] : []))
    .sort((one, other) => reached(other.best) - reached(one.best))[0];
  const reaching = certain
    .flatMap(({ id, moves, reaching }) => (reaching[CENTRAL] ? [{ id, moves, best: reaching[CENTRAL] }] : []))
    .sort((one, other) => one.best.full_cost - other.best.full_cost)[0];
  const sum = ofFile ? money(budget) : `${budget.toLocaleString(LOCALE[language])} M€`;
  const typed = (
    id: string,
    label: string,
    value: number,
    most: number,
    written: string,
    set: (value: number) => void,
    answer: string,
  ) => (
    <div>
      <Field
        id={id}
        label={label}
        value={asTyped(value, language)}
        onTyped={(text) => {
          const number = numberTyped(text, 0, most, written);
          setRefused((others) => [...others.filter((other) => other !== id), ...(number === undefined ? [id] : [])]);
          if (number === undefined) return words.numberFrom("0", most.toLocaleString(LOCALE[language]));
          set(number);
        }}
      />
      <p aria-live="polite">
        {!refused.includes(id) &&
          (of === asked ? found.length > 0 && (tooFew ? words.own.tooFew : answer) : words.searching)}
      </p>
    </div>
  );
  return (
    <>
      <Chart
        name="cout-couverture"
        title={words.frontier}
        hint={ofFile ? words.own.frontierHint : words.frontierHint}
        words={words}
        height={DOTS.height}
        legend={curves.map(({ name: id }) => name(id))}
        lines
        points={[
          ...dots.map(
            ({ name, x, y, unbeaten }) => `${line(name, words.asItIs, y, x)}${unbeaten ? `, ${words.unbeaten}` : ""}`,
          ),
          ...curves.flatMap(({ name, points }) => points.map(({ x, y, threshold }) => line(name, at(threshold), y, x))),
        ]}
        table={{
          head: [
            words.columns.regime,
            words.threshold,
            words.coveredPoor,
            words.columns.takeUp,
            words.columns.cost,
            words.columns.fullCost,
            words.unbeaten,
          ],
          rows: [
            ...dots.map(({ name: id, y, outcome, unbeaten }) => {
              const left = outcome.poor_left_out.together;
              return [
                `${name(id)} (${words.asItIs})`,
                { value: 1, unit: "times" as const },
                { value: y, together: left && ([1 - left[1], 1 - left[0]] as const), unit: "share" as const },
                { value: Number(outcome.take_up.central), unit: "share" as const },
                cell(total(outcome)?.central, "millions"),
                cell(outcome.full_cost, "millions"),
                unbeaten ? "✓" : "",
              ];
            }),
            ...curves.flatMap(({ name, points }) =>
              points.map(({ threshold: { poor_covered, cost, full_cost, take_up, intervals, ...threshold } }) => [
                `${name}, ${at(threshold)}`,
                { value: threshold.times, unit: "times" as const },
                cell({ ...intervals.poor_covered, value: poor_covered }, "share"),
                { value: take_up, unit: "share" as const },
                cell({ ...intervals.cost, value: cost }, "millions"),
                { value: full_cost, unit: "millions" as const },
                "",
              ]),
            ),
          ],
        }}
      >
        {(current, width) => (
          <Dots
            width={width}
            dots={dots}
            curves={curves}
            tellX={money}
            tellY={(value) => percent(String(value), language)}
            current={current}
          />
        )}
      </Chart>
      {tooMany ? (
        <p>{words.own.tooMany}</p>
      ) : (
        <>
          <div class="line">
            {typed(
              "budget",
              ofFile ? words.own.budget : words.budget,
              budget,
              MOST / unit,
              ofFile ? "€" : "M€",
              setBudget,
              within
                ? words.bestFor(
                    sum,
                    name(within.id),
                    within.moves ? foundAt(within.best) : words.asItIs,
                    between(within.best.poor_covered, within.best.intervals.poor_covered, "share", language),
                    share(reached(within.best)),
                    claim(within.best),
                    money(within.best.cost),
                    money(within.best.full_cost),
                  )
                : words.noneFor(sum),
            )}
            {typed(
              "target",
              words.target,
              target,
              100,
              "%",
              setTarget,
              reaching
                ? words.cheapestFor(
                    `${asTyped(target, language)} %`,
                    name(reaching.id),
                    reaching.moves ? foundAt(reaching.best) : words.asItIs,
                    claim(reaching.best),
                    between(reaching.best.cost, reaching.best.intervals.cost, "millions", language),
                    money(reaching.best.full_cost),
                  )
                : words.noneReaches(`${asTyped(target, language)} %`),
            )}
          </div>
          <Best
            found={found.find(({ id }) => id === front.id)}
            name={named(front, language)}
            claim={percent(front.take_up.central, language)}
            at={foundAt}
            refused={refused.includes("budget")}
            words={words}
          />
        </>
      )}
    </>
  );
}

/** The poor who are entitled and claim, when they claim as the others do: what a budget reaches. */
const reached = ({ poor_covered, take_up }: Threshold) => poor_covered * take_up;

interface BestProps {
  found: FrontierAnswer | undefined;
  name: string;
  /** The share of those entitled who claim. */
  claim: string;
  at(threshold: Threshold): string;
  /** What was typed is no budget. */
  refused: boolean;
  words: LabWords;
}

/** The best threshold of the regime in front, and what a hundredth more does; nothing for one without a threshold. */
function Best({ found, name, claim, at, refused, words }: BestProps) {
  const { language } = useWords();
  if (!found?.moves) return null;
  const [best, marginal] = [found.within[CENTRAL], found.marginal];
  const figure = (of: Figure, unit: Unit) => between(of.value, of, unit, language);
  return (
    <>
      {found.undetermined > 0 && <p>{words.own.untold(name, told(found.undetermined, "households", language))}</p>}
      <p aria-live="polite">
        {refused
          ? ""
          : best
            ? words.bestThreshold(
                name,
                at(best),
                between(best.covered, best.intervals.covered, "households", language),
                between(best.poor_covered, best.intervals.poor_covered, "share", language),
                claim,
                between(best.cost, best.intervals.cost, "millions", language),
                told(best.full_cost, "millions", language),
              )
            : found.undetermined === 0 && words.noThreshold(name)}
      </p>
      {found.highest != null && <p>{words.highest(name, told(found.highest, "euros", language))}</p>}
      {marginal && (marginal.covered.value != null || found.undetermined === 0) && (
        <p>
          {marginal.covered.value == null
            ? words.noMarginal(name)
            : words.marginal(
                name,
                figure(marginal.covered, "households"),
                marginal.poor.value == null ? words.fewPoor : words.ofWhichPoor(figure(marginal.poor, "households")),
                figure(marginal.cost, "millions"),
                claim,
              )}
        </p>
      )}
    </>
  );
}
