import {type Search, many, one} from "../../app/search.ts";

/** Changes of the practice file that are not made yet. They stand in the URL, in the words of `ashlar practice plan`. */
export interface Draft {
  /** `scopes.cloud.blocks.allocation.state=active`: a path and a value in YAML. */
  readonly set: readonly string[];
  readonly unset: readonly string[];
  readonly starter: string | null;
  readonly preset: string | null;
  /** The scope that a starter or a preset fills. */
  readonly into: string | null;
  /** The edition to go to. */
  readonly upgrade: string | null;
  /** An applied state to go back to, by id. */
  readonly restore: string | null;
  /** The revision of the file that the changes were thought of. */
  readonly base: string | null;
}

export const noDraft: Draft = {
  set: [],
  unset: [],
  starter: null,
  preset: null,
  into: null,
  upgrade: null,
  restore: null,
  base: null
};

export function draftOf(search: Search): Draft {
  return {
    set: many(search, "set"),
    unset: many(search, "unset"),
    starter: one(search, "starter"),
    preset: one(search, "preset"),
    into: one(search, "into"),
    upgrade: one(search, "upgrade"),
    restore: one(search, "restore"),
    base: one(search, "base")
  };
}

export function searchOfDraft(draft: Draft): Record<string, string | string[]> {
  if (isEmpty(draft)) return {};
  return {
    ...(draft.starter === null ? {} : {starter: draft.starter}),
    ...(draft.preset === null ? {} : {preset: draft.preset}),
    ...(draft.into === null ? {} : {into: draft.into}),
    ...(draft.upgrade === null ? {} : {upgrade: draft.upgrade}),
    ...(draft.restore === null ? {} : {restore: draft.restore}),
    ...(draft.set.length === 0 ? {} : {set: [...draft.set]}),
    ...(draft.unset.length === 0 ? {} : {unset: [...draft.unset]}),
    ...(draft.base === null ? {} : {base: draft.base})
  };
}

export function isEmpty({set, unset, starter, preset, upgrade, restore}: Draft): boolean {
  return set.length + unset.length === 0 && starter === null && preset === null && upgrade === null && restore === null;
}

/** A draft with a value at a path; `null` takes away what was drafted there. */
export function withValue(draft: Draft, path: string, value: unknown): Draft {
  const rest = draft.set.filter((entry) => pathOf(entry) !== path);
  return {
    ...draft,
    set: value === null ? rest : [...rest, `${path}=${yamlText(value)}`],
    unset: draft.unset.filter((entry) => entry !== path)
  };
}

/** A draft with YAML at a path, as it is to stand in the file. */
export function withYaml(draft: Draft, path: string, yaml: string): Draft {
  const {set, unset} = withValue(draft, path, null);
  return {...draft, set: [...set, `${path}=${yaml}`], unset};
}

/** A draft that removes what the file has at a path. */
export function withoutValue(draft: Draft, path: string): Draft {
  const within = (entry: string): boolean => entry === path || entry.startsWith(`${path}.`);
  return {
    ...draft,
    set: draft.set.filter((entry) => !within(pathOf(entry))),
    unset: [...draft.unset.filter((entry) => !within(entry)), path]
  };
}

/** What a plan or an apply is asked with. */
export function planInput(draft: Draft): Record<string, unknown> {
  const {set, unset, starter, preset, into, upgrade, restore, base} = draft;
  return {
    ...(set.length === 0 ? {} : {set}),
    ...(unset.length === 0 ? {} : {unset}),
    ...(starter === null ? {} : {starter}),
    ...(preset === null ? {} : {preset}),
    ...(into === null || (starter === null && preset === null) ? {} : {scope: into}),
    ...(upgrade === null ? {} : {upgrade}),
    ...(restore === null ? {} : {restore}),
    ...(base === null ? {} : {base})
  };
}

/** The same plan as a command for a POSIX shell. */
export function commandOfDraft(draft: Draft): string {
  const {base: _, ...input} = planInput(draft);
  const options = Object.entries(input).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((part) => `--${key} ${shellText(String(part).replaceAll(",", "\\,"))}`)
  );
  return ["ashlar practice plan", ...options].join(" ");
}

export function pathOf(entry: string): string {
  const at = entry.indexOf("=");
  return at < 0 ? entry : entry.slice(0, at);
}

const plain = /^[A-Za-z][A-Za-z0-9 _/-]*$/;
const words = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A value in YAML, on one line: text is quoted wherever it could be read as something else. */
export function yamlText(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return plain.test(value) && !words.test(value) && value.trim() === value ? value : JSON.stringify(value);
}

function shellText(text: string): string {
  return /^[A-Za-z0-9_./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
