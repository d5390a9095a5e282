import { dayName } from "../amounts.ts";
import type { Assessed, Catalogue, SourceAnswer } from "../engine.ts";
import { RESULT } from "../strings/areas.ts";
import { measured } from "../strings/units.ts";
import { Colon, useArea, useWords } from "../words.ts";

/** Sources with how sure they are, and the last day they were verified. */
export function Sources({ sources, checked }: { sources: SourceAnswer[]; checked: string }) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source.title}>
          <Cited source={source} checked={checked} />
        </li>
      ))}
    </ul>
  );
}

/** A source, how sure it is, its date, and the last day it was verified. */
function Cited({ source, checked }: { source: SourceAnswer; checked: string }) {
  const { language } = useWords();
  const words = useArea(RESULT);
  return (
    <>
      <SourceLink source={source} />{" "}
      <span class="mark">{words.confidence[source.confidence] ?? source.confidence}</span>
      {source.date && `, ${dayName(source.date, language)}`}, {words.checked(dayName(checked, language))}
    </>
  );
}

/** A source's title, leading to it when it has an address on the web. */
export function SourceLink({ source }: { source: Pick<SourceAnswer, "title" | "url"> }) {
  const { flow } = useWords();
  // Titles are cited in the language of the source.
  const title = <span lang="fr">{source.title}</span>;
  if (!/^https?:\/\//.test(source.url)) return title;
  return (
    <a href={source.url} target="_blank" rel="noopener noreferrer">
      {title}
      <span class="unseen">{flow.newTab}</span>
    </a>
  );
}

/** The dated values that an answer used, in the order in which its steps point at them, with article and source. */
export function Values({ answer, catalogue }: { answer: Assessed; catalogue: Catalogue }) {
  const { language } = useWords();
  const { steps: words } = useArea(RESULT);
  const values = answer.values.flatMap(({ id, from }) =>
    catalogue.values.filter((value) => value.id === id && value.from === from),
  );
  return (
    <ol class="values">
      {values.map((value) => (
        <li key={`${value.id}${value.from}`}>
          {value.label}
          {value.article && ` (${value.article})`}
          <Colon />
          <strong>{value.value === null ? words.ended : measured(value.value, value.unit, language)}</strong>,{" "}
          {words.since} {dayName(value.from, language)}. <Cited source={value.source} checked={value.checked} />.
        </li>
      ))}
    </ol>
  );
}
