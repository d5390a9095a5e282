import { defineConfig } from "@playwright/test";

// The workers inherit the port that the first process chose.
process.env.TEST_PORT ??= String(20_000 + (process.pid % 20_000));
const address = `http://localhost:${process.env.TEST_PORT}/`;

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  reporter: [["list"], ["json", { outputFile: "../../.tools/reports/browser.json" }]],
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // A machine busy with something else may let a wait run out; what really broke breaks three times.
  retries: 2,
  use: {
    baseURL: address,
    locale: "fr-FR",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `vite preview www --port ${process.env.TEST_PORT} --strictPort`,
    cwd: "../..",
    url: address,
  },
});
