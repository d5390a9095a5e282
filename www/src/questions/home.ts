import type { HouseholdInput, PersonInput } from "../engine.ts";
import { get, put } from "../path.ts";
import { choice, yesNo } from "./fields/choice.tsx";
import { age, day, inYears } from "./fields/day.tsx";
import type { Field } from "./fields/field.ts";
import { list } from "./fields/list.tsx";
import { count } from "./fields/text.tsx";
import { type About, nameOf, type Page, page, people, persons } from "./page.ts";

/** Whether there is a partner and how many children there are; `undefined` where that is not known. */
function composition(household: HouseholdInput): { partner: boolean | undefined; children: number | undefined } {
  const count = (role: string) => persons(household).filter((person) => person.role === role).length;
  return {
    partner: household.partner_not_known ? undefined : count("partner") > 0,
    children: household.children_not_known ? undefined : count("child"),
  };
}

/** The household with another partner or number of children; those who stay keep their answers. */
function peopled(household: HouseholdInput, changes: Partial<ReturnType<typeof composition>>): HouseholdInput {
  const { partner, children } = { ...composition(household), ...changes };
  const by = (role: string) => persons(household).filter((person) => person.role === role);
  const kept = by("child").slice(0, children ?? 0);
  const born = Array.from({ length: (children ?? 0) - kept.length }, (): PersonInput => ({ role: "child" }));
  const [you = { role: "applicant" as const }] = by("applicant");
  const [other = { role: "partner" as const }] = by("partner");
  const told = { ...household, persons: [you, ...(partner ? [other] : []), ...kept, ...born] };
  const flagged = put(told, "partner_not_known", partner === undefined || undefined);
  return put(flagged, "children_not_known", children === undefined || undefined);
}

/** From this age on, a child is not counted with its parents (CASF R262-3). */
const GROWN = 25;

/** Who lives there. */
export function home(about: About): Page[] {
  const { voice, words, budget } = about;
  const { adults, children } = people(about);
  const stage = 0;
  const asked: Page[] = [
    page(
      { id: "territory", stage, asks: ["territory"], always: true },
      choice(voice, {
        path: "territory",
        legend: words.territory.title,
        options: Object.entries(words.territory.options),
      }),
    ),
    page({ id: "couple", stage, asks: ["partner"], always: true }, coupleField(about)),
    page(
      { id: "children", stage, asks: ["children"], always: true },
      count(voice, {
        path: "persons",
        legend: words.children.title,
        hint: words.children.hint,
        label: words.children.label,
        range: [0, 13, words.children.range],
        get: (household) => composition(household).children,
        set: (household, children) => peopled(household, { children }),
      }),
    ),
  ];
  for (const { place, which } of adults) {
    const person = `persons[${place}]`;
    const field = age(voice, { person, legend: words.age.title[which], message: words.age.day });
    asked.push(page({ id: `age:${place}`, stage, asks: ["birth_date"], persons: [place], always: budget }, field));
  }
  if (children.length) {
    asked.push({
      id: "age:children",
      stage,
      title: words.age.children[children.length === 1 ? 0 : 1],
      hint: words.age.childrenHint,
      asks: ["birth_date"],
      always: budget,
      persons: children.map(({ place }) => place),
      fields: children.map(({ place, name }) =>
        age(voice, {
          person: `persons[${place}]`,
          legend: name,
          message: words.age.day,
          below: { years: GROWN, message: words.age.grown },
        }),
      ),
    });
  }
  for (const { person, place } of [...adults, ...children].filter(({ person }) => person.age !== undefined)) {
    const who = nameOf(about, place);
    asked.push({
      id: `birth:${place}`,
      stage,
      title: `${words.birth.title}${voice.flow.colon}${who}`,
      hint: words.birth.hint,
      asks: ["birth_date"],
      persons: [place],
      fields: [
        day(voice, {
          path: `persons[${place}].birth_date`,
          legend: `${who} (${inYears(voice, person.age ?? 0)})`,
          message: words.age.day,
        }),
      ],
    });
  }
  if (children.length) asked.push(custodyPage(about));
  const ofAdult = (id: "young" | "residence" | "stay", field: string, place: number, which: 0 | 1) =>
    page(
      { id: `${id}:${place}`, stage, asks: [field], persons: [place] },
      yesNo(voice, { path: `persons[${place}].${field}`, legend: words[id].title[which], hint: words[id].hint }),
    );
  for (const { place, which } of adults) {
    asked.push(situationPage(about, place, words.situation.title[which]));
    asked.push(ofAdult("young", "young_worker_hours", place, which));
  }
  for (const { place, name } of children) {
    asked.push(
      page(
        { id: `situation:${place}`, stage, asks: ["jobseeker"], persons: [place] },
        yesNo(voice, { path: `persons[${place}].jobseeker`, legend: words.situation.child(name) }),
      ),
    );
  }
  asked.push(
    page(
      { id: "isolation", stage, asks: ["recent_isolation"] },
      yesNo(voice, { path: "family.recent_isolation", legend: words.isolation.title, hint: words.isolation.hint }),
    ),
  );
  for (const { place, which } of adults) {
    asked.push(ofAdult("residence", "residence_condition", place, which));
    asked.push(ofAdult("stay", "regular_stay", place, which));
  }
  return asked;
}

function coupleField({ voice, words }: About): Field {
  return choice(voice, {
    path: "couple",
    legend: words.couple.title,
    hint: words.couple.hint,
    options: [
      [false, words.couple.no],
      [true, words.couple.yes],
    ],
    get: (household) => composition(household).partner,
    set: (household, value) => peopled(household, { partner: value as boolean | undefined }),
  });
}

function custodyPage(about: About): Page {
  const { voice, words } = about;
  const { children } = people(about);
  const path = (place: number) => `persons[${place}].shared_custody`;
  const field = list(voice, {
    path: "custody",
    legend: words.custody.title,
    hint: words.custody.hint,
    none: words.custody.none,
    options: children.map(({ place, name }) => ({ value: String(place), label: name })),
    get(household) {
      const said = children.map(({ place }) => get(household, path(place)));
      if (said.every((one) => one === undefined)) return undefined;
      return {
        ticked: children.filter((_, at) => said[at]).map(({ place }) => String(place)),
        whole: !said.includes(undefined),
      };
    },
    set: (household, ticked, whole) =>
      children.reduce<HouseholdInput>(
        (changed, { place }) => put(changed, path(place), whole ? ticked.includes(String(place)) : undefined),
        household,
      ),
  });
  return page({ id: "custody", stage: 0, asks: ["shared_custody"] }, field);
}

/** What a rule looks at in an adult. */
const SITUATIONS = ["student", "on_leave", "apprentice", "pregnant", "jobseeker"] as const;

function situationPage({ voice, words }: About, place: number, legend: string): Page {
  const path = (name: string) => `persons[${place}].${name}`;
  const field = list(voice, {
    path: `situation:${place}`,
    legend,
    hint: words.situation.hint,
    options: SITUATIONS.map((name) => ({ value: name, label: words.situation.options[name] })),
    get(household) {
      const said = SITUATIONS.map((name) => get(household, path(name)));
      if (said.every((one) => one === undefined)) return undefined;
      return { ticked: SITUATIONS.filter((_, at) => said[at]), whole: !said.includes(undefined) };
    },
    set: (household, ticked, whole) =>
      SITUATIONS.reduce<HouseholdInput>(
        (changed, name) => put(changed, path(name), whole ? ticked.includes(name) : undefined),
        household,
      ),
  });
  return page({ id: `situation:${place}`, stage: 0, asks: [...SITUATIONS], persons: [place] }, field);
}
