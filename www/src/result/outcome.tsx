import type { Visit } from "../visit.ts";
import { Letter } from "./letter.tsx";
import { ResultScreen } from "./screen.tsx";
import { Sheet } from "./sheet.tsx";

/** The screens that show what was worked out. */
export function Outcome({ visit }: { visit: Visit }) {
  const { session, answer, screen } = visit;
  if (!session || !answer) return null;
  const about = { visit, session, answer };
  if (screen === "sheet") return <Sheet {...about} />;
  if (screen === "letter") return <Letter {...about} />;
  return <ResultScreen {...about} />;
}
