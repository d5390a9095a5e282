import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { monthName } from "../amounts.ts";
import { useWords } from "../words.ts";
import type { LabWords } from "./compare-words.fr.ts";
import { read, type Table } from "./format.ts";

/** Where the figures come from: charts say it, and what is kept of them. */
export interface Origin {
  /** The month of the rules, when it is not that of the incomes. */
  month?: string | undefined;
  /** Households, rules and assumptions, in words. */
  said: string;
}
export const OriginOf = createContext<Origin>({ said: "" });

/** Hues that stay apart for every kind of colour vision, and in lightness for print. */
export const SERIES = ["var(--first)", "var(--second)", "var(--third)", "var(--fourth)"];
/** Five, so that hue and dashes together tell twenty lines apart. */
const DASHES = ["none", "9 4", "3 3", "9 4 2 4", "16 4"];

/** A table wider than a phone scrolls in its own box, which the keyboard reaches. */
export function Figures({ table, caption }: { table: Table; caption: string }) {
  const { language } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first, ...rest], row) => (
            <tr key={row}>
              <th scope="row">{first && read(first, language)}</th>
              {rest.map((cell, place) => (
                <td key={table.head[place + 1]}>{read(cell, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ChartProps {
  name: string;
  title: string;
  hint?: string;
  words: LabWords;
  table: Table;
  height: number;
  /** One a point: what a reader hears, in the order of the arrow keys. */
  points: readonly string[];
  /** Names of the series, in the order of their colours. */
  legend: readonly string[];
  /** The series are lines. */
  lines?: boolean;
  children(current: number, width: number): ComponentChildren;
}

/** Drawings are as wide as their place, so that their letters keep their size on a phone. */
const WIDEST = 640;
const fitting = (room: number) => Math.round(Math.max(260, Math.min(WIDEST, room)));

/** A drawing with its words: arrows go from point to point, a table holds the same figures, and both can be kept. */
export function Chart({
  name,
  title: about,
  hint,
  words,
  table,
  height,
  points,
  legend,
  lines = false,
  children,
}: ChartProps) {
  const { language } = useWords();
  const { month, said } = useContext(OriginOf);
  const [current, setCurrent] = useState(-1);
  const [width, setWidth] = useState(WIDEST);
  const drawing = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const see = new ResizeObserver(([entry]) => entry && setWidth(fitting(entry.contentRect.width)));
    if (drawing.current) see.observe(drawing.current);
    return () => see.disconnect();
  }, []);
  const title = month ? `${about} (${words.rulesOf(monthName(month, language))})` : about;
  const file = month ? `${name}-${month}` : name;
  const move = (by: number) => setCurrent((at) => Math.min(Math.max(at + by, 0), points.length - 1));
  return (
    <figure class="chart">
      <figcaption>
        <h3>{title}</h3>
        {hint && <p class="hint">{hint}</p>}
      </figcaption>
      <svg
        ref={drawing}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the points of the drawing
        tabIndex={0}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (by) {
            event.preventDefault();
            move(by);
          }
        }}
        onBlur={() => setCurrent(-1)}
      >
        <title>{title}</title>
        {children(current, width)}
      </svg>
      <p class="readout" aria-live="polite">
        {points[current] ?? words.arrows}
      </p>
      <Legend names={legend} lines={lines} />
      <details>
        <summary>{words.table}</summary>
        <Figures table={table} caption={title} />
      </details>
      <p class="row keep">
        {(["csv", "svg", "png"] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class="link"
            aria-label={`${kind.toUpperCase()} : ${title}`}
            onClick={async () => {
              const { save } = await import("./compare-export.ts");
              const picture = drawing.current && { drawing: drawing.current, title, legend, said };
              if (picture) await save(kind, file, table, picture, language);
            }}
          >
            {kind.toUpperCase()}
          </button>
        ))}
      </p>
    </figure>
  );
}

/** Round marks of an axis, four or so, from nothing to `most`. */
export function marks(most: number): number[] {
  const rough = most / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, place) => place * step);
}

