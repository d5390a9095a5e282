import { deflateRawSync } from "node:zlib";
import { expect, test } from "./fixtures.ts";
import {
  audit,
  begin,
  fits,
  NO_INCOME,
  pick,
  plain,
  regime,
  result,
  title,
  verdict,
  walk,
  whole,
  write,
} from "./journey.ts";

const packed = (text: string | Buffer) => `v1.${deflateRawSync(text).toString("base64url")}`;

test("English throughout: the language of the page, its title, the engine's sentences", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await audit(page);
  await page.getByRole("button", { name: "Check my right" }).click();
  await page.getByLabel(/metropolitan/).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(title(page)).toHaveText("Do you live as a couple?");
  await expect(page).toHaveTitle(/Do you live as a couple\?/);
  await expect(page.locator(".bar")).toContainText("Statutory list");
  await page.getByRole("button", { name: "Français" }).click();
  await expect(title(page)).toHaveText("Vivez-vous en couple ?");
  await expect(page.locator(".bar")).toContainText("Liste légale");
});

test("the Back button goes back one question, with its answer", async ({ page }) => {
  await begin(page, "2026-11");
  await expect(title(page)).toHaveText("Où habitez-vous ?");
  await pick("Mayotte")(page.locator("main"));
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(title(page)).toHaveText("Vivez-vous en couple ?");
  await expect(title(page)).toBeFocused();
  await page.goBack();
  await expect(title(page)).toHaveText("Où habitez-vous ?");
  await expect(page.getByLabel("Mayotte")).toBeChecked();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Vérifier mon droit" })).toBeVisible();
  await page.goForward();
  await expect(page.getByLabel("Mayotte")).toBeChecked();
});

test("an answer is changed from the summary, and an income that is taken back is asked no more", async ({ page }) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...NO_INCOME,
    "Quels revenus": pick("Salaire net", "Loyers reçus"),
    "Vous : Salaire net": async (main) => {
      await main.getByLabel("Il a commencé ou s’est arrêté il y a moins d’un an").check();
      await write("800 à 900")(main);
      await main.getByLabel("Dernier mois").selectOption({ label: "septembre 2026" });
    },
  });
  const text = async () => plain((await page.locator("main").textContent()) ?? "");
  expect(await text()).toContain("entre 800,00 € et 900,00 € par mois, dernier mois septembre 2026");
  await page.getByRole("button", { name: /Modifier.*Quels revenus/ }).click();
  await page.getByLabel("Loyers reçus").uncheck();
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(title(page)).toHaveText("Vérifiez vos réponses");
  expect(await text()).not.toContain("Loyers reçus, combien");
  await page.getByRole("button", { name: /Modifier.*Vivez-vous en couple/ }).click();
  await pick("Oui, en couple")(page.locator("main"));
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(page.locator(".inset")).toContainText("conjoint");
});

test("another month that makes an answer impossible leads to that answer", async ({ page }) => {
  await begin(page, "2026-11");
  await walk(page, {
    ...NO_INCOME,
    "Combien d’enfants": write("1", "Nombre"),
    "Quel âge a l’enfant": async (main) => {
      await main.getByLabel("Date de naissance").check();
      await write("3", "Jour")(main);
      await write("4", "Mois")(main);
      await write("2025", "Année")(main);
    },
  });
  await page.getByRole("button", { name: /Modifier.*Mois regardé/ }).click();
  await page.getByRole("button", { name: "Novembre 2014" }).click();
  await page.getByRole("button", { name: "Vérifier mon droit" }).click();
  await expect(title(page)).toHaveText("Quel âge a l’enfant ?");
  await expect(page.locator(".notice")).toContainText("après le mois");
  await expect(page.getByLabel("Année", { exact: true })).toHaveValue("2025");
  await page.getByLabel("Année", { exact: true }).fill("2013");
  await page.getByRole("button", { name: "Continuer" }).click();
  await walk(page, NO_INCOME);
  await expect(page.locator("main")).toContainText("3 avril 2013");
});

