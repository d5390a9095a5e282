import { script } from "./trusted.ts";

/** Keeps a copy of the page's own files in the browser, once the page is up, so that it works without a network. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () => navigator.serviceWorker.register(script("serviceWorker")).catch(() => {}); // the page works without
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
