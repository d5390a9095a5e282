import { spawnSync } from "node:child_process";

/** Runs the command line; it may have to be compiled first. */
export function program(...asked: string[]): { status: number | null; stdout: string } {
  return spawnSync("cargo", ["run", "-q", "--profile", "release-test", "--features", "cli", "--", ...asked], {
    cwd: new URL("../..", import.meta.url),
    encoding: "utf8",
    maxBuffer: 1e8,
  });
}

/** A count as the page "Comparer" tells it. */
export const rounded = (value: number) => new Intl.NumberFormat("fr-FR", { maximumSignificantDigits: 3 }).format(value);
