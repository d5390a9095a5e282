import { expect, test } from "./fixtures.ts";
import { ADULT, begin, everyMonth, pick, plain, result, title, walk, write } from "./journey.ts";

test("a prime d’activité that nobody receives yet is to claim first, and the month can be left as it is", async ({
  page,
}) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("45", "Âge"),
    "Quels revenus recevez-vous": pick("Salaire net"),
    "Vous : Salaire net": everyMonth("1 250 euros"),
    "Comment êtes-vous logé": pick("Locataire d’un logement vide, chez un particulier ou une société"),
    "Combien recevez-vous d’aide": write("90"),
    "Votre abonnement": write("44€99"),
  });
  await expect(page.getByText("90,00 € par mois")).toBeVisible();
  await result(page);
  const first = plain((await page.locator("section.first").textContent()) ?? "");
  expect(first).toMatch(/Demandez la prime d’activité : d’après vos réponses, \d+,\d\d € par mois\./);
  expect(first).toContain("CSS, art. L843-1");

  await page.getByRole("button", { name: "Revoir mes réponses" }).click();
  await page.getByRole("button", { name: "Modifier : Mois regardé" }).click();
  await expect(title(page)).toContainText("y ai-je droit");
  await page.getByRole("button", { name: "Revoir mes réponses" }).click();
  await expect(title(page)).toHaveText("Vérifiez vos réponses");
});

test("pressed twice, the first button begins once", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "Vérifier mon droit" }).dblclick();
  await expect(title(page)).toContainText("Où habitez-vous");
  await page.getByRole("button", { name: /Retour$/ }).click();
  await expect(title(page)).toContainText("y ai-je droit");
});

test("where the engine cannot start, the sheet without it is shown the way to", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByText("Le calcul ne démarre pas sur cet appareil.")).toBeVisible();
  await page.getByRole("link", { name: "la fiche sans calcul" }).click();
  await expect(title(page)).toContainText("la fiche à lire");
});

test("a page that asks several things names what is to correct", async ({ page }) => {
  await begin(page, "2026-11", "Faire mon budget");
  await page.getByLabel("En France métropolitaine, Corse comprise").check();
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Non", { exact: true }).check();
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Nombre", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Âge", { exact: true }).fill("30");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(title(page)).toHaveText("Quel âge ont les enfants ?");
  await page.getByRole("button", { name: "Continuer" }).click();
  const errors = page.locator(".summary-errors li");
  await expect(errors.first()).toHaveText(/^Enfant 1\s: Écrivez une réponse/);
  await expect(errors.last()).toHaveText(/^Enfant 2\s: Écrivez une réponse/);
});

test("spending beyond the income is what lacks, and another month’s answer is not shown with what makes it impossible", async ({
  page,
}) => {
  const household = {
    territory: "metropolitan",
    persons: [
      { role: "applicant", age: 40, incomes: { complete: true } },
      { role: "child", birth_date: "2020-05-01" },
    ],
    disposable_income: "700",
    housing: { tenure: "tenant", housing_benefit: "0" },
    spending: { complete: true, lines: [{ post: "rent", amount: "800" }] },
  };
  const request = { schema_version: 1, month: "2026-11", household };
  await page.goto(`./#${encodeURIComponent(JSON.stringify(request))}`);
  await expect(title(page)).toHaveText("Vérifiez vos réponses");
  await page.getByRole("button", { name: "Voir le résultat" }).click();
  await expect(
    page.getByText(/^Il manque au moins 100,00\s€ par mois, soit au moins \d,\d\d\s€ par jour/),
  ).toBeVisible();

  // In 2014 the child is not born: the answer of today is not shown for it.
  await page.getByRole("button", { name: "Revoir mes réponses" }).click();
  await page.getByRole("button", { name: "Modifier : Mois regardé" }).click();
  await page.getByRole("button", { name: "Novembre 2014" }).click();
  await page.getByRole("button", { name: "Vérifier mon droit" }).click();
  await expect(page.locator("[role=status] .notice")).toContainText("vient après le mois examiné");
  await expect(page.getByRole("button", { name: "Voir le résultat" })).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Pour l’instant" })).toHaveCount(0);
});

test("what is typed goes with who leaves by a link, and a change asked from the result comes back to it", async ({
  page,
}) => {
  await begin(page, "2026-11");
  await walk(page, { ...ADULT, "Quel âge avez-vous": write("45", "Âge"), "Quels revenus": pick("Rien de tout cela") });
  await page.getByRole("button", { name: "Modifier : Quel âge avez-vous" }).click();
  await page.getByLabel("Âge", { exact: true }).fill("66");
  await page.getByRole("button", { name: "Revoir mes réponses" }).click();
  await expect(page.locator("dl.answers").filter({ hasText: "Quel âge avez-vous" })).toContainText("66 ans");

  await result(page);
  const open = page
    .locator("details")
    .filter({ hasText: /^Il manque/ })
    .first();
  await open.locator("> summary").click();
  await open.getByRole("button").first().click();
  const asked = await title(page).textContent();
  await page
    .getByLabel(/^Je ne sais pas/)
    .first()
    .check();
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(title(page)).not.toHaveText(asked ?? "");
  await expect(page.locator("[data-rsa]")).toBeVisible();
});

test("a sum that comes once is asked month by month, and a big child whether it looks for work", async ({ page }) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("45", "Âge"),
    "Combien d’enfants": write("1", "Nombre"),
    "Quel âge": write("20", "Âge"),
    "Enfant 1 est-il inscrit": pick("Non"),
    "Quels revenus recevez-vous": pick("Somme exceptionnelle"),
    "Vous : Somme exceptionnelle": async (main) => {
      await expect(main.getByLabel(/Le même montant/)).toHaveCount(0);
      await main.getByLabel("Certains mois seulement").check();
      await main.getByLabel("septembre 2026").fill("900");
    },
  });
  const answers = plain((await page.locator("main").textContent()) ?? "");
  expect(answers).toContain("août 2026 : 0,00 € ; septembre 2026 : 900,00 €");
  expect(answers).toContain("0,00 € par mois");
});

test("English stays over a reload and goes to the other pages and back", async ({ page, context }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "English" }).click();
  await expect(title(page)).toContainText("am I entitled");
  await page.reload();
  await expect(title(page)).toContainText("am I entitled");
  for (const name of [/Sources and method/, /Compare/, /Embed|own site/]) {
    const opened = context.waitForEvent("page");
    await page.getByRole("contentinfo").getByRole("link", { name }).click();
    const other = await opened;
    await expect(other.locator("html")).toHaveAttribute("lang", "en");
    await other.locator("a.site").click();
    await expect(title(other)).toContainText("am I entitled");
    await other.getByRole("button", { name: "Français" }).click();
    await expect(other).toHaveURL((url) => !url.search);
    await other.close();
  }
});

test("who has no dwelling is asked how she lives before any housing benefit, which she is not asked", async ({
  page,
}) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("51", "Âge"),
    "Quels revenus": pick("Rien de tout cela"),
    "Quelles aides": pick("RSA"),
    "Comment êtes-vous logé": pick("Sans logement"),
    "Combien recevez-vous d’aide": () => Promise.reject(new Error("asked of who has no dwelling")),
  });
  await result(page);
});
