import { printed } from "../amounts.ts";
import { script } from "../trusted.ts";
import type {
  Ask,
  CompareAnswer,
  CompareRequest,
  FileGuide,
  FileRefusal,
  FrontierAnswer,
  Known,
  ProblemAnswer,
  Regime,
  Tell,
} from "./protocol.ts";

/** Why there is no comparison. */
export class Refused extends Error {
  readonly problems: readonly ProblemAnswer[];

  constructor(problems: readonly ProblemAnswer[]) {
    super(problems.map(({ message }) => message).join("; "));
    this.problems = problems;
  }
}

/** Why nothing of a file can be used; without reason when it can no longer be read at all. */
export class FileRefused extends Error {
  readonly refusal: FileRefusal | undefined;

  constructor(refusal?: FileRefusal) {
    super(refusal?.reason.en ?? "the file cannot be read");
    this.refusal = refusal;
  }
}

const begin = () => new Worker(script("labWorker"), { type: "module" });

/** Asks one worker one thing. */
function ask<K extends Tell["kind"]>(
  worker: Worker,
  message: Ask,
  wanted: K,
  onProgress?: (told: Extract<Tell, { kind: "progress" }>) => void,
): Promise<Extract<Tell, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const { signal } = stop;
    const done = (settle: () => void) => {
      stop.abort();
      settle();
    };
    worker.addEventListener(
      "message",
      ({ data: told }: MessageEvent<Tell>) => {
        // Sentences of the engine; the names of rules are print already, and files keep the figures as they are.
        const data = /^(remarks|problems|fileRefused)$/.test(told.kind) ? printed(told) : told;
        if (data.kind === "progress") onProgress?.(data);
        else if (data.kind === wanted) done(() => resolve(data as Extract<Tell, { kind: K }>));
        else if (data.kind === "problems") done(() => reject(new Refused(data.problems)));
        else if (data.kind === "fileRefused") done(() => reject(new FileRefused(data.refusal)));
        else if (data.kind === "fileGone") done(() => reject(new FileRefused()));
        else if (data.kind === "crashed") done(() => reject(new Error(data.message)));
      },
      { signal },
    );
    worker.addEventListener("error", (event) => done(() => reject(new Error(event.message))), { signal });
    worker.postMessage(message);
  });
}

/** A worker that is asked one thing at a time: its answers say what they are, not which question they answer. */
class Desk {
  readonly #worker = begin();
  #queue: Promise<unknown> = Promise.resolve();

  ask<K extends Tell["kind"]>(message: Ask, wanted: K): Promise<Extract<Tell, { kind: K }>> {
    const question = () => ask(this.#worker, message, wanted);
    const answer = this.#queue.then(question, question);
    this.#queue = answer.catch(() => {});
    return answer;
  }

  stop(): void {
    this.#worker.terminate();
  }
}

let small: Desk | undefined;
/** The desk of small questions; what takes long has workers of its own, which may be stopped. */
const desk = () => {
  small ??= new Desk();
  return small;
};

export const known = async (): Promise<Known> => (await desk().ask({ kind: "known" }, "known")).known;
export const builtIn = async (id: string): Promise<Regime | null> =>
  (await desk().ask({ kind: "regime", id }, "regime")).regime;
export const guide = async (): Promise<FileGuide> => (await desk().ask({ kind: "guide" }, "guide")).guide;
export const remarks = async (regime: Regime) => (await desk().ask({ kind: "lint", regime }, "remarks")).remarks;

/** Keeps households sorted while only the budget or the target changes. */
let sorter: { of: string; desk: Desk } | undefined;
/** Looks no longer for the thresholds of households that nobody compares any more. */
const stopSorting = () => {
  sorter?.desk.stop();
  sorter = undefined;
};

/** Thresholds of the regimes; never settles when other households are asked for meanwhile. */
export async function frontiers(
  request: CompareRequest,
  file: File | undefined,
  budget: number,
  target: number,
): Promise<readonly FrontierAnswer[]> {
  const of = JSON.stringify([request, file?.name, file?.size, file?.lastModified]);
  if (sorter?.of !== of) stopSorting();
  sorter ??= { of, desk: new Desk() };
  return (await sorter.desk.ask({ kind: "frontiers", request, file, budget, target }, "frontiers")).frontiers;
}

/** Households drawn to be set against the published totals. */
const DRAWN = 100_000;
export const validation = async ({ base, seed, moved = [] }: CompareAnswer) => {
  const assumptions = moved.map(({ id, value }) => ({ id, value }));
  const request = { base, size: DRAWN, seed, hypotheses: false, assumptions, regimes: [], own_regimes: [] };
  return (await desk().ask({ kind: "board", request }, "board")).board;
};

/** Fewer households than this are not worth a second worker. */
const WORTH_SHARING = 200_000;

/** Compares regimes; stopped at once by `signal`. `onProgress` hears the share done. */
export async function compare(
  request: CompareRequest,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<CompareAnswer> {
  stopSorting();
  const most = Number(request.size) > WORTH_SHARING ? Math.min(navigator.hardwareConcurrency || 1, 8) : 1;
  const workers = Array.from({ length: most }, begin);
  const stop = () => {
    for (const worker of workers) worker.terminate();
  };
  try {
    return await new Promise<CompareAnswer>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
      let done = 0;
      const counted = workers.map((worker, place) =>
        ask(worker, { kind: "run", request, place, workers: most }, "counted", ({ done: more, tasks }) => {
          done += more;
          onProgress(done / tasks);
        }),
      );
      Promise.all(counted)
        .then(([, ...others]) =>
          ask(workers[0] as Worker, { kind: "finish", counted: others.map(({ counted }) => counted) }, "comparison"),
        )
        .then(({ comparison }) => resolve(comparison), reject);
    });
  } finally {
    stop();
  }
}

/** Compares regimes over the households of a file; stopped at once by `signal`. `onProgress` hears the share read. */
export async function compareFile(
  request: CompareRequest,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<CompareAnswer> {
  stopSorting();
  const worker = begin();
  try {
    return await new Promise<CompareAnswer>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
      ask(worker, { kind: "file", request, file }, "comparison", ({ done, tasks }) => onProgress(done / tasks)).then(
        ({ comparison }) => resolve(comparison),
        reject,
      );
    });
  } finally {
    worker.terminate();
  }
}
