import type { CheckRequest, Language, PersonInput } from "../engine.ts";
import { type Answers, CHILDREN, MANY } from "./answers.ts";

const euros = (cents: number) => (cents / 100).toFixed(2);

/** What somebody answered here, as the full page reads it; what the form does not tell apart stays to be asked there. */
export function request(
  answers: Answers,
  territory: string | undefined,
  month: string,
  language: Language,
): CheckRequest {
  const { adults, wages, savings, other_income, minimum_incomes } = answers;
  // Of two persons, an amount is whose the full page asks; nothing is both's.
  const each = (amount: number | undefined) => amount !== undefined && (adults === 1 || amount === 0);
  const euro = (field: string, amount: number | undefined) =>
    each(amount) ? { [field]: euros(amount as number) } : {};
  const known = (name: string, field: string) => (answers[name] === undefined ? {} : { [field]: answers[name] === 1 });
  const incomes = {
    // Without other income, wages are all there is; otherwise the full page asks which and whose.
    ...euro("net_wage", wages),
    ...euro("savings", savings),
    ...(each(wages) && each(savings) && other_income === 0 && minimum_incomes === 0 ? { complete: true } : {}),
  };
  const age = (name: string) => (answers[name] === undefined ? {} : { age: answers[name] });
  const applicant = {
    role: "applicant",
    ...age("age"),
    ...known("student", "student"),
    ...(adults === 1 ? { ...known("residence", "residence_condition"), ...known("pregnant", "pregnant") } : {}),
    incomes,
  };
  const partner = { role: "partner", ...age("partner_age"), ...known("partner_student", "student"), incomes };
  const children = CHILDREN.flatMap((name) =>
    Array.from({ length: answers[name] ?? 0 }, () => ({
      role: "child",
      ...(answers.shared_custody === 0 ? { shared_custody: false } : {}),
    })),
  );
  const persons = [applicant, ...(adults === 2 ? [partner] : []), ...children] as PersonInput[];
  const benefits = ["rsa", "prime_activite", "aah", "ass", "aspa", "asi"].filter((name) => answers[name] !== undefined);
  const all = benefits.length === 6 && answers.other_benefit === 0;
  return {
    schema_version: 1,
    month,
    language,
    household: {
      ...(territory ? { territory } : {}),
      persons,
      ...(adults === undefined ? { partner_not_known: true } : {}),
      ...(CHILDREN.some((name) => (answers[name] ?? MANY) === MANY) ? { children_not_known: true } : {}),
      family: known("recent_isolation", "recent_isolation"),
      benefits: {
        ...Object.fromEntries(benefits.map((name) => [name, answers[name] === 1])),
        ...(all ? { complete: true } : {}),
      },
      housing: {
        ...(answers.housing_benefit === undefined ? {} : { housing_benefit: euros(answers.housing_benefit) }),
        ...known("social_line", "social_line"),
      },
      ...(answers.quotient === undefined ? {} : { quotient_familial_caf: euros(answers.quotient) }),
      tax: answers.rfr === undefined ? {} : { rfr: euros(answers.rfr) },
      internet: answers.internet === undefined ? {} : { price: euros(answers.internet) },
    },
  } as CheckRequest;
}

/** The part of a link that follows `#`: never sent to a server. */
export const fragment = (request: CheckRequest): string => encodeURIComponent(JSON.stringify(request));
