import type {Kysely, Transaction} from "kysely";
import type {Tables} from "./tables.ts";

export interface TransactionOptions {
  readonly fleeting?: boolean;
}

/** The state store: one SQL store for everything that is not cost rows. */
export interface Store {
  readonly dialect: "sqlite" | "postgres";
  /** For single statements. Throws `UserError` where disk, file or server fail; a broken constraint is a plain error. */
  readonly db: Kysely<Tables>;
  /**
   * Runs `work` in one transaction that no other writer interleaves with (SQLite: BEGIN IMMEDIATE; PostgreSQL:
   * serializable, run again on a serialization failure). `work` may therefore run more than once, and touches the
   * store through `tx` alone: `db` and another transaction inside it would wait for `work` to end, and are refused.
   * What is `fleeting` survives a crash of the process but need not survive a loss of power, so nobody waits for the disk.
   */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>, options?: TransactionOptions): Promise<T>;
  close(): Promise<void>;
}
