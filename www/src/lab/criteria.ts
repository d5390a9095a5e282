import type { Language } from "../engine.ts";
import type { LabWords } from "./compare-words.fr.ts";
import type { Criterion, Limit } from "./protocol.ts";

type Amount = { of: string; is: string; limit: Limit };

export const GROUPS = ["all", "any", "not"] as const;
export type GroupKind = (typeof GROUPS)[number];
/** Conditions, and how many of them it takes. */
export interface Group {
  kind: GroupKind;
  inside: readonly Criterion[];
}

/** The conditions of a group, of a single condition or of none, as a group. */
export function asGroup(criterion: Criterion): Group {
  if (criterion === "always") return { kind: "all", inside: [] };
  for (const kind of GROUPS) {
    const inside = (criterion as Partial<Record<GroupKind, Criterion[]>>)[kind];
    if (inside) return { kind, inside };
  }
  return { kind: "all", inside: [criterion] };
}

export const isGroup = (criterion: Criterion): boolean =>
  typeof criterion === "object" && GROUPS.some((kind) => kind in criterion);

/** Criteria without any inside, in the order in which the engine counts them. */
export const leaves = (criterion: Criterion): Criterion[] =>
  isGroup(criterion) ? asGroup(criterion).inside.flatMap(leaves) : [criterion];

/** A limit in words: `1,35 fois le plafond de la C2S`. */
export function limit(value: Limit, words: LabWords, language: Language): string {
  const number = (text: string | number) => Number(text).toLocaleString(language === "fr" ? "fr-FR" : "en-IE");
  const each = (per: string) => (per === "year" ? words.perYear : words.perMonth);
  if ("euros" in value) return `${number(value.euros.amount)} ${each(value.euros.per)}`;
  if ("share" in value)
    return `${number(100 * Number(value.share.rate))} ${words.shareOf(words.quantities[value.share.of] ?? value.share.of)}`;
  if ("scale" in value) {
    const { first, further, counting, per } = value.scale;
    return `${number(first)} ${each(per)}, ${words.further[counting]?.(number(further))}`;
  }
  const times = Number(value.parameter.times ?? 1);
  const name = words.parameters[value.parameter.name] ?? value.parameter.name;
  return times === 1 ? name : `${number(times)} ${words.timesOf(name)}`;
}

/** A criterion in a few words. */
export function say(criterion: Criterion, words: LabWords, language: Language): string {
  if (typeof criterion === "string") return words.leaves.always;
  const kind = Object.keys(criterion)[0] ?? "";
  if (kind === "amount") {
    const { of, limit: value } = (criterion as unknown as { amount: Amount }).amount;
    return `${words.leaves.amount(words.quantities[of] ?? of)} (${limit(value, words, language)})`;
  }
  const known = words.leaves as Record<string, unknown>;
  return typeof known[kind] === "string" ? (known[kind] as string) : words.leaves.always;
}
