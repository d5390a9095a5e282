import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EditorProps } from "./editor/compare-editor.tsx";

/** The form that changes a rule: fetched once somebody opens it, or a link brings a changed rule. */
export function Editor(props: EditorProps) {
  const [open, setOpen] = useState(props.own.length > 0);
  const [Form, setForm] = useState<ComponentType<EditorProps>>();
  useEffect(() => {
    if (open) import("./editor/compare-editor.tsx").then(({ Editor }) => setForm(() => Editor));
  }, [open]);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{props.words.editor}</summary>
      {Form && <Form {...props} />}
    </details>
  );
}
