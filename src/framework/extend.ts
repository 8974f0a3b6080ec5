import type {Path} from "./yaml-file.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a file says over what another one said: maps are joined field by field, lists whose items have an id (`slug`, `id`,
 * or `from` and `to`) item by item, and everything else is replaced. `drop` names, by part, the ids that are left out.
 */
export function extended(base: unknown, own: unknown, drop: Readonly<Record<string, readonly string[]>> = {}): unknown {
  if (own === undefined) return base;
  if (isFields(base) && isFields(own)) {
    const names = [...new Set([...Object.keys(base), ...Object.keys(own), ...Object.keys(drop)])];
    return Object.fromEntries(
      names
        .map(
          (name) =>
            [name, without(extended(fieldOf(base, name), fieldOf(own, name)), fieldOf(drop, name) ?? [])] as const
        )
        .filter(([, value]) => value !== undefined)
    );
  }
  if (hasIds(base) && hasIds(own)) {
    const left = new Map(own.map((item) => [itemId(item), item]));
    const kept = base.map((item) => extended(item, left.get(itemId(item))));
    const known = new Set(base.map(itemId));
    return [...kept, ...own.filter((item) => !known.has(itemId(item)))];
  }
  return own;
}

/** Where in the file itself the thing stands that has this path in the extended one; as far as the file has it. */
export function ownPath(path: Path, extendedValue: unknown, own: unknown): Path {
  const found: (string | number)[] = [];
  let whole = extendedValue;
  let part = own;
  for (const step of path) {
    const next = isFields(whole) || Array.isArray(whole) ? fieldOf(whole as Fields, String(step)) : undefined;
    if (Array.isArray(part)) {
      const id = isFields(next) ? itemId(next) : null;
      const at = id === null ? part.indexOf(next) : part.findIndex((item) => isFields(item) && itemId(item) === id);
      const index =
        at < 0 && part.length > 0 && typeof step === "number" && id === null && next === undefined ? step : at;
      if (index < 0) return found;
      found.push(index);
      part = part[index];
    } else if (isFields(part) && Object.hasOwn(part, step)) {
      found.push(step);
      part = part[step];
    } else return found;
    whole = next;
  }
  return found;
}

/** A field that the map itself has: what a file names `constructor` is not what every object has of that name. */
function fieldOf<T>(fields: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function without(value: unknown, ids: readonly string[]): unknown {
  if (ids.length === 0 || !Array.isArray(value)) return value;
  return value.filter((item) => !isFields(item) || !ids.includes(itemId(item) ?? ""));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasIds(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every((item) => isFields(item) && itemId(item) !== null);
}

/** What an item of a list is known by; null where it has nothing of the kind. */
export function itemId(item: Fields): string | null {
  const {slug, id, goal, phase, from, to} = item;
  const named = slug ?? id ?? goal ?? phase;
  if (typeof named === "string") return named;
  return typeof from === "string" && typeof to === "string" ? `${from}>${to}` : null;
}
