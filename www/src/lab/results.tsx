import { useState } from "preact/hooks";
import { monthName, printed, typed } from "../amounts.ts";
import type { Language } from "../engine.ts";
import { useWords } from "../words.ts";
import { BARS, Bars, Chart, Figures, OriginOf } from "./charts.tsx";
import type { LabWords } from "./compare-words.fr.ts";
import { around, cell, LOCALE, largest, type Table, told, type Unit } from "./format.ts";
import { Frontier } from "./frontier.tsx";
import { Read } from "./own.tsx";
import { Pair } from "./pair.tsx";
import type { CompareAnswer, Figure, GroupOutcome, Known, Outcome } from "./protocol.ts";
import { Relief } from "./relief.tsx";
import { type Choices, OWN } from "./request.ts";
import { Rules } from "./rules.tsx";
import { Sure } from "./sure.tsx";

interface ResultsProps {
  comparison: CompareAnswer;
  known: Known;
  choices: Choices;
  /** The file the households were read from. */
  file: File | undefined;
  words: LabWords;
  link(): string;
}

/** The name a regime has in charts and tables. */
export const named = ({ id, name }: Outcome, language: Language) => `${id}. ${name[language]}`;

/** A rule that can tell for nobody in a file: it is not that households are too few. */
const isUntold = ({ undetermined, share }: Outcome) => undetermined !== undefined && share.value == null;

/** A figure, and what is told where it has no value. */
type Told = Figure & { none?: string };

/** A share of those of whom a file lets a rule tell, when they are fewer than the others, stands for nobody: its ends alone are told. */
function shareOf(of: Figure, outcome: Outcome, language: Language): Told {
  const open = (outcome.undetermined?.value ?? 0) > (outcome.covered.value ?? 0);
  return open && of.value != null && of.together
    ? { ...of, value: null, together: null, none: around(of, "share", language) }
    : of;
}

/** What stands where a rule has no number, when it is not that households are too few. */
export function noNumber(outcome: Outcome, words: LabWords): string | undefined {
  if (outcome.not_computable) return words.notComputable;
  return isUntold(outcome) ? words.own.cannotTell : undefined;
}

/** The share of those entitled who claim, in the middle. */
export const claim = ({ take_up }: Outcome, language: Language) =>
  Number(take_up.central).toLocaleString(LOCALE[language], { style: "percent", maximumFractionDigits: 1 });

export const total = (outcome: Outcome) => outcome.costs.find(({ payer }) => !payer);

/** Which households, rules, draw and assumptions the figures come from. */
function provenance(comparison: CompareAnswer, words: LabWords, language: Language): string {
  const { base, file, version, ruleset, seed, moved = [] } = comparison;
  const month = monthName(comparison.month, language);
  const of = file
    ? words.own.ruleset(version, ruleset.slice(0, 8), month)
    : words.ruleset(words.bases[base] ?? base, version, ruleset.slice(0, 8), month, seed);
  const supposed = moved.map(({ name, value, usual }) =>
    words.moved(name[language], typed(value, language), typed(usual, language)),
  );
  return [of, ...supposed].join(" ");
}

