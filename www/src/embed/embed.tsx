import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import "../late.css";
import { regimes } from "../../pkg/rules.ts";
import { keepOffline } from "../offline.ts";
import { coveredMonth } from "../widget/answers.ts";
import { opening, pageIn, told, type Words, words as wordsOf } from "../words.ts";
import { WORDS } from "./embed-words.ts";

/** Written by the build. */
declare const WIDGET: { address: string; sri: string };

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "tarif-social": Record<string, string>;
    }
  }
}

/** What the element is asked: attributes that differ from what it does by itself. */
type Settings = Record<string, string>;

const attributes = (settings: Settings) =>
  Object.entries(settings)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");

const site = new URL("./", document.baseURI).href;

function snippets(settings: Settings, text: string) {
  const query = new URLSearchParams(settings).toString();
  const lang = settings.lang ?? "fr";
  return {
    script: `<tarif-social${attributes({ lang, ...settings })}><a href="${site}">${text}</a></tarif-social>
<script src="${site}${WIDGET.address}"
  integrity="${WIDGET.sri}"
  crossorigin="anonymous" charset="utf-8" defer></script>`,
    frame: `<iframe class="tarif-social" frameborder="0" src="${site}frame.html${query && `#${query}`}" title="${text}"
  sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox" loading="lazy" width="100%" height="900"></iframe>`,
    height: `<script>
  addEventListener("message", ({ source, data }) => {
    for (const frame of document.querySelectorAll("iframe.tarif-social")) {
      if (source !== frame.contentWindow) continue;
      if (data?.type === "tarif-social:height")
        frame.height = Math.min(Math.max(Number(data.height) || 0, 100), 20000);
      if (data?.type === "tarif-social:result")
        frame.dispatchEvent(new CustomEvent(data.type, { detail: data.detail, bubbles: true }));
    }
  });
</script>`,
    link: `<a href="${site}">${text}</a>`,
    policy: `Content-Security-Policy: script-src '${WIDGET.sri}'`,
    colours: `tarif-social[theme="light"] {
  --ts-paper: #ffffff;
  --ts-ink: #1d2426;
  --ts-soft: #566064;
  --ts-edge: #6b7376;
  --ts-accent: #7a1f5b;
  --ts-on-accent: #ffffff;
  --ts-radius: 0;
  --ts-font: Georgia, serif;
}`,
  };
}

function Snippet({ title, hint, text, words }: { title: string; hint?: string; text: string; words: typeof WORDS.fr }) {
  const [copied, setCopied] = useState(false);
  const lines = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      lines.current?.select(); // to be copied by hand
    }
  };
  return (
    <section>
      <h2>{title}</h2>
      {hint && <p class="hint">{hint}</p>}
      <textarea ref={lines} readOnly rows={Math.min(text.split("\n").length + 4, 16)} aria-label={title} value={text} />
      <p class="row">
        <button type="button" class="plain" aria-label={`${words.copy} : ${title}`} onClick={copy}>
          {words.copy}
        </button>
        <span role="status">{copied && words.copied}</span>
      </p>
    </section>
  );
}

function Embed({ words, own }: { words: typeof WORDS.fr; own: "fr" | "en" }) {
  const [settings, setSettings] = useState<Settings>({});
  const [wrong, setWrong] = useState(false);
  const set = (name: string, value: string, usual: string) =>
    setSettings(({ [name]: _, ...rest }) => (value === usual ? rest : { ...rest, [name]: value }));
  // The widget speaks the language of this page until another is chosen.
  useEffect(() => set("lang", own, "fr"), [own]);
  const select = (name: string, label: string, options: Record<string, string>, usual: string) => (
    <div class="text">
      <label for={name}>{label}</label>
      <select
        id={name}
        value={settings[name] ?? usual}
        onChange={({ currentTarget }) => set(name, currentTarget.value, usual)}
      >
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  const chosen = settings.regimes?.split(" ") ?? regimes.map(({ id }) => id);
  const all = regimes.map(({ id }) => id).join(" ");
  const { script, frame, height, link, policy, colours } = snippets(
    settings,
    WORDS[settings.lang === "en" ? "en" : "fr"].linkText,
  );
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={pageIn(own, "index")}>{words.back}</a>
      </p>
      <h2>{words.options}</h2>
      {select("lang", words.lang, words.langs, "fr")}
      {select("theme", words.theme, words.themes, "auto")}
      {select("start", words.start, words.starts, "open")}
      {select("territory", words.territory, words.territories, "metropolitan")}
      <div class="text">
        <label for="date">{words.date}</label>
        <p class={wrong ? "error" : "hint"} id="date-hint">
          {words.dateHint}
        </p>
        <input
          id="date"
          type="text"
          maxLength={7}
          aria-describedby="date-hint"
          aria-invalid={wrong}
          onChange={({ currentTarget: { value } }) => {
            const known = /^\d{4}-(0[1-9]|1[0-2])$/.test(value) && coveredMonth(value) === value;
            setWrong(value !== "" && !known);
            set("date", known ? value : "", "");
          }}
        />
      </div>
      <fieldset>
        <legend>{words.regimes}</legend>
        {regimes.map(({ id, name }) => (
          <label key={id} class="row">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={chosen.length === 1 && chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) => {
                const now = regimes
                  .map((regime) => regime.id)
                  .filter((one) => (one === id ? checked : chosen.includes(one)));
                set("regimes", now.join(" "), all);
              }}
            />
            {id}. {name[own]}
          </label>
        ))}
      </fieldset>
      <Snippet title={words.script} hint={words.scriptHint} text={script} words={words} />
      <h2>{words.preview}</h2>
      <tarif-social key={JSON.stringify(settings)} lang="fr" {...settings} />
      <h2>{words.how}</h2>
      <dl class="details">
        {words.places.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Snippet title={words.policy} hint={words.policyText} text={policy} words={words} />
      <Snippet title={words.colours} hint={words.coloursHint} text={colours} words={words} />
      <Snippet title={words.frame} hint={words.frameHint} text={`${frame}\n${height}`} words={words} />
      <Snippet title={words.link} text={link} words={words} />
      <h2>{words.more}</h2>
      <dl class="details">
        {words.details.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function App({ first }: { first: Words }) {
  const [words, setWords] = useState(first);
  const own = words.language;
  useEffect(() => {
    told(own);
    document.title = WORDS[own].title;
  }, [own]);
  const { flow } = words;
  return (
    <>
      <a class="skip" href="#content">
        {flow.skip}
      </a>
      <header>
        <a class="site" href={pageIn(own, "index")}>
          {flow.site}
        </a>
        <button
          type="button"
          class="link"
          lang={flow.otherLanguage.code}
          onClick={async () => setWords(await wordsOf(own === "fr" ? "en" : "fr"))}
        >
          {flow.otherLanguage.name}
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        <Embed words={WORDS[own]} own={own} />
      </main>
      <footer>
        <p>{flow.footer}</p>
      </footer>
    </>
  );
}

const root = document.querySelector("#app");
if (root) opening(wordsOf).then((first) => render(<App first={first} />, root));
keepOffline();
