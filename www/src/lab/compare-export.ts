import type { Language } from "../engine.ts";
import type { Cell, Table, Unit } from "./format.ts";
import type { CompareAnswer, Figure } from "./protocol.ts";

/** How a number stands in a file: its unit for the head of its column, what it is multiplied by, and its decimals. */
const IN_FILE: Record<Unit, { unit: Record<Language, string>; scale: number; decimals: number }> = {
  households: { unit: { fr: "ménages", en: "households" }, scale: 1, decimals: 0 },
  share: { unit: { fr: "%", en: "%" }, scale: 100, decimals: 4 },
  euros: { unit: { fr: "€", en: "€" }, scale: 1, decimals: 2 },
  millions: { unit: { fr: "€", en: "€" }, scale: 1, decimals: 0 },
  times: { unit: { fr: "fois", en: "times" }, scale: 1, decimals: 6 },
};

const BOUNDS = { fr: ["borne basse", "borne haute"], en: ["low", "high"] };

/** A number of a file: no unit, no space, the decimal mark of the language. */
function rounded(value: number | null | undefined, decimals: number, language: Language): string {
  if (value == null) return "";
  const scale = 10 ** decimals;
  const text = String(Math.round(value * scale) / scale);
  return language === "fr" ? text.replace(".", ",") : text;
}

