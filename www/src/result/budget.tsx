import { money, number, typed } from "../amounts.ts";
import { labelOf } from "../catalogue.ts";
import type {
  BoundsAnswer,
  Catalogue,
  DefinitionAnswer,
  LeftAnswer,
  ReferenceAnswer,
  SpendingAnswer,
} from "../engine.ts";
import { RESULT } from "../strings/areas.ts";
import { Colon, useArea, useWords } from "../words.ts";
import { bounds, lacks, opposite, shares, tellsBounds } from "./bounds.ts";
import { Place } from "./place.tsx";
import type { About } from "./screen.tsx";
import { SourceLink } from "./sources.tsx";
import { Table } from "./table.tsx";

/** The definition with transport, that of the statement of 2014: what is left is told with it first. */
const FIRST = "four_posts";

/** Formats figures of which only bounds may be known. */
function useBounds() {
  const { language } = useWords();
  const { budget: words } = useArea(RESULT);
  return {
    words,
    text: (value: BoundsAnswer) => bounds(value, language),
    share: (value: BoundsAnswer) => shares(value, language),
    exact: (value: string) => money(value, language),
    units: (tenths: number) => number(`${Math.trunc(tenths / 10)}.${tenths % 10}`, language),
  };
}

/** Constrained spending in its three definitions, what is left, what each tariff adds, and published means. */
export function Budget({ visit, session, answer, catalogue }: About) {
  const { words, text, share, units } = useBounds();
  const { spending } = answer;
  if (!spending) return null;
  const { complete, lines = [] } = session.household.spending ?? {};
  const empty = !complete && lines.length === 0;
  const { from, to } = spending.consumption_units;
  return (
    <section class="budget">
      <h2>{words.title}</h2>
      <Place household={session.household} />
      <Left session={session} answer={answer} />
      {session.entry === "right" && (
        <p>
          <button type="button" class="main second" onClick={() => visit.enter("budget")}>
            {words.add}
          </button>
        </p>
      )}
      <p>
        {words.income}
        <Colon />
        <strong>{text(spending.income)}</strong>. {words.units}
        <Colon />
        <strong>{from === to ? units(from) : `${units(from)} – ${units(to)}`}</strong>.
      </p>
      <p class="hint">{words.unitsHint}</p>
      {spending.tenth && spending.tenth.highest - spending.tenth.lowest < 9 && (
        <p>
          {words.tenth(spending.tenth.lowest, spending.tenth.highest, spending.tenth.year)}{" "}
          {!spending.tenth.published && words.fitted}{" "}
          {catalogue.tenths
            .filter(({ year }) => year === spending.tenth?.year)
            .map(({ year, source }) => (
              <SourceLink key={year} source={source} />
            ))}
        </p>
      )}
      {empty ? (
        <p>{words.empty}</p>
      ) : (
        <Definitions
          spending={spending}
          names={namesOf({ answer, session, mark: words.proposed })}
          catalogue={catalogue}
          open={session.entry === "budget"}
        />
      )}
      <h3>{words.efforts}</h3>
      <ul>
        {spending.efforts.map(({ name, rate }) => (
          <li key={name}>
            {words.effort[name] ?? name}
            <Colon />
            {share(rate)}
          </li>
        ))}
        <li>
          {words.energy[spending.energy_poverty.holds]} <SourceLink source={catalogue.energy_rule} />
        </li>
      </ul>
      {spending.references.length > 0 && <References references={spending.references} catalogue={catalogue} />}
    </section>
  );
}

/** What is left, or lacks, once the spending that was told is paid. */
export function Left({ session, answer }: Pick<About, "session" | "answer">) {
  const { words, text } = useBounds();
  const { complete, lines = [] } = session.household.spending ?? {};
  const first = answer.spending?.definitions.find(({ name }) => name === FIRST);
  if (!first || (!complete && lines.length === 0) || !tellsBounds(first.left.month)) return null;
  const { month, day } = first.left;
  return (
    <p class="lead inset">
      {lacks(month)
        ? words.lackLead(text(opposite(month)), text(opposite(day)))
        : words.leftLead(text(month), text(day))}
    </p>
  );
}

/** Names of regimes; those nobody sells are marked. */
const namesOf = ({ answer, session, mark }: Pick<About, "answer" | "session"> & { mark: string }) =>
  new Map(
    answer.regimes.map(({ id, name }) => [id, session.regimes.current.includes(id) ? name : `${name} (${mark})`]),
  );

interface DefinitionsProps {
  spending: SpendingAnswer;
  names: Map<string, string>;
  catalogue: Catalogue;
  /** Tables are shown at once to who came for her budget; they are long on a phone. */
  open: boolean;
}

