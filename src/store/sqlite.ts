import {mkdirSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import Database from "better-sqlite3";
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult
} from "kysely";
import type {Effects} from "../effects.ts";
import {codeOf, fileFailure} from "./failure.ts";
import {guarded} from "./guard.ts";
import {migrate} from "./migrate.ts";
import type {Store} from "./store.ts";
import type {Tables} from "./tables.ts";

/** How long a writer waits for another process, in milliseconds. */
const patience = 10_000;

/** How long SQLite itself waits, in milliseconds; its waiting stops the whole process, so the rest is waited here. */
const shortWait = 20;

/** Opens the state store in a file, which is made where it is not there. Throws `UserError` where that fails. */
export async function openSqlite(file: string, effects: Effects): Promise<Store> {
  let database: Database.Database | undefined;
  try {
    makeFolder(dirname(file));
    const opened = new Database(file, {timeout: shortWait});
    database = opened;
    await patiently(() => opened.pragma("journal_mode = wal"));
    opened.pragma("synchronous = full");
    opened.pragma("foreign_keys = on");
    const db = new Kysely<Tables>({dialect: dialect(opened, file)});
    await migrate(
      {
        db,
        words: {text: "text"},
        hasTable: async (on, name) => {
          const found = await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(on);
          return found.rows.length > 0;
        },
        alone: (work) => db.transaction().execute(work)
      },
      effects
    );
    return guarded("sqlite", db, async (work, {fleeting = false}) => {
      if (!fleeting) return db.transaction().execute(work);
      return db.connection().execute(async (connection) => {
        opened.pragma("synchronous = normal");
        try {
          return await connection.transaction().execute(work);
        } finally {
          opened.pragma("synchronous = full");
        }
      });
    });
  } catch (error) {
    database?.close();
    throw fileFailure(error, file);
  }
}

/** Not by the recursive mkdir of Node, which never ends where a file system, such as /proc, takes no folders at all. */
function makeFolder(path: string): void {
  if (statSync(path, {throwIfNoEntry: false})?.isDirectory() === true) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it in between.
    if (codeOf(error) !== "EEXIST" || !statSync(path).isDirectory()) throw error;
  }
}

function dialect(database: Database.Database, file: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => driver(database, file)
  };
}

/** One connection, which Kysely hands to one user at a time; a transaction takes the write lock when it begins. */
function driver(database: Database.Database, file: string): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      try {
        // Inside a transaction the write lock is held, and a statement that fails must not be tried again.
        return database.inTransaction
          ? execute<R>(database, query)
          : await patiently(() => execute<R>(database, query));
      } catch (error) {
        throw fileFailure(error, file);
      }
    },
    async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      for (const row of database.prepare<unknown[], R>(query.sql).iterate(...query.parameters)) yield {rows: [row]};
    }
  };
  const run = async (statement: string) => {
    try {
      await patiently(() => database.exec(statement));
    } catch (error) {
      throw fileFailure(error, file);
    }
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: () => run("begin immediate"),
    commitTransaction: () => run("commit"),
    // SQLite ends a transaction by itself when the disk is full.
    rollbackTransaction: async () => (database.inTransaction ? run("rollback") : undefined),
    destroy: async () => void database.close()
  };
}

function execute<R>(database: Database.Database, query: CompiledQuery): QueryResult<R> {
  const statement = database.prepare<unknown[], R>(query.sql);
  if (statement.reader) return {rows: statement.all(...query.parameters)};
  const {changes, lastInsertRowid} = statement.run(...query.parameters);
  return {rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid)};
}

/** Runs `work` until no other process holds the file, for ten seconds at most. */
async function patiently<T>(work: () => T): Promise<T> {
  for (let waited = 0; ;) {
    try {
      return work();
    } catch (error) {
      if (!codeOf(error).startsWith("SQLITE_BUSY") || waited >= patience) throw error;
      const pause = 5 + Math.floor(Math.random() * 20);
      await sleep(pause);
      waited += pause + shortWait;
    }
  }
}
