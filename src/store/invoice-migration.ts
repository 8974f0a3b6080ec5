import {sql} from "kysely";
import type {Migration} from "./migrations.ts";

/** What invoices state, as people and files say it. */
export const invoiceMigration: Migration = {
  id: "0006-invoices",
  async up(db, {text}) {
    await db.schema
      .createTable("invoice")
      .addColumn("organisation", text, (column) => column.notNull().references("organisation.id"))
      .addColumn("id", text, (column) => column.primaryKey())
      .addColumn("issuer", text, (column) => column.notNull())
      .addColumn("invoice", text, (column) => column.notNull())
      .addColumn("billing_period", text, (column) => column.notNull())
      .addColumn("currency", text, (column) => column.notNull())
      .addColumn("total", text, (column) => column.notNull())
      .addColumn("tax", text)
      .addColumn("issued_on", text)
      .addColumn("note", text)
      .addColumn("stated_by", text, (column) => column.notNull().check(sql`stated_by in ('typed', 'file')`))
      .addColumn("origin", text)
      .addColumn("created_at", text, (column) => column.notNull())
      .addColumn("created_by", text, (column) => column.notNull())
      .addColumn("updated_at", text, (column) => column.notNull())
      .addColumn("removed_at", text)
      .addColumn("removed_reason", text)
      .addColumn("version", "integer", (column) => column.notNull())
      .addUniqueConstraint("invoice_name", ["organisation", "issuer", "invoice", "billing_period", "currency"])
      .execute();
  }
};
