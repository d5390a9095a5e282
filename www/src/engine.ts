// The only file that knows the WebAssembly package.
import load, { version } from "../../pkg/tarif_social.js";
import type { Call, Calls } from "./protocol.ts";

type Engine = { [C in Call]: (argument: Calls[C]["argument"]) => Calls[C]["answer"] };

/** The engine, once its WebAssembly is there. */
export async function start(): Promise<Engine> {
  await load();
  return { version: () => version() };
}
