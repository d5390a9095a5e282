import { expect, test } from "./fixtures.ts";
import { ADULT, begin, everyMonth, pick, regime, result, title, walk, whole, write } from "./journey.ts";

/** Alone, without resources, whose family quotient is not told. */
const HOUSEHOLD = {
  territory: "metropolitan",
  persons: [
    {
      role: "applicant",
      age: 45,
      student: false,
      on_leave: false,
      apprentice: false,
      jobseeker: false,
      pregnant: false,
      residence_condition: true,
      incomes: { complete: true },
    },
  ],
  benefits: { complete: true },
  housing: { tenure: "tenant", housing_benefit: "250", fixed_line: false, social_line: false, collective_cable: false },
  internet: { price: "29.99" },
  tax: { rfr: "0", parts: "1" },
};

test("the language is changed without a request that is not asked for", async ({ page }) => {
  await page.goto("./");
  await whole(page);
  for (const [language, said] of [
    ["English", /^0 requests/],
    ["Français", /^0 requête/],
  ] as const) {
    await page.getByRole("button", { name: language }).click();
    await expect(page.locator("[data-requests]")).toHaveText(said);
    await page.waitForTimeout(4000); // more than one count
    await expect(page.locator("[data-requests]")).toHaveText(said);
  }
});

test("a yes says why, what is left to check is said, and the sheet has what to ask apart from proposals", async ({
  page,
}) => {
  const request = { schema_version: 1, month: "2026-11", household: HOUSEHOLD };
  await page.goto(`./#${encodeURIComponent(JSON.stringify(request))}`);
  await page.getByRole("button", { name: "Voir le résultat" }).click();
  await expect(title(page)).toHaveText("Vous êtes sur la liste de la loi, mais sans guichet connu");
  await expect(page.locator(".lead").last()).toHaveText(/^Il reste une offre à vérifier/);
  const list = regime(page, "R5");
  await expect(list).toContainText("Pourquoi");
  await expect(list).toContainText("ne dépassent pas le plafond de la complémentaire santé");
  await expect(list).toContainText("au téléphone puis par écrit");
  await expect(regime(page, "R15")).toContainText(/2\s% de votre revenu disponible, soit [\d,]+\s€ par mois/);
  await page.getByRole("button", { name: "Fiche de résultat à imprimer" }).click();
  const sheet = page.locator(".sheet");
  const headings = await sheet.locator("h2").allTextContents();
  const [month, wider] = [/^Ce qui existe en novembre 2026/, /^Ce que donneraient des règles plus larges/];
  expect(headings.findIndex((text) => month.test(text))).toBeLessThan(headings.findIndex((text) => wider.test(text)));
  await expect(sheet).toContainText("Ce ne sont pas des droits");
  await expect(sheet.getByText("Quoi demander")).toHaveCount(3); // the list, the offer and the social worker
});

