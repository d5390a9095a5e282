import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  ADULT,
  type Answers,
  audit,
  begin,
  both,
  everyMonth,
  pick,
  plain,
  regime,
  result,
  title,
  verdict,
  walk,
  write,
} from "./journey.ts";

const NO_CHILD_INCOME: Answers = { "Lesquels de vos enfants": pick("Aucun"), "Quels enfants vivent": pick("Aucun") };

const LONE_PARENT: Answers = {
  ...ADULT,
  ...NO_CHILD_INCOME,
  "Combien d’enfants": write("1", "Nombre"),
  "Quel âge avez-vous": write("29", "Âge"),
  "Comment êtes-vous logé": pick("Locataire d’un logement social (HLM)"),
  "Combien recevez-vous d’aide": write("300"),
};

test("a couple in 2012, he works four days a week: RSA activité, refused by the label, entitled under R3", async ({
  page,
}) => {
  await begin(page, "2012-06");
  await walk(page, {
    ...ADULT,
    "Vivez-vous en couple": pick("Oui, en couple"),
    "Quel âge avez-vous": write("34", "Âge"),
    "Quel âge a votre conjoint": write("33", "Âge"),
    "Quels revenus recevez-vous": pick("Salaire net"),
    "Quels revenus reçoit": pick("Rien de tout cela"),
    "Vous : Salaire net": everyMonth("980"),
    "Quelles aides": pick("RSA"),
    "Comment êtes-vous logé": pick("Locataire d’un logement vide, chez un particulier ou une société"),
    "Combien recevez-vous d’aide au logement": write("280"),
    "Votre abonnement internet": write("34,90"),
    "Votre immeuble": pick("Non"),
  });
  await result(page);
  await expect(title(page)).toHaveText("Non, pas avec les règles de ce mois");
  expect(await verdict(page, "R1")).toBe("not_eligible");
  expect(await verdict(page, "R3")).toBe("eligible");
  await expect(page.locator("[data-rsa]")).toHaveAttribute("data-rsa", "activite_only");
  // 980 + 113.98 of flat housing, above 712.40 (guaranteed amount of a couple in 2012) by 381.58.
  expect(plain((await regime(page, "R1").textContent()) ?? "")).toContain("381,58 €");
  await regime(page, "R3").locator("> summary").click();
  expect(plain((await regime(page, "R3").textContent()) ?? "")).toContain("11,90 € par mois, 142,80 € par an");
  await audit(page);
});

test("a single person without income today is told to claim the RSA first", async ({ page }) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("41", "Âge"),
    "Quels revenus": pick("Rien de tout cela"),
    "Comment êtes-vous logé": pick("Logé chez quelqu’un, en partageant les frais"),
    "Combien recevez-vous d’aide": write("0"),
    "Votre abonnement": write("29.99"),
    "Votre dernier avis": both(write("0", "Montant"), write("1", "Parts")),
  });
  await result(page);
  await expect(page.getByRole("heading", { name: "À faire d’abord" })).toBeVisible();
  await expect(page.locator(".first")).toContainText("RSA");
  expect(await verdict(page, "R5")).toBe("eligible");
  expect(await verdict(page, "R1")).toBe("eligible");
  await audit(page);
  await page.getByRole("button", { name: "Lettre à imprimer" }).click();
  await expect(title(page)).toHaveText("Votre lettre");
  await expect(page.getByLabel("Texte de la lettre")).toHaveValue(/^La CAF ou la MSA$[\s\S]*première demande, RSA$/m);
  await audit(page);
});

test("a lone parent with a child under three and a part-time wage", async ({ page }) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...LONE_PARENT,
    "Quel âge a l’enfant": async (main) => {
      await main.getByLabel("Date de naissance").check();
      await write("3", "Jour")(main);
      await write("4", "Mois")(main);
      await write("2025", "Année")(main);
    },
    "Êtes-vous seul": pick("Non"),
    "Quels revenus recevez-vous": pick("Salaire net"),
    "Vous : Salaire net": everyMonth("620"),
    "Quelles aides": pick("RSA", "Prime d’activité"),
    "Votre abonnement": write("39,99"),
    "Quel est votre quotient": write("410"),
    "Votre dernier avis": both(write("6 900", "Montant"), write("2", "Parts")),
  });
  await result(page);
  for (const id of ["R1", "R3", "R5", "R6"]) expect(await verdict(page, id)).toBe("eligible");
  expect(await verdict(page, "R11")).toBe("eligible");
  expect(plain((await regime(page, "R11").textContent()) ?? "")).toContain("24,00 € par mois, 288,00 € par an");
  await audit(page);
});

