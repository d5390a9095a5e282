import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { program, rounded } from "./program";

const done = (page: Page) =>
  expect(page.getByRole("heading", { name: "Toutes les règles" })).toBeVisible({ timeout: 60_000 });

// The program may have to be compiled first.
test.describe.configure({ timeout: 300_000 });

/** What the command line says of the same households. */
function native<T = { regimes: { id: string; covered: { value: number } }[] }>(...asked: string[]): T {
  const { status, stdout } = program(...asked, "--json");
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

test("the default comparison of France says what the command line says", async ({ page }) => {
  await page.goto("compare.html");
  await done(page);
  const table = page.getByRole("region", { name: "Toutes les règles" });
  for (const { id, covered } of native("compare").regimes) {
    await expect(table.getByRole("row").filter({ hasText: new RegExp(`^${id}\\.`) })).toContainText(
      rounded(covered.value),
    );
  }
  await expect(page.getByText(/^Ménages simulés, tirés/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test("a ceiling moved in the editor moves coverage as the command line says", async ({ page }, testInfo) => {
  await page.goto("compare.html");
  await page.getByText("Modifier une règle").click();
  await page.getByLabel("Partir de").selectOption({ label: "R6. Droit au revenu, comme les transports" });
  const ceiling = page.getByLabel(/Seuil\s: ressources de douze mois/);
  await expect(ceiling).toHaveValue("1");
  await ceiling.fill("1,35");
  await ceiling.press("Tab");
  await expect(page.getByText(/au plus 1 fois .* devient au plus 1,35 fois/)).toBeVisible();
  await done(page);
  // R7 is R6 with that very ceiling.
  const [seven] = native("compare", "--regimes", "R7").regimes;
  const row = page.getByRole("row").filter({ hasText: "R6*" }).first();
  await expect(row).toContainText(rounded(seven?.covered.value ?? 0));
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tout en CSV" }).click(),
  ]);
  await saved.saveAs(testInfo.outputPath("all.csv"));
  const csv = readFileSync(testInfo.outputPath("all.csv"), "utf8");
  expect(csv.startsWith("\ufeffregime;by;")).toBe(true);
  expect(csv).toContain("R6*;");
});

test("the best threshold for 100 M€ is that of the command line", async ({ page }) => {
  await page.goto("compare.html");
  await done(page);
  await page.getByLabel("Budget, en millions d’euros par an").fill("100");
  await page.keyboard.press("Tab");
  type Ends = { together: [number, number] };
  interface Best {
    covered: number;
    times: number;
    intervals: { times: Ends; covered: Ends };
  }
  const asked = native<{ regimes: [{ within: { central: Best } }] }>("threshold", "R6", "--budget", "100");
  const { covered, times, intervals } = asked.regimes[0].within.central;
  const told = (times: number) => times.toLocaleString("fr-FR", { maximumFractionDigits: 3 });
  const ends = (of: Ends, tell: (end: number) => string) => `(${of.together.map(tell).join(" – ")})`;
  await expect(page.getByText(/le plus haut seuil de «\sR6/)).toContainText(
    `${told(times)} fois le sien, ${intervals.times.together.map(told).join(" – ")} : ` +
      `${rounded(covered)} ${ends(intervals.covered, rounded)} ménages`,
  );
  await page.getByLabel("Règle mise en avant").selectOption("R3");
  await expect(page.getByText(/le plus haut seuil/)).toHaveCount(0);
});

test("the curves of cost and coverage are those of the command line, with the cheapest rule for a coverage", async ({
  page,
}) => {
  await page.goto("compare.html");
  await done(page);
  const found = native<{
    cheapest: string;
    regimes: {
      id: string;
      moves: boolean;
      reaching: { central: { times: number; cost: number } };
      marginal: { covered: { value: number } };
    }[];
  }>("threshold", "R1,R3,R6,R9,R14,R15,R20", "--cover", "60");
  await page.getByLabel("Part des pauvres à qui ouvrir le droit, en %").fill("60");
  await page.keyboard.press("Tab");
  const best = found.regimes.find(({ id }) => id === found.cheapest);
  await expect(page.getByText(/^Pour ouvrir le droit à 60\s% des pauvres/)).toContainText(`« ${best?.id}.`);
  await expect(page.getByText(/^Pour ouvrir le droit à 60\s% des pauvres/)).toContainText(
    `${rounded((best?.reaching.central.cost ?? 0) / 1e6)} M€`,
  );
  const six = found.regimes.find(({ id }) => id === "R6");
  await expect(page.getByText(/^Relever de 1\s% le seuil de «\sR6/)).toContainText(
    rounded(six?.marginal.covered.value ?? 0),
  );
  const chart = page.getByRole("figure", { name: /Coût et pauvres y ayant droit/ });
  const moving = found.regimes.filter(({ moves }) => moves).map(({ id }) => id);
  await expect(chart.locator("polyline")).toHaveCount(moving.length);
  await chart.getByText("Les chiffres en tableau").click();
  for (const id of moving) {
    const rows = await chart
      .getByRole("row")
      .filter({ hasText: new RegExp(`^${id}, `) })
      .count();
    expect(rows).toBeGreaterThan(30);
  }
  // The keys go past the rules as they are, along the curves.
  await chart.getByRole("img").focus();
  for (let presses = 0; presses < 9; presses++) await page.keyboard.press("ArrowRight");
  await expect(chart.locator(".readout")).toHaveText(/^R\d+, [\d,]+ (fois le sien|€)\s: /);
  await expect(page.getByRole("region", { name: "Factures internet trop lourdes" }).getByRole("row")).toHaveCount(8);
});

test("a comparison of every household can be stopped", async ({ page }) => {
  await page.goto("compare.html");
  await done(page);
  await page.getByLabel("Ménages simulés").selectOption({ index: 3 });
  // Pressed twice, it does not ask again.
  await page.getByRole("button", { name: "Arrêter" }).dblclick();
  await expect(page.getByText("Calcul arrêté.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Toutes les règles" })).toHaveCount(0);
  await page.getByLabel("Ménages simulés").selectOption({ index: 0 });
  await done(page);
});

test("a link makes the same figures again, and says when its rules were others", async ({ page }) => {
  const choices = { base: "pays-de-la-loire-2022", size: 10_000, seed: 7, regimes: ["R6", "R14"], own: [], moved: {} };
  const link = (ruleset: string) => `compare.html#c1.${encodeURIComponent(JSON.stringify({ choices, ruleset }))}`;
  await page.goto(link("0123456789abcdef"));
  await done(page);
  await expect(page.getByText(/Ce lien a été fait avec d’autres règles \(01234567\)/)).toBeVisible();
  await expect(page.getByLabel("Population")).toHaveValue(choices.base);
  await expect(page.getByText(/533\sM€/)).toBeVisible();
  const [six] = native(
    "compare",
    "--regimes",
    "R6,R14",
    "--base",
    choices.base,
    "--size",
    "10000",
    "--seed",
    "7",
  ).regimes;
  await expect(page.getByRole("row").filter({ hasText: "R6." }).first()).toContainText(
    rounded(six?.covered.value ?? 0),
  );
  await page.goto("about:blank");
  await page.goto("compare.html#c1.nonsense");
  await expect(page.getByText(/Ce lien n’a pas pu être lu/)).toBeVisible();
});

/** A link to choices. */
const linkTo = (choices: object) => {
  const usual = { base: "france-2022", size: 10_000, seed: 2014, regimes: ["R1", "R6"], own: [], moved: {} };
  const link = { choices: { ...usual, ...choices }, ruleset: "0123456789abcdef" };
  return `compare.html#c1.${encodeURIComponent(JSON.stringify(link))}`;
};

test("assumptions that a link moves are said with the figures, and the board is of that population", async ({
  page,
}) => {
  await page.goto(linkTo({ moved: { income_shift: -0.05 } }));
  await done(page);
  await expect(page.getByText("Hypothèse : Décalage de tous les revenus, -0,05 au lieu de 0.")).toBeVisible();
  await page.getByRole("button", { name: "Comparer cette population aux totaux publiés" }).click();
  const board = page.getByRole("region", { name: "Face aux totaux publiés" });
  await expect(board.getByRole("row").filter({ hasText: "Pauvreté à 60 %" })).toContainText("manqué", {
    timeout: 60_000,
  });
  await expect(page.getByRole("link", { name: "Insee, Allocataires du RSA" })).toBeVisible();
});

test("a link opened where the page already is is followed", async ({ page }) => {
  await page.goto("compare.html");
  await done(page);
  await page.goto(linkTo({ base: "pays-de-la-loire-2022" }));
  await expect(page.getByLabel("Population")).toHaveValue("pays-de-la-loire-2022");
  await done(page);
});

test("a rule of a link never passes for a built-in one, and what is no rule is left out", async ({ page }) => {
  const six = native<{ id: string; name: object }>("regimes", "show", "R6");
  await page.goto(linkTo({ own: [{ ...six, id: "R1" }] }));
  await done(page);
  const table = page.getByRole("region", { name: "Toutes les règles" });
  await expect(table.getByRole("row").filter({ hasText: /^R1\*\./ })).toHaveCount(1);
  await expect(table.getByRole("row").filter({ hasText: /^R1\./ })).toHaveCount(1);
  await page.goto("about:blank");
  await page.goto(linkTo({ own: [{ id: "R6*", name: six.name, criteria: null }] }));
  await expect(page.getByText(/Ce lien n’a pas pu être lu/)).toBeVisible();
  await done(page);
});

test("a rule with a fault is not compared before it is corrected", async ({ page }) => {
  const six = native<{ payers: { share: string }[] }>("regimes", "show", "R6");
  const payers = six.payers.map((payer) => ({ ...payer, share: "0.9" }));
  await page.goto(linkTo({ own: [{ ...six, id: "R6*", payers }] }));
  await expect(page.getByText("Corrigez d’abord la faute de votre règle.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/les parts des payeurs font/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Toutes les règles" })).toHaveCount(0);
});

test("charts are read with the arrow keys, have their tables, and are kept with their words", async ({
  page,
}, info) => {
  await page.goto("compare.html");
  await done(page);
  const chart = page.getByRole("figure", { name: /Part y ayant droit selon le niveau de vie/ });
  await chart.getByRole("img").focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart.locator(".readout")).toHaveText(/^1er dixième de niveau de vie, R6\s: \d/);
  await chart.getByText("Les chiffres en tableau").click();
  await expect(chart.getByRole("row")).toHaveCount(11);
  const [drawn] = await Promise.all([
    page.waitForEvent("download"),
    chart.getByRole("button", { name: /^SVG/ }).click(),
  ]);
  expect(drawn.suggestedFilename()).toBe("couverture-tenth.svg");
  // Away from the page, it still says what it shows, of which rules, and where its figures come from.
  const file = info.outputPath("chart.svg");
  await drawn.saveAs(file);
  const texts = [...readFileSync(file, "utf8").matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);
  const said = texts.join(" ");
  expect(said).toContain("Part y ayant droit selon le niveau de vie");
  expect(said).toMatch(/R6\. Droit au revenu.* R1\. /);
  expect(said).toContain("Ménages simulés, France, 2022. Règles");
});

test("a search for thresholds that cannot end no longer says that it goes on", async ({ page }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (
      this: Worker,
      message: { kind: string },
      more?: StructuredSerializeOptions,
    ) {
      if (message.kind !== "frontiers") return post.call(this, message, more);
      const data = { kind: "crashed", message: "no more memory" };
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })), 2_000);
    } as typeof post;
  });
  await page.goto("compare.html");
  await done(page);
  await expect(page.getByText("Recherche des seuils…")).toHaveCount(2);
  await expect(page.getByText("Recherche des seuils…")).toHaveCount(0);
});

test("nothing is wider than a phone, in English too", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto("compare.html");
  await done(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "How sure are we?" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole("button", { name: /published totals/ }).click();
  await expect(page.getByRole("region", { name: "Beside published totals" })).toContainText("met", { timeout: 30_000 });
});
