import type {Change} from "./facts.ts";

const kept = "ashlar.practice.befores";

/** A place that the draft changes and somebody else changed meanwhile. */
export interface Crossing {
  readonly path: string;
  readonly label: string;
  readonly was: string;
  readonly is: string;
  readonly mine: string;
}

type Befores = Readonly<Record<string, string>>;

/** Keeps what stood where the draft changes something, as of the revision that the draft was begun on. */
export function rememberBefores(base: string, changes: readonly Change[]): void {
  const befores: Befores = Object.fromEntries(changes.map(({path, before}) => [path, textOf(before)]));
  sessionStorage.setItem(kept, JSON.stringify({base, befores}));
}

/** What stood at the places of the draft when it was begun; empty where that is not known. */
export function knownBefores(base: string | null): Befores {
  try {
    const known = JSON.parse(sessionStorage.getItem(kept) ?? "null") as {base: string; befores: Befores} | null;
    return known !== null && known.base === base ? known.befores : {};
  } catch {
    return {};
  }
}

/** The places that both changed: what stood there is not what stands there now. */
export function crossings(befores: Befores, changes: readonly Change[]): readonly Crossing[] {
  return changes.flatMap(({path, label, before, after}) => {
    const was = befores[path];
    const is = textOf(before);
    return was === undefined || was === is ? [] : [{path, label, was, is, mine: textOf(after)}];
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}
