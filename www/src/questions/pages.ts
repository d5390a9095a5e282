import { dwelling, papers, spending } from "./dwelling.ts";
import { home } from "./home.ts";
import type { About, Page } from "./page.ts";
import { resources } from "./resources.ts";

/** Every page of this household, in the order they are asked when nothing else decides. */
export function pages(about: About): Page[] {
  return [...home(about), ...resources(about), ...dwelling(about), ...papers(about), ...spending(about)];
}
