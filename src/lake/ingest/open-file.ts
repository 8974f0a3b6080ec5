import {dirname} from "node:path";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../engine/query.ts";
import {messageOf, UserError} from "../../errors.ts";
import type {InputFile} from "../input/file.ts";
import {readHeader} from "../input/header.ts";
import {copyWithoutLong} from "../input/long-records.ts";
import type {PlainText} from "../input/text.ts";
import {withReasons} from "../storage.ts";
import type {TextPlace} from "./faults.ts";
import {
  columnNames,
  csvRelation,
  longestRecord,
  parquetRelation,
  type Relation,
  type RelationColumn
} from "./relation.ts";

/** A delivered file as a relation, before anybody knows what its columns mean. */
export interface Opened {
  readonly names: readonly string[];
  readonly relation: Relation;
  /** The number of rows where it is known; for text the number that cannot be exceeded. */
  readonly mostRows: number;
  readonly text: TextPlace | null;
  readonly notes: readonly string[];
}

/** Opens a plain text file as rows of text. Throws `input.empty`, `input.unreadable`. */
export async function openText(
  input: InputFile,
  {path: whole, lines, longest, notes}: PlainText,
  target: string,
  signal: AbortSignal
): Promise<Opened> {
  const {names, delimiter} = await readHeader(input, whole);
  const hasLong = longest > longestRecord;
  const path = hasLong ? shorterName(target) : whole;
  const tooLong = hasLong
    ? await withReasons(dirname(path), () => copyWithoutLong(whole, delimiter, longestRecord, path, signal))
    : [];
  if (lines <= 1)
    throw new UserError("input.empty", `${input.name} has a header and no rows`, {
      at: {file: input.name},
      remedy: "Check the export, or leave the file out."
    });
  return {
    names: columnNames(names),
    relation: csvRelation({path, names, delimiter}),
    mostRows: lines - 1,
    text: {path, delimiter, tooLong},
    notes
  };
}

/** Where the text lies without records that are too long. */
export const shorterName = (target: string): string => `${target}.shorter`;

/** Opens a Parquet file as rows of the types it has. Throws `input.empty`, `input.unreadable`. */
export async function openParquet(session: Session, input: InputFile, signal: AbortSignal): Promise<Opened> {
  return withFileErrors(input, async () => {
    const relation = await parquetRelation(session, input.path, signal);
    const [row] = await session.rows(sql`select count(*) as n from ${relation.query}`, {signal});
    const mostRows = Number(row?.["n"] ?? 0); // a count of rows
    if (mostRows === 0)
      throw new UserError("input.empty", `${input.name} has no rows`, {
        at: {file: input.name},
        remedy: "Check the export, or leave the file out."
      });
    return {names: relation.columns.map(({name}) => name), relation, mostRows, text: null, notes: []};
  });
}

/** Longest JSON document that is read, in bytes: one is held in memory as a whole. */
const longestDocument = 268_435_456;

/** The documents of a JSON file (one, an array of them, or one a line), as the column `document`. */
export function jsonDocuments(path: string, bytes: number): Query {
  const most = raw(String(Math.min(Math.max(2 * bytes, 16_777_216), longestDocument)));
  return sql`(select json as document from read_json_objects(${literal(path)}, format = 'auto',
    maximum_object_size = ${most}))`;
}

/** Paths of what the first documents hold, such as `data[].amount.value`, by which an importer recognises them. */
export async function jsonPaths(
  session: Session,
  input: InputFile,
  documents: Query,
  signal: AbortSignal
): Promise<readonly string[]> {
  return withFileErrors(input, async () => {
    const rows = await session.rows(
      sql`select cast(json_structure(document) as varchar) as shape
      from ${documents} limit 20`,
      {signal}
    );
    const paths = new Set<string>();
    for (const row of rows) collectPaths(JSON.parse(String(row["shape"])), "", paths);
    return [...paths];
  });
}

