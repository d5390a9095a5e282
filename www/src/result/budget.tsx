import { number, percent } from "../amounts.ts";
import type {
  BoundsAnswer,
  DefinitionAnswer,
  LeftAnswer,
  ReferenceAnswer,
  RegimeAnswer,
  SpendingAnswer,
} from "../engine.ts";
import { RESULT } from "../strings/areas.ts";
import { Colon, useArea, useWords } from "../words.ts";
import { bounds } from "./bounds.ts";
import type { About } from "./screen.tsx";
import { Scroll } from "./scroll.tsx";
import { SourceLink } from "./sources.tsx";

type Row = [label: string, cell: (definition: DefinitionAnswer) => string];

const UNBOUNDED: BoundsAnswer = { at_least: undefined, at_most: undefined };

/** Constrained spending in its three definitions, what is left, what each tariff adds, and published means. */
export function Budget({ visit, session, answer }: About) {
  const { language } = useWords();
  const { budget: words } = useArea(RESULT);
  const { spending } = answer;
  const text = (value: BoundsAnswer) => bounds(value, language, words);
  const share = (value: BoundsAnswer) => bounds(value, language, words, percent);
  const units = (count: number) => number(`${Math.trunc(count / 10)}.${count % 10}`, language);
  const { complete, lines = [] } = session.household.spending ?? {};
  const empty = !complete && lines.length === 0;
  const { from, to } = spending.consumption_units;
  return (
    <section class="budget">
      <h2>{words.title}</h2>
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
      {spending.tenth && (
        <p>
          {words.tenth(spending.tenth.lowest, spending.tenth.highest, spending.tenth.year)}{" "}
          {!spending.tenth.published && words.fitted} <SourceLink source={spending.tenth.source} />
        </p>
      )}
      {empty ? <p>{words.empty}</p> : <Definitions spending={spending} regimes={answer.regimes} />}
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
          {words.energy[spending.energy_poverty.holds]} <SourceLink source={spending.energy_poverty.source} />
        </li>
      </ul>
      {spending.references.length > 0 && <References references={spending.references} />}
    </section>
  );
}

/** The definitions side by side, then what each tariff leaves. */
function Definitions({ spending, regimes }: { spending: SpendingAnswer; regimes: RegimeAnswer[] }) {
  const { language } = useWords();
  const { budget: words } = useArea(RESULT);
  const { definitions } = spending;
  const text = (value: BoundsAnswer) => bounds(value, language, words);
  const four = definitions.find(({ name }) => name === "four_posts");
  const names = new Map(regimes.map(({ id, name }) => [id, name]));
  const families = (definitions[0]?.families ?? []).map(
    ({ label }, at): Row => [label, ({ families }) => text(families[at]?.total ?? UNBOUNDED)],
  );
  const rows: Row[] = [
    ...families,
    [words.total, ({ total }) => text(total)],
    [words.compared, ({ income }) => text(income)],
    [words.share, ({ share }) => bounds(share, language, words, percent)],
    [words.leftMonth, ({ left }) => text(left.month)],
    [words.leftUnit, ({ left }) => text(left.month_per_unit)],
    [words.leftDay, ({ left }) => text(left.day)],
  ];
  return (
    <>
      <p>{words.lead}</p>
      <Scroll label={words.title}>
        <table class="compare">
          <thead>
            <tr>
              <td />
              {definitions.map(({ name, label }) => (
                <th scope="col" key={name}>
                  {words.short[name] ?? label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, cell]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {definitions.map((definition) => (
                  <td key={definition.name} data-label={words.short[definition.name] ?? definition.label}>
                    {cell(definition)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <details>
        <summary>{words.scope}</summary>
        {definitions.map(({ name, label, scope, source, missing }) => (
          <div key={name}>
            <h3>{label}</h3>
            <p>
              {scope} <SourceLink source={source} />
            </p>
            {missing.length > 0 && (
              <p>
                {words.missing}
                <Colon />
                {missing.join(", ")}.
              </p>
            )}
          </div>
        ))}
      </details>
      {four && four.with.length > 0 && (
        <>
          <h3>{words.after}</h3>
          <p class="hint">{words.afterHint}</p>
          <Scroll label={words.after}>
            <table>
              <thead>
                <tr>
                  {[words.tariff, words.leftMonth, words.leftUnit, words.leftDay, words.gain, words.gainYear].map(
                    (label) => (
                      <th scope="col" key={label}>
                        {label}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                <Left label={words.none} left={four.left} show={text} gains={["", ""]} />
                {four.with.map(({ id, left, gain, gain_year }) => (
                  <Left
                    key={id}
                    label={names.get(id) ?? id}
                    left={left}
                    show={text}
                    gains={[text(gain), text(gain_year)]}
                  />
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </>
  );
}

/** Published means beside the household's own spending: means, never what one should spend. */
function References({ references }: { references: ReferenceAnswer[] }) {
  const { language } = useWords();
  const { budget: words } = useArea(RESULT);
  const text = (value: BoundsAnswer) => bounds(value, language, words);
  return (
    <details>
      <summary>{words.references}</summary>
      <p class="hint">{words.referencesHint}</p>
      {references.map((reference) => (
        <div key={reference.table}>
          <h3>{reference.group}</h3>
          <p class="hint">
            {reference.table}. {reference.field}. <SourceLink source={reference.source} />
          </p>
          <Scroll label={reference.group}>
            <table>
              <thead>
                <tr>
                  {[words.heading, words.mean(reference.year), words.moved, words.own].map((label) => (
                    <th scope="col" key={label}>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {reference.means.map((mean) => (
                  <tr key={mean.headings.join()}>
                    <th scope="row">{mean.headings.join(", ")}</th>
                    <td>{text({ at_least: mean.mean, at_most: mean.mean })}</td>
                    <td>
                      {mean.moved && (
                        <>
                          {text({ at_least: mean.moved.mean, at_most: mean.moved.mean })}{" "}
                          <small>
                            ({mean.moved.year} ; {mean.moved.index})
                          </small>
                        </>
                      )}
                    </td>
                    <td>{text(mean.own)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </div>
      ))}
    </details>
  );
}

interface LeftProps {
  label: string;
  left: LeftAnswer;
  show(value: BoundsAnswer): string;
  gains: string[];
}

function Left({ label, left, show, gains }: LeftProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {[left.month, left.month_per_unit, left.day].map((value, at) => (
        <td key={String(at)}>{show(value)}</td>
      ))}
      {gains.map((gain, at) => (
        <td key={String(at)}>{gain}</td>
      ))}
    </tr>
  );
}
