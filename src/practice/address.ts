import {UserError} from "../errors.ts";
import {didYouMean} from "../nearest.ts";
import type {Path} from "./yaml-text.ts";

/** Which field of an item in a list of this name tells it from the others. */
const keyFields: Readonly<Record<string, string>> = {
  sources: "id",
  units: "id",
  costCentres: "id",
  people: "id",
  scopes: "id",
  blocks: "capability",
  kpiTargets: "kpi",
  overlaps: "scope",
  policies: "id",
  duties: "id"
};

/** The field that items of a list are addressed by, or null where they are plain values. */
export function keyFieldOf(list: string): string | null {
  return Object.hasOwn(keyFields, list) ? (keyFields[list] ?? null) : null;
}

/** An address split at its dots: `sources."aws.prod".title` has three parts. Throws `usage.invalid`. */
export function addressParts(text: string): readonly string[] {
  const parts: string[] = [];
  const part = /"((?:[^"]|"")*)"|([^."=\s][^."=]*)/y;
  for (let at = 0; ; at += 1) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (found === null) throw unreadable(text);
    parts.push(found[1]?.replaceAll('""', '"') ?? (found[2] ?? "").trim());
    at = part.lastIndex;
    if (at === text.length) return parts;
    if (text[at] !== ".") throw unreadable(text);
  }
}

/** `path=value` in its two halves; the value is YAML. Throws `usage.invalid`. */
export function splitAssignment(text: string): {readonly parts: readonly string[]; readonly value: string} {
  const [, address, value] = /^((?:"(?:[^"]|"")*"(?!")|[^"=])*)=([\s\S]*)$/.exec(text) ?? [];
  if (address === undefined || value === undefined) {
    throw new UserError("usage.invalid", `not path=value: ${shortened(text)}`, {
      at: {column: "set"},
      remedy: "Write it like scopes.cloud.blocks.allocation.state=active."
    });
  }
  return {parts: addressParts(address.trim()), value};
}

export function addressText(parts: readonly string[]): string {
  return parts.map((part) => (/^[^."=\s][^."=]*$/.test(part) ? part : `"${part.replaceAll('"', '""')}"`)).join(".");
}

/** How far an address leads into a value: the path of what is there, and the parts that lead on from it to nothing. */
export interface Located {
  readonly path: Path;
  readonly missing: readonly string[];
}

/** Follows an address. Throws `usage.invalid` where it means several items, or leads through a plain value. */
export function locate(value: unknown, parts: readonly string[]): Located {
  const path: (string | number)[] = [];
  let here: unknown = value;
  for (const [index, part] of parts.entries()) {
    const missing = parts.slice(index);
    if (here === null || here === undefined) return {path, missing};
    if (Array.isArray(here)) {
      const at = indexOfItem(here, String(path.at(-1) ?? ""), part);
      if (at === null) return {path, missing};
      path.push(at);
      here = here[at];
    } else if (isFields(here)) {
      if (!Object.hasOwn(here, part)) return {path, missing};
      path.push(part);
      here = here[part];
    } else {
      throw new UserError(
        "usage.invalid",
        `${addressText(parts.slice(0, index))} is a plain value; nothing stands below it`,
        {
          at: {column: "set"},
          remedy: "Set the value itself, or give the whole path of another."
        }
      );
    }
  }
  return {path, missing: []};
}

/** The address of what a path leads to; of items that share an id, with a day that the item is in effect on. */
export function addressOf(value: unknown, path: Path): string {
  const parts: string[] = [];
  let here: unknown = value;
  let list = "";
  for (const step of path) {
    const next: unknown = child(here, step);
    const field = Array.isArray(here) ? keyFieldOf(list) : null;
    const id = field !== null && isFields(next) && typeof next[field] === "string" ? next[field] : null;
    if (id !== null && Array.isArray(here) && isFields(next)) {
      const shared = here.filter((item) => isFields(item) && field !== null && item[field] === id).length > 1;
      parts.push(shared ? `${id}@${dayWithin(next)}` : id);
    } else parts.push(String(step));
    list = typeof step === "string" ? step : "";
    here = next;
  }
  return addressText(parts);
}

function child(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === "number" ? (value as readonly unknown[])[step] : undefined;
  return isFields(value) ? value[step] : undefined;
}

function indexOfItem(items: readonly unknown[], list: string, part: string): number | null {
  const field = keyFieldOf(list);
  if (field === null) {
    const at = items.findIndex((item) => !isFields(item) && String(item) === part);
    return at < 0 ? null : at;
  }
  const named = (id: string): number[] =>
    items.flatMap((item, index) => (isFields(item) && item[field] === id ? [index] : []));
  const [, id = part, day] = /^(.*)@(\d{4}-\d\d-\d\d)$/.exec(part) ?? [];
  const found = day === undefined ? named(part) : named(id).filter((index) => isInEffect(items[index], day));
  const [only] = found;
  if (found.length > 1) {
    const days = found.map((index) => `${part}@${dayWithin(items[index])}`);
    throw new UserError("usage.invalid", `${list} has ${found.length} entries ${part}`, {
      at: {column: "set"},
      remedy: `Name one by a day it is in effect on: ${days.join(", ")}.`
    });
  }
  if (only !== undefined) return only;
  if (day !== undefined) {
    throw new UserError("usage.invalid", `${list} has no entry ${id} that is in effect on ${day}`, {
      at: {column: "set"},
      remedy: "Set the whole list, or choose a day of an entry that is there."
    });
  }
  return null;
}

/** Is an entry with half-open effective dates in effect on a day? */
export function isInEffect(entry: unknown, day: string): boolean {
  if (!isFields(entry)) return false;
  const {from, to} = entry;
  return (typeof from !== "string" || from <= day) && (typeof to !== "string" || day < to);
}

function dayWithin(entry: unknown): string {
  if (!isFields(entry)) return "";
  const {from, to} = entry;
  if (typeof from === "string") return from;
  try {
    return typeof to === "string" ? Temporal.PlainDate.from(to).subtract({days: 1}).toString() : "1900-01-01";
  } catch {
    return "1900-01-01";
  }
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unreadable(text: string): UserError {
  return new UserError("usage.invalid", `not a path: ${shortened(text)}`, {
    at: {column: "set"},
    remedy: "Write names with dots between them, as in people.ann.unit; a name with a dot stands in double quotes."
  });
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** Throws `not-found` for an id of a list that has none of it, with the nearest. */
export function unknownItem(what: string, id: string, ids: readonly string[], remedy: string): UserError {
  return new UserError("not-found", `There is no ${what} ${id}${didYouMean(id, ids)}`, {remedy});
}