function collectPaths(shape: unknown, path: string, paths: Set<string>): void {
  if (paths.size > 20_000) return;
  if (Array.isArray(shape)) collectPaths(shape[0], `${path}[]`, paths);
  else if (typeof shape === "object" && shape !== null)
    for (const [key, inner] of Object.entries(shape))
      collectPaths(inner, path === "" || path.endsWith(".") ? `${path}${key}` : `${path}.${key}`, paths);
  else paths.add(path);
}

/** The records that an importer makes of JSON documents, as rows of text. */
export async function openJson(
  session: Session,
  input: InputFile,
  records: Query,
  notes: readonly string[],
  signal: AbortSignal
): Promise<Opened> {
  return withFileErrors(input, async () => {
    const relation = {query: sql`(${records})`, columns: await columnsOf(session, records, signal)};
    const [row] = await session.rows(sql`select count(*) as n from ${relation.query}`, {signal});
    const mostRows = Number(row?.["n"] ?? 0); // a count of rows
    if (mostRows === 0)
      throw new UserError("input.empty", `${input.name} has no records`, {
        at: {file: input.name},
        remedy: "Check the request that it is the answer to, or leave the file out."
      });
    return {names: relation.columns.map(({name}) => name), relation, mostRows, text: null, notes};
  });
}

/** Names and types of what a query gives. */
export async function columnsOf(
  session: Session,
  query: Query,
  signal: AbortSignal
): Promise<readonly RelationColumn[]> {
  const rows = await session.rows(sql`describe ${query}`, {signal});
  return rows.map((row) => ({name: String(row["column_name"]), type: String(row["column_type"])}));
}

/**
 * The relation with the fields of nested columns as columns of their own, named by their path (`project.id`), as exports
 * of BigQuery are. Lists stay as they are.
 */
export async function flattened(session: Session, relation: Relation, signal: AbortSignal): Promise<Relation> {
  let {query, columns} = relation;
  for (let nested = columns.filter(isStruct); nested.length > 0; nested = columns.filter(isStruct)) {
    const items: Query[] = [];
    const names = new Set(columns.map(({name}) => name));
    for (const column of columns) {
      if (!isStruct(column)) {
        items.push(identifier(column.name));
        continue;
      }
      const fields = await columnsOf(session, sql`select unnest(${identifier(column.name)}) from ${query}`, signal);
      for (const {name} of fields) {
        const path = `${column.name}.${name}`;
        if (!names.has(path))
          items.push(sql`struct_extract(${identifier(column.name)}, ${literal(name)}) as ${identifier(path)}`);
      }
    }
    query = sql`(select ${join(items)} from ${query})`;
    columns = await columnsOf(session, sql`select * from ${query}`, signal);
  }
  return {query, columns};
}

function isStruct({type}: RelationColumn): boolean {
  return type.startsWith("STRUCT(") && type.endsWith(")");
}

/** A failure of the engine while it reads a file is the file's, unless the engine says that it lacks something. */
export async function withFileErrors<T>(input: InputFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "engine.failed") throw error;
    throw new UserError(
      "input.unreadable",
      `${input.name} cannot be read: ${firstSentence(error.cause ?? error, input)}`,
      {
        at: {file: input.name},
        remedy: "It is damaged or not what its name says; fetch or export it again. Nothing was changed.",
        cause: error
      }
    );
  }
}

/** What the engine says of a file, without the absolute paths that it names: the user's own name stands before it. */
function firstSentence(error: unknown, {path}: InputFile): string {
  const [first = ""] = messageOf(error)
    .replace(/^(\w+ ?)+Error: /, "")
    .replaceAll(path, "/file")
    .split("\n");
  return first
    .replaceAll(/(?:\bfile )?(["']?)(?:[A-Za-z]:)?[\\/][^"'\n]*?\1(?=[\s,.;:)]|$)/g, "the file")
    .slice(0, 300);
}
