import { asGroup, type Group, isGroup } from "../criteria.ts";
import type { Adult, Benefit, Comparison, Criterion, Limit, Quantity } from "../protocol.ts";
import { Adding, Choice, MOST, Num, QuantityOf, Remove, Share } from "./parts.tsx";
import {
  conditionText,
  limitKind,
  NEW_CONDITIONS,
  nested,
  newLimit,
  quantityName,
  type Speech,
  whole,
} from "./rule.ts";

interface PartProps<T> {
  /** The place in the rule, which makes the ids of the controls. */
  at: string;
  value: T;
  speech: Speech;
  onChange(value: T): void;
}

/** Who is entitled: the conditions of a rule, at any depth. */
export function Conditions({ value, speech, onChange, at }: PartProps<Criterion>) {
  return (
    <GroupOf at={at} value={asGroup(value)} speech={speech} onChange={(group) => onChange(whole(group))} outer={true} />
  );
}

function GroupOf({ at, value, speech, onChange, outer }: PartProps<Group> & { outer: boolean }) {
  const { form } = speech;
  const { kind, inside } = value;
  const replace = (place: number, ...by: Criterion[]) =>
    onChange({ kind, inside: [...inside.slice(0, place), ...by, ...inside.slice(place + 1)] });
  const adding = `${at}-add`;
  return (
    <>
      {outer && inside.length === 0 && <p>{form.everybody}</p>}
      {(!outer || inside.length > 1 || kind === "not") && (
        <Choice
          id={`${at}-kind`}
          label={form.needed}
          names={form.groups}
          value={kind}
          onChosen={(kind) => onChange({ kind, inside })}
        />
      )}
      {inside.map((criterion, place) => {
        const text = conditionText(criterion, speech);
        const path = `${at}.${place}`;
        return (
          <fieldset class="card" key={path}>
            <legend>{isGroup(criterion) ? form.group : text}</legend>
            {isGroup(criterion) ? (
              <GroupOf
                at={path}
                value={asGroup(criterion)}
                speech={speech}
                onChange={(group) => replace(place, nested(group))}
                outer={false}
              />
            ) : (
              <Condition at={path} value={criterion} speech={speech} onChange={(changed) => replace(place, changed)} />
            )}
            <Remove what={text} then={adding} speech={speech} onRemoved={() => replace(place)} />
          </fieldset>
        );
      })}
      <Adding
        id={adding}
        label={outer ? form.addCondition : form.addTo}
        names={form.conditions}
        speech={speech}
        onAdded={(what) => onChange({ kind, inside: [...inside, NEW_CONDITIONS[what]()] })}
      />
    </>
  );
}

/** The controls of one condition; those that are about a place or a line have none, and can be taken out. */
function Condition({ at, value, speech, onChange }: PartProps<Criterion>) {
  const { form } = speech;
  if (typeof value !== "object") return null;
  if ("amount" in value)
    return <Amount at={at} value={value.amount} speech={speech} onChange={(amount) => onChange({ amount })} />;
  if ("right" in value)
    return (
      <Choice
        id={`${at}-right`}
        label={form.right}
        names={form.rights}
        value={value.right}
        onChosen={(right) => onChange({ right })}
      />
    );
  if ("receives" in value)
    return <Receives at={at} value={value.receives} speech={speech} onChange={(receives) => onChange({ receives })} />;
  if ("adult" in value)
    return <AdultOf at={at} value={value.adult} speech={speech} onChange={(adult) => onChange({ adult })} />;
  return null;
}

function Amount({ at, value, speech, onChange }: PartProps<Comparison>) {
  const { form } = speech;
  return (
    <>
      <QuantityOf
        id={`${at}-of`}
        label={form.quantity}
        speech={speech}
        value={value.of}
        onChosen={(of) => onChange({ ...value, of })}
      />
      <Choice
        id={`${at}-is`}
        label={form.side}
        names={form.sides}
        value={value.is}
        onChosen={(is) => onChange({ ...value, is })}
      />
      <LimitOf
        at={at}
        of={value.of}
        value={value.limit}
        speech={speech}
        onChange={(limit) => onChange({ ...value, limit })}
      />
    </>
  );
}

