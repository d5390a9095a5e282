import { readdirSync } from "node:fs";
import { vectors } from "../conformance/vectors.ts";
import { expect, test } from "./fixtures.ts";

const all = vectors();
const assets = readdirSync(new URL("../../www/dist/assets/", import.meta.url));
const worker = assets.find((name) => /^worker-.*\.js$/.test(name));

// The page's policy lets nothing but the page start a worker.
test.use({ bypassCSP: true });

test("the worker of the page answers every request as the native program does", async ({ page }) => {
  await page.goto("./");
  for (const { name, request, answer } of all) {
    const found = await page.evaluate(
      ([address, argument]) =>
        new Promise<string>((resolve) => {
          const worker = new Worker(address, { type: "module" });
          worker.onmessage = ({ data }) => {
            worker.terminate();
            resolve(data.kind === "answer" ? JSON.stringify(data.answer) : data.message);
          };
          worker.postMessage({ id: 1, call: "check", argument });
        }),
      [`./assets/${worker}`, request] as const,
    );
    expect(found, name).toBe(answer);
  }
});
