// What a rule is, for the form that writes it: groups of conditions, what they say, what changed between two rules.
import { typed } from "../../amounts.ts";
import type { Language } from "../../engine.ts";
import type { LabWords } from "../compare-words.fr.ts";
import { asGroup, type Group, limit as limitSaid } from "../criteria.ts";
import type { Adult, Comparison, Criterion, Limit, Price, Quantity, Regime, Tariff } from "../protocol.ts";
import type { EditorWords } from "./words.ts";

/** What the sentences about a rule are made with. */
export interface Speech {
  form: EditorWords;
  lab: LabWords;
  language: Language;
}

/** A group as a rule holds it. */
export const nested = ({ kind, inside }: Group): Criterion => ({ [kind]: inside }) as unknown as Criterion;

/** The whole of the conditions as a rule holds it: without a group around none or one, which change nothing. */
export function whole(group: Group): Criterion {
  if (group.inside.length === 0) return "always";
  const [only] = group.inside;
  return only !== undefined && group.inside.length === 1 && group.kind !== "not" ? only : nested(group);
}

/** A condition of each kind, to begin with. */
export const NEW_CONDITIONS = {
  amount: () => ({ amount: { of: "resources_12_months", is: "at_most", limit: newLimit("parameter.c2s.plafond") } }),
  right: () => ({ right: "rsa" }),
  receives: () => ({ receives: ["rsa"] }),
  adult: () => ({ adult: { age_below: 26 } }),
  any: () => ({ any: [{ right: "rsa" }] }),
  all: () => ({ all: [{ right: "rsa" }] }),
  not: () => ({ not: [{ right: "rsa" }] }),
} satisfies Record<string, () => Criterion>;

/** How a limit is counted, in one word: `euros.year`, `parameter.c2s.plafond`, `share`, `scale.month`. */
export function limitKind(limit: Limit): string {
  if ("euros" in limit) return `euros.${limit.euros.per}`;
  if ("scale" in limit) return `scale.${limit.scale.per}`;
  return "parameter" in limit ? `parameter.${limit.parameter.name}` : "share";
}

/** A limit of a kind, to begin with. */
export function newLimit(kind: string): Limit {
  const [first, ...rest] = kind.split(".");
  const name = rest.join(".");
  const per = name === "year" ? "year" : "month";
  const amount = per === "year" ? "12000" : "1000";
  if (first === "euros") return { euros: { amount, per } };
  if (first === "scale") return { scale: { first: amount, further: "500", counting: "further_persons", per } };
  if (first === "share") return { share: { of: "disposable_income", rate: "0.02" } };
  return { parameter: { name: name as "poverty_line", times: "1" } };
}

