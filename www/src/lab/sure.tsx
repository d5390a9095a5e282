import { useState } from "preact/hooks";
import { useWords } from "../words.ts";
import type { LabWords } from "./compare-words.fr.ts";
import { told } from "./format.ts";
import type { Board, CompareAnswer } from "./protocol.ts";
import { validation } from "./run.ts";

/** What the figures are worth; printed with them. */
export function Sure({ comparison, words }: { comparison: CompareAnswer; words: LabWords }) {
  const { language } = useWords();
  const [asked, setAsked] = useState<CompareAnswer>();
  const [board, setBoard] = useState<typeof import("./compare-board.tsx") & { of: CompareAnswer; board: Board }>();
  const show = () => {
    setAsked(comparison);
    Promise.all([validation(comparison), import("./compare-board.tsx")]).then(
      ([board, lines]) => board && setBoard({ ...lines, of: comparison, board }),
      () => {},
    );
  };
  return (
    <>
      <section>
        <h2>{words.sure}</h2>
        {(comparison.file ? words.own.sureText : words.sureText).map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p>{words.effective(told(comparison.effective_size, "households", language))}</p>
        {asked !== comparison && !comparison.file && (
          <button type="button" class="plain noprint" onClick={show}>
            {words.boardRun}
          </button>
        )}
        <div aria-live="polite">{board?.of === comparison && <board.Lines board={board.board} />}</div>
      </section>
      <section>
        <h2>{comparison.file ? words.own.not : words.not}</h2>
        <ul>
          {(comparison.file ? words.own.notText : words.notText).map((text) => (
            <li key={text}>{text}</li>
          ))}
          {!comparison.file && <li>{words.notOf[comparison.base.startsWith("pays") ? 1 : 0]}</li>}
        </ul>
      </section>
    </>
  );
}
