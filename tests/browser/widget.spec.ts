import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const folder = new URL("../../www/dist/widget/", import.meta.url);
const [name = ""] = readdirSync(folder);
const [version] = name.split("-");
const script = readFileSync(new URL(`${name}/tarif-social.js`, folder));
const sri = `sha384-${createHash("sha384").update(script).digest("base64")}`;
const hash = `sha256-${createHash("sha256").update(script).digest("base64")}`;
const TAG = '<script charset="utf-8" src="https://tarif.test/widget/tarif-social.js" defer></script>';

/** A page without an icon is asked for one, and its policy may refuse that: it is not the widget's doing. */
const ICON = /\/favicon\.ico/;

interface Host {
  body: string;
  policy?: string;
  style?: string;
  attributes?: string;
  /** The browser says on its console what it refuses. */
  refused?: boolean;
}

/** Opens a page of somebody else with the widget in it; gives every address asked for. */
async function host(page: Page, { body, policy, style, attributes = "", refused }: Host): Promise<string[]> {
  const asked: string[] = [];
  const said = (text: string) => refused || ICON.test(text) || expect.soft(text).toBe("");
  page.on("console", (message) => said(message.text()));
  page.on("pageerror", (error) => said(error.message));
  await page.route("**/*", (route) => {
    const address = route.request().url();
    asked.push(address);
    if (address.endsWith(".js")) {
      const headers = { "access-control-allow-origin": "*" };
      return route.fulfill({ body: script, contentType: "text/javascript", headers });
    }
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      ...(policy ? { headers: { "content-security-policy": policy } } : {}),
      body: `<!doctype html><html lang="fr"${attributes}><head><title>Association</title>${style ? `<style>${style}</style>` : ""}</head><body><main><h1>Association</h1>${body}</main></body></html>`,
    });
  });
  await page.goto("https://association.test/");
  return asked;
}

/** A lone parent with a small wage, a baby, a rent and no benefit. */
async function answer(page: Page) {
  await page.getByLabel("Seul ou en couple").selectOption("Seul");
  await page.getByLabel("Votre âge").fill("34");
  await page
    .getByRole("group", { name: /Êtes-vous élève/ })
    .getByLabel("Non")
    .check();
  await page.getByLabel("Enfants de moins de 3 ans").selectOption("1");
  await page.getByLabel("Enfants de 3 à 13 ans").selectOption("0");
  await page.getByLabel("Enfants de 14 à 24 ans").selectOption("0");
  await page
    .getByRole("group", { name: /Êtes-vous français/ })
    .getByLabel("Oui")
    .check();
  await page
    .getByRole("group", { name: /grossesse/ })
    .getByLabel("Non")
    .check();
  await page
    .getByRole("group", { name: /résidence alternée/ })
    .getByLabel("Non")
    .check();
  await page
    .getByRole("group", { name: /moins de 18 mois/ })
    .getByLabel("Non")
    .check();
  await page.getByLabel(/^Aucune autre :/).check();
  await page.getByLabel("Salaires nets").fill("300");
  await page.getByLabel(/Chômage, retraites/).fill("0");
  await page.getByLabel(/^Livrets d’épargne/).fill("0");
  await page
    .getByRole("group", { name: /logé sans loyer/ })
    .getByLabel("Non")
    .check();
  await page.getByLabel(/Aide au logement/).fill("250");
  await page.getByLabel("Prix de votre internet").fill("34,99");
  await page
    .getByRole("group", { name: /déjà un tarif social/ })
    .getByLabel("Non")
    .check();
}

const verdict = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name }).first();

const WIDGET = '<tarif-social date="2026-11" page="https://tarif.test/"></tarif-social>';
const HOSTS: Record<string, Host> = {
  "no policy": { body: WIDGET + TAG },
  "the strictest policy, by the script's hash": {
    body: `${WIDGET}<script charset="utf-8" src="https://tarif.test/widget/tarif-social.js" integrity="${hash}" crossorigin="anonymous" defer></script>`,
    policy: `default-src 'none'; script-src '${hash}'`,
  },
  "Trusted Types forbidden": {
    body: WIDGET + TAG,
    policy:
      "default-src 'none'; script-src https://tarif.test; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  "everything unset, a tiny root, resets": {
    body: WIDGET + TAG,
    style:
      "* { all: unset !important; color: #f0f !important } html { font-size: 9px !important } head, style { display: none !important }",
  },
  "written from right to left": { body: WIDGET + TAG, attributes: ' dir="rtl"' },
};

