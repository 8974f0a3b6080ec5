import {type Kysely, sql} from "kysely";
import type {Migration} from "./migrations.ts";

/** What people keep on the way from a finding to a verified effect, and the texts of the practice file. */
export const workMigration: Migration = {
  id: "0004-work",
  async up(db, {text}) {
    const owned = (name: string) =>
      db.schema
        .createTable(name)
        .addColumn("organisation", text, (column) => column.notNull().references("organisation.id"));

    await owned("counter")
      .addColumn("name", text, (column) => column.notNull())
      .addColumn("value", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("counter_key", ["organisation", "name"])
      .execute();

    await owned("work_item")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("key", text)
      .addColumn("title", text, (column) => column.notNull())
      .addColumn("kind", text, (column) => column.notNull())
      .addColumn("capability", text, (column) => column.notNull())
      .addColumn("scope", text)
      .addColumn("stage", text, (column) =>
        column.notNull().check(sql`stage in ('finding', 'option', 'action', 'verified', 'dismissed', 'excepted')`)
      )
      .addColumn("filter", text)
      .addColumn("owner", text)
      .addColumn("due", text)
      .addColumn("amount", text)
      .addColumn("currency", text)
      .addColumn("per", text, (column) => column.check(sql`per in ('once', 'month')`))
      .addColumn("claim", text, (column) => column.check(sql`claim in ('estimated', 'agreed', 'realised')`))
      .addColumn("size", text)
      .addColumn("hours", "integer")
      .addColumn("options", text)
      .addColumn("note", text)
      .addColumn("source_operation", text)
      .addColumn("source_receipt", text)
      .addColumn("created_at", text, (column) => column.notNull())
      .addColumn("created_by", text, (column) => column.notNull())
      .addColumn("updated_at", text, (column) => column.notNull())
      .addColumn("done_on", text)
      .addColumn("closed_reason", text)
      .addColumn("verification", text)
      .addColumn("version", "integer", (column) => column.notNull())
      .addUniqueConstraint("work_item_number", ["organisation", "number"])
      .addUniqueConstraint("work_item_key", ["organisation", "key"])
      .execute();
    await index(db, "work_item", "stage", ["organisation", "stage"]);

    await owned("work_comment")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("work", text, (column) => column.notNull().references("work_item.id"))
      .addColumn("at", text, (column) => column.notNull())
      .addColumn("caller", text, (column) => column.notNull())
      .addColumn("text", text, (column) => column.notNull())
      .execute();
    await index(db, "work_comment", "work", ["work", "at"]);

    await owned("work_evidence")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("work", text, (column) => column.notNull().references("work_item.id"))
      .addColumn("at", text, (column) => column.notNull())
      .addColumn("caller", text, (column) => column.notNull())
      .addColumn("kind", text, (column) => column.notNull())
      .addColumn("title", text, (column) => column.notNull())
      .addColumn("content", text, (column) => column.notNull())
      .execute();
    await index(db, "work_evidence", "work", ["work", "at"]);

    await owned("record_event")
      .addColumn("record", text, (column) => column.notNull())
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("at", text, (column) => column.notNull())
      .addColumn("caller", text, (column) => column.notNull())
      .addColumn("kind", text, (column) => column.notNull())
      .addColumn("detail", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("record_event_key", ["record", "seq"])
      .execute();

    await owned("decision")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("title", text, (column) => column.notNull())
      .addColumn("question", text, (column) => column.notNull())
      .addColumn("options", text, (column) => column.notNull())
      .addColumn("chosen", text, (column) => column.notNull())
      .addColumn("reason", text, (column) => column.notNull())
      .addColumn("owner", text, (column) => column.notNull())
      .addColumn("decided_on", text, (column) => column.notNull())
      .addColumn("review", text)
      .addColumn("scope", text)
      .addColumn("work", text, (column) => column.notNull())
      .addColumn("created_at", text, (column) => column.notNull())
      .addColumn("created_by", text, (column) => column.notNull())
      .addUniqueConstraint("decision_number", ["organisation", "number"])
      .execute();

    await owned("exception")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("title", text, (column) => column.notNull())
      .addColumn("subject_kind", text, (column) =>
        column.notNull().check(sql`subject_kind in ('policy', 'work', 'filter')`)
      )
      .addColumn("subject", text, (column) => column.notNull())
      .addColumn("reason", text, (column) => column.notNull())
      .addColumn("owner", text, (column) => column.notNull())
      .addColumn("expires", text, (column) => column.notNull())
      .addColumn("scope", text)
      .addColumn("amount", text)
      .addColumn("currency", text)
      .addColumn("per", text, (column) => column.check(sql`per in ('once', 'month')`))
      .addColumn("created_at", text, (column) => column.notNull())
      .addColumn("created_by", text, (column) => column.notNull())
      .addColumn("updated_at", text, (column) => column.notNull())
      .addColumn("ended_on", text)
      .addColumn("ended_reason", text)
      .addColumn("version", "integer", (column) => column.notNull())
      .addUniqueConstraint("exception_number", ["organisation", "number"])
      .execute();

    await owned("series")
      .addColumn("id", text, (column) => column.notNull())
      .addColumn("unit", text, (column) => column.notNull())
      .addColumn("revision", text, (column) => column.notNull())
      .addColumn("origin", text, (column) => column.notNull())
      .addColumn("imported_at", text, (column) => column.notNull())
      .addColumn("imported_by", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("series_key", ["organisation", "id"])
      .execute();
    await owned("series_point")
      .addColumn("series", text, (column) => column.notNull())
      .addColumn("key", text, (column) => column.notNull())
      .addColumn("day", text, (column) => column.notNull())
      .addColumn("value", text, (column) => column.notNull())
      .addPrimaryKeyConstraint("series_point_key", ["organisation", "series", "key", "day"])
      .execute();

    await owned("practice_revision")
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("revision", text, (column) => column.notNull())
      .addColumn("text", text, (column) => column.notNull())
      .addColumn("summary", text, (column) => column.notNull())
      .addColumn("note", text)
      .addColumn("applied_at", text, (column) => column.notNull())
      .addColumn("applied_by", text, (column) => column.notNull())
      .execute();
    await index(db, "practice_revision", "time", ["organisation", "applied_at"]);
  }
};

function index(db: Kysely<unknown>, table: string, name: string, columns: string[]): Promise<void> {
  return db.schema.createIndex(`${table}_${name}`).on(table).columns(columns).execute();
}
