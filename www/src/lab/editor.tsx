import type { ComponentType } from "preact";
import { useEffect, useErrorBoundary, useState } from "preact/hooks";
import type { EditorProps } from "./editor/compare-editor.tsx";

/** The form that changes a rule: fetched once somebody opens it, or a link brings a changed rule. */
export function Editor(props: EditorProps) {
  const [open, setOpen] = useState(props.own.length > 0);
  const [Form, setForm] = useState<ComponentType<EditorProps>>();
  // A link may bring what is no rule: it is left out, and said to be.
  const [broken] = useErrorBoundary(() => props.onOwn([]));
  useEffect(() => {
    if (open) import("./editor/compare-editor.tsx").then(({ Editor }) => setForm(() => Editor));
  }, [open]);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{props.words.editor}</summary>
      {broken ? <p class="notice">{props.words.notOurs}</p> : Form && <Form {...props} />}
    </details>
  );
}
