import labWorkerUrl from "./lab/lab-worker.ts?worker&url";
import workerUrl from "./worker.ts?worker&url";

/** What TypeScript's own library does not know yet: https://www.w3.org/TR/trusted-types/ */
interface ScriptAddresses {
  createScriptURL(name: string): string;
}
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: ScriptAddresses): ScriptAddresses };
  }
}

// The page's policy refuses any text as a script address unless it comes from here.
const scripts: Record<string, string> = {
  worker: workerUrl,
  labWorker: labWorkerUrl,
  serviceWorker: new URL("./sw.js", document.baseURI).href,
};

const rules: ScriptAddresses = {
  createScriptURL(name) {
    const address = scripts[name];
    if (address === undefined) throw new TypeError(`no script is called \`${name}\``);
    return address;
  },
};

const policy = window.trustedTypes?.createPolicy("tarif-social", rules) ?? rules;

/** The address of one of our background scripts, in the form that the browser accepts. */
export const script = (name: "worker" | "labWorker" | "serviceWorker"): string => policy.createScriptURL(name);
