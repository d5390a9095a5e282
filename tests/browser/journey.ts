import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

/** What a visitor does on a page of questions. */
export type Answer = (main: Locator) => Promise<void>;

/** Picks each of these, by its whole label. */
export const pick =
  (...labels: string[]): Answer =>
  async (main) => {
    for (const label of labels) await main.getByLabel(label, { exact: true }).check();
  };

/** Writes in the line of this label. */
export const write =
  (text: string, label = "Montant"): Answer =>
  async (main) => {
    await main.getByLabel(label, { exact: true }).fill(text);
  };

/** One thing after another. */
export const both =
  (...answers: Answer[]): Answer =>
  async (main) => {
    for (const answer of answers) await answer(main);
  };

/** The same income every month for a year. */
export const everyMonth = (amount: string): Answer =>
  both(pick("Le même montant tous les mois, depuis un an au moins"), write(amount));

/** "I do not know" wherever it is offered. */
export const unknown: Answer = async (main) => {
  for (const choice of await main.getByLabel(/^Je ne sais pas/).all()) await choice.check();
};

/** Answers by the beginning of the page's title; what is not there is not known. */
export type Answers = Record<string, Answer>;

const COMMON: Answers = {
  "Où habitez-vous": pick("En France métropolitaine, Corse comprise"),
  "Vivez-vous en couple": pick("Non"),
  "Combien d’enfants": write("0", "Nombre"),
};

export const ADULT: Answers = {
  "Qu’est-ce qui est vrai": pick("Rien de tout cela"),
  "Votre nationalité": pick("Oui"),
  "La nationalité ou le titre de séjour de votre conjoint": pick("Oui"),
  "Quelles aides": pick("Rien de tout cela"),
  "Votre ligne de téléphone": async (main) => {
    for (const no of await main.getByLabel("Non", { exact: true }).all()) await no.check();
  },
};

/** A visitor without income in November 2014, the month of the union's statement. */
export const NO_INCOME: Answers = {
  "Quel âge avez-vous": write("45", "Âge"),
  "Qu’est-ce qui est vrai": pick("Rien de tout cela"),
  "Votre nationalité": pick("Oui"),
  "Quels revenus": pick("Rien de tout cela"),
  "Quelles aides": pick("RSA"),
  "Comment êtes-vous logé": pick("Locataire d’un logement social (HLM)"),
  "Combien recevez-vous d’aide": write("250"),
  "Votre abonnement": write("29,99"),
};

export const title = (page: Page) => page.locator("main h1");

/** Axe finds nothing to say of the screen, and it fits. */
export async function audit(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await fits(page);
}

/** The screen needs no horizontal scrolling. */
export async function fits(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBe(0);
}

/** Opens the page for a month and presses one of the two entries. */
export async function begin(page: Page, month?: string, entry = "Vérifier mon droit"): Promise<void> {
  await page.goto("./");
  if (month) {
    const [year = "", place = ""] = month.split("-");
    await page.getByLabel("Année").selectOption(year);
    await page.getByLabel("Mois", { exact: true }).selectOption(place);
  }
  await page.getByRole("button", { name: entry }).click();
}

/** Waits until nothing is left to fetch: the count of requests begins then. */
export const whole = (page: Page) => expect(page.locator("[data-requests]")).toHaveText(/^0 requête/);

interface Walk {
  /** Called on every screen once it is shown. */
  each?: (page: Page) => Promise<void>;
}

/** Answers every question until the summary. Returns the titles of the pages seen. */
export async function walk(page: Page, answers: Answers, { each }: Walk = {}): Promise<string[]> {
  const all = Object.entries({ ...COMMON, ...answers });
  const seen: string[] = [];
  for (let pages = 0; pages < 60; pages++) {
    await expect(page.getByRole("button", { name: /^(Continuer|Voir le résultat)$/ }).first()).toBeVisible();
    const text = plain((await title(page).textContent()) ?? "");
    await each?.(page);
    if (text.startsWith("Vérifiez")) return seen;
    seen.push(text);
    const [, answer] = all.find(([begins]) => text.startsWith(begins)) ?? ["", unknown];
    await answer(page.locator("main"));
    await page.getByRole("button", { name: "Continuer" }).click();
    await left(page, text);
  }
  throw new Error(`the questions do not end: ${seen.join(" / ")}`);
}

/** Waits until the page just answered is left; otherwise says what it still asks to correct. */
async function left(page: Page, before: string): Promise<void> {
  await expect(async () => {
    if (plain((await title(page).textContent()) ?? "") !== before) return;
    const errors = await page.locator(".summary-errors").allTextContents();
    expect([before, ...errors], "is still there").toEqual([]);
  }).toPass({ intervals: [20, 30, 50], timeout: 10_000 });
}

/** A text with plain spaces only. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ").trim();

/** From the summary to the result. */
export async function result(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Voir le résultat" }).click();
  await expect(page.getByRole("heading", { name: "Garder, imprimer, demander" })).toBeVisible();
}

/** The card of a regime. */
export const regime = (page: Page, id: string): Locator => page.locator(`[data-regime="${id}"]`);

/** The verdict shown for a regime. */
export const verdict = (page: Page, id: string): Promise<string | null> =>
  regime(page, id).getAttribute("data-verdict");
