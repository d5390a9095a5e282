// The built site as hosts serve it: in a folder, with the headers written for them, with addresses cut short.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures.ts";
import { type Host, host, type Options } from "./host.ts";
import { audit, begin, NO_INCOME, result, verdict, walk } from "./journey.ts";

/** The address that tests open is that of a host of their own; nothing is asked of it that is not there. */
const test = base.extend<{ options: Options; site: Host }>({
  options: [{}, { option: true }],
  site: async ({ options }, use) => {
    const site = await host(options);
    await use(site);
    site.close();
  },
  baseURL: async ({ site }, use) => use(site.address),
});

/** What a browser asked for and did not get. */
function failures(page: Page): string[] {
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (answer) => answer.status() >= 400 && failed.push(`${answer.url()} ${answer.status()}`));
  return failed;
}

/** A page of somebody else, on another port: another origin. */
async function elsewhere(lines: string): Promise<{ address: string; close(): void }> {
  const server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end(`<!doctype html><html lang="fr"><title>Association</title><link rel="icon" href="data:,">${lines}`);
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

const HOSTS: Record<string, Options> = {
  "copied to a folder of a host that sends no header": { folders: ["/a/b/"] },
  "at the root, with the headers of `_headers`": { headers: true },
  "in a folder, with those headers, addresses cut short": { folders: ["/a/b/"], headers: true, short: true },
};

for (const [name, options] of Object.entries(HOSTS)) {
  test.describe(name, () => {
    test.use({ options });

    test("from the first question to the verdict, then every page", async ({ page, site }) => {
      const failed = failures(page);
      await begin(page, "2014-11");
      await walk(page, NO_INCOME);
      await result(page);
      expect(await verdict(page, "R1")).toBe("eligible");
      await page.goto("method.html");
      await expect(page.locator("[data-name='R1']")).toBeVisible();
      await page.goto("compare.html");
      await expect(page.getByRole("heading", { name: "Toutes les règles" })).toBeVisible({ timeout: 60_000 });
      await page.goto("embed.html");
      await page.locator("tarif-social").getByLabel("Votre âge").fill("30");
      await page.goto("frame.html#lang=en");
      await page.getByLabel("Your age").fill("30");
      await page.goto("papier.html");
      await expect(page.getByRole("heading", { name: "Les papiers à réunir" })).toBeVisible();
      await page.getByRole("link", { name: "Tarif social internet" }).click();
      await expect(page.getByRole("button", { name: "Vérifier mon droit" })).toBeVisible();
      expect(new URL(page.url()).pathname.startsWith(new URL(site.address).pathname)).toBe(true);
      expect(failed).toEqual([]);
      expect(site.lost).toEqual([]);
    });

    test("the second load needs no network", async ({ page, context, site }) => {
      await page.goto("./");
      await page.evaluate(() => navigator.serviceWorker.ready);
      await context.setOffline(true);
      site.close();
      for (const address of ["./", "index.html", "index.html?from=elsewhere"]) {
        await page.goto(address);
        await expect(page.locator("[data-ruleset]")).toHaveText(/^\d+\.\d+\.\d+/);
      }
      await begin(page, "2014-11");
      await walk(page, NO_INCOME);
      await result(page);
      expect(await verdict(page, "R1")).toBe("eligible");
    });

    test("the frame is shown on another site, and the pages are not when the host says so", async ({
      context,
      site,
    }) => {
      const other = await elsewhere(
        ["frame.html", "index.html"]
          .map((page) => `<iframe title="${page}" src="${site.address}${page}"></iframe>`)
          .join(""),
      );
      const tab = await context.newPage();
      await tab.goto(other.address);
      await tab.frameLocator("[title='frame.html']").getByLabel("Votre âge").fill("30");
      const start = tab.frameLocator("[title='index.html']").getByRole("button", { name: "Vérifier mon droit" });
      await expect(start).toHaveCount(options.headers ? 0 : 1);
      other.close();
    });
  });
}

test.describe("with the headers of `_headers`", () => {
  test.use({ options: { headers: true, folders: ["/a/b/"] } });

  test("the widget runs on another site, its integrity checked", async ({ page, context }) => {
    await page.goto("embed.html");
    const lines = await page.getByRole("textbox", { name: "À coller dans la page" }).inputValue();
    expect(lines).toContain('integrity="sha384-');
    const other = await elsewhere(lines);
    const tab = await context.newPage();
    await tab.goto(other.address);
    await tab.getByLabel("Votre âge").fill("30");
    other.close();
  });
});

test.describe("two copies on one host", () => {
  test.use({ options: { folders: ["/a/", "/a/b/"] } });

  test("each keeps its own files", async ({ page, site, context }) => {
    const below = await context.newPage();
    const kept = async (tab: Page) => {
      await tab.evaluate(() => navigator.serviceWorker.ready);
      return tab.evaluate(() => caches.keys());
    };
    await page.goto("./");
    const [first] = await kept(page);
    await below.goto(site.address.replace("/a/", "/a/b/"));
    // The worker of the folder above is ready for this one too, until its own has come.
    await expect.poll(() => kept(below)).toHaveLength(2);
    expect(await kept(below)).toContain(first);
  });
});

test.describe("an address where nothing is", () => {
  test.use({ options: { folders: ["/a/b/"], headers: true } });

  test("says so in two languages, looks like the site, and leads home from any depth", async ({ context, site }) => {
    const tab = await context.newPage();
    const refused: string[] = [];
    tab.on("console", (message) => /policy/i.test(message.text()) && refused.push(message.text()));
    const answer = await tab.goto(`${site.address}no/such/page.html#v1.kept`);
    expect(answer?.status()).toBe(404);
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Cette page n’existe pas");
    await expect(tab.locator("p[lang=en]")).toContainText("no page at this address");
    await expect(tab.locator("body")).toHaveCSS("background-color", "rgb(251, 249, 244)");
    await tab.setViewportSize({ width: 320, height: 640 });
    await audit(tab);
    const home = tab.getByRole("link", { name: /Vérifier mon droit/ });
    for (const folder of ["no/such/", "no/"]) {
      await home.click();
      await expect(tab).toHaveURL(`${site.address}${folder}#v1.kept`);
    }
    await home.click();
    await expect(tab.getByRole("button", { name: "Vérifier mon droit" })).toBeVisible();
    expect(new URL(tab.url()).pathname).toBe("/a/b/");

    await tab.evaluate(() => navigator.serviceWorker.ready);
    await tab.goto(`${site.address}no/such/page.html`);
    await expect(home).toHaveAttribute("href", site.address);
    expect(refused).toEqual([]);
  });

  for (const width of [390, 1280]) {
    test(`without JavaScript too, ${width} px`, async ({ browser, site }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 700 } });
      const tab = await context.newPage();
      await tab.goto(`${site.address}nothing.html`);
      await tab.screenshot({ path: `test-results/404-${width}.png` });
      await tab.getByRole("link", { name: "Check your right" }).click();
      await expect(tab).toHaveURL(site.address);
      await context.close();
    });
  }
});
