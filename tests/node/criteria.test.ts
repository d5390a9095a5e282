import { expect, test } from "vitest";
import { lab as en } from "../../www/src/lab/compare-words.en.ts";
import { lab as fr } from "../../www/src/lab/compare-words.fr.ts";
import { limit } from "../../www/src/lab/criteria.ts";
import type { Limit } from "../../www/src/lab/protocol.ts";

// Each kind of limit, in both languages: nothing of it is left out.
test.each([
  [{ euros: { amount: "700", per: "month" } }, "700 € par mois", "700 € a month"],
  [
    { scale: { first: "573", further: "201", counting: "further_persons", per: "month" } },
    "573 € par mois, plus 201 par personne de plus",
    "573 € a month, plus 201 for each further person",
  ],
  [
    { scale: { first: "1124.40", further: "562.20", counting: "persons_without_income", per: "month" } },
    "1 124,4 € par mois, plus 562,2 par personne sans revenu",
    "1,124.4 € a month, plus 562.2 for each person without income",
  ],
] as [Limit, string, string][])("%o is told whole", (told, french, english) => {
  expect(limit(told, fr, "fr").replace(/[\u00a0\u202f]/g, " ")).toBe(french);
  expect(limit(told, en, "en")).toBe(english);
});
