// Runs the comparison away from the page: its share of the tasks, then what it counted.
import load, {
  assumptions,
  bases,
  board,
  choices,
  FileFrontiers,
  FileLab,
  Frontiers,
  fileGuide,
  groupNames,
  Lab,
  lint,
  type Refusal,
  regime,
} from "../../pkg-lab/tarif_social_lab.js";
import type { Ask, CompareRequest, Tell } from "./protocol.ts";

const ready = load();
const tell = (message: Tell, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

const refused = (error: unknown): error is Refusal => error instanceof Error && error.name === "Refusal";

/** Kept between its share of the work and the answer. */
let lab: Lab | undefined;

/** Milliseconds between two words of progress: the page has other things to draw. */
const OFTEN = 50;

function run(ask: Extract<Ask, { kind: "run" }>): void {
  lab?.free();
  lab = new Lab(ask.request);
  const tasks = lab.tasks();
  let [done, told] = [0, performance.now()];
  for (let task = ask.place; task < tasks; task += ask.workers) {
    lab.work(task);
    done += 1;
    if (performance.now() - told > OFTEN) {
      tell({ kind: "progress", done, tasks });
      [done, told] = [0, performance.now()];
    }
  }
  const counted = ask.place > 0 ? Uint8Array.from(lab.counted()) : new Uint8Array();
  tell({ kind: "counted", counted }, [counted.buffer]);
}

/** Bytes of a file read at once. */
const PIECE = 1 << 20;

/** A file that was there can no longer be read. */
class Gone extends Error {}

/** Gives a file to `push` without ever holding it whole, as long as it takes it. */
async function pieces(file: File, push: (piece: Uint8Array) => boolean): Promise<void> {
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await file
      .slice(at, at + PIECE)
      .arrayBuffer()
      .catch(() => {
        throw new Gone();
      });
    if (!push(new Uint8Array(piece))) return;
    tell({ kind: "progress", done: Math.min(at + PIECE, file.size), tasks: file.size });
  }
}

async function read({ request, file }: Extract<Ask, { kind: "file" }>): Promise<void> {
  const reading = new FileLab(request, file.size);
  await pieces(file, (piece) => reading.push(piece));
  const answer = reading.answer();
  if ("code" in answer) tell({ kind: "fileRefused", refusal: answer });
  else tell({ kind: "comparison", comparison: answer });
}

/** Points of a curve. */
const POINTS = 60;
/** Households sorted once: a worker is asked about one choice of them, with any budget and target. */
let sorted: Frontiers | undefined;

async function sortedFile(request: CompareRequest, file: File): Promise<Frontiers> {
  const sorting = new FileFrontiers(request, file.size);
  await pieces(file, (piece) => sorting.push(piece));
  return sorting.finish();
}

self.addEventListener("message", async ({ data }: MessageEvent<Ask>) => {
  try {
    await ready;
    if (data.kind === "run") run(data);
    else if (data.kind === "file") await read(data);
    else if (data.kind === "guide") tell({ kind: "guide", guide: fileGuide() });
    else if (data.kind === "finish") {
      const whole = data.counted.every((counted) => lab?.add(counted));
      const comparison = lab?.answer();
      if (!whole || !comparison) throw new Error("the parts of the comparison do not fit together");
      tell({ kind: "comparison", comparison });
    } else if (data.kind === "known") {
      tell({
        kind: "known",
        known: { bases: bases(), choices: choices(), assumptions: assumptions(), groups: groupNames() },
      });
    } else if (data.kind === "regime") {
      tell({ kind: "regime", regime: regime(data.id) });
    } else if (data.kind === "lint") {
      tell({ kind: "remarks", remarks: lint(data.regime) });
    } else if (data.kind === "frontiers") {
      sorted ??= data.file ? await sortedFile(data.request, data.file) : new Frontiers(data.request);
      tell({ kind: "frontiers", frontiers: sorted.answer(POINTS, data.budget, data.target) });
    } else {
      tell({ kind: "board", board: board(data.request) });
    }
  } catch (error) {
    if (refused(error)) tell({ kind: "problems", problems: error.problems });
    else if (error instanceof Gone) tell({ kind: "fileGone" });
    else tell({ kind: "crashed", message: String(error) });
  }
});
