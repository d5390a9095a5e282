import { dwelling, papers, spending } from "./dwelling.ts";
import type { About, Page } from "./page.ts";
import { resources } from "./resources.ts";

/** The pages that come after who lives there, in the order they are asked when nothing else decides. */
export const later = (about: About): Page[] => [
  ...resources(about),
  ...dwelling(about),
  ...papers(about),
  ...spending(about),
];
