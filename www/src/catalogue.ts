import type { Catalogue, DatedValueAnswer, Language, RegimeRecord } from "./engine.ts";

type Text = [title: string, url: string];
type Parameter = [id: string, label: string, article: string, unit: string];

/** A catalogue as `scripts/catalogue.mjs` writes it: its dated values by columns. */
interface Packed extends Omit<Catalogue, "values"> {
  values: {
    parameters: Parameter[];
    sources: Text[];
    columns: [
      parameter: number[],
      from: string[],
      value: (string | null)[],
      published: (string | null)[],
      checked: string[],
      confidence: string[],
      source: number[],
    ];
  };
}

/** The words and sources that answers point at, written by the build in each language: the engine does not carry them. */
const FILES = import.meta.glob<Packed>("../pkg/catalogue.*.json", { import: "default" });
const read = new Map<Language, Promise<Catalogue>>();

/** The catalogue in a language. */
export function catalogueIn(language: Language): Promise<Catalogue> {
  const found = read.get(language) ?? unpacked(language);
  read.set(language, found);
  found.catch(() => read.delete(language)); // without a network: tried again the next time
  return found;
}

async function unpacked(language: Language): Promise<Catalogue> {
  const file = await FILES[`../pkg/catalogue.${language}.json`]?.();
  if (!file) throw new Error(`no catalogue in ${language}`);
  const { parameters, sources, columns } = file.values;
  const [places, from, value, published, checked, confidence, cited] = columns;
  const values = places.map((place, at): DatedValueAnswer => {
    const [id, label, article, unit] = parameters[place] as Parameter;
    const [title, url] = sources[cited[at] as number] as Text;
    const day = published[at] ?? null;
    return {
      id,
      label,
      article,
      unit,
      from: from[at] as string,
      value: value[at] ?? null,
      published: day,
      checked: checked[at] as string,
      source: { title, url, date: day ?? "", confidence: confidence[at] as string },
    };
  });
  return { ...file, values };
}

/** What is the same for everybody of a regime. */
export const recordOf = ({ regimes }: Catalogue, id: string): RegimeRecord | undefined =>
  regimes.find((regime) => regime.id === id);

/** Whether the condition of a regime was read where it is decided: its first source is the one that says it. */
export const isVerified = (catalogue: Catalogue, id: string): boolean =>
  recordOf(catalogue, id)?.sources[0]?.confidence !== "secondary";

/** What an id means in a list of words; the id itself where the list does not know it. */
export const labelOf = (words: { id: string; label: string }[], id: string): string =>
  words.find((word) => word.id === id)?.label ?? id;