/** The definitions side by side, then what each tariff leaves. */
function Definitions({ spending, names, catalogue, open }: DefinitionsProps) {
  const { flow } = useWords();
  const { words, text, share } = useBounds();
  const { definitions } = spending;
  const first = definitions.find(({ name }) => name === FIRST);
  const line = (head: string, cell: (definition: DefinitionAnswer) => string) => ({
    head,
    cells: definitions.map(cell),
  });
  const families = (definitions[0]?.families ?? []).map(({ name }, at) =>
    line(labelOf(catalogue.families, name), ({ families }) => (families[at] ? text(families[at].total) : "")),
  );
  const left = ({ month, month_per_unit, day }: LeftAnswer) => [text(month), text(month_per_unit), text(day)];
  return (
    <>
      <details open={open}>
        <summary>{words.lead}</summary>
        <Table
          label={words.title}
          columns={definitions.map(({ name }) => words.short[name] ?? name)}
          lines={[
            ...families,
            line(words.total, ({ total }) => text(total)),
            line(words.compared, ({ income }) => text(income)),
            // of no income there is no share
            line(words.share, (definition) => (definition.income === "0.00" ? "—" : share(definition.share))),
            line(words.leftMonth, ({ left }) => text(left.month)),
            line(words.leftUnit, ({ left }) => text(left.month_per_unit)),
            line(words.leftDay, ({ left }) => text(left.day)),
          ]}
        />
      </details>
      <details>
        <summary>{words.scope}</summary>
        {catalogue.definitions.map(({ name, label, scope, source }) => {
          const missing = definitions.find((definition) => definition.name === name)?.missing ?? [];
          return (
            <div key={name}>
              <h3>{label}</h3>
              <p>
                {scope} <SourceLink source={source} />
              </p>
              {missing.length > 0 && (
                <p>
                  {words.missing}
                  <Colon />
                  {missing.map((id) => labelOf(catalogue.missing, id)).join(flow.colon.replace(":", ";"))}.
                </p>
              )}
            </div>
          );
        })}
      </details>
      {first && first.with.length > 0 && (
        <details open={open}>
          <summary>{words.after}</summary>
          <p class="hint">{words.afterHint}</p>
          <Table
            label={words.after}
            columns={[words.leftMonth, words.leftUnit, words.leftDay, words.gain, words.gainYear]}
            lines={[
              { head: words.none, cells: left(first.left) },
              ...spending.gains.map(({ id, month, year }) => ({
                head: names.get(id) ?? id,
                cells: [
                  ...left(first.with.find((effect) => effect.id === id)?.left ?? first.left),
                  text(month),
                  text(year),
                ],
              })),
            ]}
          />
        </details>
      )}
    </>
  );
}

/** Published means beside the household's own spending: means, never what one should spend. */
function References({ references, catalogue }: { references: ReferenceAnswer[]; catalogue: Catalogue }) {
  const { words, text, exact } = useBounds();
  const { language } = useWords();
  /** The indices that moved headings from a year to another, each with its levels. */
  const indices = (headings: string[], from: number, to: number) =>
    catalogue.indices
      .filter(({ id }) =>
        catalogue.headings.some(({ id: heading, index }) => headings.includes(heading) && index === id),
      )
      .map(({ label, levels }) => {
        const level = (wanted: number) => typed(levels.find(({ year }) => year === wanted)?.level ?? "", language);
        return `${label} : ${level(from)} → ${level(to)}`;
      })
      .join(" ; ");
  return (
    <details>
      <summary>{words.references}</summary>
      <p class="hint">{words.referencesHint}</p>
      {references.map(({ table, group, means }) => {
        const published = catalogue.tables.find(({ id }) => id === table);
        if (!published) return null;
        const { label, field, year, groups, rows, source } = published;
        return (
          <div key={table}>
            <h3>{labelOf(groups, group)}</h3>
            <p class="hint">
              {label}. {field}
              {words.byMonth}. <SourceLink source={source} />
            </p>
            <Table
              label={labelOf(groups, group)}
              columns={[words.mean(year), words.moved, words.own]}
              lines={means.map(({ mean, moved, own }, at) => {
                const headings = rows[at] ?? [];
                return {
                  head: headings.map((id) => labelOf(catalogue.headings, id)).join(", "),
                  cells: [
                    exact(mean),
                    moved ? `${exact(moved.mean)} (${moved.year} ; ${indices(headings, year, moved.year)})` : "–",
                    text(own),
                  ],
                };
              })}
            />
          </div>
        );
      })}
    </details>
  );
}
