import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

const folder = new URL("../../www/dist/widget/", import.meta.url);
const [name = ""] = readdirSync(folder);
const script = readFileSync(new URL(`${name}/tarif-social.js`, folder));

test("the lines to paste work on somebody's page, and name the very file", async ({ page, baseURL, context }) => {
  await page.goto("embed.html");
  await page.getByLabel("Langue").selectOption("en");
  await page.getByLabel("Au début").selectOption("button");
  await page.getByLabel(/Mois/).pressSequentially("2014-11");
  await page.getByLabel(/Mois/).press("Tab");
  await page.getByRole("checkbox", { name: /^R14\./ }).uncheck();
  const lines = await page.getByRole("textbox", { name: "À coller dans la page" }).inputValue();
  expect(lines).toContain(`integrity="sha384-${createHash("sha384").update(script).digest("base64")}"`);
  expect(lines).toContain('lang="en"');
  expect(lines).toContain('date="2014-11"');
  // The preview is what the lines give.
  const preview = page.locator("tarif-social");
  await preview.getByRole("button", { name: "Check my rights" }).click();
  await expect(preview.getByText("Rules of November 2014")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  const host = await context.newPage();
  await host.route("https://association.test/", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><title>Host</title>${lines}` }),
  );
  await host.route(`${baseURL}widget/**`, async (route) => route.fulfill({ response: await route.fetch() }));
  // Without the script there is a link, which it takes the place of.
  await host.route("**/tarif-social.js", (route) => route.abort());
  await host.goto("https://association.test/");
  await expect(host.getByRole("link", { name: "Am I entitled to an internet social tariff?" })).toBeVisible();
  await host.unroute("**/tarif-social.js");
  await host.goto("https://association.test/");
  await expect(host.getByRole("link")).toHaveCount(0);
  await host.getByRole("button", { name: "Check my rights" }).click();
  await expect(host.getByText("Rules of November 2014")).toBeVisible();
  await expect(host.getByText("Poverty line")).toHaveCount(0);
});

test("another language of the page keeps the options chosen", async ({ page }) => {
  await page.goto("embed.html");
  await page.getByLabel(/Mois/).pressSequentially("2014-11");
  await page.getByLabel(/Mois/).press("Tab");
  await page.getByRole("checkbox", { name: /^R14\./ }).uncheck();
  await page.getByRole("button", { name: "English" }).click();
  const lines = page.getByRole("textbox", { name: "To paste in the page" });
  await expect(lines).toHaveValue(/<tarif-social lang="en" date="2014-11" regimes="[^"]*R9">/);
  await page.getByRole("button", { name: "Français" }).click();
  const french = page.getByRole("textbox", { name: "À coller dans la page" });
  await expect(french).toHaveValue(/<tarif-social lang="fr" date="2014-11" regimes="[^"]*R9">/);
});

test("the frame works without an origin, and asks for the height it needs", async ({ page, context }) => {
  await page.goto("embed.html");
  const lines = await page.getByRole("textbox", { name: /un cadre/ }).inputValue();
  const host = await context.newPage();
  // A real server: Chromium refuses that a page made up by the test asks for one on this machine.
  const server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end(`<!doctype html><title>Host</title>${lines}`);
  }).listen(0);
  await host.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  const inside = host.frameLocator("iframe");
  await inside.getByLabel("Votre âge").fill("30");
  await expect.poll(() => host.locator("iframe").evaluate((frame) => frame.clientHeight)).toBeGreaterThan(1500);
  // What the visitor passes on is heard by the page around, and only then.
  await host.evaluate(() => {
    document.addEventListener("tarif-social:result", (event) => {
      document.title = JSON.stringify((event as CustomEvent).detail.regimes[0]);
    });
  });
  await inside.getByLabel("Prix de votre internet").fill("20");
  await expect(host).toHaveTitle("Host");
  await inside.getByRole("button", { name: /^Transmettre/ }).click();
  await expect(host).toHaveTitle('{"id":"R11","verdict":null}');
  // The full page is a page like another, not one without an origin.
  const [full] = await Promise.all([
    context.waitForEvent("page"),
    inside.getByRole("link", { name: /Ouvrir la page complète/ }).click(),
  ]);
  await expect(full.getByText("30 ans").first()).toBeVisible();
  await full.close();
  // A message that does not come from the frame is not listened to.
  await host.evaluate(() => postMessage({ type: "tarif-social:height", height: 150 }, "*"));
  await host.waitForTimeout(100);
  expect(await host.locator("iframe").evaluate((frame) => frame.clientHeight)).toBeGreaterThan(1500);
  server.close();
});
