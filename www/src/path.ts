/** A place in a household, as the engine writes it in its problems: `persons[0].incomes.net_wage`. */
type Path = string;

const steps = (path: Path): string[] => path.split(/[.[\]]+/).filter(Boolean);

/** What stands at `path`; nothing when something on the way is missing. */
export function get(root: unknown, path: Path): unknown {
  return steps(path).reduce<unknown>((place, step) => (place as Record<string, unknown> | undefined)?.[step], root);
}

/** A copy of `root` with `value` at `path`; nothing stays at `path` when `value` is undefined. */
export function put<T>(root: T, path: Path, value: unknown): T {
  const copy = structuredClone(root);
  const way = steps(path);
  const last = way.pop();
  if (last === undefined) return copy;
  let place = copy as Record<string, unknown>;
  for (const step of way) {
    place[step] ??= {};
    place = place[step] as Record<string, unknown>;
  }
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}
