import { readFileSync, writeFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { program, rounded } from "./program";

// The program may have to be compiled first.
test.describe.configure({ timeout: 300_000 });

const HEAD = "adultes;enfants_moins_14;enfants_14_17;revenu_disponible;age;recoit_rsa;facture_internet;nom";

/** A thousand households, seven of which cannot be used, as a French Excel keeps them. */
function thousand(): string {
  const rows = Array.from({ length: 1000 }, (_, place) => {
    const [children, income] = [place % 3, 600 + ((place * 37) % 2400)];
    // One in ten does not say whether it receives RSA.
    const rsa = place % 10 === 0 ? "" : income < 900 ? "oui" : "non";
    return `${1 + (place % 2)};${children};0;${income},5;${20 + (place % 60)};${rsa};29,99;Ménage n° ${place}`;
  });
  for (const [line, row] of Object.entries({
    12: ";0;0;900;40;non;29,99;",
    101: "1;0;0;beaucoup;40;non;29,99;",
    102: "1;0;0;900;400;non;29,99;",
    250: "1;0;0;900,123;40;non;29,99;",
    500: "1;0;0;900;40;peut-être;29,99;",
    501: "1;0;0",
    999: "1;-1;0;900;40;non;29,99;",
  })) {
    rows[Number(line) - 2] = row; // the names are on the first line
  }
  return `\ufeff${[HEAD, ...rows].join("\r\n")}\r\n`;
}

const BAD = ["12", "101", "102", "250", "500", "501", "999"];

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.getByLabel("Population").selectOption("file");
  await page.getByLabel("Mois du droit appliqué").fill("2022-10");
  await page.keyboard.press("Tab");
  await page.getByLabel("Fichier CSV de vos ménages").setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(content),
  });
}

test("a file of 1,000 rows with 7 bad ones is compared without them, and they are listed", async ({ page }, info) => {
  await page.goto("compare.html");
  await choose(page, "menages.csv", thousand());
  await expect(page.locator(".inset").getByText("Votre fichier : 993 ménages, somme des poids 993.")).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator(".state")).toContainText("Calcul terminé. Votre fichier : 993 ménages");
  await expect(page.getByText("Colonnes inconnues, non utilisées : nom.")).toBeVisible();
  await expect(page.locator(".inset").getByText("7 lignes sur 1 000 ne peuvent pas être utilisées")).toBeVisible();
  await expect(page.getByText(/^Ménages lus dans votre fichier/)).toBeVisible();
  await expect(page.getByText(/^Ménages simulés, tirés/)).toHaveCount(0);
  const list = page.getByRole("region", { name: "Ce qu’il faut corriger" });
  await expect(list.getByRole("rowheader")).toHaveText(BAD);
  await expect(list.getByRole("row").nth(2)).toContainText("beaucoup");
  await expect(list.getByRole("row").nth(2)).toContainText("un nombre est attendu, comme « 1234,56 »");

  const [kept] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tout ce qu’il faut corriger, en CSV" }).click(),
  ]);
  await kept.saveAs(info.outputPath("faults.csv"));
  const lines = readFileSync(info.outputPath("faults.csv"), "utf8").trim().split("\r\n").slice(1);
  expect(lines.map((line) => line.split(";")[0])).toEqual(BAD);

  // The same rows give the same figures on the command line, which ends with 1 for the rows left out.
  const path = info.outputPath("menages.csv");
  writeFileSync(path, thousand());
  const { status, stdout } = program("compare", "--households", path, "--month", "2022-10", "--json");
  expect(status).toBe(1);
  const native = JSON.parse(stdout);
  expect(native.file.faults.map(({ line }: { line: number }) => String(line))).toEqual(BAD);
  const table = page.getByRole("region", { name: "Toutes les règles" });
  for (const { id, undetermined, share } of native.regimes) {
    const row = table.getByRole("row").filter({ hasText: new RegExp(`^${id}\\.`) });
    await expect(row.getByRole("cell").nth(1)).toContainText(rounded(undetermined.value));
    const told = share.value?.toLocaleString("fr-FR", {
      style: "percent",
      maximumFractionDigits: 1,
      minimumFractionDigits: 1,
    });
    // Where the rule can tell for nobody, there is no share.
    await expect(row.getByRole("cell").nth(2)).toContainText(told ?? "—");
  }
  // Figures rest on rows, and what the file says nothing of is not called too few households.
  await expect(page.getByText(/^repose sur [\d\s]+ lignes de même poids$/).first()).toBeVisible();
  await expect(page.getByText(/repose sur .* ménages simulés/)).toHaveCount(0);
  await expect(page.getByLabel("Chiffre montré").getByRole("option")).toHaveCount(2);
  await page.getByLabel("Règle mise en avant").selectOption("R6");
  await expect(page.getByText(/^Pour «\sR6.*», on ne peut pas dire à partir de quel seuil/)).toBeVisible();
  const three = native.regimes.find(({ id }: { id: string }) => id === "R3");
  expect(three.undetermined.value).toBeGreaterThan(50);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator(".inset").getByText("Your file: 993 households, weights sum to 993.")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("every threshold is tried on the households of a file, as by the command line", async ({ page }, info) => {
  const drawn = program("population", "export", "--size", "1000", "--seed", "3").stdout;
  const path = info.outputPath("menages.csv");
  writeFileSync(path, drawn);
  const asked = ["threshold", "R1,R3,R6,R9,R14,R15,R20", "--households", path, "--month", "2022-10", "--json"];
  const { regimes, best, cheapest } = JSON.parse(program(...asked, "--budget", "100", "--cover", "50").stdout);
  const of = (wanted: string) => regimes.find(({ id }: { id: string }) => id === wanted);
  const times = (value: number) => value.toLocaleString("fr-FR", { maximumFractionDigits: 3 });

  await page.goto("compare.html");
  await choose(page, "menages.csv", drawn);
  await page.getByLabel("Budget, en euros par an").fill("100 000 000");
  await page.keyboard.press("Tab");
  await page.getByLabel("Règle mise en avant").selectOption("R6");
  const six = of("R6").within.central;
  await expect(page.getByText(/le plus haut seuil de «\sR6/)).toContainText(
    new RegExp(`${times(six.times)} fois le sien.*\\s: ${rounded(six.covered)} .*ménages`),
  );
  await expect(page.getByText(/^Avec .* M€, la règle comparée/)).toContainText(`« ${best}.`);
  await expect(page.getByText(/^Pour ouvrir le droit à 50\s% des pauvres/)).toContainText(`« ${cheapest}.`);
  await expect(page.getByText(/^Pour ouvrir le droit à 50\s% des pauvres/)).toContainText(
    `${rounded(of(cheapest).reaching.central.cost / 1e6)} M€`,
  );
  const chart = page.getByRole("figure", { name: /Coût et pauvres y ayant droit/ });
  await chart.getByText("Les chiffres en tableau").click();
  const rows = chart.getByRole("row").filter({ hasText: /^R9, [\d\u202f]+\u00a0€/ });
  expect(await rows.count()).toBeGreaterThan(10);
  await page.screenshot({ path: info.outputPath("thresholds.png"), fullPage: true });
});

