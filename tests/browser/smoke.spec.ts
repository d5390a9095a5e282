import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";
import { NO_INCOME, result, title, verdict, walk, whole } from "./journey.ts";

for (const path of ["index.html", "method.html"]) {
  test(`${path} has a title, a heading, and no fault that axe knows`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/\S/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test("the worker answers under the page's policy", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("[data-ruleset]")).toHaveText(/^\d+\.\d+\.\d+/);
});

test("November 2014 is one click away, and nothing is asked of anybody during use", async ({ page }) => {
  await page.goto("./");
  await whole(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("button", { name: "Novembre 2014" }).click();
  await page.getByRole("button", { name: "Vérifier mon droit" }).click();
  await expect(page.locator(".caption")).toContainText("novembre 2014");
  await walk(page, NO_INCOME);
  await result(page);
  expect(await verdict(page, "R1")).toBe("eligible");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Keep, print, ask" })).toBeVisible();
  await page.getByRole("button", { name: "Make a link" }).click();
  await page.getByRole("button", { name: "Result sheet to print" }).click();
  await expect(title(page)).toContainText("Result sheet");
  // Nothing but the words of the other language, from the same folder; the browser asks for the icon of the new address too.
  const words = /\/(assets\/(en|catalogue\.en|method\.en)-[\w-]+\.js|icon\.svg)$/;
  expect(asked.filter((address) => !words.test(address))).toEqual([]);
  await expect(page.locator("[data-requests]")).toHaveAttribute("data-requests", "0");
});

test("the policy refuses text turned into code, and requests", async ({ browser, baseURL }) => {
  const page = await browser.newPage();
  await page.goto(baseURL ?? "");
  const refused = await page.evaluate(async () => {
    const attempts: (() => unknown)[] = [
      () => fetch("./index.html"),
      () => new Function("return 1")(),
      () => document.body.insertAdjacentHTML("beforeend", "<p>"),
      () => new Worker("./sw.js"),
    ];
    // Playwright lifts the ban on eval for the length of its own call: attempts are made after it.
    await new Promise((later) => setTimeout(later));
    const outcomes: boolean[] = [];
    for (const attempt of attempts) {
      try {
        await attempt();
        outcomes.push(false);
      } catch {
        outcomes.push(true);
      }
    }
    return outcomes;
  });
  expect(refused).toEqual([true, true, true, true]);
  await page.close();
});

test("works without a network after the first visit", async ({ page, context }) => {
  await page.goto("./");
  await whole(page); // leaving it earlier would break off what it fetches
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The catalogue is kept by those who read it.
  await page.goto("method.html");
  await expect(page.locator("[data-name='R1']")).toBeVisible();
  await context.setOffline(true);
  for (const path of ["./", "index.html?from=elsewhere#here", "method.html"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await expect(page.locator("[data-name='R1']")).toBeVisible();
  await page.goto("./");
  await expect(page.locator("[data-ruleset]")).toHaveText(/^\d+\.\d+\.\d+/);
});

test("the other language is kept by those who read it, even before anything was kept", async ({ page, context }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Français" })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const kept = () =>
    page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = await Promise.all(caches_.map((cache) => cache.keys()));
      const words = [/\/en-/, /\/catalogue\.en-/];
      return words.every((name) => requests.flat().some(({ url }) => name.test(url)));
    });
  await expect.poll(kept).toBe(true);
  await context.setOffline(true);
  await page.goto("./");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Français" })).toBeVisible();
});
