import type { ComponentChildren } from "preact";
import type { Shown } from "./field.ts";

/** The identifier of what describes a control. */
const described = (...ids: (string | false)[]) => ids.filter(Boolean).join(" ") || undefined;

interface GroupProps {
  id: string;
  legend: string;
  heading: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  children: ComponentChildren;
}

/** Controls that answer one question together. */
export function Group({ id, legend, heading, hint, error, children }: GroupProps) {
  return (
    <fieldset
      aria-describedby={described(!!hint && `${id}-hint`, !!error && `${id}-error`)}
      class={error ? "wrong" : ""}
    >
      <legend>{heading ? <h1 tabIndex={-1}>{legend}</h1> : legend}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <ErrorText id={id} text={error} />}
      {children}
    </fieldset>
  );
}

function ErrorText({ id, text }: { id: string; text: string }) {
  return (
    <p class="error" id={`${id}-error`}>
      {text}
    </p>
  );
}

interface PickProps {
  type: "radio" | "checkbox";
  /** The group; the first of it carries the group's identifier, so that an error can lead to it. */
  name: string;
  id: string;
  checked: boolean;
  label: string;
  hint?: string | undefined;
  onPick(checked: boolean): void;
  /** What appears below once picked. */
  children?: ComponentChildren;
}

/** A radio button or a box to tick. */
export function Pick({ type, name, id, checked, label, hint, onPick, children }: PickProps) {
  return (
    <div class="pick">
      <label>
        <input
          type={type}
          name={name}
          id={id}
          checked={checked}
          aria-describedby={described(!!hint && `${id}-hint`)}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {checked && children && <div class="reveal">{children}</div>}
    </div>
  );
}

interface TextProps {
  id: string;
  label: string;
  shown: Shown;
  hint?: string | undefined;
  suffix?: string | undefined;
  mode?: "decimal" | "numeric" | "text";
  size?: number;
  autocomplete?: string;
}

/** A line of text. */
export function Text({ id, label, shown, hint, suffix, mode = "text", size = 10, autocomplete = "off" }: TextProps) {
  const error = shown.errors[id];
  return (
    <div class={error ? "text wrong" : "text"}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <ErrorText id={id} text={error} />}
      <span class="typed">
        <input
          id={id}
          name={id}
          type="text"
          inputMode={mode}
          size={size}
          maxLength={60}
          autocomplete={autocomplete}
          value={shown.form[id] ?? ""}
          aria-invalid={error ? true : undefined}
          aria-describedby={described(!!hint && `${id}-hint`, !!error && `${id}-error`, !!suffix && `${id}-unit`)}
          onInput={(event) => shown.change({ [id]: event.currentTarget.value })}
        />
        {suffix && <span id={`${id}-unit`}>{suffix}</span>}
      </span>
    </div>
  );
}

interface SelectProps {
  id: string;
  label: string;
  shown: Shown;
  /** What it goes with, said aloud before its label. */
  of?: string;
  options: [value: string, label: string][];
}

/** A choice in a list that drops down. */
export function Select({ id, label, of, shown, options }: SelectProps) {
  const error = shown.errors[id];
  return (
    <div class={error ? "text wrong" : "text"}>
      <label for={id}>
        {of && <span class="unseen">{of}, </span>}
        {label}
      </label>
      {error && <ErrorText id={id} text={error} />}
      <select
        id={id}
        value={shown.form[id] ?? options[0]?.[0] ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={described(!!error && `${id}-error`)}
        onChange={(event) => shown.change({ [id]: event.currentTarget.value })}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
