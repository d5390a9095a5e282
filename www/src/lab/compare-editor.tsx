import { useEffect, useState } from "preact/hooks";
import { typed } from "../amounts.ts";
import { useArea, useWords } from "../words.ts";
import type { LabWords } from "./compare-words.fr.ts";
import { leaves, say } from "./criteria.ts";
import { type EditorWords, WORDS } from "./editor-words.ts";
import { Field, numberTyped } from "./field.tsx";
import { LOCALE } from "./format.ts";
import type { Criterion, Regime, RegimeName, RemarkAnswer, Tariff } from "./protocol.ts";
import { builtIn, remarks } from "./run.ts";

export interface EditorProps {
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
  /** The most that may be typed; nothing is below 0. */
  most: number;
}

/** The most that may be typed: euros of income, of a bill, times an amount of the law, per cent. */
const INCOME = 1_000_000;
const BILL = 1000;
const TIMES = 100;
const WHOLE = 100;

/** A regime that is granted in each way: it lends its take-up, which no source gives but by the way of granting. */
const GRANTED = {
  voluntary_request: "R1",
  request: "R2",
  income_proof: "R6",
  letter: "R18",
  automatic: "R9",
  referral: "R16",
  open: "R20",
} as const;
type Way = keyof typeof GRANTED;

/** Tariffs that are one price, which the form changes for one another. */
const PRICES = {
  not_set: () => "not_set",
  price_cap: () => ({
    price_cap: { price: { ttc: "15", per: "month" }, ordinary: { ttc: "30", per: "month" } },
  }),
  reduction: () => ({ reduction: { ttc: "10", per: "month" } }),
} satisfies Record<string, () => Tariff>;
type Price = keyof typeof PRICES;

const priceOf = ({ tariff }: Regime): Price | undefined =>
  (Object.keys(PRICES) as Price[]).find((kind) => tariff === kind || (typeof tariff === "object" && kind in tariff));

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
function thresholds(
  criterion: Criterion,
  path: readonly (string | number)[],
  words: LabWords,
  form: EditorWords,
): Knob[] {
  if (typeof criterion !== "object") return [];
  const of = criterion as unknown as Record<string, unknown>;
  for (const kind of ["all", "any", "not"]) {
    const inside = of[kind] as Criterion[] | undefined;
    if (inside) return inside.flatMap((one, place) => thresholds(one, [...path, kind, place], words, form));
  }
  const amount = of.amount as { of: string; limit: Record<string, Tree> } | undefined;
  if (!amount) return [];
  const what = words.quantities[amount.of] ?? amount.of;
  const limit = [...path, "amount", "limit"];
  if (amount.limit.euros) {
    const per = amount.limit.euros.per === "year" ? words.perYear : words.perMonth;
    return [{ label: `${form.ceiling(what)}, ${per}`, path: [...limit, "euros", "amount"], scale: 1, most: INCOME }];
  }
  if (amount.limit.parameter) {
    const name = String(amount.limit.parameter.name);
    const times = words.timesOf(words.parameters[name] ?? name);
    return [
      { label: `${form.ceiling(what)}, ${times}`, path: [...limit, "parameter", "times"], scale: 1, most: TIMES },
    ];
  }
  if (amount.limit.share) {
    const share = words.shareOf(words.quantities[String(amount.limit.share.of)] ?? "");
    return [{ label: `${form.ceiling(what)}, ${share}`, path: [...limit, "share", "rate"], scale: 100, most: WHOLE }];
  }
  return [];
}

/** Everything of a regime that the form changes. */
function knobs(regime: Regime, words: LabWords, form: EditorWords): Knob[] {
  const tariff = regime.tariff as unknown as Record<string, Tree>;
  const found = thresholds(regime.criteria, ["criteria"], words, form);
  if (tariff.price_cap)
    found.push({ label: form.priceField, path: ["tariff", "price_cap", "price", "ttc"], scale: 1, most: BILL });
  if (tariff.reduction) found.push({ label: form.off, path: ["tariff", "reduction", "ttc"], scale: 1, most: BILL });
  if (tariff.reduction_share) {
    found.push({ label: form.rate, path: ["tariff", "reduction_share", "rate"], scale: 100, most: WHOLE });
  }
  for (const level of ["low", "central", "high"] as const) {
    found.push({ label: `${words[level]}, %`, path: ["granting", "take_up", level], scale: 100, most: WHOLE });
  }
  if (regime.payers.length > 1) {
    regime.payers.forEach(({ payer }, place) => {
      const name = words.payerNames[payer] ?? payer;
      found.push({ label: form.payerField(name), path: ["payers", place, "share"], scale: 100, most: WHOLE });
    });
  }
  return found;
}

