import { script } from "./trusted.ts";

/** Keeps a copy of the page's own files in the browser, so that it works without a network; settled once it is kept. */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(script("serviceWorker"));
    await keepLoaded();
  } catch {
    // the page works without
  }
}

/** Has what was loaded kept too: the worker may not have listened yet. */
export async function keepLoaded(): Promise<void> {
  if (!(await navigator.serviceWorker?.getRegistration())) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(performance.getEntriesByType("resource").map(({ name }) => name));
}