for (const [name, settings] of Object.entries(HOSTS)) {
  test(`the widget answers on a page with ${name}`, async ({ page }) => {
    const asked = await host(page, settings);
    await answer(page);
    await expect(verdict(page, "RSA entier")).toContainText("Oui");
    await expect(verdict(page, "RSA entier")).toContainText("11,99 € de moins par mois");
    await expect(page.getByRole("status").first()).toHaveText(
      /^Ce qui existe, hors réduction téléphonique : \d oui, \d non, \d à préciser\nAutres règles : \d oui, \d non, \d à préciser$/,
    );
    const size = await page.getByLabel("Salaires nets").evaluate((input) => getComputedStyle(input).fontSize);
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
    // the page and the script, and nothing else while it is used
    expect(asked.filter((address) => !ICON.test(address))).toHaveLength(2);
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    expect(kept).toEqual(["", 0, 0]);
  });
}

test("the widget leaves nothing in the window", async ({ page }) => {
  await host(page, { body: "<p>before</p>" });
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.unrouteAll();
  await host(page, { body: WIDGET + TAG });
  await expect(page.getByLabel("Votre âge")).toBeVisible();
  const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
});

test("a script that is not the one of the snippet is refused", async ({ page }) => {
  const tag = (integrity: string) =>
    `${WIDGET}<script charset="utf-8" src="https://tarif.test/widget/tarif-social.js" integrity="${integrity}" crossorigin="anonymous" defer></script>`;
  await host(page, { body: tag(sri) });
  await expect(page.getByLabel("Votre âge")).toBeVisible();
  await page.unrouteAll();
  page.removeAllListeners();
  await host(page, { body: tag(`${sri.slice(0, 10)}AAAA${sri.slice(14)}`), refused: true });
  await page.waitForLoadState("load");
  expect(await page.evaluate(() => customElements.get("tarif-social") === undefined)).toBe(true);
});

test("two widgets on one page, in two languages, keep their own answers", async ({ page }) => {
  await host(page, {
    body: `${WIDGET}<tarif-social lang="en" start="button" date="2014-11" regimes="R1 R3"></tarif-social>${TAG}`,
  });
  await page.getByLabel("Votre âge").fill("30");
  await page.getByRole("button", { name: "Check my rights" }).click();
  await expect(page.getByLabel("Your age")).toHaveValue("");
  await expect(page.getByText("Rules of November 2014")).toBeVisible();
  await expect(page.locator("tarif-social").nth(1).locator(".regimes > li")).toHaveCount(2);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByLabel("Your age")).toHaveCount(0);
});

test("a language or a theme that does not exist counts as left out", async ({ page }) => {
  await host(page, {
    body: `<div lang="en"><tarif-social lang="de" theme="wrong" date="2026-11"></tarif-social></div>${TAG}`,
  });
  await expect(page.getByLabel("Your age")).toBeVisible();
  await expect(page.locator("tarif-social").locator("[part=widget]")).toHaveClass("widget");
});

test("an unreadable amount is said beside its field and counts as not known", async ({ page }) => {
  await host(page, { body: WIDGET + TAG });
  await answer(page);
  const field = page.getByLabel("Salaires nets");
  for (const text of ["1e3", "12", "0x10", "34,5", "mille"]) {
    await field.fill(text);
    await page.keyboard.press("Tab");
    await expect(field).toHaveAttribute("aria-invalid", String(!/^[\d,]+$/.test(text)));
  }
  await expect(field).toHaveAccessibleDescription(/Écrivez un montant entre 0 et 100/);
  await expect(verdict(page, "RSA entier")).toContainText("À préciser");
  await verdict(page, "RSA entier").getByRole("button", { name: "Salaires nets" }).click();
  await expect(field).toBeFocused();
});

test("the page hears of the result when the visitor agrees, and of amounts when she agrees to them", async ({
  page,
}) => {
  await host(page, { body: WIDGET + TAG });
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(document, { heard });
    document.addEventListener("tarif-social:result", (event) => heard.push((event as CustomEvent).detail));
  });
  await answer(page);
  const heard = () => page.evaluate(() => (document as unknown as { heard: { regimes: unknown[] }[] }).heard);
  expect(await heard()).toEqual([]);
  await page.getByRole("button", { name: /Transmettre ce résultat/ }).click();
  await expect(page.getByText("Résultat transmis")).toBeVisible();
  expect(await heard()).toEqual([expect.objectContaining({ version, month: "2026-11", territory: "metropolitan" })]);
  expect((await heard())[0]?.regimes).toContainEqual({ id: "R3", verdict: true });
  await page.getByLabel("Prix de votre internet").fill("35");
  await expect(page.getByText("Résultat transmis")).toHaveCount(0);
  await page.getByLabel("Prix de votre internet").fill("34,99");
  await page.getByLabel("avec les montants").check();
  await page.getByRole("button", { name: /Transmettre ce résultat/ }).click();
  expect((await heard())[1]?.regimes).toContainEqual({ id: "R3", verdict: true, saving: [1199, 1199] });
});

