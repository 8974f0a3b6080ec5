import {itemId} from "./extend.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Ids that an edition file leaves out, by part; whatever in it is not of that form is found by the schema. */
export function dropOf(drop: unknown): Readonly<Record<string, readonly string[]>> {
  if (typeof drop !== "object" || drop === null) return {};
  return Object.fromEntries(
    Object.entries(drop).flatMap(([part, ids]) =>
      Array.isArray(ids) ? [[part, ids.filter((each) => typeof each === "string")] as const] : []
    )
  );
}

/** Ids that are to be left out and are not there. */
export function unknownDrops(
  base: Readonly<Record<string, unknown>>,
  drop: Readonly<Record<string, readonly string[]>>
): readonly (readonly [string, string])[] {
  return Object.entries(drop).flatMap(([part, ids]) => {
    const list = Object.hasOwn(base, part) ? base[part] : undefined;
    const known = Array.isArray(list) ? list.map((item) => (isFields(item) ? itemId(item) : null)) : [];
    return ids.filter((id) => !known.includes(id)).map((id) => [part, id] as const);
  });
}

/** What an edition hands on, without links to what is left out: edges, lists of capabilities, personas and phases. */
export function withoutLinks(base: Fields, drop: Readonly<Record<string, readonly string[]>>): Fields {
  const {capabilities = [], personas = [], phases = []} = drop;
  const kept = (ids: readonly string[]) => (value: unknown) =>
    Array.isArray(value) ? value.filter((each) => !ids.includes(idOf(each))) : value;
  return {
    ...base,
    edges: filtered(base["edges"], ({from, to}) => ![from, to].some((end) => capabilities.includes(String(end)))),
    domains: mapped(base["domains"], {capabilities: kept(capabilities)}),
    phases: mapped(base["phases"], {named: kept(capabilities)}),
    capabilities: mapped(base["capabilities"], {
      phases: kept(phases),
      personas: (value) => mapped([value], {core: kept(personas), allied: kept(personas), mentioned: kept(personas)})[0]
    })
  };
}

function filtered(list: unknown, keep: (item: Fields) => boolean): readonly unknown[] {
  return Array.isArray(list) ? list.filter((item) => !isFields(item) || keep(item)) : [];
}

function mapped(list: unknown, changes: Readonly<Record<string, (value: unknown) => unknown>>): readonly unknown[] {
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) =>
    isFields(item)
      ? Object.fromEntries(
          Object.entries(item).map(([name, value]) => [
            name,
            Object.hasOwn(changes, name) ? (changes[name]?.(value) ?? value) : value
          ])
        )
      : item
  );
}

function idOf(item: unknown): string {
  return isFields(item) ? String(item["phase"]) : String(item);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