test("a lone parent with a permit of two years has the RSA, with a regular stay", async ({ page }) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...LONE_PARENT,
    "Quel âge a l’enfant": write("1", "Âge"),
    "Votre nationalité": pick("Non"),
    "Avez-vous un titre de séjour en cours": pick("Oui"),
    "Quels revenus recevez-vous": pick("Rien de tout cela"),
    "Votre abonnement": write("0"),
  });
  await result(page);
  for (const id of ["R1", "R3"]) expect(await verdict(page, id)).toBe("eligible");
  // Nothing is paid for the internet yet: the tariff has its price, and saves nothing.
  const label = plain((await regime(page, "R1").textContent()) ?? "");
  expect(label).toContain("23,00 € par mois");
  expect(label).not.toContain("Économie");
});

test("a poor worker with a family quotient of 650 has the commercial offer, not the others", async ({ page }) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("45", "Âge"),
    "Quels revenus recevez-vous": pick("Salaire net"),
    "Vous : Salaire net": everyMonth("1 250"),
    "Comment êtes-vous logé": pick("Locataire d’un logement vide, chez un particulier ou une société"),
    "Combien recevez-vous d’aide": write("90"),
    "Votre abonnement": write("44,99"),
    "Quel est votre quotient": write("650"),
    "Votre dernier avis": both(write("13500", "Montant"), write("1", "Parts")),
  });
  await result(page);
  await expect(title(page)).toHaveText("Peut-être : demandez pour savoir");
  await expect(regime(page, "R11").getByText("Condition non vérifiée")).toBeVisible();
  expect(await verdict(page, "R11")).toBe("eligible");
  expect(await verdict(page, "R1")).toBe("not_eligible");
  expect(plain((await regime(page, "R11").textContent()) ?? "")).toContain("29,00 € par mois");
});

test("who may have the health cover is told to claim it, and writes in French whatever the page speaks", async ({
  page,
}) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("41", "Âge"),
    "Quels revenus recevez-vous": pick("Salaire net"),
    "Vous : Salaire net": everyMonth("760"),
    "Comment êtes-vous logé": pick("Locataire d’un logement social (HLM)"),
    "Combien recevez-vous d’aide": write("150"),
    "Votre abonnement": write("35,99"),
    "Quel est votre quotient": write("500"),
  });
  await result(page);
  const first = page.locator(".first");
  await expect(first).toContainText("Demandez la complémentaire santé solidaire");
  await audit(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(first).toContainText("Claim the complementary health cover");
  await page.getByRole("button", { name: "Letter to print" }).click();
  const letter = page.getByLabel("Text of the letter");
  await page.getByRole("radio", { name: /Offre commerciale/ }).check();
  await expect(letter).toHaveValue(/Je paie aujourd’hui 35,99\s€ par mois\./);
  await letter.fill("Madame,");
  await page.getByRole("button", { name: "Back to the result" }).click();
  await page.getByRole("button", { name: "Letter to print" }).click();
  await page.getByRole("radio", { name: /Offre commerciale/ }).check();
  await expect(letter).toHaveValue("Madame,");

  // What is to claim first has its letter, and no letter reads incomes out.
  await page.getByRole("radio", { name: "Demande à faire d’abord : la complémentaire santé solidaire" }).check();
  await expect(letter).toHaveValue(/L’Assurance maladie[\s\S]*Je demande la complémentaire santé solidaire\./);
  for (const other of await page.getByRole("radio").all()) {
    await other.check();
    await expect(letter).not.toHaveValue(/ressources|Vous remplissez|700,00/);
  }
  await page.getByRole("button", { name: "Back to the result" }).click();

  // With other answers the letter is another: what was written in the former one does not stay over them.
  await page.getByRole("button", { name: "See my answers" }).click();
  await page.getByRole("button", { name: /^Change.*Your internet access/ }).click();
  await page.getByLabel("Amount", { exact: true }).fill("36.99");
  await page.getByRole("button", { name: "Save the answer" }).click();
  await page.getByRole("button", { name: "See the result" }).click();
  await page.getByRole("button", { name: "Letter to print" }).click();
  await page.getByRole("radio", { name: /Offre commerciale/ }).check();
  await expect(letter).toHaveValue(/Je paie aujourd’hui 36,99\s€ par mois\./);
  await page.getByRole("button", { name: "Back to the result" }).click();
  await page.getByRole("button", { name: "Result sheet to print" }).click();
  await expect(page.locator(".sheet .first")).toContainText("Claim the complementary health cover");
});