/** What came out. */
export function Results({ comparison, known, choices, file, words, link }: ResultsProps) {
  const { language } = useWords();
  const { regimes } = comparison;
  // The rule just written is what one looks at, beside the one it began with.
  const [mine] = choices.own;
  const [chosen, setChosen] = useState(mine?.id ?? "R6");
  const [beside, setBeside] = useState(mine?.id.replace(OWN, "") ?? "R1");
  const front = regimes.find(({ id }) => id === chosen) ?? regimes.at(-1);
  const other = regimes.find(({ id }) => id === beside && id !== front?.id) ?? regimes.find((one) => one !== front);
  if (!front) return null;
  const base = known.bases.find(({ name }) => name === comparison.base);
  const month = monthName(comparison.month, language);
  const origin = {
    month: base && base.month !== comparison.month ? comparison.month : undefined,
    said: provenance(comparison, words, language),
  };
  const options = regimes.map((outcome) => (
    <option key={outcome.id} value={outcome.id}>
      {named(outcome, language)}
    </option>
  ));
  return (
    <OriginOf.Provider value={origin}>
      <p class="statement">{printed(comparison.statement[language])}</p>
      {base && (
        <p>
          <strong>{words.incomesAndRules(base.month.slice(0, 4), month)}</strong>
        </p>
      )}
      <p class="hint">{words.entitled}</p>
      {comparison.file && <Read file={comparison.file} words={words} />}
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
      <Rules comparison={comparison} choices={choices} words={words} />
      <ByGroup front={front} other={other} known={known} words={words} />
      <Payers comparison={comparison} words={words} />
      <Relief comparison={comparison} words={words} />
      <Frontier
        key={comparison.base}
        comparison={comparison}
        words={words}
        front={front}
        choices={choices}
        file={file}
      />
      {comparison.base.startsWith("pays") && <Statement2014 outcome={front} words={words} />}
      {other && <Pair comparison={comparison} first={front} second={other} choices={choices} words={words} />}
      <Sure comparison={comparison} words={words} />
      <Keep comparison={comparison} words={words} link={link} />
    </OriginOf.Provider>
  );
}

function Cards({ outcome, words }: { outcome: Outcome; words: LabWords }) {
  const { language } = useWords();
  const cost = total(outcome);
  const rests = outcome.undetermined ? words.own.restsOn : words.restsOn;
  const none = noNumber(outcome, words);
  if (outcome.not_computable) {
    return (
      <section aria-label={named(outcome, language)}>
        <h2>{named(outcome, language)}</h2>
        <p>
          <strong>{words.notComputable.replace(/^./, (letter) => letter.toUpperCase())}</strong>.{" "}
          {outcome.not_computable[language]}
        </p>
      </section>
    );
  }
  const card = (figure: Figure, unit: Unit, text: string, more?: string, ends?: string) => (
    <li class="card">
      <strong>
        {ends ??
          (figure.value == null && none
            ? none
            : told(figure.value, unit, language, largest(figure.value, figure.together)))}
      </strong>{" "}
      {text}
      <span class="hint">{around(figure, unit, language) && words.interval(around(figure, unit, language))}</span>
      {Boolean(figure.effective) && <span class="hint">{rests(told(figure.effective, "households", language))}</span>}
      {more && <span class="hint">{more}</span>}
    </li>
  );
  const leftOut = shareOf(outcome.poor_left_out, outcome, language);
  return (
    <section aria-label={named(outcome, language)}>
      <h2>{named(outcome, language)}</h2>
      {outcome.caveat && <p class="hint">{outcome.caveat[language]}</p>}
      <ul class="cards">
        {card(outcome.covered, "households", words.cards.covered)}
        {outcome.undetermined &&
          card(
            outcome.undetermined,
            "households",
            words.own.undetermined,
            outcome.unpriced?.value
              ? words.own.unpriced(told(outcome.unpriced.value, "households", language))
              : undefined,
          )}
        {card(leftOut, "share", words.cards.leftOut, undefined, leftOut.none)}
        {cost &&
          card(
            cost.central,
            "millions",
            words.cards.cost(claim(outcome, language)),
            none
              ? undefined
              : words.takeUp(
                  told(cost.low.value, "millions", language),
                  told(cost.high.value, "millions", language),
                  told(outcome.full_cost.value, "millions", language),
                ),
          )}
        {outcome.priced && card(outcome.saving, "euros", words.cards.saving)}
      </ul>
    </section>
  );
}