interface BarsProps {
  width: number;
  groups: readonly string[];
  /** For each series, a value for each group; nothing where it cannot be shown. */
  series: readonly (readonly (number | null | undefined)[])[];
  tell(value: number): string;
  current: number;
  /** The series follow one another on one bar, instead of standing side by side. */
  stacked?: boolean;
}

export const BARS = { row: 48, left: 2, right: 24, top: 24 };
/** What stands above the bars of a group: its name. */
const NAME = 20;

/** Horizontal bars: names are read without turning one's head. */
export function Bars({ width, groups, series, tell, current, stacked = false }: BarsProps) {
  const { row, left, right, top } = BARS;
  const before = (at: number, place: number) =>
    stacked ? series.slice(0, place).reduce((sum, values) => sum + (values[at] ?? 0), 0) : 0;
  const ends = series.flatMap((values, place) => values.map((value, at) => before(at, place) + (value ?? 0)));
  const most = Math.max(1e-9, ...ends);
  const across = (value: number) => (value / most) * (width - left - right);
  const thick = (row - NAME - 6) / (stacked ? 1 : series.length);
  return (
    <>
      {marks(most).map((mark) => (
        <g key={mark}>
          <line
            class="grid"
            x1={left + across(mark)}
            x2={left + across(mark)}
            y1={top}
            y2={top + row * groups.length}
          />
          <text x={left + across(mark)} y={top - 8} text-anchor={mark === 0 ? "start" : "middle"}>
            {tell(mark)}
          </text>
        </g>
      ))}
      {groups.map((group, at) => (
        <g key={group}>
          <text x={left} y={top + row * at + NAME - 5}>
            {group}
          </text>
          {series.map((values, place) => {
            const value = values[at];
            const point = stacked ? at : at * series.length + place;
            return (
              value !== null &&
              value !== undefined && (
                <rect
                  key={SERIES[place]}
                  class={point === current ? "point current" : "point"}
                  x={left + across(before(at, place))}
                  y={top + row * at + NAME + (stacked ? 0 : thick * place)}
                  width={Math.max(across(value), 1)}
                  height={thick - 2}
                  fill={SERIES[place]}
                />
              )
            );
          })}
        </g>
      ))}
    </>
  );
}

/** The name of each series, beside the colour of its bars, or the colour and the dashes of its line. */
function Legend({ names, lines }: { names: readonly string[]; lines: boolean }) {
  return (
    <ul class="legend">
      {names.map((name, place) => (
        <li key={name}>
          <svg class="key" viewBox="0 0 28 14" aria-hidden="true">
            {lines ? <path d="M0 7h28" {...stroke(place)} /> : <rect width="28" height="14" fill={SERIES[place]} />}
          </svg>{" "}
          {name}
        </li>
      ))}
    </ul>
  );
}

/** What tells a line from the others. */
const stroke = (place: number) => ({
  class: "frontier",
  stroke: SERIES[place % SERIES.length],
  "stroke-dasharray": DASHES[place % DASHES.length],
});

export interface Dot {
  name: string;
  x: number;
  y: number;
  /** No other regime beats it. */
  unbeaten: boolean;
}

/** A regime along its thresholds. */
export interface Curve {
  name: string;
  points: readonly { x: number; y: number }[];
}

export const DOTS = { height: 380, left: 56, right: 30, top: 20, bottom: 40 };

interface Place {
  x: number;
  y: number;
}

/** From a point of a line to the middle of a name beside it, and from there down to the foot of its letters. */
const [BESIDE, FOOT] = [20, 4];

/** For each line, where its name stands: beside one of its points, the farthest from every dot and other line. */
function apart(lines: readonly (readonly Place[])[], dots: readonly Place[], width: number): (Place | undefined)[] {
  return lines.map((line) => {
    const others = [...dots, ...lines.filter((other) => other !== line).flat()];
    const alone = (at: Place) => Math.min(...others.map((other) => Math.hypot(other.x - at.x, other.y - at.y)));
    const [best] = line
      .flatMap(({ x, y }) => [x - BESIDE, x + BESIDE].map((x) => ({ x, y, alone: alone({ x, y }) })))
      .filter(({ x }) => x > DOTS.left + BESIDE && x < width - BESIDE)
      .sort((one, other) => other.alone - one.alone);
    return best && { x: best.x, y: best.y + FOOT };
  });
}