test("a letter says nothing of a price that is not known", async ({ page }) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("41", "Âge"),
    "Quels revenus": pick("Rien de tout cela"),
    "Quel est votre quotient": write("500"),
  });
  await result(page);
  expect(await verdict(page, "R11")).toBe("eligible");
  await page.getByRole("button", { name: "Lettre à imprimer" }).click();
  await page.getByRole("radio", { name: /Offre commerciale/ }).check();
  const letter = page.getByLabel("Texte de la lettre");
  await expect(letter).toHaveValue(/Coup de pouce Internet/);
  await expect(letter).not.toHaveValue(/Je paie|pas encore connu/);
});

test("an income that began or stopped says when, and a child of 25 is not one of the children", async ({ page }) => {
  await begin(page, "2026-11");
  const there = new Error("there");
  const until = async (begins: string, answers: Answers) =>
    expect(walk(page, { ...ADULT, ...answers, [begins]: () => Promise.reject(there) })).rejects.toBe(there);
  const errors = page.locator(".summary-errors li");
  const next = page.getByRole("button", { name: "Continuer" });
  await until("Quel âge a l’enfant", {
    "Combien d’enfants": write("1", "Nombre"),
    "Quel âge avez-vous": write("50", "Âge"),
  });
  await page.getByLabel("Âge").fill("40 ans");
  await next.click();
  await expect(errors).toHaveText(/À 25 ans et plus/);
  await page.getByLabel("Âge").fill("9 ans");
  await next.click();
  await until("Vous : Salaire net", { ...NO_CHILD_INCOME, "Quels revenus recevez-vous": pick("Salaire net") });
  await page.getByLabel("Il a commencé ou s’est arrêté").check();
  await page.getByRole("textbox", { name: "Montant" }).fill("1 900");
  await next.click();
  await expect(errors).toHaveText(/Dites quand il a commencé/);
  await page.getByLabel("Premier mois").selectOption("2026-08");
  await next.click();
  await expect(title(page)).not.toHaveText(/Salaire net/);
});

test("a pensioner on ASPA with an expensive bill makes her budget", async ({ page }) => {
  await begin(page, "2026-11", "Faire mon budget");
  const nothingElse: Answers[string] = pick("Je ne les paie pas");
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("71", "Âge"),
    "Quels revenus recevez-vous": pick("Retraite", "ASPA"),
    "Vous : Retraite": everyMonth("500"),
    "Vous : ASPA": everyMonth("543,59"),
    "Comment êtes-vous logé": pick("Locataire d’un logement social (HLM)"),
    "Combien recevez-vous d’aide": write("210"),
    "Votre abonnement": write("54,99"),
    "Quel est votre quotient": write("540"),
    "Votre dernier avis": both(write("6 000", "Montant"), write("1", "Parts")),
    "Vos dépenses de logement": both(write("410", "Loyer sans les charges"), nothingElse),
    "Vos dépenses d’énergie": both(write("70 à 80", "Électricité"), nothingElse),
    "Vos dépenses de transport": both(write("12", "Transports en commun"), nothingElse),
    "Vos dépenses de téléphone": both(write("8,99", "Téléphones mobiles"), nothingElse),
    "Vos assurances": both(write("180", "Assurance du logement"), nothingElse),
  });
  await result(page);
  expect(await verdict(page, "R5")).toBe("eligible");
  const budget = page.locator(".budget");
  await expect(budget.getByRole("table").first()).toContainText("Insee");
  const text = plain((await budget.textContent()) ?? "");
  // Housing 410 − 210, energy 70 to 80, transport 12, internet 54.99 and mobile 8.99.
  expect(text).toContain("entre 345,98 € et 355,98 €");
  expect(text).toContain("Revenu disponible du mois : 1 253,59 €"); // 500 + 543.59 + 210
  expect(text).toContain("moyennes");
  expect(text).not.toMatch(/normal/);
  await audit(page);
});

