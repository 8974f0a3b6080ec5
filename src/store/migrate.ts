import type {Kysely} from "kysely";
import {nowText, type Effects} from "../effects.ts";
import {UserError} from "../errors.ts";
import {migrations as all, type Migration, type SchemaWords} from "./migrations.ts";
import type {Tables} from "./tables.ts";

/** What migration needs to know of a database. */
export interface Migratable {
  readonly db: Kysely<Tables>;
  readonly words: SchemaWords;
  hasTable(db: Kysely<Tables>, name: string): Promise<boolean>;
  /** Runs `work` in one transaction while no other process migrates. */
  alone(work: (tx: Kysely<Tables>) => Promise<void>): Promise<void>;
}

/**
 * Brings a store to the schema of this software: all missing steps in one transaction, or none.
 * Throws `UserError` with `lake.newer` where the store has been through a step that this software does not know.
 */
export async function migrate(
  store: Migratable,
  effects: Effects,
  migrations: readonly Migration[] = all
): Promise<void> {
  const missing = async (db: Kysely<Tables>) => missingFrom(migrations, await applied(store, db));
  if ((await missing(store.db)).length === 0) return;
  await store.alone(async (tx) => {
    // Another process may have migrated while this one waited for its turn.
    for (const step of await missing(tx)) {
      const now = nowText(effects);
      if (!(await store.hasTable(tx, "migration"))) await createRecord(tx, store.words);
      await step.up(tx as unknown as Kysely<unknown>, store.words, now);
      await tx.insertInto("migration").values({id: step.id, applied_at: now}).execute();
    }
  });
}

async function applied(store: Migratable, db: Kysely<Tables>): Promise<string[]> {
  if (!(await store.hasTable(db, "migration"))) return [];
  const rows = await db.selectFrom("migration").select("id").orderBy("id").execute();
  return rows.map(({id}) => id);
}

function missingFrom(migrations: readonly Migration[], applied: readonly string[]): Migration[] {
  const unknown = applied.find((id) => !migrations.some((migration) => migration.id === id));
  if (unknown !== undefined) {
    throw new UserError(
      "lake.newer",
      `the state store was written by a newer version of Ashlar (it has step ${unknown})`,
      {
        remedy: "Use that version or a later one; nothing was changed."
      }
    );
  }
  return migrations.filter(({id}) => !applied.includes(id));
}

async function createRecord(db: Kysely<Tables>, {text}: SchemaWords): Promise<void> {
  await db.schema
    .createTable("migration")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("applied_at", text, (column) => column.notNull())
    .execute();
}