for (const [theme, width] of [
  ["light", 280],
  ["dark", 1280],
] as const) {
  test(`no fault of accessibility, nothing wider than its place: ${theme}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await host(page, { body: `<tarif-social theme="${theme}" date="2026-11"></tarif-social>${TAG}` });
    await answer(page);
    const { violations } = await new AxeBuilder({ page }).exclude("h1").analyze();
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const names = await page.locator("tarif-social").ariaSnapshot();
    expect(names).toContain('group "Êtes-vous élève ou étudiant ?"');
    expect(names).toContain('textbox "Salaires nets, revenus d’indépendant"');
    expect(names).toContain("status");
  });
}

test("a button opened with the keyboard leads to what it opened", async ({ page }) => {
  await host(page, { body: `<tarif-social start="button" date="2026-11"></tarif-social>${TAG}` });
  await page.getByRole("button", { name: "Vérifier mes droits" }).press("Enter");
  await expect(page.getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Seul ou en couple")).toBeFocused();
});

test("a month that the rules do not cover is said", async ({ page }) => {
  const uncovered = page.getByText("Les sources ne couvrent pas ce mois");
  await host(page, { body: `<tarif-social date="2031-01"></tarif-social>${TAG}` });
  await expect(uncovered).toBeVisible();
  await expect(page.getByText("Règles de décembre 2026")).toBeVisible();
  await page.evaluate(() => document.querySelector("tarif-social")?.setAttribute("date", "2026-11"));
  await expect(uncovered).toHaveCount(0);
});

test("who cannot have the RSA reads why, and who receives it too", async ({ page }) => {
  await host(page, { body: WIDGET + TAG });
  await answer(page);
  await page
    .getByRole("group", { name: /Êtes-vous français/ })
    .getByLabel("Non")
    .check();
  // Alone with an infant, five years of permit are not asked: the full page asks for a regular stay.
  await expect(verdict(page, "Label de 2012")).toContainText("À préciser");
  await page.getByLabel("Enfants de moins de 3 ans").selectOption("0");
  await expect(verdict(page, "Label de 2012")).toContainText("Conditions du RSA (âge, études, séjour)");
  await page.getByLabel("RSA", { exact: true }).check();
  await expect(verdict(page, "Label de 2012")).toContainText("RSA : Oui");
  await expect(page.getByText(/limite : 0,00/)).toHaveCount(0);
});

test("an offer whose condition was not verified says so", async ({ page }) => {
  await host(page, { body: WIDGET + TAG });
  await expect(verdict(page, "offre d’un opérateur")).toContainText("Condition non vérifiée");
  await expect(page.getByText("Condition non vérifiée")).toHaveCount(1);
});

test("the keyboard alone goes from the first question to the result", async ({ page }) => {
  await host(page, { body: WIDGET + TAG });
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Seul ou en couple")).toBeFocused();
  await page.keyboard.type("S");
  await page.keyboard.press("Tab");
  await page.keyboard.type("34");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp"); // from "Je ne sais pas" to "Non"
  await expect(page.getByRole("group", { name: /Êtes-vous élève/ }).getByLabel("Non")).toBeChecked();
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);
    if (name?.startsWith("Transmettre")) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.getByText("Résultat transmis")).toBeVisible();
});

test("what a host writes wrongly is as if it had not written it", async ({ page }) => {
  const verdicts = page.locator(".regimes > li");
  for (const wrong of ['regimes="R99"', 'date="2014-13"', 'territory="mars"', 'lang="xx" theme="x" start="x"']) {
    await host(page, { body: `<tarif-social ${wrong}></tarif-social>${TAG}` });
    await expect(verdicts).toHaveCount(7);
    await expect(page.getByText(/^Règles de (?!.* 2009)/)).toBeVisible();
  }
  await host(page, { body: `<tarif-social regimes="R1 R99,R6"></tarif-social>${TAG}` });
  await expect(verdicts).toHaveCount(2);
});

test("what exists comes apart from what does not, and each reason says whether it holds", async ({ page }) => {
  await host(page, { body: WIDGET + TAG });
  await answer(page);
  const lists = page.locator(".regimes");
  await expect(page.getByRole("heading", { name: "Ce qui existe" })).toBeVisible();
  await expect(lists.first().locator(":scope > li")).toHaveCount(2);
  await expect(lists.first()).not.toContainText("proposition");
  await expect(lists.last()).not.toContainText("offre d’un opérateur");
  await expect(verdict(page, "Liste légale")).toContainText("Une aide de la liste est reçue : Non");
  // In 2014 the label of 2012 may still be had; the list of 2021 is not there yet.
  await host(page, { body: `<tarif-social date="2014-11"></tarif-social>${TAG}` });
  await expect(lists.first()).toContainText("Label de 2012");
  await expect(lists.first().locator(":scope > li")).toHaveCount(1);
});

test("what has the focus is in sight, text that is touched stays where it is, and a hidden widget is not there", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await host(page, { body: WIDGET + TAG });
  await page.getByLabel("Seul ou en couple").focus();
  for (let press = 0; press < 45; press++) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const root = document.querySelector("tarif-social")?.shadowRoot;
      const bar = root?.querySelector(".interim")?.getBoundingClientRect();
      const box = root?.activeElement?.getBoundingClientRect();
      const above = root?.activeElement && root.querySelector(".interim")?.compareDocumentPosition(root.activeElement);
      return bar && box && above === Node.DOCUMENT_POSITION_PRECEDING && box.bottom > bar.top + 1;
    });
    expect(covered, `press ${press}`).toBeFalsy();
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const before = await page.evaluate(() => scrollY);
  await page.locator(".regimes .verdict").last().click();
  await expect(page.getByLabel("Seul ou en couple")).not.toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(before);
  await page.evaluate(() => document.querySelector("tarif-social")?.toggleAttribute("hidden"));
  await expect(page.locator("tarif-social")).toBeHidden();
});

test("a dark widget is printed black on white", { tag: "@print" }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  await host(page, { body: `<tarif-social theme="dark"></tarif-social>${TAG}` });
  const widget = page.locator(".widget");
  await expect(widget).toHaveCSS("color", "rgb(29, 36, 38)");
  await page.emulateMedia({ media: "screen" });
  await expect(widget).toHaveCSS("color", "rgb(236, 234, 228)");
});

test("the full page opens in the widget's language, and asks no amount again where there is none", async ({
  page,
  baseURL,
}) => {
  await host(page, { body: `<tarif-social lang="en" date="2026-11" page="https://tarif.test/"></tarif-social>${TAG}` });
  await page.getByLabel("Alone or as a couple").selectOption({ label: "As a couple" });
  await page.getByLabel(/Net wages/).fill("0");
  const link = await page.getByRole("link", { name: /Open the full page/ }).getAttribute("href");
  await page.unrouteAll();
  await page.goto(`${baseURL}${link?.slice("https://tarif.test/".length)}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByText("The answers were opened")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByText("€0.00")).toHaveCount(2);
});

