import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { audit } from "./journey.ts";

const file = new URL("../../www/pkg/catalogue.fr.json", import.meta.url);
const { regimes }: { regimes: { id: string; description: string; sources: { url: string }[] }[] } = JSON.parse(
  readFileSync(file, "utf8"),
);

for (const width of [390, 1280]) {
  test.describe(`without JavaScript, ${width} px`, () => {
    test.use({ javaScriptEnabled: false, viewport: { width, height: 800 } });

    test("the page leads to the sheet, which says what exists, whom to ask and the papers", async ({ page }) => {
      await page.goto("./");
      await page.getByRole("link", { name: "la fiche" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/fiche/);
      const offers = page.locator("section");
      await expect(offers).toHaveCount(4);
      for (const [at, id] of ["R2", "R5", "R11", "R21"].entries()) {
        const regime = regimes.find((regime) => regime.id === id);
        await expect(offers.nth(at)).toContainText(regime?.description ?? "missing");
        await expect(offers.nth(at).getByRole("link")).toHaveCount(regime?.sources.length ?? -1);
        await expect(offers.nth(at).locator(".mark")).toHaveCount(regime?.sources.length ?? -1);
        await expect(offers.nth(at)).toContainText(/À qui\s:.+Demandez .+Règle relue le \d+ \p{L}+ 20\d\d/su);
      }
      await expect(page.getByText("l’attestation de quotient familial de la CAF")).toBeVisible();
      await page.screenshot({ path: `test-results/paper-${width}.png`, fullPage: true });
    });
  });
}

test("the printed sheet says who decides, and keeps each offer on one sheet", async ({ page }) => {
  await page.goto("papier.html");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Seul l’organisme ou l’opérateur décide")).toBeVisible();
  await expect(page.locator("header")).toBeHidden();
  for (const offer of await page.locator("section").all()) await expect(offer).toHaveCSS("break-inside", "avoid");
});

test("the sheet has no fault that axe knows and fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("papier.html");
  await audit(page);
});
