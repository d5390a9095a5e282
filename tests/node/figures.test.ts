import { expect, test } from "vitest";
import { numberTyped } from "../../www/src/lab/field.tsx";
import { between } from "../../www/src/lab/format.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("an interval has one unit, that of its largest end", () => {
  const told = (value: number, ends: [number, number]) => plain(between(value, { together: ends }, "millions", "fr"));
  expect(told(177_000, [93_735, 216_000])).toBe("0,177 M€ (0,0937 M€ – 0,216 M€)");
  expect(told(90_000, [80_000, 120_000])).toBe("0,09 M€ (0,08 M€ – 0,12 M€)");
  expect(told(60_000, [50_000, 70_000])).toBe("60 000 € (50 000 € – 70 000 €)");
});

test("a number is read with its unit, and refused in another one", () => {
  const typed = (text: string, unit?: string) => numberTyped(text, 0, 100, unit);
  expect([typed("60 %"), typed("60%"), typed("60,5 %", "%"), typed("20 M€", "M€"), typed("20,50 €")]).toEqual([
    60, 60, 60.5, 20, 20.5,
  ]);
  expect([typed("50 €", "M€"), typed("5 M€", "%"), typed("101 %"), typed("abc"), typed("")]).toEqual(
    Array(5).fill(undefined),
  );
});