/** For each dot, where its name stands: above, beside or below, where it touches no other dot and no name before it. */
function beside(dots: readonly (Place & { name: string })[]): Place[] {
  const taken = dots.map(({ x, y }) => ({ x, y, half: 6 }));
  return dots.map(({ name, x, y }) => {
    const half = 4 * name.length;
    const others = taken.filter((other) => other.x !== x || other.y !== y);
    const gap = (at: Place) =>
      Math.min(
        at.x - half - DOTS.left + 8,
        ...others.map((other) =>
          Math.max(Math.abs(other.x - at.x) - half - other.half, Math.abs(other.y - at.y) - BESIDE / 2),
        ),
      );
    const [best = { x, y }] = [
      { x, y: y - 14 },
      { x: x + half + 10, y },
      { x: x - half - 10, y },
      { x, y: y + 17 },
    ].sort((one, other) => Math.min(gap(other), 1) - Math.min(gap(one), 1));
    taken.push({ ...best, half });
    return { x: best.x, y: best.y + FOOT };
  });
}

/** Points, and curves told apart by hue and by dashes, each with its name where it is the farthest from the others. Points of the curves follow the dots in `current`. */
export function Dots({
  width,
  dots,
  curves,
  tellX,
  tellY,
  current,
}: {
  width: number;
  dots: readonly Dot[];
  curves: readonly Curve[];
  tellX(value: number): string;
  tellY(value: number): string;
  current: number;
}) {
  const { height, left, right, top, bottom } = DOTS;
  const most = Math.max(1e-9, ...dots.map(({ x }) => x), ...curves.flatMap(({ points }) => points.map(({ x }) => x)));
  const x = (value: number) => left + (value / most) * (width - left - right);
  const y = (value: number) => height - bottom - value * (height - top - bottom);
  const onCurve = curves.flatMap(({ points }) => points)[current - dots.length];
  const at = (point: Place) => ({ x: x(point.x), y: y(point.y) });
  // Rules that are the same point share a name.
  const shown = dots.filter(
    (dot, place) => dots.findIndex((other) => other.x === dot.x && other.y === dot.y) === place,
  );
  const names = shown.map((dot) => {
    const same = dots.filter((other) => other.x === dot.x && other.y === dot.y);
    return { ...at(dot), name: same.map(({ name }) => name).join(", ") };
  });
  const places = beside(names);
  const labels = apart(
    curves.map(({ points }) => points.map(at)),
    dots.map(at),
    width,
  );
  return (
    <>
      {marks(1).map((mark) => (
        <g key={mark}>
          <line class="grid" x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} />
          <text x={left - 6} y={y(mark) + 4} text-anchor="end">
            {tellY(mark)}
          </text>
        </g>
      ))}
      {marks(most).map((mark) => (
        <g key={mark}>
          <line class="grid" x1={x(mark)} x2={x(mark)} y1={top} y2={height - bottom} />
          <text x={x(mark)} y={height - bottom + 18} text-anchor="middle">
            {tellX(mark)}
          </text>
        </g>
      ))}
      {curves.map(({ name, points }, place) => (
        <g key={name}>
          <polyline {...stroke(place)} points={points.map((point) => `${x(point.x)},${y(point.y)}`).join(" ")} />
          {labels[place] && (
            <text {...labels[place]} text-anchor="middle">
              {name}
            </text>
          )}
        </g>
      ))}
      {onCurve && (
        <g class="point current">
          <circle cx={x(onCurve.x)} cy={y(onCurve.y)} r={5} />
        </g>
      )}
      {dots.map((dot, place) => (
        <g key={dot.name} class={place === current ? "point current" : "point"}>
          <circle class={dot.unbeaten ? "dot" : "dot beaten"} cx={x(dot.x)} cy={y(dot.y)} r={6} />
        </g>
      ))}
      {names.map(({ name }, place) => (
        <text key={name} {...places[place]} text-anchor="middle">
          {name}
        </text>
      ))}
    </>
  );
}
