import periods from "../../pkg/benefits.json";
import type { Benefit, BenefitPeriod, Flow, HouseholdInput } from "../engine.ts";
import { put } from "../path.ts";
import { LATER } from "../strings/areas.ts";
import type { Listed } from "../strings/later.fr.ts";
import type { Pair } from "../strings/questions.fr.ts";
import { anything, income, isAnything } from "./fields/flow.tsx";
import { list } from "./fields/list.tsx";
import { type About, ADULTS, nameOf, type Page, page, people, persons } from "./page.ts";

/** Where and when each benefit may be received that not everybody could always have. */
const PERIODS: Partial<Record<Benefit, BenefitPeriod[]>> = periods;

const LISTED = [
  "rsa",
  "prime_activite",
  "aah",
  "ass",
  "aspa",
  "asi",
  "c2s_gratuite",
  "c2s_participation",
  "energy_cheque",
  "aeeh",
  "apa",
  "assurance_veuvage",
  "pacea",
  "ada",
  "ata",
  "rso",
  "war_invalid",
] as const satisfies readonly Listed[];

/** Benefits asked in the list, at a month: those that existed, and those the incomes do not tell. */
function listed({ household, month }: About): Listed[] {
  const adults = persons(household).filter(({ role }) => ADULTS.includes(role ?? ""));
  const told = (name: Listed) =>
    ["aah", "ass", "aspa", "asi"].includes(name) &&
    adults.every(({ incomes = {} }) => {
      const value = incomes[name as Flow];
      return value === undefined ? incomes.complete : !isAnything(value, name as Flow);
    });
  const here = ({ territory, from, until }: BenefitPeriod) =>
    (household.territory ?? territory) === territory && (from ?? month) <= month && month <= (until ?? month);
  const exists = (name: Listed) => PERIODS[name]?.some(here) ?? true;
  // What was ticked stays, whatever the incomes say of it.
  const asked = (name: Listed) => household.benefits?.[name] || !told(name);
  return LISTED.filter((name) => exists(name) && asked(name));
}

/** Benefits and incomes. */
export function resources(about: About): Page[] {
  const { voice, month } = about;
  const words = LATER[voice.language];
  const { adults, children } = people(about);
  const stage = 1;
  const healthCover = month < "2019-11";
  const names: Record<Listed, Pair> = {
    ...words.benefits.options,
    ...(healthCover ? { c2s_gratuite: words.benefits.cmuc, c2s_participation: words.benefits.acs } : {}),
  };
  const offered = listed(about);
  const said = (household: HouseholdInput) => household.benefits ?? {};
  const benefits = list(voice, {
    path: "benefits",
    legend: words.benefits.title,
    hint: words.benefits.hint,
    rest: true,
    options: offered.map((name) => ({ value: name, label: names[name][0], hint: names[name][1] })),
    get(household) {
      const { complete, ...each } = said(household);
      if (!complete && Object.keys(each).length === 0) return undefined;
      return { ticked: offered.filter((name) => each[name]), whole: complete === true };
    },
    set: (household, ticked, whole) => ({
      ...household,
      benefits: { ...Object.fromEntries(ticked.map((name) => [name, true])), ...(whole ? { complete: true } : {}) },
    }),
  });
  const pagesOf = (place: number, legend: string) => incomePages(about, place, legend);
  const earning = children.filter(
    ({ person: { incomes } }) => incomes && !(incomes.complete && Object.keys(incomes).length === 1),
  );
  return [
    page({ id: "benefits", stage, asks: ["receives."], always: about.budget }, benefits),
    ...adults.flatMap(({ place, which }) => pagesOf(place, words.incomes.title[which])),
    ...(children.length ? [childrenPage(about)] : []),
    ...earning.flatMap(({ place, name }) => pagesOf(place, words.incomes.child(name))),
  ];
}

const KINDS: Flow[] = [
  "net_wage",
  "self_employed",
  "unemployment",
  "sick_pay",
  "pension",
  "invalidity_pension",
  "aah",
  "ass",
  "aspa",
  "asi",
  "training_pay",
  "alimony_received",
  "alimony_paid",
  "rents",
  "capital",
  "savings",
  "exceptional",
];
const YEARLY: Flow[] = ["self_employed", "rents", "capital"];

/** Which children have an income of their own; the others have none. */
function childrenPage(about: About): Page {
  const { voice } = about;
  const words = LATER[voice.language];
  const { children } = people(about);
  const incomes = (household: HouseholdInput, place: number) => persons(household)[place]?.incomes;
  const field = list(voice, {
    path: "incomes:children",
    legend: words.incomes.children,
    hint: words.incomes.childrenHint,
    none: words.incomes.childrenNone,
    options: children.map(({ place, name }) => ({ value: String(place), label: name })),
    get(household) {
      if (children.some(({ place }) => !incomes(household, place))) return undefined;
      const earns = ({ place }: { place: number }) => {
        const { complete, ...kinds } = incomes(household, place) ?? {};
        return !complete || Object.keys(kinds).length > 0;
      };
      return { ticked: children.filter(earns).map(({ place }) => String(place)), whole: true };
    },
    set: (household, ticked, whole) =>
      children.reduce((changed, { place }) => {
        const path = `persons[${place}].incomes`;
        if (!whole) return put(changed, path, undefined);
        if (!ticked.includes(String(place))) return put(changed, path, { complete: true });
        const kept = incomes(changed, place);
        const earned = kept && Object.keys(kept).some((key) => key !== "complete");
        return earned ? changed : put(changed, path, {});
      }, household),
  });
  return page(
    {
      id: "incomes:children",
      stage: 1,
      asks: ["income."],
      always: about.budget,
      persons: children.map(({ place }) => place),
    },
    field,
  );
}

/** What a person receives: the kinds, then a page for each. */
function incomePages(about: About, place: number, legend: string): Page[] {
  const { household, voice, month, quarter } = about;
  const words = LATER[voice.language];
  const path = `persons[${place}].incomes`;
  const now = persons(household)[place]?.incomes ?? {};
  const kinds = list(voice, {
    path: `incomes:${place}`,
    legend,
    hint: words.incomes.hint,
    rest: true,
    options: KINDS.map((kind) => ({
      value: kind,
      label: words.incomes.options[kind][0],
      hint: words.incomes.options[kind][1],
    })),
    get(household) {
      const { complete, ...each } = persons(household)[place]?.incomes ?? {};
      if (!complete && Object.keys(each).length === 0) return undefined;
      return { ticked: KINDS.filter((kind) => each[kind] !== undefined), whole: complete === true };
    },
    set(household, ticked, whole) {
      const kept = persons(household)[place]?.incomes ?? {};
      const each = (ticked as Flow[]).map((kind) => [kind, kept[kind] ?? anything(kind)]);
      return put(household, path, { ...Object.fromEntries(each), ...(whole ? { complete: true } : {}) });
    },
  });
  const who = nameOf(about, place);
  const amounts = KINDS.filter((kind) => now[kind] !== undefined).map((kind) =>
    page(
      { id: `income:${place}:${kind}`, stage: 1, asks: [`income.${kind}`], persons: [place], always: about.budget },
      income(voice, {
        path: `${path}.${kind}`,
        kind,
        legend: words.income.title(who, words.incomes.options[kind][0]),
        hint:
          kind === "savings" ? words.income.savings : YEARLY.includes(kind) ? words.income.yearly : words.income.hint,
        month,
        quarter,
      }),
    ),
  );
  return [
    page({ id: `incomes:${place}`, stage: 1, asks: ["income."], persons: [place], always: about.budget }, kinds),
    ...amounts,
  ];
}
