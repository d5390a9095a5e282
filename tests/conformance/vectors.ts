import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { CheckRequest } from "../../pkg/tarif_social.js";

const lines = (text: string) => text.trimEnd().split("\n");
const file = (name: string) => readFileSync(new URL(name, import.meta.url));

export interface Vector {
  name: string;
  request: CheckRequest;
  /** The whole answer, byte for byte. */
  answer: string;
}

/** The committed requests, each with its committed answer, as rules of this `hash` give it: README.md beside this file. */
export function vectors(hash: string): Vector[] {
  const committed = gunzipSync(file("answers.jsonl.gz")).toString();
  const past = /"hash":"(\w+)"/.exec(committed)?.[1] ?? "";
  const answers = lines(committed.replaceAll(past, hash));
  return lines(file("requests.jsonl").toString()).map((line, place) => {
    const request = JSON.parse(line) as CheckRequest;
    return { name: `line ${place + 1} (${request.month})`, request, answer: answers[place] ?? "" };
  });
}

/** What the command line answers to each, byte for byte. */
export function native(requests: unknown[]): string[] {
  const program = ["run", "--quiet", "--profile", "test", "--features", "cli", "--", "check", "--jsonl"];
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join("");
  // it ends with 1 when a request was refused, and has still answered each
  const ran = spawnSync("cargo", program, { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  const answers = ran.stdout.split("\n").slice(0, -1);
  if (answers.length !== requests.length) throw new Error(`${program.join(" ")}: ${ran.stderr}`);
  return answers;
}