test("the keyboard alone is enough", async ({ page }) => {
  await page.goto("./");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  const reach = async (name: string | RegExp) => {
    const target = page.getByRole("button", { name });
    for (let presses = 0; presses < 60; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await reach("Vérifier mon droit");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Où habitez-vous ?");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Vivez-vous en couple ?");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Oui, en couple")).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(title(page)).toContainText("Combien d’enfants");
  await page.keyboard.press("Tab");
  await page.keyboard.type("0");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Quel âge avez-vous ?");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".summary-errors")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("50");
  await page.keyboard.press("Enter");
  await expect(title(page)).not.toHaveText("Quel âge avez-vous ?");
  await reach("Revoir mes réponses");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Vérifiez vos réponses");
  await reach("Voir le résultat");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("On ne peut pas encore dire");
  await expect(title(page)).toBeFocused();
  await expect(page).toHaveTitle(/^On ne peut pas encore dire – /);
});

test("who lives there may be unknown: only what holds in every case is said", async ({ page }) => {
  await begin(page, "2014-11");
  await walk(page, {
    ...NO_INCOME,
    "Vivez-vous en couple": pick("Je ne sais pas"),
    "Combien d’enfants": async (main) => {
      await main.getByLabel("Nombre").fill("2");
      await main.getByLabel("Je ne sais pas").check();
      await expect(main.getByLabel("Nombre")).toHaveValue("");
    },
  });
  await result(page);
  // With a partner's wage the refusal is possible; without anybody the right is certain.
  expect(await verdict(page, "R1")).toBe("unknown");
  await regime(page, "R1")
    .getByText(/^Il manque/)
    .click();
  await expect(page.locator("[data-rsa]")).toContainText("tous les cas possibles");
  await regime(page, "R1").getByRole("button", { name: "Combien d’enfants" }).click();
  await write("0", "Nombre")(page.locator("main"));
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  // Back where the answer was missing.
  await expect(page.locator("[data-rsa]")).toBeVisible();
  await page.getByRole("button", { name: "Revoir mes réponses" }).click();
  await page.getByRole("button", { name: /Modifier.*Vivez-vous en couple/ }).click();
  await pick("Non")(page.locator("main"));
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await result(page);
  expect(await verdict(page, "R1")).toBe("eligible");
  await expect(page.locator("[data-rsa]")).not.toContainText("tous les cas possibles");
});

test("aids put on one bill take off what the ones before them left, in the order ticked", async ({ page, context }) => {
  await begin(page, "2014-11");
  await walk(page, NO_INCOME); // 29.99 € a month
  await result(page);
  const card = page.locator("[data-together]");
  await card.locator("> summary").click();
  const bill = async () => plain((await card.locator("dl").textContent()) ?? "");
  await card.getByLabel("RSA entier, socle ou activité (règle proposée ou passée)").check(); // 23 € at most: 6.99 € off
  await card.getByLabel("Offre de base universelle").check(); // 20 € at most: 3 € more
  await expect(card.getByLabel("Offre de base universelle (règle proposée ou passée) (n° 2)")).toBeChecked();
  await expect.poll(bill).toMatch(/29,99 €.*6,99 €.*3,00 €.*20,00 €/s);
  await card.getByLabel(/RSA entier/).uncheck();
  await card.getByLabel(/RSA entier/).check();
  await expect(card.getByLabel("RSA entier, socle ou activité (règle proposée ou passée) (n° 2)")).toBeChecked();
  await expect.poll(bill).toMatch(/29,99 €.*9,99 €.*rien de plus.*20,00 €/s);

  // The sheet, the file and the link keep them.
  await page.getByRole("button", { name: "Créer un lien" }).click();
  await expect(page.getByLabel("Votre lien")).toHaveValue(/#v1\./);
  const other = await context.newPage();
  await other.goto(await page.getByLabel("Votre lien").inputValue());
  await result(other);
  await expect(other.locator("[data-together] dl")).toContainText("rien de plus");
  await page.getByRole("button", { name: "Fiche de résultat à imprimer" }).click();
  await expect(page.locator("pre.request")).toContainText('"together":["R20","R3"]');
  await expect(page.locator(".sheet")).toContainText("rien de plus");
});

test("each control has its name, and a message leads to its control, in Chromium's accessibility tree", async ({
  page,
}) => {
  const tree = () => page.locator("body").ariaSnapshot();
  await begin(page, "2026-11");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByRole("alert", { name: "À corriger" })).toBeFocused();
  await page.getByRole("alert").getByRole("link").click();
  await expect(page.getByRole("radio", { name: "En France métropolitaine, Corse comprise" })).toBeFocused();
  expect(await tree()).toContain('group "Où habitez-vous ?"');
  await expect(page.getByRole("group", { name: "Où habitez-vous ?" })).toHaveAccessibleDescription(
    /Choisissez une réponse/,
  );
  await expect(page.getByRole("complementary", { name: "Pour l’instant" })).toHaveAttribute("aria-live", "polite");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Vivez-vous en couple ?");
  await walk(
    page,
    { ...NO_INCOME, "Combien d’enfants": write("1", "Nombre") },
    {
      each: async (page) => {
        await expect(title(page)).toBeFocused();
        for (const control of await page
          .locator("main")
          .locator("input, select, textarea, button, a")
          .filter({ visible: true })
          .all()) {
          await expect(control).toHaveAccessibleName(/\S/);
        }
      },
    },
  );
});

test("works without a network after the first visit, to the result", async ({ page, context }) => {
  await page.goto("./");
  await whole(page);
  await context.setOffline(true);
  await begin(page, "2014-11");
  await walk(page, NO_INCOME);
  await result(page);
  expect(await verdict(page, "R1")).toBe("eligible");
  // A month that is over: nothing is to be asked for it any more.
  await expect(page.getByText(/^Ce résultat est celui de novembre 2014/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Lettre à imprimer" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "À faire d’abord" })).toHaveCount(0);
  // What a first visit in French did not keep says so; the browser writes to its console what it could not fetch.
  const other = await context.newPage();
  await other.goto("./");
  await other.getByRole("button", { name: "English" }).click();
  await expect(other.getByText(/^Sans réseau, l’anglais n’est pas encore sur cet appareil/)).toBeVisible();
  await other.goto("compare.html");
  await expect(other.getByText(/elle n’a pas encore été gardée sur cet appareil/)).toBeVisible();
  await other.close();
});

test("a link brings back the same answers and the same result", async ({ page, context }) => {
  await begin(page, "2014-11");
  await walk(page, NO_INCOME);
  const answers = await page.locator("main dl").allTextContents();
  await result(page);
  await page.getByRole("button", { name: "Créer un lien" }).click();
  await expect(page.getByLabel("Votre lien")).toHaveValue(/#v1\./);
  const link = await page.getByLabel("Votre lien").inputValue();
  expect(link.length).toBeLessThan(1500);

  const other = await context.newPage();
  await other.goto(link);
  await expect(title(other)).toHaveText("Vérifiez vos réponses");
  await expect(other.locator(".notice")).toHaveText("Les réponses ont été ouvertes. Vérifiez-les.");
  expect(other.url()).not.toContain("#");
  expect(await other.locator("main dl").allTextContents()).toEqual(answers);
  await result(other);
  expect(await verdict(other, "R1")).toBe("eligible");
});

test("a file is saved, opened again, and says so when the rules have changed", async ({ page, context }) => {
  await begin(page, "2014-11");
  await walk(page, NO_INCOME);
  await result(page);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer dans un fichier" }).click();
  const file = await (await saved).createReadStream();
  let text = "";
  for await (const part of file) text += part;
  const kept = JSON.parse(text);
  expect(kept.request.month).toBe("2014-11");
  expect(kept.request.household.internet.price).toBe("29.99");

  const other = await context.newPage();
  const open = async (content: string) => {
    await other.goto("./");
    const buffer = Buffer.from(content);
    await other
      .getByLabel("Ouvrir un fichier enregistré")
      .setInputFiles({ name: "a.json", mimeType: "application/json", buffer });
  };
  kept.ruleset.hash = "0123456789abcdef";
  await open(JSON.stringify(kept));
  await expect(other.locator(".notice")).toContainText("01234567");
  await expect(title(other)).toHaveText("Vérifiez vos réponses");
  await result(other);
  expect(await verdict(other, "R1")).toBe("eligible");

  // What the command line reads is welcome too.
  const bare = await context.newPage();
  await bare.goto("./");
  const buffer = Buffer.from(JSON.stringify(kept.request));
  await bare
    .getByLabel("Ouvrir un fichier enregistré")
    .setInputFiles({ name: "b.json", mimeType: "application/json", buffer });
  await expect(title(bare)).toHaveText("Vérifiez vos réponses");
});

const household = { persons: [{ role: "applicant" }] };
const ours = { tarif_social: 1, ruleset: { version: "0", hash: "0" }, entry: "right", done: [], unknown: [] };
const request = { schema_version: 1, month: "2026-11", household };

for (const [name, fragment, says] of [
  ["a word", "bonjour", "ne vient pas de cette page"],
  ["noise", "v1.AAAA____", "ne vient pas de cette page"],
  ["another structure", packed('{"a":1}'), "ne vient pas de cette page"],
  [
    "a month that is not covered",
    packed(JSON.stringify({ ...ours, request: { ...request, month: "1999-01" } })),
    "ne vient pas",
  ],
  [
    "a household that the engine refuses",
    packed(
      JSON.stringify({
        ...ours,
        request: { ...request, household: { persons: [{ role: "applicant", age: "<img>" }] } },
      }),
    ),
    "ne vient pas",
  ],
  ["a newer version", "v2.AAAA", "version plus récente"],
  ["a newer request", encodeURIComponent(JSON.stringify({ ...request, schema_version: 2 })), "version plus récente"],
  [
    "a day of knowledge",
    encodeURIComponent(JSON.stringify({ ...request, known_on: "2015-01-01" })),
    "la ligne de commande y répond",
  ],
  ["too long", `v1.${"A".repeat(70_000)}`, "trop gros"],
  ["a small link that unfolds into 200 million characters", packed(Buffer.alloc(200_000_000, 32)), "trop gros"],
] as const) {
  test(`a link that is not ours gets a clear message: ${name}`, async ({ page }) => {
    await page.goto(`./#${fragment}`);
    await expect(page.locator(".notice")).toContainText(says);
    await page.getByRole("button", { name: "Vérifier mon droit" }).click();
    await expect(title(page)).toHaveText("Où habitez-vous ?");
  });
}

for (const [name, month, household, heading, says] of [
  [
    "an age that cannot be",
    "2026-11",
    { territory: "metropolitan", persons: [{ role: "applicant", age: 12 }] },
    "Quel âge avez-vous ?",
    "au moins 16 ans",
  ],
  [
    "a place without law that month",
    "2011-05",
    { territory: "mayotte", persons: [{ role: "applicant" }] },
    "Où habitez-vous ?",
    "commencent en 2014-01",
  ],
] as const) {
  test(`a link with ${name} opens where it is to be corrected`, async ({ page }) => {
    await page.goto(`./#${encodeURIComponent(JSON.stringify({ ...request, month, household }))}`);
    await expect(page.locator(".notice")).toContainText(says);
    await expect(title(page)).toHaveText(heading);
  });
}

test("a link does not replace answers unasked", async ({ page }) => {
  const link = (age: number) =>
    `#${encodeURIComponent(
      JSON.stringify({ ...request, household: { territory: "metropolitan", persons: [{ role: "applicant", age }] } }),
    )}`;
  await page.goto(`./${link(40)}`);
  const told = page.getByText("40 ans").first();
  await expect(told).toBeVisible();
  const follow = async (answer: "accept" | "dismiss") => {
    const asked = page.waitForEvent("dialog");
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link(50));
    const dialog = await asked;
    expect(dialog.message()).toContain("Remplacer vos réponses");
    await dialog[answer]();
  };
  await follow("dismiss");
  await expect(told).toBeVisible();
  await follow("accept");
  await expect(page.getByText("50 ans").first()).toBeVisible();
});

test("every screen fits in 320 pixels and in the dark, and prints", async ({ page }) => {
  test.slow(); // axe reads every screen
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("./");
  await audit(page);
  await begin(page, "2026-11", "Faire mon budget");
  await walk(page, { ...NO_INCOME, "Combien d’enfants": write("1", "Nombre") }, { each: fits });
  await audit(page);
  await result(page);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await audit(page);

  await page.getByRole("button", { name: "Fiche de résultat à imprimer" }).click();
  await expect(page.getByText('"schema_version":1')).toBeVisible();
  await audit(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".bar")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Imprimer" })).toBeHidden();
  const sheet = await page.pdf({ tagged: true, format: "A4" });
  expect(sheet.includes("/StructTreeRoot")).toBe(true);
  await page.emulateMedia({ media: "screen" });

  await page.goBack();
  await page.getByRole("button", { name: "Lettre à imprimer" }).click();
  await audit(page);
  await page.getByLabel("Texte de la lettre").fill("Bonjour,\n\nMa lettre.");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".letter")).toHaveText("Bonjour,\n\nMa lettre.");
  await expect(page.getByLabel("Texte de la lettre")).toBeHidden();
});

test("sources and method: every value and regime, to search, on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("method.html");
  const values = page.getByRole("heading", { name: /^Valeurs datées/ });
  await expect(values).toHaveText(/\((\d+) sur \1\)/);
  await audit(page);
  await page.getByLabel("Chercher").fill("montant forfaitaire personne seule");
  await expect(page.locator("[data-name='rsa.montant_de_base']")).toBeVisible();
  await page.locator("[data-name='rsa.montant_de_base'] > summary").click();
  await expect(page.locator("[data-name='rsa.montant_de_base']")).toContainText(/509,30\s€/);
  await page.getByLabel("Chercher").fill("r.20-31");
  await expect(page.locator("[data-name='R5']")).toBeVisible();
  await page.getByLabel("Sûreté de la source").selectOption("press");
  await expect(page.locator("[data-name='R5']")).toHaveCount(0);
  await page.getByRole("button", { name: "English" }).click();
  await expect(title(page)).toHaveText("Sources and method");
  await audit(page);
});

