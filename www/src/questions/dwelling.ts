import { LATER } from "../strings/areas.ts";
import type { Line } from "../strings/later.fr.ts";
import { amount } from "./fields/amount.tsx";
import { choice, yesNo } from "./fields/choice.tsx";
import { optionalDay } from "./fields/day.tsx";
import { lines } from "./fields/lines.tsx";
import { text } from "./fields/text.tsx";
import { type About, type Page, page, persons } from "./page.ts";

/** The dwelling and the internet access. */
export function dwelling({ voice, budget, priced, words: { age } }: About): Page[] {
  const words = LATER[voice.language];
  const stage = 2;
  const { perMonth } = voice.flow.controls;
  return [
    page(
      { id: "tenure", stage, asks: ["tenure"], always: budget },
      choice(voice, {
        path: "housing.tenure",
        legend: words.tenure.title,
        options: Object.entries(words.tenure.options),
      }),
    ),
    page(
      { id: "housing_benefit", stage, asks: ["housing_benefit"], always: budget },
      amount(voice, {
        path: "housing.housing_benefit",
        legend: words.housing_benefit.title,
        hint: words.housing_benefit.hint,
        suffix: perMonth,
      }),
    ),
    {
      id: "internet",
      stage,
      title: words.internet.title,
      asks: ["internet_price"],
      always: budget || priced,
      fields: [
        amount(voice, {
          path: "internet.price",
          legend: words.internet.price,
          hint: words.internet.hint,
          suffix: perMonth,
        }),
        text(voice, { path: "internet.operator", legend: words.internet.operator }),
        optionalDay(voice, {
          path: "internet.commitment_end",
          legend: words.internet.commitment,
          hint: words.internet.commitmentHint,
          message: age.day,
        }),
      ],
    },
    page(
      { id: "cable", stage, asks: ["collective_cable"] },
      yesNo(voice, { path: "housing.collective_cable", legend: words.cable.title, hint: words.cable.hint }),
    ),
    {
      id: "line",
      stage,
      title: words.line.title,
      asks: ["fixed_line", "social_line"],
      fields: [
        yesNo(voice, { path: "housing.fixed_line", legend: words.line.fixed }),
        yesNo(voice, { path: "housing.social_line", legend: words.line.social }),
      ],
    },
  ];
}

/** What stands on papers that not everybody has at hand. */
export function papers({ household, voice, month, budget, incomeOpen }: About): Page[] {
  const words = LATER[voice.language];
  const stage = 3;
  const { perMonth, perYear } = voice.flow.controls;
  const family = Object.entries(words.family_benefits.options);
  const before = words.year_before_last;
  return [
    {
      id: "family_benefits",
      stage,
      title: words.family_benefits.title,
      hint: words.family_benefits.hint,
      asks: family.map(([name]) => name),
      fields: family.map(([name, legend]) => amount(voice, { path: `family.${name}`, legend, suffix: perMonth })),
    },
    {
      id: "year_before_last",
      stage,
      title: before.title(Number(month.slice(0, 4)) - 2),
      hint: before.hint,
      asks: ["resources_n2", "dual_earner_n2"],
      fields: [
        amount(voice, {
          path: "family.resources_n2",
          legend: before.resources,
          hint: before.resourcesHint,
          suffix: perYear,
        }),
        ...(household.partner_not_known || persons(household).some(({ role }) => role === "partner")
          ? [yesNo(voice, { path: "family.dual_earner_n2", legend: before.dual })]
          : []),
      ],
    },
    {
      id: "tax",
      stage,
      title: words.tax.title,
      hint: words.tax.hint,
      asks: ["rfr", "parts"],
      fields: [
        amount(voice, { path: "tax.rfr", legend: words.tax.rfr, hint: words.tax.rfrHint, suffix: perYear }),
        amount(voice, {
          path: "tax.parts",
          legend: words.tax.parts,
          hint: words.tax.partsHint,
          label: words.tax.partsLabel,
          plain: true,
        }),
      ],
    },
    page(
      { id: "quotient", stage, asks: ["quotient_familial_caf"] },
      amount(voice, {
        path: "quotient_familial_caf",
        legend: words.quotient.title,
        hint: words.quotient.hint,
        suffix: voice.flow.controls.euros,
      }),
    ),
    page(
      { id: "disposable", stage, asks: ["disposable_income"], always: budget && incomeOpen },
      amount(voice, {
        path: "disposable_income",
        legend: words.disposable.title,
        hint: words.disposable.hint,
        suffix: perMonth,
      }),
    ),
  ];
}

/** The lines of spending by family. */
const POSTS: Record<string, Line[]> = {
  housing: ["rent", "charges", "water", "loan_instalment", "property_tax"],
  energy: ["electricity", "gas", "other_heating"],
  transport: ["motor_fuel", "vehicle_upkeep", "public_transport"],
  communication: ["mobile", "landline", "television"],
  other: [
    "home_insurance",
    "health_insurance",
    "vehicle_insurance",
    "other_insurance",
    "canteen",
    "school_fees",
    "bank",
  ],
};

/** The lines of the budget. */
export function spending({ voice, budget }: About): Page[] {
  const words = LATER[voice.language];
  return Object.entries(POSTS).map(([id, posts]) => {
    const field = lines(voice, { id, posts, words: words.spending });
    return {
      id: `spending:${id}`,
      stage: 4,
      title: field.legend,
      hint: words.spending.hint,
      asks: posts.map((post) => `spending.${post}`),
      fields: [field],
      always: budget,
    };
  });
}
