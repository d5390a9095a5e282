import { useEffect, useState } from "preact/hooks";
import { digits } from "../amounts.ts";

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  /** What the keyboard of a phone offers. */
  mode?: "decimal" | "numeric" | "text";
  /** Hears what was typed once the field is left; says what is wrong with it, if anything. */
  onTyped(text: string): string | undefined;
}

/** A text field that keeps what is being typed, whatever is drawn again meanwhile, and says what is wrong with it. */
export function Field({ id, label, hint, value, mode = "decimal", onTyped }: FieldProps) {
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  // What is shown changed elsewhere: what was typed no longer matters.
  useEffect(() => {
    setDraft(undefined);
    setError(undefined);
  }, [value]);
  return (
    <div class={error ? "text wrong" : "text"}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      <input
        id={id}
        type="text"
        inputMode={mode}
        maxLength={80}
        aria-invalid={error !== undefined}
        aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined}
        value={draft ?? value}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const wrong = onTyped(currentTarget.value);
          setError(wrong);
          if (wrong === undefined) setDraft(undefined);
        }}
      />
    </div>
  );
}

/** A number as typed, when it is one from `low` to `high`, in `unit` if a unit is written. */
export function numberTyped(text: string, low: number, high: number, unit?: string): number | undefined {
  const [, bare = text, written] = /^(.*?)\s*(M€|€|%)?\s*$/.exec(text) ?? [];
  const number = written && unit && written !== unit ? Number.NaN : digits(bare);
  return number >= low && number <= high ? number : undefined;
}
