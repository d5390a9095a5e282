import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { catalogueIn } from "../catalogue.ts";
import type { Catalogue } from "../engine.ts";
import type { Visit } from "../visit.ts";
import { useWords } from "../words.ts";
import { Letter } from "./letter.tsx";
import { ResultScreen } from "./screen.tsx";
import { Sheet } from "./sheet.tsx";

/** The screens that show what was worked out, once the words and the sources are there. */
export function Outcome({ visit, onShown }: { visit: Visit; onShown(): void }) {
  const { flow, language } = useWords();
  const { session, answer, screen } = visit;
  const [catalogue, setCatalogue] = useState<Catalogue>();
  useEffect(() => {
    let current = true;
    catalogueIn(language).then(
      (catalogue) => current && setCatalogue(catalogue),
      () => visit.say(flow.stopped),
    );
    return () => {
      current = false;
    };
  }, [language]);
  useLayoutEffect(() => {
    if (catalogue) onShown();
  }, [catalogue]);
  if (!session || !answer) return null;
  if (!catalogue) return <p>{flow.working}</p>;
  const about = { visit, session, answer, catalogue };
  if (screen === "sheet") return <Sheet {...about} />;
  if (screen === "letter") return <Letter {...about} />;
  return <ResultScreen {...about} />;
}
