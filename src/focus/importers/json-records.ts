import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";

/**
 * Rows of text columns made of JSON documents: one for each element at `path`, such as `data[].results[]`; an empty path
 * means the documents themselves. `fields` gives each column its place from the document on, or several of which
 * the first that is there counts; what stands above the element, such as `data[].start_time`, is repeated for each. Throws a plain `Error` for a place that lies in another list.
 */
export function jsonRecords(
  documents: Query,
  path: string,
  fields: ReadonlyMap<string, string | readonly string[]>,
  exact: ReadonlySet<string> = new Set()
): Query {
  const levels = levelsOf(path);
  let relation = sql`(select document as level_0 from ${documents})`;
  levels.forEach((keys, index) => {
    const above = identifier(`level_${index}`);
    const list = sql`cast(json_extract(${above}, ${literal(`${jsonPath(keys)}[*]`)}) as json[])`;
    relation = sql`(select *, unnest(${list}) as ${identifier(`level_${index + 1}`)} from ${relation})`;
  });
  const valueAt = (place: string, isExact: boolean): Query => {
    const {level, keys} = placeOf(levels, place);
    const from = identifier(`level_${level}`);
    const path = literal(jsonPath(keys));
    const text = sql`json_extract_string(${from}, ${path})`;
    return isExact
      ? sql`case when json_type(${from}, ${path}) = 'DOUBLE' and ${isInexact(text)} then ${text} || ' ?' else ${text} end`
      : text;
  };
  const items = [...fields].map(([name, places]) => {
    const values = (typeof places === "string" ? [places] : places).map((place) => valueAt(place, exact.has(name)));
    return sql`coalesce(${join([...values, raw("null")])}) as ${identifier(name)}`;
  });
  return sql`select ${items.length === 0 ? raw("null as nothing") : join(items)} from ${relation}`;
}

/** More than 15 significant digits: the engine reads numbers of JSON as binary ones, which hold no more (DBL_DIG). */
function isInexact(text: Query): Query {
  return sql`length(ltrim(regexp_replace(split_part(lower(${text}), 'e', 1), '[^0-9]', '', 'g'), '0')) > 15`;
}

/** The place of a column: the level that holds it, and the keys below. */
function placeOf(
  levels: readonly (readonly string[])[],
  place: string
): {readonly level: number; readonly keys: readonly string[]} {
  const parts = partsOf(place);
  const keys = parts.pop() ?? [];
  const known = parts.every((part, index) => part.join("\0") === levels[index]?.join("\0"));
  if (!known) throw new Error(`${place} lies in another list than the records`);
  return {level: parts.length, keys};
}

/** The keys of each list on the way: `data[].results[]` has the lists `data` and, below it, `results`. */
function levelsOf(path: string): readonly (readonly string[])[] {
  const parts = partsOf(path);
  const last = parts.pop() ?? [];
  if (last.length > 0) throw new Error(`${path} does not end with []`);
  return parts;
}

/** `data[].amount.value` as `[["data"], ["amount", "value"]]`; what stands after the last `[]` may be nothing. */
function partsOf(path: string): string[][] {
  return path
    .replace(/^\[\]\.?/, "")
    .split("[]")
    .map((part) => part.split(".").filter((key) => key !== ""));
}

function jsonPath(keys: readonly string[]): string {
  return `$${keys.map((key) => `."${key.replaceAll(/["\\]/g, "")}"`).join("")}`;
}
