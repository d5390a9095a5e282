import { useEffect, useState } from "preact/hooks";
import { decimal, typed } from "../amounts.ts";
import { useWords } from "../words.ts";
import type { LabWords } from "./compare-words.fr.ts";
import { leaves, say } from "./criteria.ts";
import { Field } from "./field.tsx";
import type { Criterion, Regime, RegimeName, RemarkAnswer } from "./protocol.ts";
import { builtIn, remarks } from "./run.ts";

interface EditorProps {
  choices: readonly RegimeName[];
  own: readonly Regime[];
  words: LabWords;
  onOwn(own: readonly Regime[]): void;
}

/** A number of a regime that may be changed: where it stands, what it is, and how it is typed. */
interface Knob {
  label: string;
  /** Keys from the regime down to the number. */
  path: readonly (string | number)[];
  /** What is typed over what is kept: 100 for a share typed in percents. */
  scale: number;
}

type Tree = Record<string | number, unknown>;

const at = (regime: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inside, key) => (inside as Tree | undefined)?.[key], regime);

function put(regime: Regime, path: readonly (string | number)[], value: unknown): Regime {
  const copy = structuredClone(regime);
  const holder = at(copy, path.slice(0, -1)) as Tree;
  holder[path.at(-1) as string] = value;
  return copy;
}

/** The thresholds of the criteria, each with its place. */
function thresholds(criterion: Criterion, path: readonly (string | number)[], words: LabWords): Knob[] {
  if (typeof criterion !== "object") return [];
  const of = criterion as unknown as Record<string, unknown>;
  for (const kind of ["all", "any", "not"]) {
    const inside = of[kind] as Criterion[] | undefined;
    if (inside) return inside.flatMap((one, place) => thresholds(one, [...path, kind, place], words));
  }
  const amount = of.amount as { of: string; limit: Record<string, Tree> } | undefined;
  if (!amount) return [];
  const what = words.quantities[amount.of] ?? amount.of;
  const limit = [...path, "amount", "limit"];
  if (amount.limit.euros) {
    const per = amount.limit.euros.per === "year" ? words.perYear : words.perMonth;
    return [{ label: `${words.ceiling(what)}, ${per}`, path: [...limit, "euros", "amount"], scale: 1 }];
  }
  if (amount.limit.parameter) {
    const name = String(amount.limit.parameter.name);
    const times = words.timesOf(words.parameters[name] ?? name);
    return [{ label: `${words.ceiling(what)}, ${times}`, path: [...limit, "parameter", "times"], scale: 1 }];
  }
  if (amount.limit.share) {
    const share = words.shareOf(words.quantities[String(amount.limit.share.of)] ?? "");
    return [{ label: `${words.ceiling(what)}, ${share}`, path: [...limit, "share", "rate"], scale: 100 }];
  }
  return [];
}

/** Everything of a regime that the form changes. */
function knobs(regime: Regime, words: LabWords): Knob[] {
  const tariff = regime.tariff as unknown as Record<string, Tree>;
  const found = thresholds(regime.criteria, ["criteria"], words);
  if (tariff.price_cap)
    found.push({ label: words.priceField, path: ["tariff", "price_cap", "price", "ttc"], scale: 1 });
  if (tariff.reduction) found.push({ label: words.off, path: ["tariff", "reduction", "ttc"], scale: 1 });
  if (tariff.reduction_share) {
    found.push({ label: words.rate, path: ["tariff", "reduction_share", "rate"], scale: 100 });
  }
  found.push({ label: words.takeUpField, path: ["granting", "take_up", "central"], scale: 100 });
  if (regime.payers.length > 1) {
    regime.payers.forEach(({ payer }, place) => {
      const name = words.payerNames[payer] ?? payer;
      found.push({ label: words.payerField(name), path: ["payers", place, "share"], scale: 100 });
    });
  }
  return found;
}

/** A number as text without the noise of binary fractions. */
const tidy = (value: number) => String(Number(value.toFixed(6)));

/** A regime made from another with form controls, what the checker says of it, and what changed in plain words. */
export function Editor({ choices, own, words, onOwn }: EditorProps) {
  const { language } = useWords();
  const [start, setStart] = useState<Regime>();
  const mine = own[0];
  const [said, setSaid] = useState<RemarkAnswer[]>([]);

  const begin = async (id: string) => {
    const regime = id ? await builtIn(id) : null;
    setStart(regime ?? undefined);
    if (!regime) return onOwn([]);
    const name = { fr: words.editorNamed(regime.name.fr), en: words.editorNamed(regime.name.en) };
    onOwn([{ ...regime, id: `${regime.id}*`, name, status: "proposal" }]);
  };
  // A link brings a regime without the one it began with.
  useEffect(() => {
    if (mine && !start)
      builtIn(mine.id.replace(/\*$/, "")).then(
        (regime) => setStart(regime ?? undefined),
        () => {},
      );
  }, [mine, start]);
  useEffect(() => {
    if (!mine) return setSaid([]);
    let current = true;
    remarks(mine).then(
      (found) => current && setSaid(found),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [mine]);

  const change = (knob: Knob, text: string) => {
    const number = Number(decimal(text));
    if (mine && text.trim() !== "" && Number.isFinite(number)) onOwn([put(mine, knob.path, tidy(number / knob.scale))]);
  };
  const shown = (regime: Regime | undefined, { path, scale }: Knob) =>
    typed(tidy(Number(at(regime, path) ?? 1) * scale), language);
  const all = mine ? knobs(mine, words) : [];
  const changes = all.filter((knob) => shown(start, knob) !== shown(mine, knob));
  return (
    <details open={own.length > 0}>
      <summary>{words.editor}</summary>
      <p class="hint">{words.editorHint}</p>
      <div class="text">
        <label for="start">{words.editorStart}</label>
        <select
          id="start"
          value={mine?.id.replace(/\*$/, "") ?? ""}
          onChange={({ currentTarget }) => begin(currentTarget.value)}
        >
          <option value="">{words.editorNone}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {id}. {name[language]}
            </option>
          ))}
        </select>
      </div>
      {mine && (
        <>
          <Field
            id="own-name"
            label={words.editorName}
            mode="text"
            value={mine.name[language]}
            onTyped={(text) => onOwn([{ ...mine, name: { fr: text, en: text } }])}
          />
          <ul class="hint">
            {leaves(mine.criteria).map((criterion, place) => (
              <li key={place}>{say(criterion, words, language)}</li>
            ))}
          </ul>
          {all.map((knob) => (
            <Field
              key={knob.path.join(".")}
              id={knob.path.join(".")}
              label={knob.label}
              value={shown(mine, knob)}
              onTyped={(text) => change(knob, text)}
            />
          ))}
          <h3>{words.remarks}</h3>
          <ul aria-live="polite">
            {said.length === 0 && <li>{words.noRemark}</li>}
            {said.map(({ path, note, words: text }) => (
              <li key={path + text.en}>
                {text[language]} <span class="mark">{note ? words.remarkNote : words.remarkFault}</span>
              </li>
            ))}
          </ul>
          <h3>{words.changed}</h3>
          <ul aria-live="polite">
            {changes.length === 0 && <li>{words.unchanged}</li>}
            {changes.map((knob) => (
              <li key={knob.label}>{words.change(knob.label, shown(start, knob), shown(mine, knob))}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
