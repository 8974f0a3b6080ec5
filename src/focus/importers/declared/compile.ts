import {identifier, join, literal, type Query, raw, sql} from "../../../engine/query.ts";
import {spellingsOf} from "../find-importer.ts";
import type {Importer} from "../importer.ts";
import {jsonRecords} from "../json-records.ts";
import type {Scope} from "./expression/compile.ts";
import {decimalOf, instantOf, textOf, type Typed} from "./expression/typed.ts";
import type {DeclaredColumn, DeclaredForm} from "./form.ts";
import {nativeColumn, scaleOf} from "./native-column.ts";
import {DeclarationError} from "./problem.ts";
import {type CompiledRow, compileRow, unionColumns} from "./row.ts";
import {compileTotal} from "./total.ts";
import {expressionValue} from "./value.ts";

/** A declaration as an importer. Throws `DeclarationError` with the place of what is wrong. */
export function compileDeclaration(form: DeclaredForm): Importer {
  const columns = Object.entries(form.columns).map(([name, column]) => nativeColumn(name, column, form));
  if (columns.length === 0) throw new DeclarationError(["columns"], "there is no column", "Name those of the file.");
  const maps = new Set(columns.filter(({kind}) => kind === "map").map(({name}) => name));
  const scope = scopeOf(form);
  const rows = form.rows.map((_, index) => compileRow(form, index, scope, maps));
  const names = unionColumns(rows);
  const total = compileTotal(form, scope);
  const skipped = form.skip.map(
    ({when}, index) => expressionValue(when, "boolean", scope, ["skip", index, "when"]).query
  );
  return {
    id: form.id,
    title: form.title,
    about: form.about ?? `${form.title}: declared by the practice.`,
    vendor: "plain",
    focus: form.focus,
    reads: form.reads.format === "json" ? "json" : "table",
    recognises: recogniser(form),
    ...(form.reads.format === "json" ? {records: recordsOf(form)} : {}),
    columns,
    money: total.money,
    rows: (file) =>
      join(
        rows.map((row) => row.select(file.query, names)),
        " union all "
      ),
    invoices: (file) => total.invoices(file.query),
    checks: (file) => checks(file.query, rows, skipped, total.disagreements(file.query))
  };
}

/** What expressions can name: the native columns, then the definitions in the order they stand in. */
function scopeOf(form: DeclaredForm): Scope {
  const names = new Map<string, Typed>();
  for (const [name, column] of Object.entries(form.columns)) {
    const value = identifier(name);
    if (column.kind === "decimal" || column.kind === "float")
      names.set(name, decimalOf(scaled(name, column), scaleOf(column)));
    else if (column.kind === "date") names.set(name, instantOf(value));
    else if (column.kind !== "map") names.set(name, textOf(value));
  }
  const scope: Scope = {names, tables: new Map(Object.entries(form.tables))};
  for (const [name, text] of Object.entries(form.define)) {
    if (names.has(name))
      throw new DeclarationError(["define", name], `${name} is a column already`, "Choose another name.");
    names.set(name, expressionValue(text, null, scope, ["define", name]));
  }
  return scope;
}

/**
 * A number with no more decimals than it may have. Text with more is in quarantine; a file that has numbers already, such
 * as Parquet, is refused, as the decimals of products would not be what they are known to be.
 */
function scaled(name: string, {scale}: DeclaredColumn): Query {
  const value = identifier(name);
  if (scale === undefined) return value;
  const message = literal(`${name} has more than ${scale} decimals`);
  return sql`(case when ${value} is null or ${value} = round(${value}, ${raw(scale)}) then ${value} else error(${message}) end)`;
}

function recogniser({reads, columns}: DeclaredForm): Importer["recognises"] {
  const stated = reads.recognise?.map((name) => [name]);
  const required = Object.values(columns).flatMap(({from, required}) => (required ? [from] : []));
  const wanted = stated ?? required;
  if (wanted.length === 0)
    throw new DeclarationError(
      ["reads"],
      "nothing tells a file of this kind from others",
      "Give recognise: the names that it has, or columns with required: true."
    );
  const spelled = wanted.map((names) => names.map((name) => spellingsOf(name.replace(/^\[\]\.?/, ""))[0] ?? name));
  return (names) => spelled.every((each) => each.some((name) => names.has(name)));
}

function recordsOf({reads, columns}: DeclaredForm): (documents: Query) => Query {
  const fields = new Map(Object.entries(columns).map(([name, {from}]) => [name, from] as const));
  const exact = new Set(Object.entries(columns).flatMap(([name, {kind}]) => (kind === "decimal" ? [name] : [])));
  const make = (documents: Query): Query => jsonRecords(documents, reads.records ?? "", fields, exact);
  try {
    make(raw("documents"));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DeclarationError(
      ["reads", "records"],
      message,
      "Write the whole way from the document, such as data[].items[] here and data[].items[].cost in the columns."
    );
  }
  return make;
}

/** Native rows that nothing is made of, and invoices whose total is not the same on each of their rows. */
function checks(
  native: Query,
  rows: readonly CompiledRow[],
  skipped: readonly Query[],
  disagreements: Query | null
): Query {
  const conditions = [...rows.map(({condition}) => condition ?? raw("true")), ...skipped];
  const unmapped = sql`select 'unmapped-rows' as "check", 'error' as level,
      'native rows meet the condition of no row and no skip of the declaration' as message, count(*) as rows
    from ${native} where not coalesce((${join(conditions, " or ")}), false) having count(*) > 0`;
  return disagreements === null ? unmapped : sql`${unmapped} union all ${disagreements}`;
}
