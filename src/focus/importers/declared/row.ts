import {identifier, join, type Query, raw, sql} from "../../../engine/query.ts";
import {didYouMean} from "../../../nearest.ts";
import type {Column, FocusVersion} from "../../column.ts";
import {columnsOf, findColumn} from "../../columns.ts";
import {withDefaults} from "./default-values.ts";
import type {Scope} from "./expression/compile.ts";
import {sqlTypes, type Typed} from "./expression/typed.ts";
import type {DeclaredForm, DeclaredRow, DeclaredSource} from "./form.ts";
import {priceDefaults} from "./price-defaults.ts";
import {DeclarationError, type Path} from "./problem.ts";
import {type Spreading, spreading} from "./spread.ts";
import {expressionValue, filled, sourceValue, typeOfColumn} from "./value.ts";

/** A kind of charge that a declaration makes, compiled: give it the native rows, and it gives FOCUS rows. */
export interface CompiledRow {
  /** Names of the columns that it has, `Tags` among them where there are any. */
  readonly columns: readonly string[];
  readonly condition: Query | null;
  /** FOCUS rows with these columns, null where the row has no such column. */
  select(native: Query, columns: readonly string[]): Query;
}

interface Source {
  readonly source: DeclaredSource;
  readonly path: Path;
}

/** A row of a declaration as SQL. Throws `DeclarationError`. */
export function compileRow(form: DeclaredForm, index: number, scope: Scope, maps: ReadonlySet<string>): CompiledRow {
  const row = form.rows[index];
  if (row === undefined) throw new Error(`a declaration has no row ${index}`);
  const path: Path = ["rows", index];
  const condition =
    row.when === undefined ? null : expressionValue(row.when, "boolean", scope, [...path, "when"]).query;
  const shape = spreadOf(row, scope, path);
  const inner: Scope = shape === null ? scope : {...scope, names: new Map([...scope.names, ...shape.names])};
  const values = compiledValues(form, row, index, inner, shape !== null);
  const tags = tagsOf(form, row, index, inner, maps);
  const shared = sharedColumns(row, values, path);
  const prices = priceDefaults(new Set(values.keys()));
  return {
    columns: [...values.keys(), ...prices.keys(), ...(tags === null ? [] : ["Tags"])],
    condition,
    select: (native, columns) => {
      const met = condition === null ? native : sql`(select * from ${native} where ${condition})`;
      const spread = shape === null ? null : shape.over(met);
      const items = [...values].map(([name, value]) => {
        const own = value.type === "text" ? filled(value.query) : value.query;
        const query = spread !== null && shared.has(name) ? spread.share(own) : own;
        return sql`${query} as ${identifier(name)}`;
      });
      const all = tags === null ? items : [...items, sql`${tags} as "Tags"`];
      const made = sql`(select ${join(all)} from ${spread === null ? met : spread.relation})`;
      const shown = columns.map((name) => {
        const price = prices.get(name);
        if (price !== undefined) return sql`${price} as ${identifier(name)}`;
        if (values.has(name) || (name === "Tags" && tags !== null)) return identifier(name);
        const type = name === "Tags" ? sql`map(varchar, varchar)` : sqlTypes[typeFor(name, form.focus)];
        return sql`cast(null as ${type}) as ${identifier(name)}`;
      });
      return sql`select ${join(shown)} from ${made}`;
    }
  };
}

interface SpreadShape {
  readonly names: Spreading["names"];
  over(native: Query): Spreading;
}

function spreadOf({spread}: DeclaredRow, scope: Scope, path: Path): SpreadShape | null {
  if (spread === undefined) return null;
  const at = [...path, "spread"];
  const bound = (key: "from" | "to"): Query | null => {
    const source = spread[key];
    return source === undefined ? null : sourceValue(source, "instant", scope, [...at, key]).query;
  };
  const [from, to] = [bound("from"), bound("to")];
  const over = (native: Query): Spreading => spreading(spread, native, from, to, at);
  return {names: over(raw("native")).names, over};
}

function compiledValues(
  form: DeclaredForm,
  {set}: DeclaredRow,
  index: number,
  scope: Scope,
  isSpread: boolean
): ReadonlyMap<string, Typed> {
  const sources = new Map<string, Source>();
  for (const [name, source] of Object.entries(form.common.set))
    sources.set(name, {source, path: ["common", "set", name]});
  for (const [name, source] of Object.entries(set)) sources.set(name, {source, path: ["rows", index, "set", name]});
  const values = new Map<string, Typed>();
  for (const [name, {source, path}] of sources) {
    const column = columnOf(name, form.focus, path);
    const value = sourceValue(source, column === null ? "text" : typeOfColumn[column.type], scope, path);
    if (column !== null) refuseValue(column, form.focus, value, [...path, ...Object.keys(source)]);
    values.set(name, value);
  }
  return withDefaults(values, {
    version: form.focus,
    names: scope.names,
    isSpread,
    path: ["rows", index],
    known: new Set(columnsOf("CostAndUsage", form.focus).map((column) => column.name))
  });
}

