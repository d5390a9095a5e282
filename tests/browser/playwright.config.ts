import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

// The workers inherit the port that the first process chose.
process.env.TEST_PORT ??= String(20_000 + (process.pid % 20_000));
const address = `http://localhost:${process.env.TEST_PORT}/`;

/** How the Chromium of the system is started. */
export const CHROMIUM = {
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
};

/**
 * The Firefox of the system, not one that Playwright would have patched: it is driven by WebDriver BiDi. Playwright 1.65
 * asks it for a command that it does not know yet, so 1.64 is used.
 */
const FIREFOX = { executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" };

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
  },
  projects: [
    { name: "chromium", use: { launchOptions: CHROMIUM } },
    {
      name: "firefox",
      testMatch: ["widget.spec.ts", "embed.spec.ts", "smoke.spec.ts"],
      grepInvert: /@print/, // its driver does not emulate paper
      timeout: 90_000, // each step goes through a protocol that is slower than Chromium's
      use: { browserName: "firefox", channel: "moz-firefox", launchOptions: FIREFOX },
    },
  ],
  webServer: {
    command: `vite preview www --port ${process.env.TEST_PORT} --strictPort`,
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    url: address,
  },
});
