import type { Language } from "../engine.ts";
import type { Figure } from "./protocol.ts";

/** What a figure counts. */
export type Unit = "households" | "share" | "euros" | "millions" | "times";

export const LOCALE = { fr: "fr-FR", en: "en-IE" } as const;

const OPTIONS: Record<Unit, Intl.NumberFormatOptions> = {
  households: { maximumSignificantDigits: 3 },
  share: { style: "percent", maximumFractionDigits: 1, minimumFractionDigits: 1 },
  euros: { style: "currency", currency: "EUR", maximumFractionDigits: 0 },
  millions: { maximumSignificantDigits: 3 },
  times: { maximumFractionDigits: 3 },
};

/**
 * A number of simulated households: three digits at most, since no more mean anything. `largest` is that of the numbers told
 * beside it, whose unit it takes.
 */
export function told(value: number | null | undefined, unit: Unit, language: Language, largest = value): string {
  if (value === null || value === undefined) return language === "fr" ? "trop peu de ménages" : "too few households";
  // A file is rarely a country: small sums are told in euros.
  if (unit === "millions" && Math.abs(largest ?? value) < 100_000) return told(value, "euros", language);
  const text = new Intl.NumberFormat(LOCALE[language], OPTIONS[unit]).format(unit === "millions" ? value / 1e6 : value);
  return unit === "millions" ? `${text} M€` : text;
}

type Ends = readonly [number, number] | null | undefined;

/** The largest of a value and of its ends. */
export const largest = (value: number | null | undefined, interval: Ends): number =>
  Math.max(...[value ?? 0, ...(interval ?? [])].map(Math.abs));

const ends = (interval: Ends, unit: Unit, language: Language, value?: number | null) => {
  const end = (of: number) => told(of, unit, language, largest(value, interval));
  return interval ? `${end(interval[0])} – ${end(interval[1])}` : "";
};

/** A value, and between what and what it may be. */
export function between(
  value: number | null | undefined,
  { together }: Pick<Figure, "together">,
  unit: Unit,
  language: Language,
): string {
  const text = told(value, unit, language, value == null ? value : largest(value, together));
  return together && value != null ? `${text} (${ends(together, unit, language, value)})` : text;
}

/** The interval of a figure, both sources of doubt together. */
export const around = ({ value, together }: Figure, unit: Unit, language: Language): string =>
  ends(together, unit, language, value);

/** A cell of a table that is a number: told on the page, whole in a file. */
export interface NumberCell {
  value: number | null | undefined;
  unit: Unit;
  together?: Ends;
  /** What stands where there is no number. */
  none?: string | undefined;
}

export type Cell = string | NumberCell;

export interface Table {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** A figure as a cell. */
export const cell = (
  figure: Pick<Figure, "value" | "together"> | null | undefined,
  unit: Unit,
  none?: string | undefined,
): NumberCell => ({ value: figure?.value, together: figure?.together, unit, none });

/** A cell as it is read: its interval on a line of its own. */
export function read(cell: Cell, language: Language): string {
  if (typeof cell === "string") return cell;
  const { value, unit, together, none } = cell;
  if (value == null) return none ?? told(null, unit, language);
  return (
    told(value, unit, language, largest(value, together)) +
    (together ? `\n${ends(together, unit, language, value)}` : "")
  );
}
