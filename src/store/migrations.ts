import {sql, type ColumnDataType, type Kysely, type RawBuilder} from "kysely";
import {invoiceMigration} from "./invoice-migration.ts";
import {localOrganisation} from "./organisation.ts";
import {syncMigration} from "./sync-migration.ts";
import {workMigration} from "./work-migration.ts";

/** What the two databases spell differently in a migration. */
export interface SchemaWords {
  /** Text that compares and sorts by its bytes, whatever the locale of the database. */
  readonly text: ColumnDataType | RawBuilder<unknown>;
}

export interface Migration {
  /** Four digits and a name; the list is in the order of the ids and only grows. */
  readonly id: string;
  up(db: Kysely<unknown>, words: SchemaWords, now: string): Promise<void>;
}

const first: Migration = {
  id: "0001-first",
  async up(db, {text}, now) {
    const table = (name: string) => db.schema.createTable(name);
    /** Every record has its organisation. */
    const owned = (name: string) =>
      table(name).addColumn("organisation", text, (column) => column.notNull().references("organisation.id"));

    await table("meta")
      .addColumn("key", text, (column) => column.primaryKey())
      .addColumn("value", text, (column) => column.notNull())
      .execute();
    await table("organisation")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("name", text, (column) => column.notNull())
      .addColumn("created_at", text, (column) => column.notNull())
      .execute();
    await sql`insert into organisation (id, name, created_at) values (${localOrganisation}, 'Local', ${now})`.execute(
      db
    );

    await owned("source")
      .addColumn("id", text, (column) => column.notNull())
      .addColumn("title", text)
      .addColumn("owner", text)
      .addColumn("format", text)
      .addColumn("cadence", text)
      .addColumn("created_at", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("source_key", ["organisation", "id"])
      .execute();

    await owned("snapshot")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("source", text, (column) => column.notNull())
      .addColumn("dataset", text, (column) => column.notNull())
      .addColumn("partition_key", text, (column) => column.notNull())
      .addColumn("billing_period", text, (column) => column.notNull())
      .addColumn("state", text, (column) =>
        column.notNull().check(sql`state in ('held', 'active', 'superseded', 'pruned')`)
      )
      .addColumn("content_hash", text, (column) => column.notNull())
      .addColumn("charge_from", text)
      .addColumn("charge_to", text)
      .addColumn("created_at", text, (column) => column.notNull())
      .addColumn("manifest", text, (column) => column.notNull())
      .execute();
    await index(db, "snapshot", "unit", ["organisation", "dataset", "source", "partition_key", "billing_period"]);

    await owned("activation")
      .addColumn("snapshot", text, (column) => column.notNull())
      .addColumn("active_from", text, (column) => column.notNull())
      .addColumn("active_to", text)
      .addPrimaryKeyConstraint("activation_key", ["snapshot", "active_from"])
      .execute();
    await index(db, "activation", "end", ["organisation", "active_to"]);

    await owned("lease")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("snapshots", text, (column) => column.notNull())
      .addColumn("expires_at", text, (column) => column.notNull())
      .execute();
    await index(db, "lease", "expiry", ["organisation", "expires_at"]);

    await owned("receipt")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("caller", text, (column) => column.notNull())
      .addColumn("body", text, (column) => column.notNull())
      .addColumn("pinned", "integer", (column) => column.notNull().check(sql`pinned in (0, 1)`))
      .addColumn("created_at", text, (column) => column.notNull())
      .execute();
    await index(db, "receipt", "age", ["organisation", "created_at"]);

    await owned("rate_set")
      .addColumn("id", text, (column) => column.notNull())
      .addColumn("revision", text, (column) => column.notNull())
      .addColumn("origin", text, (column) => column.notNull())
      .addColumn("imported_at", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("rate_set_key", ["organisation", "id"])
      .execute();
    await owned("rate")
      .addColumn("rate_set", text, (column) => column.notNull())
      .addColumn("base", text, (column) => column.notNull())
      .addColumn("quote", text, (column) => column.notNull())
      .addColumn("day", text, (column) => column.notNull())
      .addColumn("rate", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("rate_key", ["organisation", "rate_set", "base", "quote", "day"])
      .execute();

    await owned("event")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("at", text, (column) => column.notNull())
      .addColumn("caller", text, (column) => column.notNull())
      .addColumn("operation", text, (column) => column.notNull())
      .addColumn("subject", text, (column) => column.notNull())
      .addColumn("detail", text, (column) => column.notNull())
      .execute();
    await index(db, "event", "time", ["organisation", "at"]);
  }
};

const rollups: Migration = {
  id: "0002-rollups",
  async up(db, {text}) {
    await db.schema
      .createTable("rollup")
      .addColumn("organisation", text, (column) => column.notNull().references("organisation.id"))
      .addColumn("snapshot", text, (column) => column.notNull())
      .addColumn("name", text, (column) => column.notNull())
      .addColumn("revision", text, (column) => column.notNull())
      .addColumn("rows", "bigint", (column) => column.notNull())
      .addColumn("bytes", "bigint", (column) => column.notNull())
      .addColumn("kept", "integer", (column) => column.notNull().check(sql`kept in (0, 1)`))
      .addColumn("built_at", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("rollup_key", ["snapshot", "name"])
      .execute();
  }
};

const server: Migration = {
  id: "0003-server",
  async up(db, {text}) {
    const owned = (name: string) =>
      db.schema
        .createTable(name)
        .addColumn("organisation", text, (column) => column.notNull().references("organisation.id"));

    await owned("token")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("name", text, (column) => column.notNull())
      .addColumn("hash", text, (column) => column.notNull().unique())
      .addColumn("role", text, (column) => column.notNull().check(sql`role in ('reader', 'writer', 'owner')`))
      .addColumn("row_filter", text)
      .addColumn("masked", text, (column) => column.notNull())
      .addColumn("created_at", text, (column) => column.notNull())
      .addColumn("created_by", text, (column) => column.notNull())
      .addColumn("expires_at", text)
      .addColumn("last_used_at", text)
      .addColumn("revoked_at", text)
      .execute();

    await owned("idempotency")
      .addColumn("caller", text, (column) => column.notNull())
      .addColumn("key", text, (column) => column.notNull())
      .addColumn("request", text, (column) => column.notNull())
      .addColumn("status", "integer")
      .addColumn("response", text)
      .addColumn("created_at", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("idempotency_key", ["organisation", "caller", "key"])
      .execute();
    await index(db, "idempotency", "age", ["organisation", "created_at"]);

    await owned("view")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("folder", text, (column) => column.notNull())
      .addColumn("name", text, (column) => column.notNull())
      .addColumn("question", text, (column) => column.notNull())
      .addColumn("chart", text)
      .addColumn("star", "integer", (column) => column.notNull().check(sql`star in (0, 1)`))
      .addColumn("owner", text, (column) => column.notNull())
      .addColumn("created_at", text, (column) => column.notNull())
      .addColumn("updated_at", text, (column) => column.notNull())
      .addUniqueConstraint("view_name", ["organisation", "folder", "name"])
      .execute();
  }
};

/** The schema of the state store, step by step, for SQLite and PostgreSQL alike. */
export const migrations: readonly Migration[] = [
  first,
  rollups,
  server,
  workMigration,
  syncMigration,
  invoiceMigration
];

function index(db: Kysely<unknown>, table: string, name: string, columns: string[]): Promise<void> {
  return db.schema.createIndex(`${table}_${name}`).on(table).columns(columns).execute();
}
