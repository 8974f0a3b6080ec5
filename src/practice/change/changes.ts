import {isDeepStrictEqual} from "node:util";
import {addressOf, isFields, keyFieldOf} from "../address.ts";
import type {PracticeChange} from "../contract.ts";
import type {Path} from "../yaml-text.ts";
import {withoutPassword} from "./diff.ts";

/** How capabilities are called in the edition at hand. */
export type TitleOf = (capability: string) => string;

/** What differs between two practice files, by meaning: comments, order of keys and spacing are no difference. */
export function changesBetween(before: unknown, after: unknown, titleOf: TitleOf): readonly PracticeChange[] {
  return differences(before, after, [], []).map(({old, now, oldPath, nowPath}) => {
    const [value, path] = now === undefined ? [before, oldPath] : [after, nowPath];
    const address = addressOf(value, path);
    const label = withoutPassword(labelOf(value, path, old, now, titleOf));
    return {path: address, label, before: shareable(old), after: shareable(now)};
  });
}

function shareable(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const text = JSON.stringify(value);
  const safe = withoutPassword(text);
  return safe === text ? value : (JSON.parse(safe) as unknown);
}

interface Difference {
  readonly old: unknown;
  readonly now: unknown;
  readonly oldPath: Path;
  readonly nowPath: Path;
}

function differences(old: unknown, now: unknown, oldPath: Path, nowPath: Path): readonly Difference[] {
  if (isDeepStrictEqual(old, now)) return [];
  if (isFields(old) && isFields(now)) {
    const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])];
    return keys.flatMap((key) => differences(old[key], now[key], [...oldPath, key], [...nowPath, key]));
  }
  const list = String(nowPath.at(-1) ?? "");
  const field = keyFieldOf(list);
  const oldItems = itemsOf(old);
  const items = itemsOf(now);
  if (
    field !== null &&
    oldItems !== null &&
    items !== null &&
    [...oldItems, ...items].every((item) => isFields(item))
  ) {
    const keyed = (all: readonly unknown[]): ReadonlyMap<string, number> =>
      new Map(all.map((item, index) => [itemKey(item, field, all), index]));
    const before = keyed(oldItems);
    const after = keyed(items);
    return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
      const [from, to] = [before.get(key), after.get(key)];
      const one = from === undefined ? undefined : oldItems[from];
      const other = to === undefined ? undefined : items[to];
      return differences(one, other, [...oldPath, from ?? 0], [...nowPath, to ?? 0]);
    });
  }
  return [{old, now, oldPath, nowPath}];
}

/** A list that is not there yet has no items. */
function itemsOf(value: unknown): readonly unknown[] | null {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : null;
}

/** Items of one id are told apart by the day that they begin on. */
function itemKey(item: unknown, field: string, all: readonly unknown[]): string {
  if (!isFields(item)) return "";
  const twins = all.filter((other) => isFields(other) && other[field] === item[field]);
  return JSON.stringify([item[field], twins.length > 1 ? (item["from"] ?? null) : null]);
}

const kinds: Readonly<Record<string, string>> = {
  sources: "source",
  units: "unit",
  costCentres: "cost centre",
  people: "person",
  scopes: "scope",
  blocks: "capability",
  kpiTargets: "KPI target",
  overlaps: "overlap with",
  policies: "policy",
  duties: "duty"
};

/** One change in plain words: `Cloud, Allocation: state active instead of watch`. */
function labelOf(value: unknown, path: Path, old: unknown, now: unknown, titleOf: TitleOf): string {
  const names: string[] = [];
  const fields: string[] = [];
  let here: unknown = value;
  let list = "";
  for (const step of path) {
    const next: unknown = Array.isArray(here)
      ? (here as readonly unknown[])[step as number]
      : isFields(here)
        ? here[step]
        : undefined;
    if (typeof step === "number") {
      const item = isFields(next) ? next : isFields(old) ? old : {};
      names.push(nameOf(item, list, titleOf));
      fields.length = 0;
    } else fields.push(step);
    list = typeof step === "string" ? step : "";
    here = next;
  }
  if (typeof path.at(-1) === "number") {
    const kind = kinds[String(path.at(-2) ?? "")] ?? "item";
    const where = names.slice(0, -1);
    const state = isFields(now) && typeof now["state"] === "string" ? `, ${now["state"]}` : "";
    return `${prefix(where)}${kind} ${names.at(-1) ?? ""} ${now === undefined ? "taken out" : `added${state}`}`;
  }
  const field = fields.map(wordsOf).join(", ");
  if (now === undefined) return `${prefix(names)}${field} taken out (was ${shown(old)})`;
  return old === undefined || old === null
    ? `${prefix(names)}${field} ${shown(now)}`
    : `${prefix(names)}${field} ${shown(now)} instead of ${shown(old)}`;
}

function prefix(names: readonly string[]): string {
  return names.length === 0 ? "" : `${names.join(", ")}: `;
}

function nameOf(item: Readonly<Record<string, unknown>>, list: string, titleOf: TitleOf): string {
  const id = item[keyFieldOf(list) ?? "id"];
  if (list === "blocks") return titleOf(String(id));
  const name = item["title"] ?? item["name"] ?? id;
  return typeof name === "string" ? name : "";
}

/** `decisionOwner` → `decision owner`. */
function wordsOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function shown(value: unknown): string {
  const text =
    typeof value === "string"
      ? value
      : Array.isArray(value) && value.every((item) => typeof item !== "object")
        ? value.join(", ")
        : JSON.stringify(value);
  if (text === "" || text === undefined) return "nothing";
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