/** The limit of an amount: the checker says when the two do not compare. */
function LimitOf({ at, of, value, speech, onChange }: PartProps<Limit> & { of: Quantity }) {
  const { form, lab } = speech;
  const { month, year } = form.per;
  const kinds: Record<string, string> = {
    "euros.month": month,
    "euros.year": year,
    ...Object.fromEntries(Object.entries(lab.parameters).map(([id, name]) => [`parameter.${id}`, lab.timesOf(name)])),
    share: form.shareOfAmount,
    "scale.month": form.scale(month),
    "scale.year": form.scale(year),
  };
  const kind = limitKind(value);
  const ceiling = `${form.ceiling(quantityName(of, speech))}, `;
  const shared = { id: `${at}-limit`, speech };
  return (
    <>
      <Choice
        id={`${at}-counted`}
        label={form.limit}
        names={kinds}
        value={kind}
        onChosen={(kind) => onChange(newLimit(kind))}
      />
      {"euros" in value && (
        <Num
          {...shared}
          label={ceiling + kinds[kind]}
          value={value.euros.amount}
          most={MOST.income}
          onNumber={(amount) => onChange({ euros: { ...value.euros, amount } })}
        />
      )}
      {"parameter" in value && (
        <Num
          {...shared}
          label={ceiling + kinds[kind]}
          value={value.parameter.times ?? "1"}
          most={MOST.times}
          onNumber={(times) => onChange({ parameter: { ...value.parameter, times } })}
        />
      )}
      {"share" in value && (
        <>
          <QuantityOf
            id={`${at}-share-of`}
            label={form.of}
            speech={speech}
            value={value.share.of}
            onChosen={(of) => onChange({ share: { ...value.share, of } })}
          />
          <Share
            {...shared}
            label={ceiling + lab.shareOf(quantityName(value.share.of, speech))}
            value={value.share.rate}
            onNumber={(rate) => onChange({ share: { ...value.share, rate } })}
          />
        </>
      )}
      {"scale" in value && (
        <>
          <Num
            {...shared}
            label={ceiling + form.per[value.scale.per]}
            value={value.scale.first}
            most={MOST.income}
            onNumber={(first) => onChange({ scale: { ...value.scale, first } })}
          />
          <Num
            id={`${at}-further`}
            label={form.further}
            value={value.scale.further}
            most={MOST.income}
            speech={speech}
            onNumber={(further) => onChange({ scale: { ...value.scale, further } })}
          />
          <Choice
            id={`${at}-counting`}
            label={form.counting}
            names={form.countings}
            value={value.scale.counting}
            onChosen={(counting) => onChange({ scale: { ...value.scale, counting } })}
          />
        </>
      )}
    </>
  );
}

function Receives({ at, value, speech: { form }, onChange }: PartProps<Benefit[]>) {
  return (
    <fieldset class="columns" aria-describedby={`${at}-hint`}>
      <legend>{form.receives}</legend>
      <p class="hint" id={`${at}-hint`}>
        {form.receivesHint}
      </p>
      {(Object.entries(form.benefits) as [Benefit, string][]).map(([id, name]) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={value.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...value, id] : value.filter((other) => other !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

/** The bounds of an age, and what each is when the rule gives none. */
const AGES = [
  { key: "age_at_least", label: "ageFrom", open: 0 },
  { key: "age_below", label: "ageBelow", open: MOST.age },
] as const;

function AdultOf({ at, value, speech, onChange }: PartProps<Adult>) {
  const { form } = speech;
  const { jobseeker, ...ages } = value;
  const seeking = jobseeker === undefined ? "any" : jobseeker ? "yes" : "no";
  return (
    <>
      {AGES.map(({ key, label, open }) => (
        <Num
          key={key}
          id={`${at}-${key}`}
          label={form[label]}
          value={String(ages[key] ?? open)}
          most={MOST.age}
          speech={speech}
          onNumber={(age) => onChange({ ...value, [key]: Math.trunc(Number(age)) })}
        />
      ))}
      <Choice
        id={`${at}-jobseeker`}
        label={form.jobseeker}
        names={form.jobseekers}
        value={seeking}
        onChosen={(chosen) => onChange(chosen === "any" ? ages : { ...ages, jobseeker: chosen === "yes" })}
      />
    </>
  );
}
