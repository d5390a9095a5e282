import type { Catalogue, Language, RegimeRecord } from "./engine.ts";

/** The words and sources that answers point at, written by the build in each language: the engine does not carry them. */
const FILES = import.meta.glob<Catalogue>("../pkg/catalogue.*.json", { import: "default" });

/** The catalogue in a language. */
export const catalogueIn = async (language: Language): Promise<Catalogue> => {
  const file = FILES[`../pkg/catalogue.${language}.json`];
  if (!file) throw new Error(`no catalogue in ${language}`);
  return file();
};

/** What is the same for everybody of a regime. */
export const recordOf = ({ regimes }: Catalogue, id: string): RegimeRecord | undefined =>
  regimes.find((regime) => regime.id === id);

/** What an id means in a list of words; the id itself where the list does not know it. */
export const labelOf = (words: { id: string; label: string }[], id: string): string =>
  words.find((word) => word.id === id)?.label ?? id;
