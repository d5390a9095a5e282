import { useState } from "preact/hooks";

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  /** What the keyboard of a phone offers. */
  mode?: "decimal" | "numeric" | "text";
  /** Hears what was typed once the field is left. */
  onTyped(text: string): void;
}

/** A text field that keeps what is being typed, whatever is drawn again meanwhile. */
export function Field({ id, label, hint, value, mode = "decimal", onTyped }: FieldProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <div class="text">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="text"
        inputMode={mode}
        maxLength={80}
        aria-describedby={hint && `${id}-hint`}
        value={draft ?? value}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onChange={({ currentTarget }) => {
          onTyped(currentTarget.value);
          setDraft(undefined);
        }}
      />
    </div>
  );
}
