import { useState } from "preact/hooks";
import type { Language } from "../engine.ts";
import { useWords } from "../words.ts";
import { Figures } from "./charts.tsx";
import type { LabWords } from "./compare-words.fr.ts";
import { told } from "./format.ts";
import type { Board, CompareAnswer } from "./protocol.ts";
import { validation } from "./run.ts";

/** What the figures are worth; printed with them. */
export function Sure({ comparison, words }: { comparison: CompareAnswer; words: LabWords }) {
  const { language } = useWords();
  const [board, setBoard] = useState<Board | null>();
  const [asked, setAsked] = useState(false);
  const show = () => {
    setAsked(true);
    validation(comparison.base, 100_000, comparison.seed).then(setBoard, () => setBoard(null));
  };
  return (
    <>
      <section>
        <h2>{words.sure}</h2>
        {(comparison.file ? words.own.sureText : words.sureText).map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p>{words.effective(told(comparison.effective_size, "households", language))}</p>
        {!asked && !comparison.file && (
          <button type="button" class="plain noprint" onClick={show}>
            {words.boardRun}
          </button>
        )}
        <div aria-live="polite">{board && <Lines board={board} words={words} language={language} />}</div>
      </section>
      <section>
        <h2>{comparison.file ? words.own.not : words.not}</h2>
        <ul>
          {(comparison.file ? words.own.notText : words.notText).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Lines({ board, words, language }: { board: Board; words: LabWords; language: Language }) {
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
  return (
    <>
      <h3>{words.board}</h3>
      <Figures caption={words.board} table={{ head: words.boardColumns, rows: rows(board.lines) }} />
      <h3>{words.boardHeld}</h3>
      <Figures caption={words.boardHeld} table={{ head: words.boardColumns, rows: rows(board.held_back) }} />
    </>
  );
}