function Everything({ comparison, words }: { comparison: CompareAnswer; words: LabWords }) {
  const { language } = useWords();
  const { columns } = words;
  const own = comparison.file ? [words.own.cannotTell] : [];
  const [regime, covered, ...others] = Object.values(columns);
  const table: Table = {
    head: [regime ?? "", covered ?? "", ...own, ...others],
    rows: comparison.regimes.map((outcome) => {
      const figure = (of: Told | undefined, unit: Unit) => cell(of, unit, of?.none ?? "—");
      const share = (of: Figure) => figure(shareOf(of, outcome, language), "share");
      return [
        named(outcome, language),
        cell(outcome.covered, "households", outcome.not_computable ? words.notComputable : "—"),
        ...own.map(() => figure(outcome.undetermined, "households")),
        share(outcome.share),
        share(outcome.poor_left_out),
        share(outcome.covered_not_poor),
        figure(outcome.saving, "euros"),
        figure(outcome.saving_of_left, "share"),
        { value: outcome.priced ? Number(outcome.take_up.central) : null, unit: "share", none: "—" },
        figure(total(outcome)?.central, "millions"),
        figure(outcome.full_cost, "millions"),
        figure(outcome.cost_per_poor, "euros"),
      ];
    }),
  };
  const without = comparison.regimes.filter(({ priced, not_computable }) => !priced && !not_computable);
  return (
    <>
      <h2>{words.all}</h2>
      <Figures table={table} caption={words.all} />
      {without.length > 0 && <p class="hint">{words.noPrice(without.map(({ id }) => id).join(", "))}</p>}
      {comparison.regimes.map(
        ({ id, caveat }) =>
          caveat && (
            <p class="hint" key={id}>
              {id}. {caveat[language]}
            </p>
          ),
      )}
    </>
  );
}

/** What is shown of a group. */
const MEASURES = { share: "share", saving: "euros", saving_of_left: "share" } satisfies Partial<
  Record<keyof GroupOutcome, Unit>
