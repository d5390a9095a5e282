import type { CheckAnswer, CheckRequest, Ruleset } from "./engine.ts";

/** What the page may ask the engine: each call with its argument and its answer. */
export interface Calls {
  check: { argument: CheckRequest; answer: CheckAnswer };
  ruleset: { argument: null; answer: Ruleset };
  /** How many requests the worker made since the engine was ready. */
  requests: { argument: null; answer: number };
}

export type Call = keyof Calls;

/** One message from the page to the worker. */
export type Request = { [C in Call]: { id: number; call: C; argument: Calls[C]["argument"] } }[Call];

/** One message back. `crashed` means that the engine stopped and that its worker must be replaced. */
export type Reply =
  | { id: number; kind: "answer"; answer: Calls[Call]["answer"] }
  | { id: number; kind: "crashed"; message: string };
