// The only file that knows the WebAssembly.
import type { IncomesInput } from "../../pkg/tarif_social.js";
import load, { check, ruleset } from "../pkg/tarif_social.js";
import type { Call, Calls } from "./protocol.ts";

// The types are those of the whole engine, of which the page loads a part.
export type * from "../../pkg/tarif_social.js";

/** What a person tells month by month: each kind of income, and the alimony paid. */
export type Flow = Exclude<keyof IncomesInput, "complete">;

type Engine = { [C in Call]: (argument: Calls[C]["argument"]) => Calls[C]["answer"] };

/** The engine, once its WebAssembly is there. */
export async function start(): Promise<Engine> {
  await load();
  const loaded = performance.getEntriesByType("resource").length;
  return {
    check,
    ruleset: () => ruleset(),
    requests: () => performance.getEntriesByType("resource").length - loaded,
  };
}
