import { printed } from "./amounts.ts";
import type { Call, Calls, Reply, Request } from "./protocol.ts";
import { script } from "./trusted.ts";

interface Waiting {
  resolve(answer: never): void;
  reject(error: Error): void;
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

/** Asks the engine; rejected only when the engine itself stops, after which the next call starts a new one. */
export function ask<C extends Call>(call: C, argument: Calls[C]["argument"]): Promise<Calls[C]["answer"]> {
  worker ??= begin();
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ id, call, argument } as Request);
  });
}

function begin(): Worker {
  const fresh = new Worker(script("worker"), { type: "module" });
  fresh.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    if (data.kind === "crashed") return stop(fresh, data.message);
    waiting.get(data.id)?.resolve(printed(data.answer) as never);
    waiting.delete(data.id);
  });
  fresh.addEventListener("error", (event) => stop(fresh, event.message));
  return fresh;
}

function stop(broken: Worker, message: string): void {
  broken.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error(message));
  waiting.clear();
}
