import type { ComponentChildren } from "preact";

/** A line of a table: its heading and its cells, one a column. */
export interface Line {
  head: string;
  cells: ComponentChildren[];
}

interface TableProps {
  label: string;
  columns: string[];
  lines: Line[];
}

/** A table that a narrow screen shows line by line, and that the keyboard can scroll when it is too wide. */
export function Table({ label, columns, lines }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus to be scrolled by keyboard
    <section class="scroll" aria-label={label} tabIndex={0}>
      <table class="compare">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ head, cells }) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={columns[at]} data-label={columns[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