test("without a place, each part that shows amounts says whose they are", async ({ page }) => {
  const person = {
    role: "applicant",
    age: 40,
    student: false,
    on_leave: false,
    residence_condition: true,
    incomes: { complete: true },
  };
  const household = {
    persons: [person],
    benefits: { complete: true },
    housing: { tenure: "tenant", housing_benefit: "250" },
    internet: { price: "30" },
  };
  const open = async (more: object) => {
    const request = { schema_version: 1, month: "2026-11", household: { ...household, ...more } };
    await page.goto("about:blank");
    await page.goto(`./#${encodeURIComponent(JSON.stringify(request))}`);
    await page.getByRole("button", { name: "Voir le résultat" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[data-together]")).toHaveCount(1);
    return page.getByText("Vous n’avez pas dit où vous habitez");
  };
  await expect(await open({})).toHaveCount(3); // the RSA, the aids together, the budget
  await expect(await open({ territory: "metropolitan" })).toHaveCount(0);
});

test("once the law of the day is no longer in the page, it says so", async ({ page }) => {
  const said = page.getByText("Cette page s’arrête aux règles de décembre 2026");
  await page.clock.setFixedTime(new Date("2026-12-31T12:00:00"));
  await page.goto("./");
  await expect(page.getByLabel("Année")).toHaveValue("2026");
  await expect(said).toHaveCount(0);
  await page.clock.setFixedTime(new Date("2027-01-01T12:00:00"));
  await page.goto("method.html");
  await page.goto("./");
  await expect(said).toBeVisible();
  await expect(page.getByLabel("Année")).toHaveValue("2026");
});
