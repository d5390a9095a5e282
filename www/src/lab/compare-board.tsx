import { useWords } from "../words.ts";
import { Figures } from "./charts.tsx";
import { told } from "./format.ts";
import type { Board } from "./protocol.ts";

const FR = {
  title: "Face aux totaux publiés",
  held: "Gardés à part : sans cible, rien n’a été réglé dessus",
  columns: ["Quantité", "Publié", "Obtenu", "Tolérance", "Verdict"],
  standing: { met: "tenu", missed: "manqué", without_target: "—" },
};

const EN: typeof FR = {
  title: "Beside published totals",
  held: "Held back: no target, nothing was set on them",
  columns: ["Quantity", "Published", "Obtained", "Tolerance", "Verdict"],
  standing: { met: "met", missed: "missed", without_target: "—" },
};

/** The population set against published totals, and where these were published: fetched when somebody asks for it. */
export function Lines({ board }: { board: Board }) {
  const { language } = useWords();
  const words = language === "fr" ? FR : EN;
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
      words.standing[standing],
    ]);
  const sources = new Map(board.lines.flatMap(({ source }) => (source ? [[source.title, source]] : []))).values();
  return (
    <>
      <h3>{words.title}</h3>
      <Figures caption={words.title} table={{ head: words.columns, rows: rows(board.lines) }} />
      <ul>
        {[...sources].map(({ title, url }) => (
          <li key={title}>{url ? <a href={url}>{title}</a> : title}</li>
        ))}
      </ul>
      <h3>{words.held}</h3>
      <Figures caption={words.held} table={{ head: words.columns, rows: rows(board.held_back) }} />
    </>
  );
}
