import { amount, monthName, tells } from "../amounts.ts";
import type { AmountAnswer, RsaAnswer } from "../engine.ts";
import { nameOf } from "../questions/page.ts";
import { RESULT } from "../strings/areas.ts";
import type { Visit } from "../visit.ts";
import { Colon, useArea, useWords } from "../words.ts";
import { Place } from "./place.tsx";

/** First month without the activité part. */
const END_OF_ACTIVITE = "2016-01";

/** The RSA, part by part, and each resource with what was done of it. */
export function RsaBreakdown({ rsa, month, pages }: { rsa: RsaAnswer; month: string; pages: Visit }) {
  const { language, questions } = useWords();
  const { rsa: words } = useArea(RESULT);
  const before = month < END_OF_ACTIVITE;
  const household = pages.session?.household ?? {};
  const known = rsa.lines.filter(({ counted }) => tells(counted));
  const several = (household.persons ?? []).length > 1;
  const rows: [string, AmountAnswer][] = [
    [words.guaranteed, rsa.guaranteed],
    [words.resources, rsa.resources],
    [words.housing, rsa.flat_housing],
    ...((before
      ? [
          [words.soclePart, rsa.socle],
          [words.activitePart, rsa.activite],
        ]
      : []) as [string, AmountAnswer][]),
    [words.total, rsa.total],
  ];
  return (
    <details class="card" data-rsa={rsa.situation}>
      <summary>
        <h2>{words.title}</h2> {words.situation[rsa.situation]}
      </summary>
      {before && <p>{words.socle}</p>}
      <Place household={household} />
      {(household.partner_not_known || household.children_not_known) && <p class="hint">{words.unlisted}</p>}
      <p>
        {words.quarter}
        <Colon />
        {rsa.quarter.map((month) => monthName(month, language)).join(", ")}.
      </p>
      <table aria-label={words.title}>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{amount(value, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rsa.lines.length > 0 && (
        <>
          <h3>{words.lines}</h3>
          <ul>
            {known.map((line) => (
              <li key={`${line.person}${line.kind}${line.treatment}`}>
                {several && (
                  <>
                    {nameOf({ household, words: questions }, line.person)}
                    {". "}
                  </>
                )}
                {line.sentence}
              </li>
            ))}
            {known.length < rsa.lines.length && <li>{words.open}</li>}
          </ul>
        </>
      )}
      {rsa.family_benefits.length > 0 && (
        <>
          <h3>{words.family}</h3>
          <ul>
            {rsa.family_benefits.map((benefit) => (
              <li key={benefit.name}>
                {words.familyNames[benefit.name] ?? benefit.name}
                <Colon />
                {amount(benefit.counted, language)}
                {typeof benefit.counted === "string" && ` (${benefit.computed ? words.computed : words.declared})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
