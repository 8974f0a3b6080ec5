import {spawn} from "node:child_process";
import {once} from "node:events";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import {sql} from "kysely";
import {afterEach, describe, expect, test} from "vitest";
import {instantText} from "../effects.ts";
import {at, organisation, samples} from "./conformance-rows.data.ts";
import {openStore, type StorePlace} from "./open.ts";
import type {Store} from "./store.ts";

/** Text that breaks careless statements. */
const hostile = `'; drop table meta; --\\" \u{1F600} \r\n\t $1 ? ü ${"x".repeat(100_000)}`;

/**
 * What every database behind the state store must hold. `fresh` gives a place where no store is yet; a writer is killed
 * `kills` times. A SQL error that a
 * constraint raises differs between databases, so that only its being raised is asked for.
 */
export function storeConformance(name: string, fresh: () => Promise<StorePlace>, {kills = 20} = {}): void {
  const opened: Store[] = [];
  const open = async (place: StorePlace) => {
    const store = await openStore(place);
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  describe(`${name}: tables`, () => {
    test("are those that are declared", async () => {
      const {db} = await open(await fresh());
      const tables = await db.introspection.getTables();
      expect(tables.map((table) => table.name).toSorted()).toEqual(Object.keys(samples).toSorted());
      for (const table of tables) {
        const sample = Object.entries(samples).find(([key]) => key === table.name)?.[1];
        expect(table.columns.map((column) => column.name).toSorted()).toEqual(
          Object.keys(sample?.row ?? {}).toSorted()
        );
      }
    });

    test.each(Object.entries(samples))(
      "%s: a row is written once, read, changed and removed",
      async (table, {row, changes, ...sample}) => {
        const {db} = await open(await fresh());
        if ("needs" in sample && sample.needs !== undefined) {
          await insertion(sample.needs, samples[sample.needs].row).execute(db);
        }
        const {rows: before} = await sql`select * from ${sql.table(table)}`.execute(db);
        const insert = insertion(table, row);
        await insert.execute(db);
        await expect(insert.execute(db)).rejects.toThrow();
        const key = Object.entries(row).filter(
          ([column]) => column !== changes && row[column as keyof typeof row] !== null
        );
        const where = sql.join(
          key.map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
          sql` and `
        );
        const read = async () => (await sql`select * from ${sql.table(table)} where ${where}`.execute(db)).rows;
        expect(await read()).toEqual([row]);
        await sql`update ${sql.table(table)} set ${sql.ref(changes)} = ${hostile} where ${where}`.execute(db);
        expect(await read()).toEqual([{...row, [changes]: hostile}]);
        await sql`delete from ${sql.table(table)} where ${where}`.execute(db);
        expect((await sql`select * from ${sql.table(table)}`.execute(db)).rows).toEqual(before);
      }
    );

    test("a record has an organisation that exists, and a state that there is", async () => {
      const {db} = await open(await fresh());
      const {row} = samples.snapshot;
      const source = samples.source.row;
      await expect(
        db
          .insertInto("source")
          .values({...source, organisation: "nobody"})
          .execute()
      ).rejects.toThrow();
      const wrong = {...row, state: "lost" as "held"};
      await expect(db.insertInto("snapshot").values(wrong).execute()).rejects.toThrow();
      await expect(
        db
          .insertInto("receipt")
          .values({...samples.receipt.row, pinned: 2})
          .execute()
      ).rejects.toThrow();
    });

    test("two organisations have a source of one name each", async () => {
      const {db} = await open(await fresh());
      await db.insertInto("organisation").values(samples.organisation.row).execute();
      const {row} = samples.source;
      await db
        .insertInto("source")
        .values([row, {...row, organisation: "acme"}])
        .execute();
      const found = await db
        .selectFrom("source")
        .select("organisation")
        .where("id", "=", "aws")
        .orderBy("organisation")
        .execute();
      expect(found).toEqual([{organisation: "acme"}, {organisation}]);
    });

    test("a count is a number", async () => {
      const {db} = await open(await fresh());
      const counted = await db
        .selectFrom("organisation")
        .select((the) => the.fn.countAll().as("rows"))
        .execute();
      expect(counted).toEqual([{rows: 1}]);
    });
  });

  describe(`${name}: order of text`, () => {
    test("of instants is that of time", async () => {
      const {db} = await open(await fresh());
      const milliseconds = [
        0, 1, 999, 1000, 59_999, 951_782_400_000, 1_790_812_799_999, 1_790_812_800_000, 4_102_444_800_000
      ];
      const instants = milliseconds.map((one) => instantText(Temporal.Instant.fromEpochMilliseconds(one)));
      const {row} = samples.event;
      for (const [index, instant] of instants.toReversed().entries()) {
        await db
          .insertInto("event")
          .values({...row, id: String(index), at: instant})
          .execute();
      }
      const found = await db.selectFrom("event").select("at").orderBy("at").execute();
      expect(found.map((event) => event.at)).toEqual(instants);
      const before = await db
        .selectFrom("event")
        .select("at")
        .where("at", "<", instants[5] ?? "")
        .execute();
      expect(before).toHaveLength(5);
    });

    test("of ids is that of their bytes", async () => {
      const {db} = await open(await fresh());
      const keys = ["A", "B", "a", "a-b", "a.b", "aB", "ab", "a_b", "b", "ä", "z", "-a", "01J", "1", "10", "2"];
      await db
        .insertInto("meta")
        .values(keys.map((key) => ({key, value: ""})))
        .execute();
      const found = await db.selectFrom("meta").select("key").orderBy("key").execute();
      const byBytes = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(found.map(({key}) => key)).toEqual(byBytes);
    });
  });

  describe(`${name}: transactions`, () => {
    test("a failure leaves nothing behind and comes through", async () => {
      const store = await open(await fresh());
      const put = (key: string) =>
        store.transaction(async (tx) => {
          await tx.insertInto("meta").values({key, value: ""}).execute();
          throw new Error(`no ${key}`);
        });
      await expect(put("a")).rejects.toThrow("no a");
      const twice = store.transaction(async (tx) => {
        await tx.insertInto("meta").values({key: "b", value: ""}).execute();
        await tx.insertInto("meta").values({key: "b", value: ""}).execute();
      });
      await expect(twice).rejects.toThrow();
      expect(await store.db.selectFrom("meta").selectAll().execute()).toEqual([]);
      expect(await store.transaction(async (tx) => tx.selectFrom("meta").selectAll().execute())).toEqual([]);
    });

    test("nobody sees it before its end", async () => {
      const place = await fresh();
      const [writer, reader] = [await open(place), await open(place)];
      const seen = await writer.transaction(async (tx) => {
        await tx.insertInto("meta").values({key: "a", value: ""}).execute();
        return reader.db.selectFrom("meta").selectAll().execute();
      });
      expect(seen).toEqual([]);
      expect(await reader.db.selectFrom("meta").selectAll().execute()).toHaveLength(1);
    });

    test("that read and then write lose nothing, within one store and between two", async () => {
      const place = await fresh();
      const stores = [await open(place), await open(place)] as const;
      await stores[0].db.insertInto("meta").values({key: "n", value: "0"}).execute();
      const increment = (store: Store) =>
        store.transaction(async (tx) => {
          const {value} = await tx.selectFrom("meta").select("value").where("key", "=", "n").executeTakeFirstOrThrow();
          await new Promise((resolve) => setTimeout(resolve, 2));
          const next = String(Number.parseInt(value, 10) + 1);
          await tx.updateTable("meta").set({value: next}).where("key", "=", "n").execute();
        });
      await Promise.all(stores.flatMap((store) => Array.from({length: 12}, () => increment(store))));
      const {value} = await stores[0].db.selectFrom("meta").select("value").executeTakeFirstOrThrow();
      expect(value).toBe("24");
    });

    test("that decide by what they read, decide one after the other", async () => {
      const place = await fresh();
      const stores = [await open(place), await open(place)] as const;
      const claim = (store: Store, index: number) =>
        store.transaction(async (tx) => {
          const taken = await tx.selectFrom("meta").select("key").where("value", "=", "mine").execute();
          if (taken.length > 0) return false;
          await tx
            .insertInto("meta")
            .values({key: `claim-${index}`, value: "mine"})
            .execute();
          return true;
        });
      const won = await Promise.all(
        Array.from({length: 8}, (_, index) => claim(stores[index % 2 === 0 ? 0 : 1], index))
      );
      expect(won.filter(Boolean)).toHaveLength(1);
    });

    test("refuse the store inside themselves, and only there", async () => {
      const store = await open(await fresh());
      const through = "inside a transaction the store is used through tx alone";
      await expect(store.transaction(() => store.db.selectFrom("meta").selectAll().execute())).rejects.toThrow(through);
      await expect(store.transaction(() => store.transaction(async () => 1))).rejects.toThrow(through);
      const other = await open(await fresh());
      expect(await store.transaction(() => other.db.selectFrom("meta").selectAll().execute())).toEqual([]);
      expect(await store.transaction(async () => 1)).toBe(1);
    });
  });

  describe(`${name}: opening`, () => {
    test("again changes nothing", async () => {
      const place = await fresh();
      const record = async () => (await open(place)).db.selectFrom("migration").selectAll().orderBy("id").execute();
      const first = await record();
      expect(first.length).toBeGreaterThan(0);
      expect(await record()).toEqual(first);
    });

    test("by several at once migrates once", async () => {
      const place = await fresh();
      await Promise.all([
        ...Array.from({length: 3}, () => open(place)),
        ...Array.from({length: 3}, (_, index) => finished(place, `w${index}`, 5))
      ]);
      const {db} = await open(place);
      const ids = (await db.selectFrom("migration").select("id").execute()).map(({id}) => id);
      expect(ids).toEqual([...new Set(ids)]);
      expect(await db.selectFrom("organisation").select("id").execute()).toEqual([{id: organisation}]);
      expect(await db.selectFrom("meta").select("key").execute()).toHaveLength(16);
    });

    test("refuses a store that newer software has changed", async () => {
      const place = await fresh();
      const store = await open(place);
      await store.db.insertInto("migration").values({id: "9999-future", applied_at: at}).execute();
      await expect(openStore(place)).rejects.toMatchObject({
        code: "lake.newer",
        remedy: expect.stringContaining("version")
      });
      expect(
        await store.db.selectFrom("migration").select("id").where("id", "=", "9999-future").execute()
      ).toHaveLength(1);
    });

    test("ends with close, which may be called again", async () => {
      const store = await open(await fresh());
      await store.close();
      await store.close();
      await expect(store.db.selectFrom("meta").selectAll().execute()).rejects.toThrow();
    });
  });

  describe(`${name}: processes`, () => {
    test("two that write lose nothing", async () => {
      const place = await fresh();
      const written = await Promise.all([finished(place, "a", 150), finished(place, "b", 150)]);
      expect(written).toEqual([150, 150]);
      expect(await contents(place)).toEqual({rows: 300, counter: "300"});
    });

    test("one that is killed at any moment loses nothing it has reported", {timeout: 120_000}, async () => {
      const place = await fresh();
      for (let round = 0; round < kills; round++) {
        const reported = await killed(place, `r${round}`, 1 + ((round * 7) % 30));
        const {db} = await open(place);
        const rows = await db.selectFrom("meta").select("key").where("key", "like", `r${round}-%`).execute();
        const keys = new Set(rows.map(({key}) => key));
        expect(
          Array.from({length: reported}, (_, index) => `r${round}-${index}`).filter((key) => !keys.has(key))
        ).toEqual([]);
        // At most the one row that was stored and not yet reported.
        expect(keys.size - reported).toBeLessThanOrEqual(1);
      }
      const {rows, counter} = await contents(place);
      expect(counter).toBe(String(rows));
    });
  });

  async function contents(place: StorePlace): Promise<{rows: number; counter: string | undefined}> {
    const {db, dialect} = await open(place);
    if (dialect === "sqlite") {
      expect((await sql`pragma integrity_check`.execute(db)).rows).toEqual([{integrity_check: "ok"}]);
    }
    const all = await db.selectFrom("meta").selectAll().execute();
    return {rows: all.length - 1, counter: all.find(({key}) => key === "counter")?.value};
  }
}

function insertion(table: string, row: object) {
  const columns = Object.keys(row).map((column) => sql.ref(column));
  return sql`insert into ${sql.table(table)} (${sql.join(columns)}) values (${sql.join(Object.values(row))})`;
}

function writer(place: StorePlace, name: string, count: number) {
  const script = fileURLToPath(new URL("./conformance-writer.ts", import.meta.url));
  return spawn(process.execPath, [script, JSON.stringify(place), name, String(count)], {
    stdio: ["ignore", "pipe", "inherit"]
  });
}

/** Lets a process write, and gives how many rows it has reported. */
async function finished(place: StorePlace, name: string, count: number): Promise<number> {
  const child = writer(place, name, count);
  let reported = -1;
  for await (const _ of createInterface(child.stdout)) reported++;
  return reported;
}

/** Kills a process once it has reported that many rows, and gives how many it had reported in the end. */
async function killed(place: StorePlace, name: string, after: number): Promise<number> {
  const child = writer(place, name, 1_000_000);
  const gone = once(child, "exit");
  let reported = -1;
  for await (const _ of createInterface(child.stdout)) if (++reported === after) child.kill("SIGKILL");
  await gone;
  return reported;
}