test("somebody who does not know about money: nothing is guessed", async ({ page }) => {
  test.slow(); // axe reads every screen
  await begin(page, "2026-11");
  const seen = await walk(page, { "Quel âge avez-vous": write("50", "Âge") }, { each: audit });
  expect(new Set(seen).size).toBe(seen.length);
  await expect(page.locator("main")).toContainText("je ne sais pas");
  await audit(page);
  await result(page);
  await expect(title(page)).toHaveText("On ne peut pas encore dire");
  for (const id of ["R2", "R5", "R11"]) expect(await verdict(page, id)).toBe("unknown");
  expect(await verdict(page, "R20")).toBe("eligible");
  await regime(page, "R11")
    .getByText(/^Il manque/)
    .click();
  await expect(regime(page, "R11").getByRole("button", { name: /quotient familial/ })).toBeVisible();
  await audit(page);
});

test("absurd answers are refused all at once, and nothing typed is lost", async ({ page }) => {
  await begin(page, "2026-11");
  const next = page.getByRole("button", { name: "Continuer" });
  const errors = page.locator(".summary-errors li");
  await next.click();
  await expect(errors).toHaveCount(1);
  await expect(page.locator(".summary-errors")).toBeFocused();
  await pick("En France métropolitaine, Corse comprise")(page.locator("main"));
  await next.click();
  await pick("Non")(page.locator("main"));
  await next.click();
  for (const absurd of ["", "-1", "99", "deux"]) {
    await page.getByLabel("Nombre").fill(absurd);
    await next.click();
    await expect(errors).toHaveCount(1);
    await expect(page.getByLabel("Nombre")).toHaveValue(absurd);
  }
  await page.getByLabel("Nombre").fill("2");
  await next.click();
  await expect(title(page)).toHaveText("Quel âge avez-vous ?");
  await page.getByLabel("Âge", { exact: true }).fill("340");
  await next.click();
  await expect(errors).toContainText(/entre 0 et 120/);
  await expect(page.getByLabel("Âge", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await errors.getByRole("link").click();
  await expect(page.getByLabel("Âge", { exact: true })).toBeFocused();
  await page.getByLabel("Âge", { exact: true }).fill("3");
  await next.click();
  await expect(errors).toContainText(/au moins 16 ans/);
  await page.getByLabel("Âge", { exact: true }).fill("40");
  await next.click();

  // Two children: a day that does not exist and an age that cannot be, both told at once.
  await expect(title(page)).toHaveText("Quel âge ont les enfants ?");
  const [first, second] = [
    page.getByRole("group", { name: "Enfant 1" }),
    page.getByRole("group", { name: "Enfant 2" }),
  ];
  await first.getByLabel("Date de naissance").check();
  await first.getByLabel("Jour").fill("31");
  await first.getByLabel("Mois").fill("2");
  await first.getByLabel("Année", { exact: true }).fill("2020");
  await second.getByLabel("Âge", { exact: true }).fill("-4");
  await next.click();
  await expect(errors).toHaveCount(2);
  await expect(first.getByLabel("Jour")).toHaveValue("31");
  await expect(second.getByLabel("Âge", { exact: true })).toHaveValue("-4");
  await audit(page);

  // What was typed is still there after going elsewhere and back.
  await page.getByRole("button", { name: "Revoir mes réponses" }).click();
  await expect(title(page)).toHaveText("Vérifiez vos réponses");
  await page.goBack();
  await expect(first.getByLabel("Jour")).toHaveValue("31");
});

test("absurd amounts are refused with the accepted range", async ({ page }) => {
  await begin(page, "2026-11");
  const next = page.getByRole("button", { name: "Continuer" });
  const errors = page.locator(".summary-errors li");
  const stop = new Error("there");
  const walked = walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("40", "Âge"),
    "Votre abonnement": () => Promise.reject(stop),
  });
  await expect(walked).rejects.toBe(stop);
  const price = page.getByLabel("Montant", { exact: true });
  for (const absurd of ["abc", "-5", "12,345", "1e9", "999999999999", "1,234.56", "٣٤", "<b>1</b>"]) {
    await price.fill(absurd);
    await next.click();
    await expect(errors).toHaveCount(1);
    await expect(price).toHaveValue(absurd);
  }
  await page.getByLabel("À peu près : entre deux montants").check();
  await page.getByLabel("Au moins").fill("90");
  await page.getByLabel("Au plus").fill("20");
  await page
    .getByRole("group", { name: /Fin de l’engagement/ })
    .getByLabel("Jour")
    .fill("32");
  await next.click();
  await expect(errors).toHaveCount(2);
  await page.getByLabel("Je connais le montant").check();
  await page
    .getByRole("group", { name: /Fin de l’engagement/ })
    .getByLabel("Jour")
    .fill("");
  for (const [typed, shown] of [
    ["1 234,56", "1 234,56 €"],
    ["1234.56", "1 234,56 €"],
    ["1\u202f234,5", "1 234,50 €"],
    ["1\u00a0234", "1 234,00 €"],
    ["30 €", "30,00 €"],
  ] as const) {
    await price.fill(typed);
    await page.getByRole("button", { name: /^(Continuer|Enregistrer)/ }).click();
    await expect(title(page)).not.toHaveText("Votre abonnement internet à la maison");
    const summary = page.getByRole("heading", { name: "Vérifiez vos réponses" });
    if (!(await summary.isVisible())) await page.getByRole("button", { name: "Revoir mes réponses" }).click();
    await expect(summary).toBeVisible();
    expect(plain((await page.locator("main").textContent()) ?? "")).toContain(`Prix de l’abonnement : ${shown}`);
    await page.getByRole("button", { name: /Modifier.*Votre abonnement/ }).click();
  }
});

