import {nearest} from "../focus/nearest.ts";

/** `; did you mean "…"?` for a mistyped name, or nothing where no name is near. */
export function didYouMean(name: string, names: readonly string[]): string {
  const [near] = nearest(name.slice(0, 64), names);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}
