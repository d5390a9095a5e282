import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { inputs } from "../../pkg/rules.ts";
import { digits, money, typed } from "../amounts.ts";
import type { Language } from "../engine.ts";
import { type Answers, CHILDREN, MANY } from "./answers.ts";
import type { Words } from "./words.ts";

export interface FormProps {
  answers: Answers;
  language: Language;
  words: Words;
  onAnswer(changed: Answers): void;
}

/** Names are unique in the shadow tree: they are the fields' identifiers. */
type FieldProps = FormProps & { name: string };

const bounds = (name: string): [low: number, high: number] => {
  const [, , low, high] = inputs.find(([known]) => known === name) ?? ["", "truth", 0, 1];
  return [low, high];
};

/** Yes, no, I do not know. */
function YesNo({ name, answers, words, onAnswer }: FieldProps) {
  const choices = [
    [1, words.yes],
    [0, words.no],
    [undefined, words.unknown],
  ] as const;
  return (
    <fieldset>
      <legend>{words.inputs[name]}</legend>
      <div class="choices">
        {choices.map(([value, label]) => (
          <label key={label}>
            <input
              type="radio"
              name={name}
              data-input={name}
              checked={answers[name] === value}
              onChange={() => onAnswer({ [name]: value })}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A small number, chosen. */
function Choice({ name, answers, words, onAnswer, labels }: FieldProps & { labels?: readonly string[] }) {
  const [low, high] = bounds(name);
  const values = Array.from({ length: Math.min(high, MANY) - low + 1 }, (_, at) => low + at);
  return (
    <div class="field">
      <label for={name}>{words.inputs[name]}</label>
      <select
        id={name}
        data-input={name}
        value={answers[name] ?? ""}
        onChange={({ currentTarget: { value } }) => onAnswer({ [name]: value === "" ? undefined : Number(value) })}
      >
        <option value="">{words.unknown}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {labels?.[value - low] ?? (value === MANY ? `${value} +` : value)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** An amount in cents, or an age, typed. What cannot be read is said and counts as not known. */
function Typed({ name, answers, language, words, onAnswer }: FieldProps) {
  const [, most] = bounds(name);
  const scale = name.endsWith("age") ? 1 : 100;
  const answer = answers[name];
  const [text, setText] = useState(answer === undefined ? "" : typed(answer / scale, language));
  const [wrong, setWrong] = useState(false);
  const read = (value: string) => {
    setText(value);
    const number = digits(value) * scale;
    const fits = Math.abs(number - Math.round(number)) < 1e-6 && number >= 0 && number <= most;
    onAnswer({ [name]: fits ? Math.round(number) : undefined });
    if (fits) setWrong(false);
  };
  const message = scale === 1 ? words.wrongAge : words.wrong(money(String(most / 100), language));
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={name}>{words.inputs[name]}</label>
      {wrong && (
        <p class="error" id={`${name}-error`}>
          {message}
        </p>
      )}
      <span class="typed">
        <input
          id={name}
          data-input={name}
          inputMode={scale === 1 ? "numeric" : "decimal"}
          autocomplete="off"
          value={text}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${name}-error` : undefined}
          onInput={({ currentTarget }) => read(currentTarget.value)}
          onBlur={() => setWrong(text.trim() !== "" && answer === undefined)}
        />
        {scale === 100 && <span aria-hidden="true"> €</span>}
      </span>
    </div>
  );
}

const BENEFITS = ["rsa", "prime_activite", "aah", "ass", "aspa", "asi"];

/** Those ticked are received; the others are not once somebody says that there is no other. */
function Benefits({ answers, words, onAnswer }: FormProps) {
  const none = answers.other_benefit === 0;
  const rest = (closed: boolean, ticked: Answers): Answers =>
    Object.fromEntries(BENEFITS.map((name) => [name, ticked[name] === 1 ? 1 : closed ? 0 : undefined]));
  return (
    <fieldset>
      <legend>{words.groups.benefits}</legend>
      {BENEFITS.map((name) => (
        <label key={name} class="tick">
          <input
            type="checkbox"
            data-input={name}
            checked={answers[name] === 1}
            onChange={({ currentTarget: { checked } }) => onAnswer(rest(none, { ...answers, [name]: checked ? 1 : 0 }))}
          />
          {words.inputs[name]}
        </label>
      ))}
      <label class="tick">
        <input
          type="checkbox"
          data-input="other_benefit"
          checked={none}
          onChange={({ currentTarget: { checked } }) =>
            onAnswer({ ...rest(checked, answers), other_benefit: checked ? 0 : undefined })
          }
        />
        {words.noOther}
      </label>
    </fieldset>
  );
}

function Group({ title, hint, children }: { title: string; hint?: string; children: ComponentChildren }) {
  return (
    <section part="group">
      <h3>{title}</h3>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </section>
  );
}

const isChildless = (answers: Answers) => CHILDREN.every((name) => answers[name] === 0);

/** The short form. What an answer makes useless is not asked. */
export function Form(props: FormProps) {
  const { answers, words } = props;
  const couple = answers.adults === 2;
  const childless = isChildless(answers);
  const minimum = ["aah", "ass", "aspa", "asi"].some((name) => answers[name] !== 0);
  const typed = (name: string) => <Typed key={name} name={name} {...props} />;
  const yesNo = (name: string) => <YesNo key={name} name={name} {...props} />;
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <p class="hint">{words.blank}</p>
      <Group title={words.groups.household}>
        <Choice name="adults" labels={[words.alone, words.couple]} {...props} />
        {typed("age")}
        {yesNo("student")}
        {couple && typed("partner_age")}
        {couple && yesNo("partner_student")}
        {CHILDREN.map((name) => (
          <Choice key={name} name={name} {...props} />
        ))}
        {!childless && yesNo("shared_custody")}
        {yesNo("residence")}
        {yesNo("pregnant")}
        {!couple && !childless && yesNo("recent_isolation")}
      </Group>
      <Benefits {...props} />
      <Group title={words.groups.resources} hint={words.steady}>
        {typed("wages")}
        {typed("other_income")}
        {typed("savings")}
        {minimum && typed("minimum_incomes")}
      </Group>
      <Group title={words.groups.housing}>
        {yesNo("housed_free")}
        {typed("housing_benefit")}
      </Group>
      <Group title={words.groups.bill}>
        {typed("internet")}
        {typed("quotient")}
        {yesNo("social_line")}
        {typed("rfr")}
      </Group>
    </form>
  );
}

/** What follows from the answers without being asked: a single person has no partner to be a student. */
export function settled(answers: Answers): Answers {
  const alone = answers.adults === 1 ? { partner_age: 0, partner_student: 0 } : {};
  const couple = answers.adults === 2 ? { recent_isolation: 0 } : {};
  const none = ["aah", "ass", "aspa", "asi"].every((name) => answers[name] === 0) ? { minimum_incomes: 0 } : {};
  return {
    ...answers,
    ...alone,
    ...couple,
    ...(isChildless(answers) ? { recent_isolation: 0, shared_custody: 0 } : {}),
    ...none,
  };
}
