import type {
  AssumptionAnswer,
  BaseAnswer,
  Board,
  CompareAnswer,
  CompareRequest,
  FileGuide,
  FileRefusal,
  FrontierAnswer,
  ProblemAnswer,
  Regime,
  RegimeName,
  RemarkAnswer,
  Words,
} from "../../pkg-lab/tarif_social_lab.js";

export type * from "../../pkg-lab/tarif_social_lab.js";

/** What the page offers before anything is compared. */
export interface Known {
  bases: BaseAnswer[];
  choices: RegimeName[];
  assumptions: AssumptionAnswer[];
  groups: Record<string, Words>;
}

/** From the page to a worker. A worker does tasks `place`, `place + workers` and so on. */
export type Ask =
  | { kind: "run"; request: CompareRequest; place: number; workers: number }
  | { kind: "file"; request: CompareRequest; file: File }
  | { kind: "guide" }
  | { kind: "finish"; counted: Uint8Array[] }
  | { kind: "known" }
  | { kind: "regime"; id: string }
  | { kind: "lint"; regime: Regime }
  /** Of the households drawn, or of those of a file: the same ones every time for one worker. */
  | { kind: "frontiers"; request: CompareRequest; file: File | undefined; budget: number; target: number }
  | { kind: "board"; request: CompareRequest };

/** From a worker to the page. */
export type Tell =
  | { kind: "problems"; problems: ProblemAnswer[] }
  /** Tasks done since the last word of it; of a file, bytes read so far. */
  | { kind: "progress"; done: number; tasks: number }
  | { kind: "counted"; counted: Uint8Array<ArrayBuffer> }
  | { kind: "comparison"; comparison: CompareAnswer }
  | { kind: "fileRefused"; refusal: FileRefusal }
  | { kind: "fileGone" }
  | { kind: "guide"; guide: FileGuide }
  | { kind: "known"; known: Known }
  | { kind: "regime"; regime: Regime | null }
  | { kind: "remarks"; remarks: RemarkAnswer[] }
  | { kind: "frontiers"; frontiers: FrontierAnswer[] }
  | { kind: "board"; board: Board | null }
  | { kind: "crashed"; message: string };
