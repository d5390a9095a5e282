import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { program, rounded } from "./program";

// The program may have to be compiled first.
test.describe.configure({ timeout: 300_000 });

const done = (page: Page) =>
  expect(page.getByRole("heading", { name: "Toutes les règles" })).toBeVisible({ timeout: 60_000 });

const link = (choices: object) =>
  `compare.html#c1.${encodeURIComponent(
    JSON.stringify({
      choices: { base: "france-2022", size: 10_000, seed: 2014, own: [], moved: {}, ...choices },
      ruleset: "",
    }),
  )}`;

/** What a button keeps, as text. */
async function kept(page: Page, button: Locator, path: string): Promise<{ name: string; text: string }> {
  const [saved] = await Promise.all([page.waitForEvent("download"), button.click()]);
  await saved.saveAs(path);
  return { name: saved.suggestedFilename(), text: readFileSync(path, "utf8") };
}

test("the month of the rules is chosen, said, kept in the link, and gives the command line’s figures", async ({
  page,
  context,
}, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(link({ regimes: ["R1", "R3"] }));
  await done(page);
  const month = page.getByLabel("Mois des règles");
  await expect(month.getByRole("option", { selected: true })).toHaveText("octobre 2022, celui des revenus");
  await expect(page.getByText("Revenus de 2022, règles d’octobre 2022.")).toBeVisible();
  await month.selectOption("novembre 2014");
  await expect(page.getByText("Revenus de 2022, règles de novembre 2014.")).toBeVisible({ timeout: 60_000 });
  const asked = ["compare", "--regimes", "R1,R3", "--size", "10000", "--month", "2014-11"];
  const { regimes } = JSON.parse(program(...asked, "--json").stdout);
  const table = page.getByRole("region", { name: "Toutes les règles" });
  const told = regimes.map(({ covered }: { covered: { value: number } }) => rounded(covered.value));
  expect(told[0]).not.toBe(told[1]);
  for (const [place, id] of ["R1", "R3"].entries()) {
    const row = table.getByRole("row").filter({ hasText: new RegExp(`^${id}\\.`) });
    await expect(row.getByRole("cell").first()).toContainText(told[place]);
  }
  await expect(page.getByRole("figure", { name: /\(règles de novembre 2014\)/ })).toHaveCount(3);
  const all = await kept(page, page.getByRole("button", { name: "Tout en CSV" }), info.outputPath("all.csv"));
  expect(all.name).toBe("comparaison-france-2022-2014-11.csv");
  expect(all.text).toBe(program(...asked, "--csv").stdout);
  await page.getByRole("button", { name: "Copier un lien" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("about:blank");
  await page.goto(copied);
  await done(page);
  await expect(month).toHaveValue("2014-11");
});

test("the CSV of everything is the command line’s, in English too; that of a chart has one number a cell", async ({
  page,
}, info) => {
  await page.goto(link({ regimes: ["R1", "R5", "R6", "R21"], moved: { income_shift: -0.03 } }));
  await done(page);
  const assumed = ["--assume", "income_shift=-0.03"];
  const asked = ["compare", "--regimes", "R1,R5,R6,R21", "--size", "10000", ...assumed, "--csv"];
  const all = page.getByRole("button", { name: "Tout en CSV" });
  expect((await kept(page, all, info.outputPath("fr.csv"))).text).toBe(program(...asked).stdout);

  const chart = page.getByRole("figure", { name: /Coût et pauvres y ayant droit/ });
  await expect(chart.locator("polyline")).not.toHaveCount(0);
  const { text } = await kept(page, chart.getByRole("button", { name: /^CSV/ }), info.outputPath("chart.csv"));
  expect(text.startsWith("\ufeffRègle;Seuil, fois celui de la règle (fois);Pauvres y ayant droit (%);")).toBe(true);
  const [head = [], ...rows] = text
    .trim()
    .split("\r\n")
    .map((line) => line.split(";"));
  expect(head.filter((name) => / \(.*\), borne (basse|haute)$/.test(name))).toHaveLength(6);
  for (const [, ...numbers] of rows) {
    expect(numbers).toHaveLength(head.length - 1);
    for (const number of numbers.slice(0, -1)) expect(number).toMatch(/^(\d+(,\d+)?)?$/);
  }
  expect(rows.some((row) => row[2]?.includes(","))).toBe(true);

  await page.getByRole("button", { name: "English" }).click();
  const english = await kept(page, page.getByRole("button", { name: "Everything in CSV" }), info.outputPath("en.csv"));
  expect(english.text).toBe(program(...asked, "--language", "en").stdout);
});

test("who is entitled and what a take-up costs are told apart, and no threshold goes beyond the bands", async ({
  page,
}) => {
  await page.goto(link({ regimes: ["R1", "R9"] }));
  await done(page);
  const found = JSON.parse(program("threshold", "R1,R9", "--size", "10000", "--budget", "100", "--json").stdout);
  // R1 entitles more of the poor within the budget, but so few of them claim that R9 reaches more.
  const [ofR1, ofR9] = found.regimes.map(({ within }: { within: { central: object } }) => within.central);
  expect(ofR1.poor_covered).toBeGreaterThan(ofR9.poor_covered);
  expect(found.best).toBe("R9");
  const { cost, full_cost, poor_covered, take_up } = ofR9;
  const share = (part: number) =>
    `${(100 * part).toLocaleString("fr-FR", { maximumFractionDigits: 1, minimumFractionDigits: 1 })}\u00a0%`;
  const millions = (euros: number) => `${rounded(euros / 1e6)} M€`;
  const best = page.getByText(/^Avec 100 M€, la règle comparée que le plus de pauvres demanderaient est «\sR9\./);
  await expect(best).toContainText(
    `${share(poor_covered)} des ménages pauvres y ont droit, ${share(poor_covered * take_up)} la demanderaient, si leur recours est celui qu’on suppose.`,
  );
  await expect(best).toContainText(
    `Elle coûte ${millions(cost)} par an si 85\u00a0% de ceux qui y ont droit la demandent, ${millions(full_cost)} si tous la demandent.`,
  );
  await page.getByLabel("Part des pauvres à qui ouvrir le droit, en %").fill("100");
  await page.keyboard.press("Tab");
  await expect(
    page.getByText("Aucune des règles comparées, à aucun seuil, n’ouvre le droit à 100 % des pauvres."),
  ).toBeVisible();
  await page.getByLabel("Règle mise en avant").selectOption("R9");
  await expect(page.getByText(/^Le seuil de «\sR9.* n’est pas bougé au-delà de 11\s000\s€\s: au-dessus/)).toBeVisible();
  await expect(page.getByText(/^Relever de 1\s% le seuil de «\sR9/)).toHaveCount(0);
});

test("what has no price has no winner, and what cannot be computed is said so", async ({ page }) => {
  await page.goto(link({ regimes: ["R1", "R5", "R21"] }));
  await done(page);
  await page.getByLabel("Règle mise en avant").selectOption("R1");
  await page.getByLabel("Comparée à").selectOption("R5");
  const pair = page.getByRole("region", { name: /^«\sR1.* face à «\sR5/ });
  for (const who of ["première", "seconde"]) {
    const row = pair.getByRole("row").filter({ hasText: `Gagnent plus avec la ${who}` });
    await expect(row.getByRole("cell")).toHaveText("—");
  }
  await expect(page.getByText("Le prix de R5 est à fixer : on ne peut pas dire qui gagnerait plus")).toBeVisible();
  await expect(page.getByText("R5 : le prix est à fixer. Il n’y a donc ni gain ni coût")).toBeVisible();
  // Whom the figures leave out, in the table and beside the rule.
  await expect(page.getByText(/^R5\. Aucun ménage simulé ne reçoit ceci\s: .*l'ASI \(invalidité\)/)).toBeVisible();
  const table = page.getByRole("region", { name: "Toutes les règles" });
  const decided = table.getByRole("row").filter({ hasText: /^R21\./ });
  await expect(decided.getByRole("cell").first()).toHaveText("non calculable");
  await expect(decided).not.toContainText("%");
  await page.getByLabel("Comparée à").selectOption("R21");
  await expect(page.getByText(/^R21\. .*\s: non calculable\. L’accord dépend/)).toBeVisible();
  await page.getByLabel("Règle mise en avant").selectOption("R21");
  await expect(page.getByText(/^Non calculable\. L’accord dépend/)).toBeVisible();
});

test("what cannot be used is refused beside its field, and nothing is said of another number", async ({ page }) => {
  await page.goto(link({ regimes: ["R1", "R6"] }));
  await done(page);
  const budget = page.getByLabel("Budget, en millions d’euros par an");
  for (const wrong of ["-5", "abc", "", "1e9", "1000000", "50 €"]) {
    await budget.fill(wrong);
    await page.keyboard.press("Tab");
    await expect(budget).toHaveAttribute("aria-invalid", "true");
    await expect(budget).toHaveAccessibleDescription(/^Écrivez un nombre de 0 à 100\s000\.$/);
    await expect(budget).toHaveValue(wrong);
  }
  await expect(page.getByText(/^Avec .* M€/)).toHaveCount(0);
  await budget.fill("50 M€");
  await page.keyboard.press("Tab");
  await expect(page.getByText(/^Avec 50 M€/)).toBeVisible();
  await expect(budget).toHaveAttribute("aria-invalid", "false");
  const target = page.getByLabel("Part des pauvres à qui ouvrir le droit, en %");
  await target.fill("150");
  await page.keyboard.press("Tab");
  await expect(target).toHaveAccessibleDescription("Écrivez un nombre de 0 à 100.");
});

test("what is chosen is there again on coming back, and each rule is described", async ({ page }) => {
  await page.goto("compare.html");
  await done(page);
  await expect(page).toHaveURL(/compare\.html$/);
  await page.getByLabel("Population").selectOption({ label: "Pays de la Loire, 2022" });
  await done(page);
  await expect(page).toHaveURL(/#c\d/);
  await page.getByRole("link", { name: "Sources et méthode" }).click();
  await page.goBack();
  await done(page);
  await expect(page.getByLabel("Population")).toHaveValue("pays-de-la-loire-2022");
  const summary = page.locator("summary", { hasText: "R6. Droit au revenu" });
  await summary.click();
  const rule = summary.locator("..");
  await expect(rule).toContainText(/Recours supposé\s: 56\s% de ceux qui y ont droit la demandent, de 30\s% à 85\s%/);
  await expect(rule).toContainText("moitié pour chacun est notre choix");
});

test("a link that asks for what there is not says so, and compares with what there is", async ({ page }) => {
  await page.goto(
    link({ size: 999_999_999_999, regimes: ["R1", "R99"], base: "pays-de-la-loire-2022", month: "1999-01" }),
  );
  await expect(page.getByText(/^Ce lien demande ce qui n’existe pas/)).toBeVisible();
  await page.getByRole("button", { name: "Arrêter" }).click();
  await expect(page.getByLabel("Ménages simulés")).toHaveValue("1736157");
  await expect(page.getByLabel("Mois des règles")).toHaveValue("2022-10");
  await expect(page.getByText("Règles comparées (1)").first()).toBeVisible();
});

test("the editor has the three take-ups, the way of granting and a price, and says what is wrong in its language", async ({
  page,
}) => {
  await page.goto(link({ regimes: ["R1"] }));
  await done(page);
  await page.getByText("Modifier une règle").click();
  await page.getByLabel("Partir de").selectOption("R6");
  const middle = page.getByLabel("Recours moyen, %");
  await middle.fill("10");
  await page.keyboard.press("Tab");
  await expect(page.getByText(/les taux de recours doivent aller du plus bas au plus haut/)).toBeVisible();
  await page.getByLabel("Recours faible, %").fill("5");
  await page.keyboard.press("Tab");
  await expect(page.getByText(/les taux de recours doivent aller du plus bas au plus haut/)).toHaveCount(0);
  const ceiling = page.getByLabel(/^Seuil\s: ressources de douze mois/);
  for (const wrong of ["99999", "abc", ""]) {
    await ceiling.fill(wrong);
    await page.keyboard.press("Tab");
    await expect(ceiling).toHaveAccessibleDescription("Écrivez un nombre de 0 à 100.");
  }
  await expect(page.getByText("not a rate")).toHaveCount(0);
  await page.getByLabel("Façon d’accorder").selectOption("automatique");
  await expect(middle).toHaveValue("85");
  await expect(page.getByText(/^Façon d’accorder\s: .* devient automatique$/)).toBeVisible();

  // Another start would lose what was changed: it is asked.
  await page.getByLabel("Partir de").selectOption("R5");
  await expect(page.getByLabel("Partir de")).toHaveValue("R6");
  await expect(middle).toHaveValue("85");
  // R5 names no price: one is given, and it costs something.
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByLabel("Partir de").selectOption("R5");
  await expect(page.getByLabel("Prix payé, € par mois")).toHaveCount(0);
  await page.getByLabel("Ce que la règle donne").selectOption("une remise");
  await page.getByLabel("Remise, € par mois").fill("8");
  await page.keyboard.press("Tab");
  await done(page);
  const row = page
    .getByRole("region", { name: "Toutes les règles" })
    .getByRole("row")
    .filter({ hasText: /^R5\*?\./ });
  await expect(row).toContainText("M€");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test("a rule written from nothing with the keyboard is the rule that says the same", async ({ page }) => {
  await page.goto(link({ regimes: ["R7", "R12"] }));
  await done(page);
  await page.getByText("Modifier une règle").click();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByLabel("Partir de").selectOption("Une règle à écrire");
  // It has a source of its own until another is given: the figures of the others stay.
  await expect(page.getByText("il manque une source, avec son titre et son adresse")).toHaveCount(0);
  await done(page);
  await page.getByLabel("Document d’où vient votre règle").fill("");
  await press("Tab");
  await expect(page.getByText("il manque une source, avec son titre et son adresse")).toBeVisible();
  await page.getByLabel("Document d’où vient votre règle").fill("Notre congrès, motion 3");
  await press("Tab");
  await page.keyboard.type("https://example.org/motion-3");
  await press("Tab");
  await expect(page.getByText("il manque une source, avec son titre et son adresse")).toHaveCount(0);

  // A right and a limit, of which the right is taken out again.
  await expect(page.getByText("Aucune condition : tout le monde y a droit.")).toBeVisible();
  const adding = page.getByLabel("Condition à ajouter", { exact: true });
  await adding.selectOption("un droit calculé");
  await adding.focus();
  await press("Tab", "Enter");
  await expect(page.getByRole("group", { name: "droit au RSA" })).toBeVisible();
  await adding.selectOption("un montant comparé à une limite");
  await adding.focus();
  await press("Tab", "Enter");
  await page.getByLabel("Il faut remplir").selectOption("au moins une de ces conditions");
  await page.getByLabel(/^Seuil\s: ressources de douze mois/).fill("1,35");
  await press("Tab");
  await page.getByRole("button", { name: "Retirer : droit au RSA" }).focus();
  await press("Enter");
  await expect(adding).toBeFocused();
  await expect(page.getByText(/^Ajouté\s: Seuil\s: ressources de douze mois\s: au plus 1,35 fois/)).toBeVisible();
  await page.getByLabel("Ce que la règle donne").selectOption("une part de l’offre de référence");
  await page.getByLabel("Part de l’offre de référence prise en charge, %").fill("30");
  await press("Tab");
  await page.getByLabel("Façon d’accorder").selectOption("à demander avec un justificatif de revenu");
  await expect(page.getByLabel("Recours moyen, %")).toHaveValue("56");
  await done(page);
  const cells = async (id: RegExp) => {
    const row = page.getByRole("region", { name: "Toutes les règles" }).getByRole("row").filter({ hasText: id });
    return (await row.getByRole("cell").allInnerTexts()).slice(-9);
  };
  await expect.poll(() => cells(/^R0\*\./)).toEqual(await cells(/^R7\./));

  // Bands: those of R12, then one more, and the checker says what lacks between two of them.
  await page.getByLabel("Ce que la règle donne").selectOption("une aide par tranches");
  await page.getByRole("button", { name: "Ajouter une tranche" }).click();
  const third = page.getByRole("group", { name: "Tranche 3" });
  await expect(third.getByLabel("À partir de, €")).toHaveValue("809");
  await third.getByLabel("À partir de, €").fill("900");
  await press("Tab");
  await expect(page.getByText(/de 809,00 à 900,00 euros, aucune tranche/)).toBeVisible();
  await page.getByRole("button", { name: "Retirer : Tranche 3" }).click();
  await expect(page.getByText(/aucune tranche\s: ces ménages n’ont rien/)).toHaveCount(0);
  await expect(page.getByText("Payeur à ajouter")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test("the letters of a chart keep their size on a phone, even one that was turned", async ({ page }) => {
  await page.goto(link({ regimes: ["R1", "R6"] }));
  await done(page);
  await page.setViewportSize({ width: 390, height: 800 });
  const letters = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<SVGSVGElement>(".chart [role=img]")].map((drawing) => {
        const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
        const text = drawing.querySelector("text") as SVGTextElement;
        return scale * Number.parseFloat(getComputedStyle(text).fontSize);
      }),
    );
  await expect.poll(async () => Math.min(...(await letters()))).toBeGreaterThanOrEqual(12);
});