test("a link made over a file says that the file must be chosen again", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("compare.html");
  await choose(page, "menages.csv", thousand());
  await expect(page.locator(".inset").getByText(/^Votre fichier\s: 993 ménages/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Copier un lien" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toContain("beaucoup");
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByText(/Ces choix portent sur le fichier «\smenages.csv\s»/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Toutes les règles" })).toHaveCount(0);
  await expect(page.getByLabel("Mois du droit appliqué")).toHaveValue("2022-10");
  await page.getByLabel("Fichier CSV de vos ménages").setInputFiles({
    name: "menages.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(thousand()),
  });
  await expect(page.locator(".inset").getByText(/^Votre fichier\s: 993 ménages/)).toBeVisible({ timeout: 60_000 });
});

test("what is no file of households is refused with what to do, and the columns are described", async ({ page }) => {
  await page.goto("compare.html");
  const state = page.locator(".state");
  await choose(page, "menages.xlsx", Buffer.from("PK\u0003\u0004 anything"));
  await expect(state).toContainText("« menages.xlsx » ne peut pas être utilisé : c’est un classeur", {
    timeout: 60_000,
  });
  await choose(page, "vide.csv", "");
  await expect(state).toContainText("aucun ménage dans ce fichier");
  await choose(page, "sans.csv", "adultes;age\n1;40\n");
  await expect(state).toContainText(
    "il manque les colonnes « enfants_moins_14 », « enfants_14_17 », « revenu_disponible »",
  );
  await page.getByText("Les colonnes du fichier").click();
  const columns = page.getByRole("region", { name: "Les colonnes du fichier" });
  await expect(columns.getByRole("row").filter({ hasText: "revenu_disponible" })).toContainText("nécessaire");
  const [example] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Télécharger un exemple de dix ménages" }).click(),
  ]);
  await page.getByLabel("Fichier CSV de vos ménages").setInputFiles(await example.path());
  await expect(page.locator(".inset").getByText("Votre fichier : 10 ménages, somme des poids 11,5.")).toBeVisible({
    timeout: 60_000,
  });
  await page.getByLabel("Population").selectOption("pays-de-la-loire-2022");
  await expect(page.getByText(/^Ménages simulés, tirés/)).toBeVisible({ timeout: 60_000 });
});
