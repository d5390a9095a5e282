import { useEffect, useState } from "preact/hooks";
import { catalogueIn } from "./catalogue.ts";
import { ask } from "./client.ts";
import { keepLoaded } from "./offline.ts";
import { Colon, useWords } from "./words.ts";

/** How often the worker is asked how many requests it made, in milliseconds. */
const OFTEN = 3000;

/**
 * The proof that nothing is sent: every request made since the page was whole, by it and by its worker. Another language is
 * fetched when it is asked for; the page is whole again once it is there.
 */
export function Quiet({ ready }: { ready: Promise<unknown> }) {
  const { language, flow } = useWords();
  const { quiet } = flow;
  const [requests, setRequests] = useState<number>();
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]")?.href;
    let own = 0;
    let timer = 0;
    let watch: PerformanceObserver | undefined;
    const show = () =>
      ask("requests", null).then(
        (workers) => setRequests(own + workers),
        () => {}, // the engine is starting again: the next count says
      );
    const whole = ready.then(() => catalogueIn(language));
    whole.then(keepLoaded).catch(() => {}); // the page works without, and says so when its engine does not start
    let left = false;
    whole.then(
      () => {
        if (left) return;
        watch = new PerformanceObserver((list) => {
          // The browser asks for the icon of the tab again when the address changes, as it does with the language.
          own += list.getEntries().filter(({ name }) => name !== icon).length;
          show();
        });
        watch.observe({ type: "resource", buffered: false });
        timer = window.setInterval(show, OFTEN);
        show();
      },
      () => {},
    );
    return () => {
      left = true;
      watch?.disconnect();
      clearInterval(timer);
    };
  }, [ready, language]);
  return (
    <p class="quiet">
      <strong>{quiet.label}</strong>
      <Colon />
      <span data-requests={requests}>{requests === undefined ? quiet.loading : quiet.count(requests)}</span>
    </p>
  );
}