const change = async (page: Page, question: RegExp) => {
  await page.getByRole("button", { name: /Revoir mes réponses/ }).click();
  await page.getByRole("button", { name: question }).click();
};

/** Incomes that do not have it do not untick it: saved again unchanged, the list changes nothing. */
test("a benefit that was ticked stays told and ticked", async ({ page }) => {
  await begin(page);
  await walk(page, {
    ...ADULT,
    "Quel âge avez-vous": write("71", "Âge"),
    "Quels revenus": pick("Retraite"),
    "Vous : Retraite": everyMonth("1043"),
    "Quelles aides": pick("ASPA"),
    "Comment êtes-vous logé": pick("Locataire d’un logement social (HLM)"),
    "Combien recevez-vous d’aide": write("250"),
    "Votre abonnement": write("29,99"),
  });
  await result(page);
  const before = await verdict(page, "R5");
  await change(page, /Modifier.*Quelles aides recevez-vous/);
  await expect(page.getByLabel("ASPA", { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(page.locator("main")).toContainText(/Quelles aides recevez-vous.*ASPA/s);
  await result(page);
  expect(await verdict(page, "R5")).toBe(before);
});

/** What was said of all the children at once is asked again when there is one more. */
test("one more child is asked about", async ({ page }) => {
  await begin(page);
  await walk(page, {
    ...LONE_PARENT,
    "Quel âge a l’enfant": write("10", "Âge"),
    "Quels revenus": pick("Rien de tout cela"),
    "Votre abonnement": write("29,99"),
  });
  await result(page);
  await change(page, /Modifier.*Combien d’enfants/);
  await page.getByLabel("Nombre").fill("2");
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await page.getByRole("button", { name: /^Quel âge ont les enfants/ }).click();
  for (const age of await page.getByLabel("Âge").all()) await age.fill("10");
  const asked = page.getByRole("group", { name: /Lesquels de vos enfants/ });
  for (let pages = 0; pages < 8 && !(await asked.isVisible()); pages++) {
    const unknown = page.getByLabel("Je ne sais pas").first();
    if (await unknown.isVisible()) await unknown.check();
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.waitForTimeout(300); // the next question, whichever it is
  }
  await expect(asked).toBeVisible();
  for (const child of await asked.getByRole("checkbox").all()) await expect(child).not.toBeChecked();
});