/** Text for a spreadsheet: a French one wants semicolons, decimal commas and a mark of its encoding. */
function sheet(lines: readonly (readonly string[])[], language: Language, end: string): string {
  const separator = language === "fr" ? ";" : ",";
  const cell = (text: string) =>
    /["\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  const all = lines.map((row) => row.map(cell).join(separator));
  return `${language === "fr" ? "\ufeff" : ""}${all.join(end)}${end}`;
}

/** A table with one number a cell: the ends of an interval have columns of their own, and units stand in the heads. */
export function csv({ head, rows }: Table, language: Language): string {
  const numbers = head.map((_, place) => {
    const cells = rows.map((row) => row[place]).filter((cell) => cell !== undefined && typeof cell !== "string");
    return { unit: cells[0]?.unit, ends: cells.some(({ together }) => together) };
  });
  const [low, high] = BOUNDS[language];
  const heads = head.flatMap((name, place) => {
    const { unit, ends } = numbers[place] ?? {};
    const whole = unit ? `${name} (${IN_FILE[unit].unit[language]})` : name;
    return ends ? [whole, `${whole}, ${low}`, `${whole}, ${high}`] : [whole];
  });
  const fields = (cell: Cell, place: number): string[] => {
    const { unit, ends } = numbers[place] ?? {};
    const given = typeof cell === "string" ? undefined : cell;
    if (!unit) return [typeof cell === "string" ? cell : ""];
    const { scale, decimals } = IN_FILE[unit];
    const tell = (value: number | null | undefined) =>
      rounded(value == null ? value : value * scale, decimals, language);
    // What is no number among numbers is a mark, such as a dash, or nothing.
    const value = tell(given?.value);
    return ends ? [value, tell(given?.together?.[0]), tell(given?.together?.[1])] : [value];
  };
  return sheet([heads, ...rows.map((row) => row.flatMap(fields))], language, "\r\n");
}

const HEAD =
  "regime,by,group,figure,value,effective,sampling_low,sampling_high,model_low,model_high,together_low,together_high,unit";

/** What a figure counts, and the decimals that it can bear. */
const COUNTS = ["households", 0] as const;
const SHARE = ["share", 6] as const;
const EUROS = ["EUR/year", 2] as const;
const COST = ["EUR/year", 0] as const;
/** What the run was: no figure. */
const BARE = ["", 6] as const;

/** What a comparison was made of, then every figure of it, one a line: what `tarif-social compare --csv` writes, to the last digit. */
export function everything(comparison: CompareAnswer, language: Language): string {
  const lines: string[][] = [HEAD.split(",")];
  type Kind = readonly [unit: string, decimals: number];
  const line = (about: [string, string, string, string], figure: Partial<Figure>, [unit, decimals]: Kind) => {
    const { value, effective, sampling, model, together } = figure;
    const ends = [sampling, model, together].flatMap((interval) => [interval?.[0], interval?.[1]]);
    const tell = (number: number | null | undefined) => rounded(number, decimals, language);
    lines.push([...about, tell(value), rounded(effective, 0, language), ...ends.map(tell), unit]);
  };
  const { base, month, version, ruleset, seed, size, poverty_line, moved = [] } = comparison;
  for (const [name, text] of Object.entries({ base, month, version, ruleset, seed }))
    line(["", "run", String(text), name], {}, BARE);
  line(["", "run", "all", "size"], { value: size }, COUNTS);
  line(["", "run", "all", "poverty_line"], { value: poverty_line }, EUROS);
  for (const { id, value } of moved) line(["", "assumption", id, "moved"], { value }, BARE);
  for (const { by, group, households, poor } of comparison.groups) {
    line(["", by, group, "households"], households, COUNTS);
    line(["", by, group, "poor"], poor, SHARE);
  }
  for (const outcome of comparison.regimes) {
    const { id, undetermined, unpriced } = outcome;
    const all = (name: string, figure: Partial<Figure> | undefined, kind: Kind) =>
      figure && line([id, "all", "all", name], figure, kind);
    all("covered", outcome.covered, COUNTS);
    all("share", outcome.share, SHARE);
    all("better_off", outcome.better_off, COUNTS);
    all("poor_left_out", outcome.poor_left_out, SHARE);
    all("covered_not_poor", outcome.covered_not_poor, SHARE);
    all("saving", outcome.saving, EUROS);
    all("saving_of_left", outcome.saving_of_left, SHARE);
    all("cost_per_poor", outcome.cost_per_poor, EUROS);
    all("full_cost", outcome.full_cost, COST);
    all("undetermined", undetermined, COUNTS);
    all("unpriced", unpriced, COUNTS);
    all("take_up_central", { value: Number(outcome.take_up.central) }, SHARE);
    for (const { payer, low, central, high } of outcome.costs) {
      for (const [level, figure] of Object.entries({ low, central, high })) {
        line([id, "payer", payer ?? "all", `cost_${level}`], figure, COST);
      }
    }
    for (const { above, before, relieved } of outcome.relief) {
      line([id, "effort", `${above}%`, "before"], before, COUNTS);
      line([id, "effort", `${above}%`, "relieved"], relieved, COUNTS);
    }
    for (const { by, group, ...figures } of outcome.groups) {
      line([id, by, group, "covered"], figures.covered, COUNTS);
      line([id, by, group, "share"], figures.share, SHARE);
      line([id, by, group, "saving"], figures.saving, EUROS);
      line([id, by, group, "saving_of_left"], figures.saving_of_left, SHARE);
      if (figures.undetermined) line([id, by, group, "undetermined"], figures.undetermined, COUNTS);
    }
  }
  for (const pair of comparison.pairs) {
    const against = (name: string, figure: Partial<Figure>, kind: Kind) =>
      line([pair.first, "against", pair.second, name], figure, kind);
    against("only_first", pair.only_first, COUNTS);
    against("only_second", pair.only_second, COUNTS);
    against("better_with_first", pair.better_with_first, COUNTS);
    against("better_with_second", pair.better_with_second, COUNTS);
    against("first_covers_more_poor", { value: pair.first_covers_more_poor }, SHARE);
    against("second_covers_more_poor", { value: pair.second_covers_more_poor }, SHARE);
    const [outOfSecond, outOfFirst] = pair.part_at;
    for (const { criterion, share } of outOfSecond)
      against(`kept_out_of_second_by_${criterion}`, { value: share }, SHARE);
    for (const { criterion, share } of outOfFirst)
      against(`kept_out_of_first_by_${criterion}`, { value: share }, SHARE);
  }
  return sheet(lines, language, "\n");
}

/** Offers something to keep as a file. */
export function keep(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A drawing, and what it says nothing without. */
export interface Picture {
  drawing: SVGSVGElement;
  title: string;
  /** Names of its series, in the order of their colours. */
  legend: readonly string[];
  /** Where its figures come from. */
  said: string;
}

const SVG = "http://www.w3.org/2000/svg";
const FAMILY = "system-ui, sans-serif";

type Attributes = Record<string, string | number>;

function placed<E extends SVGElement>(element: E, attributes: Attributes): E {
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

function element(name: string, attributes: Attributes, text = ""): SVGElement {
  const made = placed(document.createElementNS(SVG, name), attributes);
  made.textContent = text;
  return made;
}

/** A text cut into lines of a width, between its words. */
function lines(text: string, font: string, width: number): string[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return [text];
  pen.font = font;
  const cut: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${cut.at(-1)} ${word}`;
    if (cut.length > 0 && pen.measureText(longer).width <= width) cut[cut.length - 1] = longer;
    else cut.push(word);
  }
  return cut;
}

/** The drawing with its colours, which no longer depend on the page. */
function coloured(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.removeAttribute("tabindex");
  const originals = drawing.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, place) => {
    const shown = getComputedStyle(originals[place] as Element);
    for (const property of ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size"]) {
      element.setAttribute(property, shown.getPropertyValue(property));
    }
  });
  return copy;
}

/** The drawing by itself, under its title, above its legend and where its figures come from. */
function standalone({ drawing, title, legend, said }: Picture): string {
  const { color, backgroundColor } = getComputedStyle(document.body);
  const width = drawing.viewBox.baseVal.width;
  const parts: SVGElement[] = [];
  let y = 0;
  const write = (text: string, size: number, weight: number, x: number) => {
    for (const line of lines(text, `${weight} ${size}px ${FAMILY}`, width - x)) {
      y += size + 5;
      parts.push(
        element("text", { x, y, fill: color, "font-family": FAMILY, "font-size": size, "font-weight": weight }, line),
      );
    }
  };
  write(title, 16, 700, 0);
  y += 12;
  const height = drawing.viewBox.baseVal.height;
  parts.push(placed(coloured(drawing), { y, width, height }));
  y += height + 6;
  const keys = drawing.parentElement?.querySelectorAll<SVGSVGElement>(".key") ?? [];
  legend.forEach((name, place) => {
    const key = keys[place];
    if (key) parts.push(placed(coloured(key), { y: y + 6, width: 28, height: 14 }));
    write(name, 13, 400, 36);
  });
  y += 6;
  write(`tarif-social. ${said}`, 11, 400, 0);
  y += 8;
  const margin = 8;
  const box = [-margin, -margin, width + 2 * margin, y + 2 * margin];
  const [left, top, across, down] = box as [number, number, number, number];
  const whole = element("svg", { xmlns: SVG, width: across, height: down, viewBox: box.join(" ") });
  const paper = element("rect", { x: left, y: top, width: across, height: down, fill: backgroundColor });
  whole.append(paper, ...parts);
  return new XMLSerializer().serializeToString(whole);
}

/** Keeps a chart as figures, as a drawing or as a picture. */
export async function save(
  kind: "csv" | "svg" | "png",
  name: string,
  table: Table,
  drawn: Picture,
  language: Language,
): Promise<void> {
  if (kind === "csv") return keep(`${name}.csv`, new Blob([csv(table, language)], { type: "text/csv" }));
  const svg = new Blob([standalone(drawn)], { type: "image/svg+xml" });
  if (kind === "svg") return keep(`${name}.svg`, svg);
  const picture = new Image();
  picture.src = URL.createObjectURL(svg);
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * picture.width;
  canvas.height = 2 * picture.height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  canvas.toBlob((blob) => blob && keep(`${name}.png`, blob));
}
