import type {Migration} from "./migrations.ts";

/** What was fetched from the locations of sources, and when a server looks there again. */
export const syncMigration: Migration = {
  id: "0005-sync",
  async up(db, {text}) {
    const owned = (name: string) =>
      db.schema
        .createTable(name)
        .addColumn("organisation", text, (column) => column.notNull().references("organisation.id"))
        .addColumn("source", text, (column) => column.notNull());

    await owned("sync_source")
      .addColumn("location", text, (column) => column.notNull())
      .addColumn("tried_at", text, (column) => column.notNull())
      .addColumn("succeeded_at", text)
      .addColumn("error", text)
      .addColumn("failures", "integer", (column) => column.notNull())
      .addColumn("next_due", text)
      .addPrimaryKeyConstraint("sync_source_key", ["organisation", "source"])
      .execute();

    await owned("sync_delivery")
      .addColumn("delivery", text, (column) => column.notNull())
      .addColumn("fingerprint", text, (column) => column.notNull())
      .addColumn("way", text, (column) => column.notNull())
      .addColumn("objects", text, (column) => column.notNull())
      .addColumn("ingested_at", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("sync_delivery_key", ["organisation", "source", "delivery"])
      .execute();

    await owned("sync_manifest")
      .addColumn("key", text, (column) => column.notNull())
      .addColumn("version", text, (column) => column.notNull())
      .addColumn("facts", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("sync_manifest_key", ["organisation", "source", "key"])
      .execute();
  }
};