>;
type Measure = keyof typeof MEASURES;

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
  const [wanted, setMeasure] = useState<Measure>("share");
  const shown = [front, ...(other ? [other] : [])].filter(({ not_computable }) => !not_computable);
  // A file may not say what a measure needs: that is not too few households.
  const measures = (Object.keys(MEASURES) as Measure[]).filter(
    (id) =>
      !front.undetermined ||
      id === "share" ||
      shown.some(({ groups }) => groups.some((group) => group[id].value != null)),
  );
  const measure = measures.includes(wanted) ? wanted : "share";
  const unit = MEASURES[measure];
  const groups = front.groups.filter((group) => group.by === by);
  const value = (outcome: Outcome, group: string): Told | undefined => {
    const of = outcome.groups.find((one) => one.group === group)?.[measure];
    return of && measure === "share" ? shareOf(of, outcome, language) : of;
  };
  const name = (group: string) => known.groups[group]?.[language] ?? group;
  const { effectiveSize } = front.undetermined ? words.own : words;
  const title = `${words.measures[measure]} ${words.groupings[by]}`;
  const tell = (value: number | null | undefined) => told(value, unit, language);
  const points = groups.flatMap(({ group }) =>
    shown.map((outcome) => {
      const of = value(outcome, group);
      return `${name(group)}, ${outcome.id} : ${of?.none ?? tell(of?.value)}`;
    }),
  );
  return (
    <>
      <div class="line">
        <div class="text">
          <label for="measure">{words.measure}</label>
          <select
            id="measure"
            value={measure}
            onChange={({ currentTarget }) => setMeasure(currentTarget.value as Measure)}
          >
            {measures.map((id) => (
              <option key={id} value={id}>
                {words.measures[id]}
              </option>
            ))}
          </select>
        </div>
        <div class="text">
          <label for="by">{words.by}</label>
          <select id="by" value={by} onChange={({ currentTarget }) => setBy(currentTarget.value)}>
            {Object.entries(words.groupings).map(([id, text]) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Chart
        name={`${measure === "share" ? "couverture" : "gain"}-${by}`}
        title={title}
        words={words}
        height={BARS.top + BARS.row * groups.length + 4}
        points={points}
        legend={shown.map((outcome) => named(outcome, language))}
        table={{
          head: [words.group, ...shown.map(({ id }) => id), effectiveSize],
          rows: groups.map(({ group }) => [
            name(group),
            ...shown.map((outcome) => {
              const of = value(outcome, group);
              return cell(of, unit, of?.none);
            }),
            { value: value(front, group)?.effective, unit: "households" },
          ]),
        }}
      >
        {(current, width) => (
          <Bars
            width={width}
            groups={groups.map(({ group }) => name(group))}
            series={shown.map((outcome) => groups.map(({ group }) => value(outcome, group)?.value))}
            tell={tell}
            current={current}
          />
        )}
      </Chart>
    </>
  );
}

function Payers({ comparison, words }: { comparison: CompareAnswer; words: LabWords }) {
  const { language } = useWords();
  const priced = comparison.regimes.filter(({ costs }) => costs.length > 0);
  const payers = [...new Set(priced.flatMap(({ costs }) => costs.flatMap(({ payer }) => payer ?? [])))];
  const borne = (outcome: Outcome, payer: string) =>
    outcome.costs.find((cost) => cost.payer === payer)?.central.value ?? null;
  const tell = (value: number | null | undefined) => (value == null ? "—" : told(value, "millions", language));
  return (
    <Chart
      name="cout"
      title={words.columns.cost}
      hint={words.payersHint}
      words={words}
      height={BARS.top + BARS.row * priced.length + 4}
      points={priced.map((outcome) => {
        const parts = outcome.costs.flatMap(({ payer, central }) =>
          payer ? [`${words.payerNames[payer] ?? payer} ${tell(central.value)}`] : [],
        );
        return `${outcome.id} : ${tell(total(outcome)?.central.value)} (${parts.join(", ")})`;
      })}
      legend={payers.map((payer) => words.payerNames[payer] ?? payer)}
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
          ...payers.map((payer) => ({ value: borne(outcome, payer), unit: "millions" as const, none: "—" })),
          ...(["low", "central", "high"] as const).map((level) => cell(total(outcome)?.[level], "millions", "—")),
        ]),
      }}
    >
      {(current, width) => (
        <Bars
          width={width}
          groups={priced.map(({ id }) => id)}
          series={payers.map((payer) => priced.map((outcome) => borne(outcome, payer)))}
          stacked
          tell={tell}
          current={current}
        />
      )}
    </Chart>
  );
}

function Statement2014({ outcome, words }: { outcome: Outcome; words: LabWords }) {
  const { language } = useWords();
  const cost = total(outcome);
  const central = cost?.central.value;
  if (!central) return null;
  const money = (value = 0) => told(value, "millions", language);
  const shares = outcome.costs.flatMap(({ payer, central: { value } }) => {
    const share = ((value ?? 0) / central).toLocaleString(LOCALE[language], { style: "percent" });
    return payer ? [`${words.payerNames[payer] ?? payer} ${share}`] : [];
  });
  return (
    <section class="inset">
      <h2>{words.statement2014}</h2>
      <p>
        {words.statement2014Text(
          money(7 * central),
          money(central),
          claim(outcome, language),
          money(7 * (cost?.low.value ?? 0)),
          money(7 * (cost?.high.value ?? 0)),
          shares.join(", "),
        )}
      </p>
    </section>
  );
}

function Keep({ comparison, words, link }: { comparison: CompareAnswer; words: LabWords; link(): string }) {
  const { language } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <p class="hint">{provenance(comparison, words, language)}</p>
      <p class="row noprint">
        <button
          type="button"
          class="plain"
          onClick={async () => {
            const { everything, keep } = await import("./compare-export.ts");
            const name = `comparaison-${comparison.base}-${comparison.month}.csv`;
            keep(name, new Blob([everything(comparison, language)], { type: "text/csv" }));
          }}
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
      <p class="hint noprint">
        {words.linkHint} {comparison.file && words.own.linkHint}
      </p>
    </>
  );
}
