import { useEffect, useState } from "preact/hooks";
import { typed as asTyped, decimal, percent } from "../amounts.ts";
import type { Language } from "../engine.ts";
import { useWords } from "../words.ts";
import { BARS, Bars, Chart, DOTS, Dots, Figures, type Table } from "./charts.tsx";
import type { LabWords } from "./compare-words.fr.ts";
import { csv, keep } from "./export.ts";
import { Field } from "./field.tsx";
import { apart, around, told, type Unit } from "./format.ts";
import { Pair } from "./pair.tsx";
import type { CompareAnswer, Figure, Known, Outcome, Threshold } from "./protocol.ts";
import { type Choices, request } from "./request.ts";
import { thresholds } from "./run.ts";
import { Sure } from "./sure.tsx";

interface ResultsProps {
  comparison: CompareAnswer;
  known: Known;
  choices: Choices;
  words: LabWords;
  link(): string;
}

/** The name a regime has in charts and tables. */
export const named = ({ id, name }: Outcome, language: Language) => `${id}. ${name[language]}`;

const total = (outcome: Outcome) => outcome.costs.find(({ payer }) => !payer);

/** What came out. */
export function Results({ comparison, known, choices, words, link }: ResultsProps) {
  const { language } = useWords();
  const { regimes } = comparison;
  const [chosen, setChosen] = useState("R6");
  const [beside, setBeside] = useState("R1");
  const front = regimes.find(({ id }) => id === chosen) ?? regimes.at(-1);
  const other = regimes.find(({ id }) => id === beside && id !== front?.id) ?? regimes.find((one) => one !== front);
  if (!front) return null;
  const options = regimes.map((outcome) => (
    <option key={outcome.id} value={outcome.id}>
      {named(outcome, language)}
    </option>
  ));
  return (
    <>
      <p class="statement">{comparison.statement[language]}</p>
      <div class="line">
        <div class="text">
          <label for="front">{words.focus}</label>
          <select id="front" value={front.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {options}
          </select>
        </div>
        {other && (
          <div class="text">
            <label for="beside">{words.other}</label>
            <select id="beside" value={other.id} onChange={({ currentTarget }) => setBeside(currentTarget.value)}>
              {options}
            </select>
          </div>
        )}
      </div>
      <Cards outcome={front} words={words} />
      <Everything comparison={comparison} words={words} />
      <ByGroup front={front} other={other} known={known} words={words} />
      <Payers comparison={comparison} words={words} />
      <Frontier comparison={comparison} words={words} front={front} choices={choices} />
      {comparison.base.startsWith("pays") && <Statement2014 outcome={front} words={words} />}
      {other && <Pair comparison={comparison} first={front} second={other} choices={choices} words={words} />}
      <Sure comparison={comparison} words={words} />
      <Keep comparison={comparison} words={words} link={link} />
    </>
  );
}

function Cards({ outcome, words }: { outcome: Outcome; words: LabWords }) {
  const { language } = useWords();
  const cost = total(outcome);
  const card = (figure: Figure, unit: Unit, text: string, more?: string) => (
    <li class="card">
      <strong>{told(figure.value, unit, language)}</strong> {text}
      <span class="hint">{around(figure, unit, language) && words.interval(around(figure, unit, language))}</span>
      {figure.effective !== null && (
        <span class="hint">{words.restsOn(told(figure.effective, "households", language))}</span>
      )}
      {more && <span class="hint">{more}</span>}
    </li>
  );
  return (
    <section aria-label={named(outcome, language)}>
      <h2>{named(outcome, language)}</h2>
      <ul class="cards">
        {card(outcome.covered, "households", words.cards.covered)}
        {card(outcome.poor_left_out, "share", words.cards.leftOut)}
        {cost &&
          card(
            cost.central,
            "millions",
            words.cards.cost,
            words.takeUp(told(cost.low.value, "millions", language), told(cost.high.value, "millions", language)),
          )}
        {outcome.priced && card(outcome.saving, "euros", words.cards.saving)}
      </ul>
    </section>
  );
}

function Everything({ comparison, words }: { comparison: CompareAnswer; words: LabWords }) {
  const { language } = useWords();
  const { columns } = words;
  const cell = (figure: Figure | undefined, unit: Unit) =>
    figure?.value == null
      ? "—"
      : `${told(figure.value, unit, language)}${around(figure, unit, language) && `\n${around(figure, unit, language)}`}`;
  const table: Table = {
    head: Object.values(columns),
    rows: comparison.regimes.map((outcome) => [
      named(outcome, language),
      cell(outcome.covered, "households"),
      cell(outcome.share, "share"),
      cell(outcome.poor_left_out, "share"),
      cell(outcome.covered_not_poor, "share"),
      cell(outcome.saving, "euros"),
      cell(total(outcome)?.central, "millions"),
      cell(outcome.cost_per_poor, "euros"),
    ]),
  };
  return (
    <>
      <h2>{words.all}</h2>
      <Figures table={table} caption={words.all} />
    </>
  );
}

function ByGroup({
  front,
  other,
  known,
  words,
}: {
  front: Outcome;
  other: Outcome | undefined;
  known: Known;
  words: LabWords;
}) {
  const { language } = useWords();
  const [by, setBy] = useState("tenth");
  const shown = [front, ...(other ? [other] : [])];
  const groups = front.groups.filter((group) => group.by === by);
  const value = (outcome: Outcome, group: string) => outcome.groups.find((one) => one.group === group)?.share;
  const name = (group: string) => known.groups[group]?.[language] ?? group;
  const title = `${words.byGroup} ${words.groupings[by]}`;
  const tell = (share: number | null | undefined) => told(share, "share", language);
  const points = groups.flatMap(({ group }) =>
    shown.map((outcome) => `${name(group)}, ${outcome.id} : ${tell(value(outcome, group)?.value)}`),
  );
  return (
    <>
      <div class="text">
        <label for="by">{words.byGroup}</label>
        <select id="by" value={by} onChange={({ currentTarget }) => setBy(currentTarget.value)}>
          {Object.entries(words.groupings).map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <Chart
        name={`couverture-${by}`}
        title={title}
        words={words}
        width={BARS.width}
        height={BARS.top + BARS.row * groups.length + 4}
        points={points}
        table={{
          head: [
            words.group,
            ...shown.flatMap(({ id }) => [id, `${id}, ${words.range}`]),
            words.effectiveSize,
          ],
          rows: groups.map(({ group }) => [
            name(group),
            ...shown.flatMap((outcome) => {
              const share = value(outcome, group);
              return [tell(share?.value), share ? around(share, "share", language) : ""];
            }),
            told(value(front, group)?.effective, "households", language),
          ]),
        }}
      >
        {(current) => (
          <Bars
            groups={groups.map(({ group }) => name(group))}
            series={shown.map((outcome) => groups.map(({ group }) => value(outcome, group)?.value))}
            tell={tell}
            current={current}
          />
        )}
      </Chart>
      <Legend names={shown.map((outcome) => named(outcome, language))} />
    </>
  );
}

export function Legend({ names }: { names: readonly string[] }) {
  return (
    <ul class="legend">
      {names.map((name) => (
        <li key={name}>
          <span class="key" aria-hidden="true" /> {name}
        </li>
      ))}
    </ul>
  );
}

function Payers({ comparison, words }: { comparison: CompareAnswer; words: LabWords }) {
  const { language } = useWords();
  const priced = comparison.regimes.filter(({ costs }) => costs.length > 0);
  const payers = [...new Set(priced.flatMap(({ costs }) => costs.flatMap(({ payer }) => payer ?? [])))];
  const cell = (outcome: Outcome, payer: string) =>
    outcome.costs.find((cost) => cost.payer === payer)?.central.value ?? null;
  const tell = (value: number | null | undefined) => (value == null ? "—" : told(value, "millions", language));
  return (
    <>
      <Chart
        name="cout"
        title={words.columns.cost}
        hint={words.payersHint}
        words={words}
        width={BARS.width}
        height={BARS.top + BARS.row * priced.length + 4}
        points={priced.map((outcome) => {
          const parts = outcome.costs.flatMap(({ payer, central }) =>
            payer ? [`${words.payerNames[payer] ?? payer} ${tell(central.value)}`] : [],
          );
          return `${outcome.id} : ${tell(total(outcome)?.central.value)} (${parts.join(", ")})`;
        })}
        table={{
          head: [
            words.columns.regime,
            ...payers.map((payer) => words.payerNames[payer] ?? payer),
            words.low,
            words.central,
            words.high,
          ],
          rows: priced.map((outcome) => [
            named(outcome, language),
            ...payers.map((payer) => tell(cell(outcome, payer))),
            ...(["low", "central", "high"] as const).map((level) => {
              const figure = total(outcome)?.[level];
              return figure ? `${tell(figure.value)} (${around(figure, "millions", language)})` : "—";
            }),
          ]),
        }}
      >
        {(current) => (
          <Bars
            groups={priced.map(({ id }) => id)}
            series={payers.map((payer) => priced.map((outcome) => cell(outcome, payer)))}
            stacked
            tell={tell}
            current={current}
          />
        )}
      </Chart>
      <Legend names={payers.map((payer) => words.payerNames[payer] ?? payer)} />
    </>
  );
}

/** Regimes that no other beats: none covers more of the poor without costing more. */
export function undominated<T extends { x: number; y: number }>(points: readonly T[]): T[] {
  let best = -1;
  return [...points]
    .sort((one, other) => one.x - other.x || other.y - one.y)
    .filter(({ y }) => {
      const better = y > best;
      best = Math.max(best, y);
      return better;
    });
}

interface FrontierProps {
  comparison: CompareAnswer;
  words: LabWords;
  front: Outcome;
  choices: Choices;
}

/** The best threshold of the regime in front, exact on the households drawn; nothing for one without a threshold. */
function Best({ front, choices, budget, words }: Omit<FrontierProps, "comparison"> & { budget: number }) {
  const { language } = useWords();
  const [found, setFound] = useState<(Threshold | null)[] | null>(null);
  useEffect(() => {
    let current = true;
    thresholds(request(choices), front.id, budget * 1e6).then(
      (found) => current && setFound(found),
      () => current && setFound(null),
    );
    return () => {
      current = false;
    };
  }, [front, choices, budget]);
  if (!found) return null;
  const central = found[1];
  if (!central) return <p aria-live="polite">{words.noThreshold(named(front, language))}</p>;
  const times = central.times.toLocaleString(language === "fr" ? "fr-FR" : "en-IE", { maximumFractionDigits: 3 });
  return (
    <p aria-live="polite">
      {words.threshold(
        named(front, language),
        central.euros == null ? words.timesOwn(times) : told(central.euros, "euros", language),
        told(central.covered, "households", language),
        told(central.poor_covered, "share", language),
        told(central.cost, "millions", language),
      )}
    </p>
  );
}

function Frontier({ comparison, words, front, choices }: FrontierProps) {
  const { language } = useWords();
  const [budget, setBudget] = useState(100);
  const [target, setTarget] = useState(50);
  const points = comparison.regimes.flatMap((outcome) => {
    const [cost, leftOut] = [total(outcome)?.central.value, outcome.poor_left_out.value];
    return cost == null || leftOut == null ? [] : [{ name: outcome.id, outcome, x: cost, y: 1 - leftOut }];
  });
  const line = new Set(undominated(points));
  const dots = points.map((point) => ({ ...point, onLine: line.has(point) })).sort((one, other) => one.x - other.x);
  const share = (value: number) => told(value, "share", language);
  const money = (value: number) => told(value, "millions", language);
  const within = dots.filter(({ x }) => x <= budget * 1e6).sort((one, other) => other.y - one.y)[0];
  const reaching = dots.filter(({ y }) => y >= target / 100).sort((one, other) => one.x - other.x)[0];
  const typed = (id: string, label: string, value: number, set: (value: number) => void, answer: string) => (
    <div>
      <Field
        id={id}
        label={label}
        value={asTyped(value, language)}
        onTyped={(text) => {
          const number = Number(decimal(text));
          if (text.trim() !== "" && Number.isFinite(number) && number >= 0) set(number);
        }}
      />
      <p aria-live="polite">{answer}</p>
    </div>
  );
  return (
    <>
      <Chart
        name="cout-couverture"
        title={words.frontier}
        hint={words.frontierHint}
        words={words}
        width={DOTS.width}
        height={DOTS.height}
        points={dots.map(
          ({ name, x, y, onLine }) => `${name} : ${share(y)}, ${money(x)}${onLine ? `, ${words.onFrontier}` : ""}`,
        )}
        table={{
          head: [words.columns.regime, words.coveredPoor, words.columns.cost, words.onFrontier],
          rows: dots.map(({ outcome, x, y, onLine }) => [
            named(outcome, language),
            share(y),
            money(x),
            onLine ? "✓" : "",
          ]),
        }}
      >
        {(current) => (
          <Dots dots={dots} tellX={money} tellY={(value) => percent(String(value), language)} current={current} />
        )}
      </Chart>
      <div class="line">
        {typed(
          "budget",
          words.budget,
          budget,
          setBudget,
          within
            ? words.bestFor(`${budget} M€`, named(within.outcome, language), share(within.y))
            : words.noneFor(`${budget} M€`),
        )}
        {typed(
          "target",
          words.target,
          target,
          setTarget,
          reaching
            ? words.cheapestFor(`${target} %`, named(reaching.outcome, language), money(reaching.x))
            : words.noneReaches(`${target} %`),
        )}
      </div>
      <Best front={front} choices={choices} budget={budget} words={words} />
    </>
  );
}

function Statement2014({ outcome, words }: { outcome: Outcome; words: LabWords }) {
  const { language } = useWords();
  const central = total(outcome)?.central.value;
  if (central == null) return null;
  const money = (value: number) => told(value, "millions", language);
  const borne = (operators: boolean) =>
    outcome.costs
      .filter(({ payer }) => payer && ["operator", "universal_service_fund", "levy"].includes(payer) === operators)
      .reduce((sum, { central }) => sum + (central.value ?? 0), 0);
  return (
    <section class="inset">
      <h2>{words.statement2014}</h2>
      <p>{words.statement2014Text(money(central), money(7 * central), money(borne(true)), money(borne(false)))}</p>
    </section>
  );
}

function Keep({ comparison, words, link }: { comparison: CompareAnswer; words: LabWords; link(): string }) {
  const { language } = useWords();
  const [copied, setCopied] = useState(false);
  const everything = (): Table => ({
    head: ["regle", "par", "groupe", "chiffre", "valeur", "taille effective", "tirage", "hypotheses", "ensemble"],
    rows: comparison.regimes.flatMap((outcome) => {
      const line = (by: string, group: string, name: string, figure: Figure, unit: Unit) => {
        const { sampling, model, together } = apart(figure, unit, language);
        const on = figure.effective === null ? "" : told(figure.effective, "households", language);
        return [outcome.id, by, group, name, told(figure.value, unit, language), on, sampling, model, together];
      };
      return [
        line("", "", words.columns.covered, outcome.covered, "households"),
        line("", "", words.columns.share, outcome.share, "share"),
        line("", "", words.columns.leftOut, outcome.poor_left_out, "share"),
        line("", "", words.columns.notPoor, outcome.covered_not_poor, "share"),
        line("", "", words.columns.saving, outcome.saving, "euros"),
        ...outcome.costs.flatMap(({ payer, low, central, high }) =>
          (
            [
              ["low", low],
              ["central", central],
              ["high", high],
            ] as const
          ).map(([level, figure]) =>
            line(words.payer, payer ? (words.payerNames[payer] ?? payer) : "", words[level], figure, "millions"),
          ),
        ),
        ...outcome.groups.map(({ by, group, share }) =>
          line(words.groupings[by] ?? by, group, words.columns.share, share, "share"),
        ),
      ];
    }),
  });
  return (
    <>
      <p class="hint">
        {words.ruleset(comparison.version, comparison.ruleset.slice(0, 8), comparison.month, comparison.seed)}
      </p>
      <p class="row noprint">
        <button
          type="button"
          class="plain"
          onClick={() => keep("comparaison.csv", new Blob([csv(everything(), language)], { type: "text/csv" }))}
        >
          {words.csv}
        </button>
        <button
          type="button"
          class="plain"
          onClick={() =>
            navigator.clipboard.writeText(link()).then(
              () => setCopied(true),
              () => history.replaceState(null, "", link()),
            )
          }
        >
          {words.link}
        </button>
        <button type="button" class="plain" onClick={() => print()}>
          {words.print}
        </button>
        <span role="status">{copied && words.linked}</span>
      </p>
      <p class="hint noprint">{words.linkHint}</p>
    </>
  );
}
