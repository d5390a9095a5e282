import { readdirSync } from "node:fs";
import { vectors } from "../conformance/vectors.ts";
import { expect, test } from "./fixtures.ts";

const assets = readdirSync(new URL("../../www/dist/assets/", import.meta.url));
const worker = assets.find((name) => /^worker-.*\.js$/.test(name));

// The page's policy lets nothing but the page start a worker.
test.use({ bypassCSP: true });

test("the worker of the page gives every committed answer", async ({ page }) => {
  await page.goto("./");
  const ask = (call: string, argument: unknown) =>
    page.evaluate(
      ([address, call, argument]) =>
        new Promise<string>((resolve) => {
          const worker = new Worker(address, { type: "module" });
          worker.onmessage = ({ data }) => {
            worker.terminate();
            resolve(data.kind === "answer" ? JSON.stringify(data.answer) : data.message);
          };
          worker.postMessage({ id: 1, call, argument });
        }),
      [`./assets/${worker}`, call, argument] as const,
    );
  const { hash } = JSON.parse(await ask("ruleset", null));
  for (const { name, request, answer } of vectors(hash)) {
    expect(await ask("check", request), name).toBe(answer);
  }
});