test("the full page opens with the answers", async ({ page, baseURL }) => {
  await host(page, { body: WIDGET + TAG });
  await answer(page);
  const link = await page.getByRole("link", { name: /Ouvrir la page complète/ }).getAttribute("href");
  await page.unrouteAll();
  expect(link).toMatch(/^https:\/\/tarif\.test\/#/);
  await page.goto(`${baseURL}${link?.slice("https://tarif.test/".length)}`);
  await expect(page.getByText("34 ans").first()).toBeVisible();
  await expect(page.getByText(/avec d’autres règles/)).toHaveCount(0);
  await expect(page.getByText("300,00 €").first()).toBeVisible();
  await expect(page.getByText("250,00 €").first()).toBeVisible();
  await expect(page.getByText(/je ne sais pas/)).toHaveCount(0);
});

test("so many children or more is not told as so many", async ({ page }) => {
  await host(page, { body: WIDGET + TAG });
  await answer(page);
  await page.getByLabel("Prix de votre internet").fill("35");
  const children = page.getByLabel("Enfants de 3 à 13 ans");
  await children.selectOption("6");
  await children.selectOption({ label: "7 +" });
  await expect(children).toHaveValue("7");
  const link = await page.getByRole("link", { name: /Ouvrir la page complète/ }).getAttribute("href");
  const { household } = JSON.parse(decodeURIComponent(link?.split("#")[1] ?? ""));
  expect(household.children_not_known).toBe(true);
  expect(household.territory).toBeUndefined();
});

test("what a rule is depends on the month", async ({ page }) => {
  const dated = (date: string) => `<tarif-social lang="fr" date="${date}" territory="overseas"></tarif-social>${TAG}`;
  await host(page, { body: dated("2012-06") });
  const status = (id: string) => page.locator("li", { hasText: id }).locator(".status").first();
  await expect(status("Label de 2012, RSA socle")).toHaveText("");
  await expect(status("Offre commerciale au quotient familial")).toHaveText(" (n’existait pas encore)");
  await expect(page.getByText("Règles de juin 2012 outre-mer.")).toBeVisible();
});