/** A number as text without the noise of binary fractions. */
const tidy = (value: number) => String(Number(value.toFixed(6)));

/** A regime made from another with form controls, what the checker says of it, and what changed in plain words. */
export function Editor({ choices, own, words, onOwn }: EditorProps) {
  const { language } = useWords();
  const form = useArea(WORDS);
  const [start, setStart] = useState<Regime>();
  const mine = own[0];
  const [said, setSaid] = useState<RemarkAnswer[]>([]);

  const begin = async (id: string) => {
    const regime = id ? await builtIn(id) : null;
    setStart(regime ?? undefined);
    if (!regime) return onOwn([]);
    const name = { fr: form.named(regime.name.fr), en: form.named(regime.name.en) };
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
    const number = numberTyped(text, 0, knob.most);
    if (number === undefined) return words.numberFrom("0", knob.most.toLocaleString(LOCALE[language]));
    if (mine) onOwn([put(mine, knob.path, tidy(number / knob.scale))]);
  };
  const grant = async (way: Way) => {
    const like = await builtIn(GRANTED[way]);
    if (mine && like) onOwn([{ ...mine, granting: like.granting }]);
  };
  const shown = (regime: Regime | undefined, { path, scale }: Knob) =>
    typed(tidy(Number(at(regime, path) ?? 1) * scale), language);
  const all = mine ? knobs(mine, words, form) : [];
  const numbers = all.filter((knob) => shown(start, knob) !== shown(mine, knob));
  const price = mine && priceOf(mine);
  const before = start && priceOf(start);
  const ways: Record<string, string> = form.ways;
  const changes = [
    ...(mine && start && mine.granting.way !== start.granting.way
      ? [form.change(form.way, ways[start.granting.way] ?? "", ways[mine.granting.way] ?? "")]
      : []),
    ...(price && before && price !== before ? [form.change(form.price, form.prices[before], form.prices[price])] : []),
    ...numbers.map((knob) =>
      knob.path[0] === "tariff" && at(start, knob.path) === undefined
        ? `${knob.label} : ${shown(mine, knob)}`
        : form.change(knob.label, shown(start, knob), shown(mine, knob)),
    ),
  ];
  return (
    <>
      <p class="hint">{form.hint}</p>
      <div class="text">
        <label for="start">{form.start}</label>
        <select
          id="start"
          value={mine?.id.replace(/\*$/, "") ?? ""}
          onChange={({ currentTarget }) => begin(currentTarget.value)}
        >
          <option value="">{form.none}</option>
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
            label={form.name}
            mode="text"
            value={mine.name[language]}
            onTyped={(text) => {
              if (!text.trim()) return form.nameMissing;
              onOwn([{ ...mine, name: { fr: text, en: text } }]);
            }}
          />
          <ul class="hint">
            {leaves(mine.criteria).map((criterion, place) => (
              <li key={place}>{say(criterion, words, language)}</li>
            ))}
          </ul>
          <Choice
            id="way"
            label={form.way}
            hint={form.wayHint}
            names={form.ways}
            value={mine.granting.way}
            onChosen={grant}
          />
          {price && (
            <Choice
              id="price"
              label={form.price}
              names={form.prices}
              value={price}
              onChosen={(kind) =>
                onOwn([{ ...mine, tariff: start && kind === before ? start.tariff : PRICES[kind]() }])
              }
            />
          )}
          {all.map((knob) => (
            <Field
              key={mine.id + knob.path.join(".")}
              id={knob.path.join(".")}
              label={knob.label}
              value={shown(mine, knob)}
              onTyped={(text) => change(knob, text)}
            />
          ))}
          <h2>{form.remarks}</h2>
          <ul aria-live="polite">
            {said.length === 0 && <li>{form.noRemark}</li>}
            {said.map(({ path, note, words: text }) => (
              <li key={path + text.en}>
                {text.fr === text.en ? form.unread(path) : text[language]}{" "}
                <span class="mark">{note ? form.remarkNote : form.remarkFault}</span>
              </li>
            ))}
          </ul>
          <h2>{form.changed}</h2>
          <ul aria-live="polite">
            {changes.length === 0 && <li>{form.unchanged}</li>}
            {changes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface ChoiceProps<T extends string> {
  id: string;
  label: string;
  hint?: string;
  names: Record<T, string>;
  value: T;
  onChosen(value: T): void;
}

function Choice<T extends string>({ id, label, hint, names, value, onChosen }: ChoiceProps<T>) {
  return (
    <div class="text">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        value={value}
        aria-describedby={hint && `${id}-hint`}
        onChange={({ currentTarget }) => onChosen(currentTarget.value as T)}
      >
        {(Object.entries(names) as [T, string][]).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
