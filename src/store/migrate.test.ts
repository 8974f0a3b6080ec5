import Database from "better-sqlite3";
import {Kysely, SqliteDialect, sql} from "kysely";
import {expect, test} from "vitest";
import {defaultEffects} from "../effects.ts";
import {migrate, type Migratable} from "./migrate.ts";
import {migrations, type Migration} from "./migrations.ts";
import type {Tables} from "./tables.ts";

function memory(): Migratable {
  const db = new Kysely<Tables>({dialect: new SqliteDialect({database: new Database(":memory:")})});
  return {
    db,
    words: {text: "text"},
    hasTable: async (on, name) =>
      (await sql`select 1 from sqlite_master where name = ${name}`.execute(on)).rows.length > 0,
    alone: (work) => db.transaction().execute(work)
  };
}

const step = (id: string, statement: string): Migration => ({
  id,
  up: async (db) => void (await sql.raw(statement).execute(db))
});
const one = step("0001-one", "create table one (n integer)");
const two = step("0002-two", "create table two (n integer)");
const broken = step("0003-broken", "create nonsense");

async function record({db}: Migratable): Promise<string[]> {
  return (await db.selectFrom("migration").select("id").orderBy("id").execute()).map(({id}) => id);
}

test("an older store gets the steps it lacks", async () => {
  const store = memory();
  await migrate(store, defaultEffects, [one]);
  await migrate(store, defaultEffects, [one, two]);
  expect(await record(store)).toEqual(["0001-one", "0002-two"]);
});

test("steps that fail leave the store as it was", async () => {
  const store = memory();
  await migrate(store, defaultEffects, [one]);
  await expect(migrate(store, defaultEffects, [one, two, broken])).rejects.toThrow("nonsense");
  expect(await record(store)).toEqual(["0001-one"]);
  expect(await store.hasTable(store.db, "two")).toBe(false);
  const empty = memory();
  await expect(migrate(empty, defaultEffects, [one, broken])).rejects.toThrow("nonsense");
  expect(await empty.hasTable(empty.db, "migration")).toBe(false);
});

test("a store from newer software is left alone", async () => {
  const store = memory();
  await migrate(store, defaultEffects, [one, two]);
  await expect(migrate(store, defaultEffects, [one])).rejects.toMatchObject({code: "lake.newer"});
  expect(await record(store)).toEqual(["0001-one", "0002-two"]);
});

test("the steps are in the order of their ids, each once", () => {
  const ids = migrations.map(({id}) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  expect(ids.every((id) => /^\d{4}-[a-z-]+$/.test(id))).toBe(true);
});
