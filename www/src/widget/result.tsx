import { useState } from "preact/hooks";
import { between, money, monthName, telling } from "../amounts.ts";
import type { Language } from "../engine.ts";
import { isCurrent } from "../period.ts";
import type { Range, Truth } from "./algebra.ts";
import { named, type Outcome } from "./answers.ts";
import type { Words } from "./words.ts";

interface ResultProps {
  found: readonly Outcome[] | undefined;
  language: Language;
  words: Words;
  month: string;
  /** The territory, in words. */
  place: string | undefined;
  /** The full page, with the answers when they could be packed; none when nobody said where it is. */
  page: string | undefined;
  onMissing(input: string): void;
  onShare(withAmounts: boolean): void;
}

const key = (truth: Truth) => (truth === true ? "yes" : truth === false ? "no" : "open");

/** The bounds in words, as much of them as tells something. */
function amount([low, high]: Range, language: Language): string {
  const [from, to] = telling((low / 100).toFixed(2), (high / 100).toFixed(2));
  return between(from && money(from, language), to && money(to, language), language);
}

export const known = ([low, high]: Range) => telling(String(low / 100), String(high / 100)).some(Boolean);

/** What a regime is in the month looked at; nothing for one that existed then. */
function standing({ status, period }: Outcome["regime"], month: string, words: Words): string {
  if (period && month < period.from.slice(0, 7)) return ` (${words.notYet})`;
  return status === "lapsed" && period && isCurrent({ status, ...period }, month) ? "" : ` (${words.status[status]})`;
}

function Regime({ outcome, language, words, month, onMissing }: { outcome: Outcome } & Omit<ResultProps, "found">) {
  const { regime, judged } = outcome;
  const [truth, bill, leaves] = judged;
  const [saving, cheaper] = bill ?? [];
  // Which other benefit it is, the full page asks.
  const open = typeof truth === "number" ? named(truth).filter((input) => input !== "other_benefit") : [];
  return (
    <li class={key(truth)} part="regime">
      <p class="verdict">
        <strong part="verdict">{words.verdict[key(truth)]}</strong> {regime.name[language]}
        <span class="status">{standing(regime, month, words)}</span>
      </p>
      {truth === true && saving && saving[0] > 0 && <p>{words.saving(amount(saving, language))}</p>}
      {truth === true && cheaper === true && <p>{words.cheaper}</p>}
      {typeof truth === "number" && (
        <p>
          {open.length > 0 ? words.missing : words.beyond}{" "}
          {open.slice(0, 3).map((input) => (
            <button key={input} type="button" class="link" onClick={() => onMissing(input)}>
              {words.inputs[input]}
            </button>
          ))}
          {open.length > 3 && "…"}
        </p>
      )}
      <ul class="leaves">
        {leaves.map(([found, value, limit], place) => {
          const [kind = "", name = ""] = regime.leaves[place] ?? [];
          const label = words.leaf[kind === "receives" ? kind : name];
          const reason = () => {
            if (!value || !limit) return words.found(label as string, words.verdict[key(found)]);
            if (kind !== "right" || limit[1] > 0)
              return words.limit(label as string, amount(value, language), amount(limit, language));
            // Out of reach, the RSA has no limit; who receives it all the same has shown more papers than are asked for.
            return found === true ? words.found(words.inputs.rsa as string, words.yes) : words.noRsa;
          };
          return (
            label &&
            (!value || known(value) || (limit && known(limit))) && (
              <li key={label} class={key(found)}>
                {reason()}
              </li>
            )
          );
        })}
        <li>
          {regime.status === "voluntary-offer" && `${words.unsure} `}
          {words.source}{" "}
          <a href={regime.source} target="_blank" rel="noreferrer noopener">
            {new URL(regime.source).hostname}
          </a>
        </li>
      </ul>
    </li>
  );
}

/** What exists in the month, then the rest. */
const parts = (found: readonly Outcome[], month: string) =>
  [true, false].map((current) =>
    found.filter(
      ({ regime: { status, period } }) => (period ? isCurrent({ status, ...period }, month) : false) === current,
    ),
  );

/** How many verdicts of each kind, said as they change. */
export function Interim({
  found,
  words,
  month,
  asked,
}: Pick<ResultProps, "found" | "words" | "month"> & { asked: string }) {
  const count = (part: readonly Outcome[], wanted: string) =>
    part.filter(({ judged: [truth] }) => key(truth) === wanted).length;
  return (
    <p role="status" class="interim">
      {found && asked !== month && `${words.noLaw}\n`}
      {found
        ? parts(found, month)
            .flatMap((part, place) =>
              part.length > 0
                ? words.found(
                    words.parts[place] ?? "",
                    words.interim(count(part, "yes"), count(part, "no"), count(part, "open")),
                  )
                : [],
            )
            .join("\n")
        : words.noLaw}
    </p>
  );
}

/** The verdicts, one by one. */
export function Result(props: ResultProps) {
  const { found, language, words, month, place, page, onShare } = props;
  const [withAmounts, setWithAmounts] = useState(false);
  // What was passed on: another answer makes another result.
  const [shared, setShared] = useState<typeof found>();
  return (
    <section part="result" aria-label={words.result}>
      {parts(found ?? [], month).map(
        (part, place) =>
          part.length > 0 && (
            <>
              <h3>{words.parts[place]}</h3>
              <ul class="regimes">
                {part.map((outcome) => (
                  <Regime key={outcome.regime.id} outcome={outcome} {...props} />
                ))}
              </ul>
            </>
          ),
      )}
      <p class="hint">{words.month(monthName(month, language), place)}</p>
      {page && (
        <p>
          <a href={page} target="_blank" rel="noreferrer noopener" part="link">
            {words.full}
          </a>
          <br />
          <span class="hint">{words.fullHint}</span>
        </p>
      )}
      {found && (
        <p class="share">
          <button
            type="button"
            part="button"
            onClick={() => {
              onShare(withAmounts);
              setShared(found);
            }}
          >
            {words.share}
          </button>{" "}
          <label class="tick">
            <input
              type="checkbox"
              checked={withAmounts}
              onChange={({ currentTarget }) => setWithAmounts(currentTarget.checked)}
            />
            {words.shareAmounts}
          </label>
          <span role="status">{shared && shared === found && words.shared}</span>
        </p>
      )}
    </section>
  );
}
