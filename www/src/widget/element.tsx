import { render } from "preact";
import { useState } from "preact/hooks";
import { regimes, version } from "../../pkg/rules.ts";
import { thisMonth } from "../amounts.ts";
import type { Language } from "../engine.ts";
import { type Answers, coveredMonth, outcomes } from "./answers.ts";
import { Form, settled } from "./form.tsx";
import { fragment, request } from "./page-link.ts";
import { Interim, known, Result } from "./result.tsx";
import css from "./widget.css?inline";
import { words } from "./words.ts";

/** Where this script came from: the full page is two folders up, unless the host page says otherwise. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** Those a host may name; the first one is supposed. What it names wrongly is as if it had not. */
const TERRITORIES = ["metropolitan", "overseas", "mayotte"];

interface Settings {
  language: Language;
  /** The month asked for; `month` is the nearest one that this version covers. */
  asked: string;
  month: string;
  /** The one the host names: the full page asks otherwise. */
  named: string | undefined;
  territory: string;
  chosen: readonly string[];
  open: boolean;
  page: string | undefined;
}

/** What a button opened begins here, for who came with the keyboard. */
const onShown = (title: HTMLElement | null) => title?.focus();

/** What a host page hears when the visitor agrees: verdicts, and amounts in cents if she agreed to them too. */
export interface SharedResult {
  version: string;
  month: string;
  territory: string;
  regimes: { id: string; verdict: boolean | null; saving?: readonly [low: number, high: number] }[];
}

function Widget({ settings, host }: { settings: Settings; host: HTMLElement }) {
  const { language, month, named, territory, chosen, page } = settings;
  const [open, setOpen] = useState(settings.open);
  const [answers, setAnswers] = useState<Answers>({});
  const text = words[language];
  const all = settled(answers);
  const found = outcomes(all, chosen, territory, month);
  const link = page && `${page}#${fragment(request(all, named, month, language))}`;

  if (!open) {
    return (
      // Not the button that closes: the focus would stay on it.
      <button key={0} type="button" part="button" onClick={() => setOpen(true)}>
        {text.open}
      </button>
    );
  }
  const share = (withAmounts: boolean) => {
    const detail: SharedResult = {
      version,
      month,
      territory,
      regimes: (found ?? []).map(({ regime, judged: [truth, bill] }) => ({
        id: regime.id,
        verdict: typeof truth === "boolean" ? truth : null,
        ...(withAmounts && truth === true && bill && known(bill[0])
          ? { saving: [bill[0][0], bill[0][1]] as const }
          : {}),
      })),
    };
    host.dispatchEvent(new CustomEvent("tarif-social:result", { detail, bubbles: true, composed: true }));
  };
  const goTo = (input: string) => {
    const field = host.shadowRoot?.querySelector<HTMLElement>(`[data-input="${input}"]`);
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  };
  return (
    <>
      <h2 part="title" tabIndex={-1} ref={settings.open ? null : onShown}>
        {text.title}
      </h2>
      <p class="hint">{text.local}</p>
      <Form
        answers={answers}
        language={language}
        words={text}
        onAnswer={(changed) => setAnswers((before) => ({ ...before, ...changed }))}
      />
      <Interim found={found} words={text} month={month} asked={settings.asked} />
      <Result
        found={found}
        language={language}
        words={text}
        month={month}
        place={text.territories[territory]}
        page={found && link}
        onMissing={goTo}
        onShare={share}
      />
      {!settings.open && (
        <button type="button" part="button" onClick={() => setOpen(false)}>
          {text.close}
        </button>
      )}
    </>
  );
}

/** `<tarif-social lang date regimes territory theme start page>`: see "Intégrer" for what each takes. */
class TarifSocial extends HTMLElement {
  static readonly observedAttributes = ["lang", "date", "regimes", "territory", "theme", "start", "page"];
  #inner: HTMLElement | undefined;

  connectedCallback(): void {
    if (!this.#inner) {
      const root = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
      this.#inner = document.createElement("div");
      root.append(this.#inner);
    }
    this.#show();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#show();
  }

  #show(): void {
    if (!this.#inner) return;
    const settings = this.#settings();
    const theme = this.getAttribute("theme");
    this.#inner.className = theme === "light" || theme === "dark" ? `widget ${theme}` : "widget";
    this.#inner.setAttribute("part", "widget");
    this.#inner.lang = settings.language;
    this.#inner.dir = "ltr";
    render(<Widget settings={settings} host={this} />, this.#inner);
  }

  #settings(): Settings {
    const of = (name: string) => this.getAttribute(name)?.trim() || undefined;
    const date = of("date");
    const month = date && /^\d{4}-(0[1-9]|1[0-2])$/.test(date) ? date : thisMonth();
    const all = regimes.map(({ id }) => id);
    const asked = of("regimes")?.split(/[\s,]+/);
    const chosen = all.filter((id) => asked?.includes(id));
    const named = TERRITORIES.find((known) => known === of("territory"));
    return {
      language: spoken(of("lang")) ?? spoken(this.parentElement?.closest("[lang]")?.getAttribute("lang")) ?? "fr",
      asked: month,
      month: coveredMonth(month),
      named,
      territory: named ?? "metropolitan",
      chosen: chosen.length > 0 ? chosen : all,
      open: of("start") !== "button",
      page: served(of("page")) ?? served(script && new URL("../../index.html", script).href),
    };
  }
}

/** The language of a tag (`en`, `fr-CA`); nothing for another one. */
const spoken = (tag?: string | null) => /^(en|fr)\b/.exec(tag?.toLowerCase() ?? "")?.[1] as Language | undefined;

/** An address that a link may lead to. */
function served(page?: string): string | undefined {
  try {
    if (page && /^http/.test(new URL(page, document.baseURI).protocol)) return page.replace(/#.*/, "");
  } catch {
    // No address: as if it had been left out.
  }
}

if (!customElements.get("tarif-social")) customElements.define("tarif-social", TarifSocial);
