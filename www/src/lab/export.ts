import type { Language } from "../engine.ts";
import type { Table } from "./charts.tsx";

/** Text for a spreadsheet: a French one wants semicolons, decimal commas and a mark of its encoding. */
export function csv(table: Table, language: Language): string {
  const separator = language === "fr" ? ";" : ",";
  const cell = (text: string) => (/[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [table.head, ...table.rows].map((row) => row.map(cell).join(separator));
  return `${language === "fr" ? "\ufeff" : ""}${lines.join("\r\n")}\r\n`;
}

/** Offers something to keep as a file. */
export function keep(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The drawing by itself: its colours no longer depend on the page. */
function standalone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [, , width = "640", height = "400"] = (drawing.getAttribute("viewBox") ?? "").split(" ");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.removeAttribute("tabindex");
  const originals = drawing.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, place) => {
    const shown = getComputedStyle(originals[place] as Element);
    for (const property of ["fill", "stroke", "stroke-width", "font-family", "font-size"]) {
      element.setAttribute(property, shown.getPropertyValue(property));
    }
  });
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", width);
  paper.setAttribute("height", height);
  paper.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

/** Keeps a chart as figures, as a drawing or as a picture. */
export async function save(
  kind: "csv" | "svg" | "png",
  name: string,
  table: Table,
  drawing: SVGSVGElement,
  language: Language,
): Promise<void> {
  if (kind === "csv") return keep(`${name}.csv`, new Blob([csv(table, language)], { type: "text/csv" }));
  const svg = new Blob([standalone(drawing)], { type: "image/svg+xml" });
  if (kind === "svg") return keep(`${name}.svg`, svg);
  const picture = new Image();
  picture.src = URL.createObjectURL(svg);
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * picture.width;
  canvas.height = 2 * picture.height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  canvas.toBlob((blob) => blob && keep(`${name}.png`, blob));
}
