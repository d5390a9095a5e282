// Writes the conformance vectors as one file for others: on each line a request and the committed answer to it.
// `node scripts/vectors.mjs FILE.jsonl.gz`; the same bytes each time.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

const folder = new URL("../tests/conformance/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder));
const lines = (bytes) => bytes.toString().trimEnd().split("\n");
const answers = lines(gunzipSync(read("answers.jsonl.gz")));
const vectors = lines(read("requests.jsonl")).map(
  (request, place) => `{"request":${request},"answer":${answers[place]}}\n`,
);
writeFileSync(process.argv[2], gzipSync(vectors.join(""), { level: 9 }));
