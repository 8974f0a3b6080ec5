import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import Database from "better-sqlite3";
import {sql} from "kysely";
import {afterAll, describe, expect, test} from "vitest";
import {storeConformance} from "./conformance.ts";
import {openStore} from "./open.ts";

const folder = mkdtempSync(join(tmpdir(), "ashlar-store-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const fresh = () => join(mkdtempSync(join(folder, "s-")), "deep", "state.sqlite");

storeConformance("sqlite", async () => ({file: fresh()}));

/** A store with some rows, closed. */
async function filled(): Promise<string> {
  const file = fresh();
  const store = await openStore({file});
  for (let index = 0; index < 50; index++) {
    await store.db
      .insertInto("meta")
      .values({key: `k${index}`, value: "x".repeat(1000)})
      .execute();
  }
  await store.close();
  return file;
}

describe("the file", () => {
  test("survives the loss of power: written ahead and synced in full, with foreign keys", async () => {
    const {db, close} = await openStore({file: fresh()});
    const pragma = async (name: string) =>
      (await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows.flatMap(Object.values);
    expect(await pragma("journal_mode")).toEqual(["wal"]);
    expect(await pragma("synchronous")).toEqual([2]);
    expect(await pragma("foreign_keys")).toEqual([1]);
    await close();
  });

  test("holds no lock while nothing is written", async () => {
    const file = await filled();
    const store = await openStore({file});
    await store.db.selectFrom("meta").selectAll().execute();
    const other = new Database(file, {timeout: 0});
    other.exec("begin exclusive; delete from meta; commit");
    other.close();
    expect(await store.db.selectFrom("meta").selectAll().execute()).toEqual([]);
    await store.close();
  });

  test("a writer waits for another process without stopping this one", async () => {
    const file = await filled();
    const store = await openStore({file});
    const other = new Database(file);
    other.exec("begin immediate");
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    setTimeout(() => other.exec("commit"), 400);
    await store.transaction(async (tx) => tx.deleteFrom("meta").execute());
    await store.db.insertInto("meta").values({key: "a", value: ""}).execute();
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
    expect(await store.db.selectFrom("meta").select("key").execute()).toEqual([{key: "a"}]);
    other.close();
    await store.close();
  });
});

describe("what goes wrong is said with a remedy", () => {
  const damaged = {code: "store.damaged", remedy: expect.stringContaining("doctor --rebuild")};

  test("a file of another kind", async () => {
    const file = join(folder, "text.sqlite");
    writeFileSync(file, "these are not the tables you are looking for\n".repeat(200));
    await expect(openStore({file})).rejects.toMatchObject({
      ...damaged,
      at: {file},
      message: expect.stringContaining(file)
    });
    expect(readFileSync(file, "utf8")).toContain("not the tables");
  });

  test("a file that was cut", async () => {
    const file = await filled();
    truncateSync(file, Math.floor(statSync(file).size / 3 / 4096) * 4096);
    const use = async () => {
      const store = await openStore({file});
      try {
        await store.db.selectFrom("meta").selectAll().execute();
      } finally {
        await store.close();
      }
    };
    await expect(use()).rejects.toMatchObject(damaged);
  });

  test("pages overwritten in the middle", async () => {
    const file = await filled();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 2);
    writeFileSync(file, bytes);
    const use = async () => {
      const store = await openStore({file});
      try {
        await store.db.selectFrom("meta").selectAll().execute();
      } finally {
        await store.close();
      }
    };
    await expect(use()).rejects.toMatchObject(damaged);
  });

  test("no room: the transaction is gone, the store goes on", async () => {
    const store = await openStore({file: await filled()});
    const pages = (await sql<{page_count: number}>`pragma page_count`.execute(store.db)).rows[0]?.page_count ?? 0;
    await sql`pragma max_page_count = ${sql.lit(pages + 5)}`.execute(store.db);
    const write = store.transaction(async (tx) => {
      await tx.deleteFrom("meta").where("key", "=", "k0").execute();
      for (let index = 0; index < 100; index++) {
        await tx
          .insertInto("meta")
          .values({key: `new${index}`, value: "x".repeat(4000)})
          .execute();
      }
    });
    await expect(write).rejects.toMatchObject({
      code: "storage.full",
      remedy: expect.stringContaining("space")
    });
    const after = await store.db
      .selectFrom("meta")
      .select((the) => the.fn.countAll().as("rows"))
      .execute();
    expect(after).toEqual([{rows: 50}]);
    await store.transaction(async (tx) => tx.deleteFrom("meta").where("key", "=", "k0").execute());
    await store.close();
  });

  test("a folder where nothing may be written", async () => {
    // Root may write everywhere but where the kernel says no.
    const root = process.getuid?.() === 0;
    const closed = root ? "/proc/ashlar" : join(folder, "closed");
    if (!root) mkdirSync(closed, {mode: 0o500});
    const file = join(closed, "state", "state.sqlite");
    await expect(openStore({file})).rejects.toMatchObject({
      code: "storage.denied",
      remedy: expect.stringContaining("right to write")
    });
    if (!root) chmodSync(closed, 0o700);
  });

  test("a file where a folder should be, and a folder where the file should be", async () => {
    const file = join(folder, "plain");
    writeFileSync(file, "");
    await expect(openStore({file: join(file, "state.sqlite")})).rejects.toMatchObject({code: "storage.denied"});
    await expect(openStore({file: folder})).rejects.toMatchObject({code: "storage.denied"});
  });
});
