import "./late.css";

/** What only later screens need, in one file fetched after the first screen. */
export { read, text } from "./keep/share.ts";
export { later } from "./questions/pages.ts";
export { Outcome } from "./result/outcome.tsx";
export { Summary } from "./summary.tsx";
