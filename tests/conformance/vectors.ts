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
