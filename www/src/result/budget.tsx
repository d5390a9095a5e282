import { number, percent } from "../amounts.ts";
import type { BoundsAnswer, LeftAnswer } from "../engine.ts";
import { useArea, useWords } from "../words.ts";
import { RESULT } from "../strings/areas.ts";
import { bounds } from "./bounds.ts";
import { SourceLink } from "./regime.tsx";
import type { About } from "./screen.tsx";

/** Constrained spending in its three definitions, what is left, what each tariff adds, and published means. */
export function Budget({ visit, session, answer }: About) {
  const { language } = useWords();
  const { budget: words } = useArea(RESULT);
  const { spending } = answer;
  const { definitions } = spending;
  const text = (value: BoundsAnswer) => bounds(value, language, words);
  const share = (value: BoundsAnswer) => bounds(value, language, words, percent);
  const units = (count: number) => number(`${Math.trunc(count / 10)}.${count % 10}`, language);
  const four = definitions.find(({ name }) => name === "four_posts") ?? definitions[0];
  const names = new Map(answer.regimes.map(({ id, name }) => [id, name]));
  const rows: [string, (definition: (typeof definitions)[number]) => string][] = [
    ...(definitions[0]?.families ?? []).map(
      ({ label }, at): [string, (definition: (typeof definitions)[number]) => string] => [
        label,
        (definition) => text(definition.families[at]?.total ?? { at_least: undefined, at_most: undefined }),
      ],
    ),
    [words.total, ({ total }) => text(total)],
    [words.compared, ({ income }) => text(income)],
    [words.share, (definition) => share(definition.share)],
    [words.leftMonth, ({ left }) => text(left.month)],
    [words.leftUnit, ({ left }) => text(left.month_per_unit)],
    [words.leftDay, ({ left }) => text(left.day)],
  ];
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
        {words.income} : <strong>{text(spending.income)}</strong>. {words.units} :{" "}
        <strong>{from === to ? units(from) : `${units(from)} – ${units(to)}`}</strong>.
      </p>
      <p class="hint">{words.unitsHint}</p>
      {spending.tenth && (
        <p>
          {words.tenth(spending.tenth.lowest, spending.tenth.highest, spending.tenth.year)}{" "}
          {!spending.tenth.published && words.fitted} <SourceLink source={spending.tenth.source} />
        </p>
      )}
      <p>{words.lead}</p>
      <div class="scroll" role="region" aria-label={words.title} tabIndex={0}>
        <table class="compare">
          <thead>
            <tr>
              <td />
              {definitions.map(({ name, label }) => (
                <th scope="col" key={name}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, cell]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {definitions.map((definition) => (
                  <td key={definition.name} data-label={definition.label}>
                    {cell(definition)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
                {words.missing} : {missing.join(", ")}.
              </p>
            )}
          </div>
        ))}
      </details>
      {four && four.with.length > 0 && (
        <>
          <h3>{words.after}</h3>
          <p class="hint">{words.afterHint}</p>
          <div class="scroll" role="region" aria-label={words.after} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {[words.tariff, words.leftMonth, words.leftUnit, words.leftDay, words.gain, words.gainYear].map((label) => (
                    <th scope="col" key={label}>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <Left label={words.none} left={four.left} show={text} gains={["", ""]} />
                {four.with.map(({ id, left, gain, gain_year }) => (
                  <Left key={id} label={names.get(id) ?? id} left={left} show={text} gains={[text(gain), text(gain_year)]} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <h3>{words.efforts}</h3>
      <ul>
        {spending.efforts.map(({ name, rate }) => (
          <li key={name}>
            {words.effort[name] ?? name} : {share(rate)}
          </li>
        ))}
        <li>
          {words.energy[spending.energy_poverty.holds]} <SourceLink source={spending.energy_poverty.source} />
        </li>
      </ul>
      {spending.references.length > 0 && (
        <details>
          <summary>{words.references}</summary>
          <p class="hint">{words.referencesHint}</p>
          {spending.references.map((reference) => (
            <div key={reference.table}>
              <h3>{reference.group}</h3>
              <p class="hint">
                {reference.table}. {reference.field}. <SourceLink source={reference.source} />
              </p>
              <div class="scroll" role="region" aria-label={reference.group} tabIndex={0}>
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
              </div>
            </div>
          ))}
        </details>
      )}
    </section>
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
