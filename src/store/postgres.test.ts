import pg from "pg";
import {describe, expect, test} from "vitest";
import {freshDatabase, postgresServer} from "../../test/postgres.ts";
import {UserError} from "../errors.ts";
import {storeConformance} from "./conformance.ts";
import {openStore} from "./open.ts";
import {addressOf} from "./postgres-failure.ts";

const server = await postgresServer();
const reason = "unavailable" in server ? ` (${server.unavailable})` : "";
const fresh = () => freshDatabase("url" in server ? server : {url: ""});

async function failureOf(url: string): Promise<UserError> {
  const store = await openStore({url}).catch((error: unknown) => error);
  if (store instanceof UserError) return store;
  throw new Error("no UserError", {cause: store});
}

/** Everything of an error that may be shown or logged. */
const shown = (error: UserError) =>
  [
    error.message,
    error.remedy,
    JSON.stringify(error.data),
    JSON.stringify(error.at),
    String(error.cause),
    JSON.stringify(error.cause)
  ].join();

describe.skipIf("unavailable" in server)(`with a server${reason}`, () => {
  // A killed client cannot harm the server: a few rounds show that what it was told is stored.
  storeConformance("postgres", async () => ({url: await fresh()}), {kills: 5});

  test("a wrong password is told, the password is not", async () => {
    const url = new URL(await fresh());
    url.password = "wrong-secret";
    const error = await failureOf(url.href);
    expect(error).toMatchObject({
      code: "store.unreachable",
      message: expect.stringContaining("password authentication failed")
    });
    expect(shown(error)).not.toContain("wrong-secret");
    expect(error.remedy).toContain("state.url");
  });

  test("a database that is not there", async () => {
    const url = new URL(await fresh());
    url.pathname = "nowhere";
    const error = await failureOf(url.href);
    expect(error).toMatchObject({code: "store.unreachable", message: expect.stringContaining("nowhere")});
    expect(shown(error)).not.toContain(url.password);
  });

  test("a user who may not make tables", async () => {
    const url = new URL(await fresh());
    await run(url.href, `create role r_${url.pathname.slice(6)} login password 'reader-secret'`);
    url.username = `r_${url.pathname.slice(6)}`;
    url.password = "reader-secret";
    const error = await failureOf(url.href);
    expect(error).toMatchObject({code: "storage.denied", message: expect.stringContaining("permission denied")});
    expect(shown(error)).not.toContain("reader-secret");
  });

  test("the tables of another program are left alone", async () => {
    const url = await fresh();
    await run(url, "create table event (n int)");
    const error = await failureOf(url);
    expect(error).toMatchObject({code: "practice.invalid", remedy: expect.stringContaining("of its own")});
    expect(await run(url, "select tablename from pg_tables where schemaname = 'public'")).toEqual([
      {tablename: "event"}
    ]);
  });

  test("a connection that the server ends is replaced", async () => {
    const url = await fresh();
    const store = await openStore({url});
    const cut = store.transaction(async (tx) => {
      await tx.insertInto("meta").values({key: "a", value: ""}).execute();
      await run(
        url,
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
      );
      await tx.insertInto("meta").values({key: "b", value: ""}).execute();
    });
    await expect(cut).rejects.toMatchObject({code: "store.unreachable"});
    expect(await store.db.selectFrom("meta").selectAll().execute()).toEqual([]);
    await store.close();
  });

  test("a transaction whose reads another one changed runs again", async () => {
    const url = await fresh();
    const store = await openStore({url});
    await store.db.insertInto("meta").values({key: "n", value: "0"}).execute();
    let runs = 0;
    await store.transaction(async (tx) => {
      const {value} = await tx.selectFrom("meta").select("value").executeTakeFirstOrThrow();
      // Another writer, seen from outside this transaction.
      if (++runs === 1) await run(url, "update meta set value = '10'");
      await tx
        .updateTable("meta")
        .set({value: String(Number(value) + 1)})
        .execute();
    });
    expect(runs).toBe(2);
    expect(await store.db.selectFrom("meta").select("value").execute()).toEqual([{value: "11"}]);
    await store.close();
  });
});

describe("without a server", () => {
  test("nobody answers", async () => {
    const error = await failureOf("postgres://ashlar:top-secret@127.0.0.1:1/state");
    expect(error).toMatchObject({
      code: "store.unreachable",
      message: expect.stringMatching(
        /^the PostgreSQL database state at 127\.0\.0\.1:1 cannot be reached \(.*ECONNREFUSED/
      ),
      remedy: expect.stringContaining("server runs")
    });
    expect(shown(error)).not.toContain("top-secret");
  });

  test.each([
    "postgres://ashlar:pa/ss-secret@host/state",
    "postgres://ashlar:12/ss-secret@host/state",
    "postgres://ashlar:12?ss-secret@host/state",
    "postgres://ashlar:12#ss-secret@host/state",
    "postgres://host:port-secret/state"
  ])("%s is refused and not repeated", async (url) => {
    const error = await failureOf(url);
    expect(error).toMatchObject({code: "practice.invalid", remedy: expect.stringContaining("%2F")});
    expect(shown(error)).not.toContain("secret");
  });

  test("what a message says of a URL", () => {
    expect(addressOf("postgres://u:p@db.example:6543/cost%20state")).toBe(
      "the PostgreSQL database cost state at db.example:6543"
    );
    expect(addressOf("postgresql://u:p@db.example")).toBe("the PostgreSQL database (default) at db.example:5432");
    expect(addressOf("postgres:///x?host=/run/pg&password=s")).toBe("the PostgreSQL database x at /run/pg:5432");
  });
});

async function run(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}
