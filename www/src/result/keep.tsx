import { useEffect, useRef, useState } from "preact/hooks";
import { isPast } from "../amounts.ts";
import { asked, linked, written } from "../keep/share.ts";
import { RESULT } from "../strings/areas.ts";
import { useArea, useWords } from "../words.ts";
import type { About } from "./screen.tsx";

/** Offers a text as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** What the visitor may keep, print or share: nothing unless she asks. */
export function Keep({ visit, session, answer }: Omit<About, "catalogue">) {
  const { flow } = useWords();
  const { actions } = useArea(RESULT);
  const words = flow.keep;
  const [link, setLink] = useState("");
  const [copied, setCopied] = useState(false);
  const line = useRef<HTMLInputElement>(null);
  const make = async () => {
    const { origin, pathname } = location;
    setLink(`${origin}${pathname}#${await linked(session, answer.ruleset)}`);
  };
  useEffect(() => line.current?.select(), [link]);
  const copy = async () => {
    line.current?.select(); // she can copy it herself
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  // A link of other answers than those shown is no longer theirs.
  useEffect(() => {
    setLink("");
    setCopied(false);
  }, [session]);
  return (
    <section class="keep">
      <h2>{actions.title}</h2>
      <p class="row">
        {!isPast(session.month) && (
          <button type="button" class="main second" onClick={() => visit.go("letter")}>
            {actions.letter}
          </button>
        )}
        <button type="button" class="main second" onClick={() => visit.go("sheet")}>
          {actions.sheet}
        </button>
      </p>
      <p class="row">
        <button
          type="button"
          class="plain"
          onClick={() => download(`tarif-social-${session.month}.json`, written(session, answer.ruleset))}
        >
          {words.file}
        </button>
        {"CompressionStream" in globalThis && (
          <button type="button" class="plain" onClick={make}>
            {words.link}
          </button>
        )}
      </p>
      <p class="hint">{words.linkHint}</p>
      {link && (
        <div class="text">
          <label for="link">{words.linkLabel}</label>
          <input id="link" type="text" readOnly value={link} ref={line} />
          <button type="button" class="plain" onClick={copy}>
            {words.copy}
          </button>
        </div>
      )}
      <div role="status">{copied && words.copied}</div>
    </section>
  );
}

/** Offers the request alone, as the command line reads it. */
export const downloadRequest = (session: About["session"]): void =>
  download(`tarif-social-request-${session.month}.json`, `${JSON.stringify(asked(session), null, 1)}\n`);