/** The column of FOCUS with a name; null for an extension. */
function columnOf(name: string, version: FocusVersion, path: Path): Column | null {
  if (name.startsWith("x_")) return null;
  const known = columnsOf("CostAndUsage", version);
  const found = findColumn("CostAndUsage", name);
  if (name === "Tags")
    throw new DeclarationError(path, "Tags are not set as a whole", "Name them under tags: or tagsFrom:.");
  if (found !== null && found.name === name && found.versions[version] !== undefined) return found;
  const names = known.map((column) => column.name);
  throw new DeclarationError(
    path,
    `FOCUS ${version} has no column ${name}${didYouMean(name, names)}`,
    "See docs/focus.md; a name of your own begins with x_."
  );
}

function refuseValue(column: Column, version: FocusVersion, {constant}: Typed, path: Path): void {
  const allowed = column.versions[version]?.allowed ?? [];
  if (constant === null || constant === "") return;
  if (allowed.length > 0 && !allowed.includes(constant))
    throw new DeclarationError(
      path,
      `${column.name} is never ${JSON.stringify(constant)}${didYouMean(constant, allowed)}`,
      `FOCUS ${version} knows: ${allowed.join(", ")}.`
    );
  if (column.format === "currency" && column.name === "BillingCurrency" && !/^[A-Z]{3}$/.test(constant))
    throw new DeclarationError(path, `${constant} is no currency`, "Write a code of ISO 4217, such as EUR.");
}

function typeFor(name: string, version: FocusVersion): keyof typeof sqlTypes {
  const column = name.startsWith("x_")
    ? undefined
    : columnsOf("CostAndUsage", version).find((each) => each.name === name);
  return column === undefined ? "text" : typeOfColumn[column.type];
}

function sharedColumns({spread}: DeclaredRow, values: ReadonlyMap<string, Typed>, path: Path): ReadonlySet<string> {
  if (spread === undefined) return new Set();
  const amounts = [...values].flatMap(([name, {type}]) =>
    type === "decimal" && /(Cost|Quantity)$/.test(name) ? [name] : []
  );
  spread.share?.forEach((name, index) => {
    if (amounts.includes(name)) return;
    const at = [...path, "spread", "share", index];
    throw new DeclarationError(at, `${name} is no cost or quantity of this row`, `There are: ${amounts.join(", ")}.`);
  });
  return new Set(spread.share ?? amounts);
}

function tagsOf(
  form: DeclaredForm,
  row: DeclaredRow,
  index: number,
  scope: Scope,
  maps: ReadonlySet<string>
): Query | null {
  const sources = new Map<string, Source>();
  for (const [key, source] of Object.entries(form.common.tags))
    sources.set(key, {source, path: ["common", "tags", key]});
  for (const [key, source] of Object.entries(row.tags)) sources.set(key, {source, path: ["rows", index, "tags", key]});
  const entries = [...sources].map(([key, {source, path}]) => {
    const value = sourceValue(source, "text", scope, path).query;
    return sql`{'k': cast(${key} as varchar), 'v': ${filled(value)}}`;
  });
  const gathered = [
    ...form.common.tagsFrom.map((name, at) => ({name, path: ["common", "tagsFrom", at]})),
    ...row.tagsFrom.map((name, at) => ({name, path: ["rows", index, "tagsFrom", at]}))
  ].map(({name, path}) => {
    if (maps.has(name)) return sql`coalesce(${identifier(name)}, map {})`;
    throw new DeclarationError(path, `${name} is no column of kind map`, "Give the column kind: map.");
  });
  if (entries.length === 0 && gathered.length === 0) return null;
  const own =
    entries.length === 0
      ? []
      : [sql`map_from_entries(list_filter([${join(entries)}], lambda entry: entry.v is not null))`];
  const all = [...gathered, ...own];
  return all.length === 1 ? (all[0] ?? null) : sql`map_concat(${join(all)})`;
}

/** Every column that one of the rows has. */
export function unionColumns(rows: readonly CompiledRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({columns}) => columns))];
}