/** A rule with nothing in it yet; it lends its take-up from `like`, since no source gives one but by way of granting. */
export const blank = (like: Regime, { fr, en }: { fr: EditorWords; en: EditorWords }): Regime => ({
  id: BLANK,
  name: { fr: fr.blankName, en: en.blankName },
  description: { fr: fr.blankDescription, en: en.blankDescription },
  status: "proposal",
  // To be replaced by the text it comes from, if there is one.
  sources: [{ title: fr.blankSource, url: location.href.replace(/#.*/, ""), confidence: "unverified" }],
  criteria: "always",
  service: "fixed_internet",
  tariff: "not_set",
  payers: [{ payer: "state", share: "1" }],
  granting: like.granting,
  checked: new Date().toISOString().slice(0, 10),
});

/** The id of a rule written from nothing. */
export const BLANK = "R0";

export type Keys<T> = T extends string ? T : T extends object ? keyof T : never;
export type PriceKind = Keys<Tariff>;
export const priceKind = (tariff: Tariff): PriceKind =>
  typeof tariff === "string" ? tariff : (Object.keys(tariff)[0] as PriceKind);

/** A decimal text without the zeros that say nothing: `405.00` is `405`. */
export const tidy = (text: string): string => String(Number(text));

/** A share as it is typed, in per cent. */
export const percents = (rate: string): string => String(Number((100 * Number(rate)).toFixed(6)));

function limitText(comparison: Comparison, { form, lab, language }: Speech): string {
  const { limit } = comparison;
  const side = form.sides[comparison.is];
  // A number is always said, even once.
  if ("parameter" in limit) {
    const { name, times } = limit.parameter;
    return `${side} ${typed(tidy(times ?? "1"), language)} ${lab.timesOf(lab.parameters[name] ?? name)}`;
  }
  const said = `${side} ${limitSaid(limit, lab, language)}`;
  if (!("scale" in limit)) return said;
  return `${said}, ${form.plus(typed(tidy(limit.scale.further), language), form.countings[limit.scale.counting])}`;
}

function adultText({ age_at_least: from, age_below: below, jobseeker }: Adult, { form }: Speech): string {
  const seeking = jobseeker === undefined ? "" : jobseeker ? form.seeking : form.notSeeking;
  const parts = [form.adult, from === undefined ? "" : form.aged(from), below === undefined ? "" : form.younger(below)];
  return [...parts, seeking].filter(Boolean).join(" ");
}

export const quantityName = (quantity: Quantity, { lab }: Speech): string => lab.quantities[quantity] ?? quantity;

/** A condition in a few words. */
export function conditionText(criterion: Criterion, speech: Speech): string {
  const { form, language } = speech;
  if (criterion === "always") return form.everybody;
  if ("amount" in criterion) {
    const { amount } = criterion;
    return `${quantityName(amount.of, speech)}, ${limitText(amount, speech)}`;
  }
  if ("right" in criterion) return form.rights[criterion.right];
  if ("receives" in criterion)
    return form.receiving(criterion.receives.map((name) => form.benefits[name]).join(form.or) || form.nothing);
  if ("adult" in criterion) return adultText(criterion.adult, speech);
  if ("territory" in criterion) return form.territory(criterion.territory.map((of) => form.territories[of]).join(", "));
  if ("fact" in criterion) return form.facts[criterion.fact];
  if ("not_computable" in criterion) return criterion.not_computable[language];
  const { kind, inside } = asGroup(criterion);
  return `${form.groups[kind]} (${inside.map((one) => conditionText(one, speech)).join(" ; ")})`;
}

/** What a remark of the checker is about, from its path: a condition, or a band. */
export function placeText(path: string, regime: Regime, speech: Speech): string | undefined {
  const [first, ...rest] = path.split(".");
  const place = rest.map(Number).find(Number.isInteger);
  if (first === "tariff") return place === undefined ? undefined : speech.form.band(place + 1);
  if (first !== "criteria") return undefined;
  let criterion = regime.criteria;
  for (const step of rest.map(Number).filter(Number.isInteger)) {
    const inside: Criterion | undefined = asGroup(criterion).inside[step];
    if (inside) criterion = inside;
  }
  return conditionText(criterion, speech);
}

/** A line of what a rule says: what it is about, and what it says of it. */
interface Line {
  label: string;
  text: string;
}
type Lines = Map<string, Line>;

function priceLines(tariff: Tariff, { form, lab, language }: Speech): [string, Line][] {
  const told = (text: string) => typed(tidy(text), language);
  const price = (label: string, { ttc, per }: Price): Line => ({ label, text: `${told(ttc)} ${form.per[per]}` });
  const share = (label: string, rate: string): Line => ({ label, text: told(percents(rate)) });
  const lines: [string, Line][] = [["price", { label: form.price, text: form.prices[priceKind(tariff)] }]];
  if (typeof tariff === "string") return lines;
  if ("price_cap" in tariff) {
    lines.push(["paid", price(form.priceField, tariff.price_cap.price)]);
    lines.push(["ordinary", price(form.ordinary, tariff.price_cap.ordinary)]);
  } else if ("reduction" in tariff) lines.push(["off", price(form.off, tariff.reduction)]);
  else if ("reduction_share" in tariff) {
    lines.push(["rate", share(form.rate, tariff.reduction_share.rate)]);
    lines.push(["reference", price(form.reference, tariff.reduction_share.reference)]);
  } else if ("effort_cap" in tariff) {
    lines.push(["effort", share(form.effort, tariff.effort_cap.rate)]);
    lines.push(["ordinary", price(form.ordinary, tariff.effort_cap.ordinary)]);
  } else if ("bands" in tariff) {
    const { by, bands, reference } = tariff.bands;
    lines.push(["by", { label: form.by, text: lab.quantities[by] ?? by }]);
    lines.push(["reference", price(form.reference, reference)]);
    bands.forEach(({ from, below, off }, place) => {
      const what = "share" in off ? `${told(percents(off.share))} %` : `${told(off.euros)} €`;
      const text = form.bandText(told(from), told(below), what);
      lines.push([`band ${place}`, { label: form.band(place + 1), text }]);
    });
  } else {
    tariff.voucher.forEach((band, place) => {
      const what = [band.one_unit, band.under_two_units, band.two_units_or_more].map(told).join(", ");
      const text = form.bandText(told(band.from), told(band.below), `${what} €`);
      lines.push([`band ${place}`, { label: form.band(place + 1), text }]);
    });
  }
  return lines;
}

/** Everything that a rule says and that the form changes. A condition on an amount is the same when its limit moves. */
function lines(regime: Regime, speech: Speech): Lines {
  const { form, lab, language } = speech;
  const { kind, inside } = asGroup(regime.criteria);
  const found: Lines = new Map(priceLines(regime.tariff, speech));
  const put = (key: string, label: string, text: string) => found.set(key, { label, text });
  if (inside.length > 1 || kind === "not") put("group", form.needed, form.groups[kind]);
  for (const criterion of inside) {
    const amount = typeof criterion === "object" && "amount" in criterion ? criterion.amount : undefined;
    const text = amount ? limitText(amount, speech) : "";
    const label = amount ? form.ceiling(quantityName(amount.of, speech)) : conditionText(criterion, speech);
    let key = `condition ${label}`;
    while (found.has(key)) key += " again";
    put(key, label, text);
  }
  put("service", form.service, form.services[regime.service ?? "fixed_internet"]);
  put("once", form.once, regime.one_per_household ? form.yesNo.yes : form.yesNo.no);
  put("way", form.way, form.ways[regime.granting.way]);
  for (const level of ["low", "central", "high"] as const)
    put(level, `${lab[level]}, %`, typed(percents(regime.granting.take_up[level]), language));
  for (const { payer, share } of regime.payers)
    put(payer, form.payerField(lab.payerNames[payer] ?? payer), typed(percents(share), language));
  return found;
}

/** What changed from one rule to another, in plain words. */
export function changes(from: Regime, to: Regime, speech: Speech): string[] {
  const { form } = speech;
  const [before, after] = [lines(from, speech), lines(to, speech)];
  const told = ({ label, text }: Line) => (text ? `${label}${form.colon}${text}` : label);
  return [
    ...[...after].flatMap(([key, line]) => {
      const old = before.get(key);
      if (!old) return [form.added(told(line))];
      return old.text === line.text ? [] : [form.change(line.label, old.text, line.text)];
    }),
    ...[...before].filter(([key]) => !after.has(key)).map(([, line]) => form.removed(told(line))),
  ];
}
