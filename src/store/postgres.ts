import {setTimeout as sleep} from "node:timers/promises";
import {Kysely, PostgresDialect, sql, type Transaction} from "kysely";
import pg from "pg";
import type {Effects} from "../effects.ts";
import {UserError} from "../errors.ts";
import {codeOf} from "./failure.ts";
import {guarded} from "./guard.ts";
import {migrate} from "./migrate.ts";
import {addressOf, migrationFailure, serverFailure, unreachable} from "./postgres-failure.ts";
import type {Store} from "./store.ts";
import type {Tables} from "./tables.ts";

const connections = 10;

/** How long a connection may take, in milliseconds. */
const patience = 10_000;

/** How often a transaction is tried whose reads another one changed. */
const attempts = 40;

/** An arbitrary number that every Ashlar locks while it migrates. */
const migrationLock = sql.lit(4_127_902_113);

/** Opens the state store in a PostgreSQL database. Throws `UserError` where that fails. */
export async function openPostgres(url: string, effects: Effects): Promise<Store> {
  const address = addressOf(url);
  const db = new Kysely<Tables>({dialect: dialect(url, address)});
  try {
    await migrate(
      {
        db,
        words: {text: sql`text collate "C"`},
        hasTable: async (on, name) => {
          // Not to_regclass: it may remember, across the wait for the lock, that there was no such table.
          const found = await sql`select 1 from pg_catalog.pg_tables
            where schemaname = current_schema() and tablename = ${name}`.execute(on);
          return found.rows.length > 0;
        },
        // Read committed: a serializable transaction would not see what was migrated while it waited for the lock.
        alone: (work) =>
          db
            .transaction()
            .setIsolationLevel("read committed")
            .execute(async (tx) => {
              await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx);
              await work(tx);
            })
      },
      effects
    );
    return guarded("postgres", db, (work) => serializable(db, work, address));
  } catch (error) {
    await db.destroy();
    throw migrationFailure(error, address);
  }
}

function dialect(url: string, address: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience,
    types: {getTypeParser: parserOf}
  });
  // A connection that the server ends tells of it twice: whoever uses it sees its statement fail, and these events,
  // which would end the process if nobody listened. The pool opens another.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const connect = async () => {
    try {
      return await pool.connect();
    } catch (error) {
      if (pool.totalCount < connections) throw unreachable(error, address);
      throw busy(address, error);
    }
  };
  return new PostgresDialect({
    pool: {connect, end: () => pool.end(), options: pool.options},
    async onCreateConnection(connection) {
      const execute = connection.executeQuery.bind(connection);
      connection.executeQuery = async (query, options) => {
        try {
          return await execute(query, options);
        } catch (error) {
          throw serverFailure(error, address);
        }
      };
    }
  });
}

/** Counts are 64-bit integers, which `pg` gives as text; SQLite gives numbers, and so does the store. */
const parserOf: typeof pg.types.getTypeParser = (type: number, format?: "text" | "binary") =>
  type === pg.types.builtins.INT8 ? (text: string) => Number.parseInt(text, 10) : pg.types.getTypeParser(type, format);

async function serializable<T>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>,
  address: string
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().setIsolationLevel("serializable").execute(work);
    } catch (error) {
      if (!["40001", "40P01"].includes(codeOf(error))) throw error;
      if (attempt === attempts) throw busy(address, error);
      await sleep(Math.random() * Math.min(250, 2 ** attempt));
    }
  }
}

function busy(address: string, cause: unknown): UserError {
  return new UserError("store.busy", `other writers kept ${address} busy`, {
    remedy: "Wait until they are done, then try again.",
    cause
  });
}
