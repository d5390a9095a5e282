import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { begin, NO_INCOME, pick, plain, result, title, walk } from "./journey.ts";

test.use({ bypassCSP: true }); // a screen reader stands outside the page; this one has to be brought inside

const LIBRARY = readFileSync("node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js", "utf8");

/** What a screen reader says of the page from its top, a phrase for each thing. */
async function spoken(page: Page): Promise<string[]> {
  const phrases = await page.evaluate(async (library) => {
    const address = URL.createObjectURL(new Blob([library], { type: "text/javascript" }));
    const { virtual } = await import(address);
    await virtual.start({ container: document.querySelector("body > :not(noscript)") });
    do await virtual.next();
    while (!/^end of (document|contentinfo)$/.test(await virtual.lastSpokenPhrase()));
    const log: string[] = await virtual.spokenPhraseLog();
    await virtual.stop();
    return log;
  }, LIBRARY);
  return phrases.map(plain);
}

/** The phrases are heard one after another, others between them. */
function inOrder(heard: string[], phrases: (string | RegExp)[]): void {
  let from = 0;
  for (const phrase of phrases) {
    const at = heard.findIndex(
      (one, place) => place >= from && (typeof phrase === "string" ? one === phrase : phrase.test(one)),
    );
    expect(at, `${phrase} in\n${heard.slice(from).join("\n")}`).toBeGreaterThanOrEqual(from);
    from = at + 1;
  }
}

test("a screen reader hears the question, its answers, what is to be corrected, and the result", async ({ page }) => {
  await begin(page, "2014-11");
  await expect(title(page)).toHaveText(/^Où habitez-vous/);
  inOrder(await spoken(page), [
    "button, Retour",
    "Partie 1 sur 4 : Votre foyer",
    "group, Où habitez-vous ?",
    "heading, Où habitez-vous ?, level 1",
    /^radio, Mayotte, not checked, position 3, set size 4$/,
    "button, Continuer",
    "complementary, Pour l’instant",
  ]);
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.locator(".summary-errors")).toBeVisible();
  inOrder(await spoken(page), [
    "alert, À corriger",
    /^link, Choisissez une réponse/,
    /^group, Où habitez-vous \?, Choisissez une réponse/,
  ]);
  await walk(page, { ...NO_INCOME, "La nationalité ou le titre de séjour de votre conjoint": pick("Oui") });
  await result(page);
  inOrder(await spoken(page), [
    /^heading, .*, level 1$/,
    "heading, Ce qui existait en novembre 2014, level 2",
    "heading, Label de 2012, RSA socle, level 3",
    "Oui",
    /^heading, Votre budget, level 2$/,
  ]);
});
