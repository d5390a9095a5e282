// The last lines of a test run: what cargo counted, then what the Node and browser tests counted together.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, status] = process.argv.slice(2);
const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");

console.log("\n== summary");
for (const line of read("cargo.txt").split("\n")) {
  if (/^test result:/.test(line)) console.log(line);
}

const node = JSON.parse(read("node.json") || "{}");
const { stats: browser = {}, suites = [] } = JSON.parse(read("browser.json") || "{}");
const passed = (node.numPassedTests ?? 0) + (browser.expected ?? 0);
const again = browser.flaky ?? 0; // passed at a second or a third try
const failed = (node.numFailedTests ?? 0) + (browser.unexpected ?? 0);
if (status !== "0" && failed === 0) console.log("stopped: the last step above failed");
const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
for (const name of ["chromium", "firefox"]) {
  const ran = suites.flatMap(specs).flatMap(({ tests }) => tests.filter(({ projectName }) => projectName === name));
  console.log(
    `${name}: ${ran.filter(({ status }) => status === "expected" || status === "flaky").length} passed of ${ran.length}`,
  );
}
console.log(`${passed + again} passed${again ? `, ${again} of them not at the first try` : ""}, ${failed} failed`);
