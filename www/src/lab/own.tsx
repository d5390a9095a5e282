import { useState } from "preact/hooks";
import { printed } from "../amounts.ts";
import { useWords } from "../words.ts";
import { Figures } from "./charts.tsx";
import type { LabWords } from "./compare-words.fr.ts";
import { Field } from "./field.tsx";
import type { FileGuide, FileReport } from "./protocol.ts";
import type { Choices } from "./request.ts";
import { guide as askGuide } from "./run.ts";

interface OwnProps {
  choices: Choices;
  words: LabWords;
  onChange(changed: Partial<Choices>): void;
  onFile(file: File): void;
}

/** A file of households to read, the month of its law, and what its columns may be. */
export function Own({ choices, words, onChange, onFile }: OwnProps) {
  const { language } = useWords();
  const [guide, setGuide] = useState<FileGuide>();
  const { own } = words;
  return (
    <>
      <div class="line">
        <div class="text">
          <label for="file">{own.file}</label>
          <p class="hint" id="file-hint">
            {own.fileHint}
          </p>
          <input
            id="file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-describedby="file-hint"
            // The same file, corrected, may be given again.
            onClick={({ currentTarget }) => {
              currentTarget.value = "";
            }}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) onFile(file);
            }}
          />
        </div>
        <Field
          id="month"
          label={own.month}
          hint={own.monthHint}
          mode="text"
          value={choices.month ?? ""}
          onTyped={(text) => {
            if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text.trim())) return own.monthWrong;
            onChange({ month: text.trim() });
          }}
        />
      </div>
      <details onToggle={({ currentTarget }) => currentTarget.open && !guide && askGuide().then(setGuide)}>
        <summary>{own.columns}</summary>
        {guide && (
          <>
            <p class="hint">{own.columnsHint}</p>
            <p>
              <button
                type="button"
                class="plain"
                onClick={async () => {
                  const { keep } = await import("./compare-export.ts");
                  keep("menages-exemple.csv", new Blob([guide.example], { type: "text/csv" }));
                }}
              >
                {own.example}
              </button>
            </p>
            <div class="told">
              <Figures
                caption={own.columns}
                table={{
                  head: own.columnsHead,
                  rows: guide.columns.map(({ name, holds, about, needed }) => [
                    name[language],
                    needed ? own.needed : "",
                    printed(holds[language]),
                    printed(about[language]),
                  ]),
                }}
              />
            </div>
          </>
        )}
      </details>
    </>
  );
}

/** Rows of the list of what is to be corrected; all of them are in the file to keep. */
const SHOWN = 100;

/** What was read of the file: rows used, rows left out and why, columns not used. */
export function Read({ file, words }: { file: FileReport; words: LabWords }) {
  const { language } = useWords();
  const { own } = words;
  const number = (value: number) => value.toLocaleString(language === "fr" ? "fr-FR" : "en-IE");
  const rows = file.faults.map(({ line, column, value, reason }) => [
    String(line),
    column,
    value,
    own.quoted(printed(reason[language])),
  ]);
  const table = { head: own.faultsHead, rows };
  const shown = { ...table, rows: rows.slice(0, SHOWN) };
  return (
    <section class="inset">
      <h2>{own.read}</h2>
      <p>{own.yours(number(file.rows), number(file.households))}</p>
      {file.unused.length > 0 && <p>{own.unused(file.unused.join(", "))}</p>}
      {file.bad_rows > 0 && (
        <>
          <p>{own.badRows(number(file.bad_rows), number(file.bad_rows + file.rows))}</p>
          <details open>
            <summary>{own.faults(number(Math.min(SHOWN, rows.length)), number(rows.length))}</summary>
            <div class="told">
              <Figures caption={own.toCorrect} table={shown} />
            </div>
          </details>
          <p class="noprint">
            <button
              type="button"
              class="plain"
              onClick={async () => {
                const { csv, keep } = await import("./compare-export.ts");
                keep(own.faultsFile, new Blob([csv(table, language)], { type: "text/csv" }));
              }}
            >
              {own.keepFaults}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
