import { expect, test } from "./fixtures.ts";
import {
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

const ADULT: Answers = {
  "Qu’est-ce qui est vrai": pick("Rien de tout cela"),
  "Votre nationalité": pick("Oui"),
  "La nationalité ou le titre de séjour de votre conjoint": pick("Oui"),
  "Quelles aides": pick("Rien de tout cela"),
  "Votre ligne de téléphone": async (main) => {
    for (const no of await main.getByLabel("Non", { exact: true }).all()) await no.check();
  },
};

const NO_CHILD_INCOME: Answers = { "Lesquels de vos enfants": pick("Aucun"), "Quels enfants vivent": pick("Aucun") };

const LONE_PARENT: Answers = {
  ...ADULT,
  ...NO_CHILD_INCOME,
  "Combien d’enfants": write("1", "Nombre"),
  "Quel âge avez-vous": write("29", "Âge"),
  "Comment êtes-vous logé": pick("Locataire d’un logement social (HLM)"),
  "Combien recevez-vous d’aide": write("300"),
};

for (const width of [390, 1280]) test(`look ${width}`, async ({ page }) => {
  await page.setViewportSize({ width, height: 900 });
  await begin(page, "2026-11");
  await walk(page, {
    ...ADULT,
    "Combien d’enfants": write("2", "Nombre"),
    "Quel âge avez-vous": write("34", "Âge"),
    "Quel âge ont les enfants": async (p: any) => { const a = p.getByLabel("Âge"); await a.nth(0).fill("9"); await a.nth(1).fill("6 ans"); await p.getByRole("button", { name: "Continuer" }).click(); },
    "Quels revenus recevez-vous": pick("Salaire net"),
    "Vous : Salaire net": everyMonth("700"),
    "Quels revenus": pick("Rien de tout cela"),
    "Comment êtes-vous logé": pick("Locataire d’un logement social (HLM)"),
    "Combien recevez-vous d’aide au logement": write("320"),
    "Votre abonnement internet": write("35,99"),
    "Quel est votre quotient": pick("Je ne sais pas"),
  });
  await result(page);
  await page.screenshot({ path: `/tmp/shots/r${width}.png`, fullPage: true });
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForTimeout(800);
  await page.getByRole("button", { name: "Letter to print" }).click();
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `/tmp/shots/l${width}.png`, fullPage: true });
});
