import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { CheckRequest } from "../../pkg/tarif_social.js";

const requests = new URL("requests/", import.meta.url);

export interface Vector {
  name: string;
  request: CheckRequest;
  /** What the command line answers, byte for byte. */
  answer: string;
}

/** Each request of the folder with the answer of the native program: the other outlets must give the same bytes. */
export function vectors(): Vector[] {
  const names = readdirSync(requests).sort();
  const parsed = names.map((name) => JSON.parse(readFileSync(new URL(name, requests), "utf8")) as CheckRequest);
  const program = ["run", "--quiet", "--profile", "test", "--features", "cli", "--", "check", "--jsonl"];
  const lines = parsed.map((request) => JSON.stringify(request)).join("\n");
  const answers = execFileSync("cargo", program, { input: lines, encoding: "utf8", maxBuffer: 2 ** 28 }).split("\n");
  return names.map((name, place) => ({
    name,
    request: parsed[place] as CheckRequest,
    answer: answers[place] ?? "",
  }));
}
