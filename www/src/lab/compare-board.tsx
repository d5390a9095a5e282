import { useWords } from "../words.ts";
import { Figures } from "./charts.tsx";
import type { LabWords } from "./compare-words.fr.ts";
import { told } from "./format.ts";
import type { Board } from "./protocol.ts";

/** The population set against published totals, and where these were published: fetched when somebody asks for it. */
export function Lines({ board, words }: { board: Board; words: LabWords }) {
  const { language } = useWords();
  const cell = (value: number | null | undefined, unit: string) => {
    if (value === null || value === undefined) return "—";
    if (unit === "share") return told(value, "share", language);
    if (unit === "index")
      return value.toLocaleString(language === "fr" ? "fr-FR" : "en-IE", { maximumFractionDigits: 3 });
    return told(value, unit === "euros" ? "euros" : "households", language);
  };
  const rows = (lines: Board["lines"]) =>
    lines.map(({ name, unit, target, obtained, tolerance, standing }) => [
      name[language],
      cell(target, unit),
      cell(obtained, unit),
      cell(tolerance, unit),
      words.standing[standing] ?? standing,
    ]);
  const sources = new Map(board.lines.flatMap(({ source }) => (source ? [[source.title, source]] : []))).values();
  return (
    <>
      <h3>{words.board}</h3>
      <Figures caption={words.board} table={{ head: words.boardColumns, rows: rows(board.lines) }} />
      <ul>
        {[...sources].map(({ title, url }) => (
          <li key={title}>{url ? <a href={url}>{title}</a> : title}</li>
        ))}
      </ul>
      <h3>{words.boardHeld}</h3>
      <Figures caption={words.boardHeld} table={{ head: words.boardColumns, rows: rows(board.held_back) }} />
    </>
  );
}
