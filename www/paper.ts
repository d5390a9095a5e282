import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { dayName } from "./src/amounts.ts";
import type { RegimeRecord, SourceAnswer } from "./src/engine.ts";
import { flow } from "./src/strings/flow.fr.ts";
import { type Ask, result } from "./src/strings/result.fr.ts";

/** Fills `papier.html`, which is read without JavaScript, with the words and the catalogue of the page itself. */
export function paper(): Plugin {
  return {
    name: "paper",
    apply: "build",
    transformIndexHtml: (html, { path }) => {
      if (path !== "/papier.html") return html;
      const file = new URL("pkg/catalogue.fr.json", import.meta.url);
      const { regimes }: { regimes: RegimeRecord[] } = JSON.parse(readFileSync(file, "utf8"));
      const offers = regimes.flatMap((regime) => {
        const ask = result.asks[regime.id];
        const today = !regime.until && /^(voluntary-offer|statutory-list)$/.test(regime.status);
        return ask && today ? [offer(regime, ask)] : [];
      });
      const parts: Record<string, string> = {
        OFFERS: offers.join("\n"),
        PAPERS: list(flow.start.paperList, ' class="checklist"'),
      };
      return html.replace(/<!-- (OFFERS|PAPERS) -->/g, (whole, name) => parts[name] ?? whole);
    },
  };
}

function offer({ name, description, checked, sources, doubts }: RegimeRecord, ask: Ask): string {
  const papers = ask.papers.length ? `<p><strong>À apporter : </strong>${safe(ask.papers.join(", "))}.</p>` : "";
  return `<section class="card"><h3>${safe(name)}</h3><p>${safe(description)}</p>
<p><strong>À qui : </strong>${safe(ask.whom)}.</p><p>${safe(ask.what)}</p>${papers}
<h4>${result.doubts}</h4>${list(doubts)}
<h4>${result.sources}</h4><ul>${sources.map(cited).join("")}</ul>
<p>Règle relue le ${dayName(checked, "fr")}.</p></section>`;
}

function cited({ title, url, date, confidence }: SourceAnswer): string {
  const link = url ? `<a href="${safe(url)}" rel="noreferrer">${safe(title)}</a>` : safe(title);
  const mark = result.confidence[confidence] ?? confidence;
  return `<li>${link} <span class="mark">${safe(mark)}</span>${date && `, ${dayName(date, "fr")}`}</li>`;
}

const list = (texts: string[], attributes = "") =>
  `<ul${attributes}>${texts.map((text) => `<li>${safe(text)}</li>`).join("")}</ul>`;

const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
