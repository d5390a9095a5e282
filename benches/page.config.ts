import { defineConfig } from "@playwright/test";
import tests from "../tests/browser/playwright.config.ts";

/** Measures pages in Chromium, one at a time: `make page && npx playwright test --config benches/page.config.ts`. */
export default defineConfig({
  ...tests,
  testDir: ".",
  testMatch: "page.ts",
  outputDir: "../test-results",
  reporter: "line",
  workers: 1,
  retries: 0,
  timeout: 180_000,
  use: { ...tests.use, trace: "off" }, // a recording of the page would be measured with it
  projects: (tests.projects ?? []).filter(({ name }) => name === "chromium").map(({ use }) => (use ? { use } : {})),
});
