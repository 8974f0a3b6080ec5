import {createWriteStream} from "node:fs";
import {mkdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {engineOf} from "../../engine/duckdb/open.ts";
import {identifier, join as joined, literal, type Query, raw, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import type {Context, Contract} from "../../operation.ts";
import {type Fields, fieldNames, plainText} from "../render/cells.ts";
import {kindsOf} from "../render/kinds.ts";

/** The folder beside the lake that the engine of a server may write exports to. */
export const exportsFolder = "exports";

type Copy = (session: Session, query: Query | null, path: string) => Promise<void>;

/** A file for one export, which is gone afterwards. */
export async function withExportFile(
  context: Context,
  work: (path: string, session: Session, copy: Copy) => Promise<void>
): Promise<void> {
  const folder = join(context.folder.data, exportsFolder, context.effects.id());
  await mkdir(folder, {recursive: true});
  const session = await (await context.use(engineOf)).session();
  try {
    await work(join(folder, "rows.parquet"), session, async (to, query, path) => {
      if (query === null) {
        throw new UserError("not-found", "there are no charges of this question", {remedy: "Ask about another time."});
      }
      await to.run(sql`copy (${bound(query)}) to ${literal(path)} (format parquet, compression zstd)`, {
        signal: context.signal
      });
    });
  } finally {
    await session.close().catch(() => undefined);
    await rm(folder, {recursive: true, force: true});
  }
}

/** COPY takes no parameters, so its values stand in it as constants. */
function bound(query: Query): Query {
  return joined(
    query.texts.flatMap((text, index) => {
      const value = query.values[index - 1];
      if (typeof value === "string" && value.includes("\0")) {
        throw new UserError("filter.invalid", "a text of the question has a NUL character");
      }
      if (index === 0) return [raw(text)];
      const constant =
        value === null || value === undefined
          ? raw("null")
          : typeof value === "string"
            ? literal(value)
            : raw(String(value));
      return [constant, raw(text)];
    }),
    ""
  );
}

/** Rows of any answer as Parquet: what the contract says is an amount as DECIMAL(38,18), counts as BIGINT, else text. */
export async function parquetOfRows(
  contract: Contract,
  rows: readonly Fields[],
  output: unknown,
  context: Context
): Promise<Buffer> {
  const names = fieldNames(rows);
  const kinds = kindsOf(contract, output, "rows");
  const typeOf = (name: string): string => {
    const kind = kinds(name);
    return kind === "amount" || kind === "exact" ? "decimal(38, 18)" : kind === "count" ? "bigint" : "varchar";
  };
  let file: Buffer | undefined;
  await withExportFile(context, async (path, session, copy) => {
    const source = `${path}.ndjson`;
    const lines = function* (): Iterable<string> {
      for (const row of rows) {
        yield `${JSON.stringify(Object.fromEntries(names.map((name, n) => [`c${n}`, textOf(row[name])])))}\n`;
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(source));
    const columns = joined(names.map((_, n) => sql`${raw(`c${n}`)}: 'VARCHAR'`));
    const items = joined(
      names.map((name, n) => sql`cast(${raw(`c${n}`)} as ${raw(typeOf(name))}) as ${identifier(name)}`)
    );
    const query =
      names.length === 0
        ? sql`select null as nothing where false`
        : sql`select ${items} from read_json(${literal(source)}, format = 'newline_delimited', columns = {${columns}})`;
    await copy(session, query, path);
    file = await readFile(path);
  });
  if (file === undefined) throw new Error("no file was written");
  return file;
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : plainText(value);
}