test("the month and the lines of spending name what is wrong with them", async ({ page }) => {
  await page.goto("./");
  await page.getByLabel("Année").selectOption("2009");
  await page.getByLabel("Mois").selectOption("03");
  await page.getByRole("button", { name: "Vérifier mon droit" }).click();
  await expect(page.getByLabel("Mois")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Mois")).toHaveAccessibleDescription(/entre juin 2009 et décembre 2026/);

  const household = { ...HOUSEHOLD, quotient_familial_caf: "650" };
  const request = { schema_version: 1, month: "2026-11", household };
  await page.goto("about:blank");
  await page.goto(`./#${encodeURIComponent(JSON.stringify(request))}`);
  await page.getByRole("button", { name: "Voir le résultat" }).click();
  await page.getByRole("button", { name: "Ajouter mes dépenses" }).first().click();
  await expect(title(page)).toHaveText(/dépenses de logement/);
  await expect(page.getByLabel("Loyer sans les charges, Par")).toBeVisible();
  await page.getByLabel("Loyer sans les charges", { exact: true }).fill("abc");
  await page.getByLabel("Eau", { exact: true }).fill("x");
  await page
    .getByRole("group", { name: /Les lignes/ })
    .getByRole("radio")
    .first()
    .check();
  await page
    .getByRole("button", { name: /Continuer|Enregistrer/ })
    .first()
    .click();
  const errors = page.locator(".summary-errors li");
  await expect(errors.first()).toHaveText(/^Loyer sans les charges\s: Ce n’est pas un montant/);
  await expect(errors.nth(1)).toHaveText(/^Eau\s: Ce n’est pas un montant/);
});

test("another place, and another month, ask anew which benefits are received", async ({ page }) => {
  const [person] = HOUSEHOLD.persons;
  const household = {
    ...HOUSEHOLD,
    territory: "overseas",
    persons: [{ ...person, age: 58 }],
    benefits: { complete: true, rso: true },
  };
  const open = async (month: string, household: object) => {
    await page.goto("about:blank");
    await page.goto(`./#${encodeURIComponent(JSON.stringify({ schema_version: 1, month, household }))}`);
  };
  await open("2026-11", household);
  await page.getByRole("button", { name: /Modifier.*Où habitez-vous/ }).click();
  await page.getByLabel("En France métropolitaine, Corse comprise").check();
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await page.getByRole("button", { name: /Quelles aides recevez-vous/ }).click();
  await expect(page.getByRole("checkbox", { name: /^RSO/ })).toHaveCount(0);
  await expect(page.locator("main input:checked")).toHaveCount(0);

  await open("2014-11", { ...HOUSEHOLD, benefits: { complete: true, ata: true } });
  await page.getByRole("button", { name: /Modifier.*Mois regardé/ }).click();
  await page.getByLabel("Année").selectOption("2026");
  await page.getByRole("button", { name: "Vérifier mon droit" }).click();
  await expect(title(page)).toHaveText("Quelles aides recevez-vous ?");
  await expect(page.locator("main input:checked")).toHaveCount(0);
});

test("a date of birth goes before the age that was told", async ({ page }) => {
  await begin(page, "2026-11");
  const asked = await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("38", "Âge"),
    "Combien d’enfants": write("1", "Nombre"),
    "Quel âge a l’enfant": write("3", "Âge"),
    "Il faut une date": async (main) => {
      await main.getByLabel("Date de naissance").check();
      await write("20", "Jour")(main);
      await write("11", "Mois")(main);
      await write("2023", "Année")(main); // three years old on 28 November, two on the first
    },
    "Êtes-vous seul": pick("Non"),
    "Quels revenus": pick("Salaire net"),
    "Vous : Salaire net": everyMonth("700"),
    "Lesquels de vos enfants": pick("Aucun"),
  });
  expect(asked.filter((question) => question.startsWith("Il faut une date"))).toHaveLength(1);
  await result(page);
});

test("a child who has an income is asked which, with nothing chosen beforehand", async ({ page }) => {
  await begin(page, "2026-11");
  const asked = await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("50", "Âge"),
    "Combien d’enfants": write("1", "Nombre"),
    "Quel âge a l’enfant": write("22", "Âge"),
    "Enfant 1 est-il": pick("Non"),
    "Êtes-vous seul": pick("Non"),
    "Quels revenus": pick("Salaire net"),
    "Vous : Salaire net": everyMonth("1 300"),
    "Lesquels de vos enfants": pick("Enfant 1"),
    "Enfant 1 : quels revenus": async (main) => {
      await expect(main.locator("input:checked")).toHaveCount(0);
      await pick("Salaire net")(main);
    },
    "Enfant 1 : Salaire net": everyMonth("200"),
  });
  expect(asked.join()).toContain("Enfant 1 : Salaire net");
});

test("the sheet gives no bill that is not known, and none that would not change", async ({ page }) => {
  const open = async (price: string | undefined) => {
    const household = {
      ...HOUSEHOLD,
      benefits: { complete: true, c2s_gratuite: true },
      internet: price ? { price } : {},
    };
    await page.goto("about:blank");
    await page.goto(`./#${encodeURIComponent(JSON.stringify({ schema_version: 1, month: "2026-11", household }))}`);
    await page.getByRole("button", { name: "Voir le résultat" }).click();
    await page.getByRole("button", { name: "Fiche de résultat à imprimer" }).click();
    return page.locator(".sheet");
  };
  await expect(await open("3")).toContainText("Vous ne payez pas plus cher que ce tarif.");
  await expect(page.locator(".sheet")).not.toContainText(/Économie\s: 0,00/);
  await expect(await open(undefined)).not.toContainText("Votre facture");
});
