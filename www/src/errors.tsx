import { useLayoutEffect, useRef } from "preact/hooks";
import type { Refused } from "./visit.ts";
import { useWords } from "./words.ts";

interface ErrorSummaryProps {
  /** Messages by control. */
  errors: Refused["errors"];
  about?: Refused["about"];
  elsewhere?: Refused["elsewhere"];
  onPage?(id: string): void;
}

/** Everything to correct, each line leading to its control. */
export function ErrorSummary({ errors, about = {}, elsewhere = [], onPage }: ErrorSummaryProps) {
  const { flow } = useWords();
  const box = useRef<HTMLDivElement>(null);
  // With the messages, not after them: a key pressed in between would act on the form again.
  useLayoutEffect(() => box.current?.focus(), [errors, elsewhere]);
  const lead = (control: string) => (event: Event) => {
    event.preventDefault();
    const target = document.getElementById(control);
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  };
  return (
    <div class="summary-errors" role="alert" tabIndex={-1} ref={box} aria-labelledby="errors-title">
      <h2 id="errors-title">{flow.errors}</h2>
      <ul>
        {Object.entries(errors).map(([control, message]) => (
          <li key={control}>
            <a href={`#${control}`} onClick={lead(control)}>
              {about[control]}
              {message}
            </a>
          </li>
        ))}
        {elsewhere.map(({ message, page }) => (
          <li key={message}>
            {page ? (
              <button type="button" class="link" onClick={() => onPage?.(page.id)}>
                {flow.elsewhere(page.title)}
                {message}
              </button>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
