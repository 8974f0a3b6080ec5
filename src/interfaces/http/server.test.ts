import {readdir} from "node:fs/promises";
import {join} from "node:path";
import type {FastifyInstance} from "fastify";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {z} from "zod";
import {engineOf} from "../../engine/duckdb/open.ts";
import {sql} from "../../engine/query.ts";
import {charge, csv, inMonth} from "../../lake/fixtures/charges.ts";
import {contract, type Operation} from "../../operation.ts";
import {openSite, type Site} from "./fixtures/site.ts";

let site: Site;
let app: FastifyInstance;
let counted = 0;

const countContract = contract({
  name: "test.count",
  summary: "Counts how often it was called.",
  kind: "write",
  input: z.strictObject({by: z.int().default(1), fail: z.boolean().default(false)}),
  output: z.object({count: z.int()})
});
const count: Operation = {
  contract: countContract,
  run: async (given, {progress}) => {
    const {by, fail} = countContract.input.parse(given);
    progress({stage: "count", done: 0, total: by});
    if (fail) throw new Error(`broken at /root/secret/place with 'tag value'`);
    counted += by;
    return {count: counted};
  }
};

beforeAll(async () => {
  site = await openSite();
  app = site.server({}, [count]);
});
afterAll(() => site.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({url, headers});
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({method: "POST", url, payload, headers});

describe("reads", () => {
  test("GET and POST give the same answer, receipt and etag", async () => {
    const asked = await get("/api/cost?by=service&by=provider&period=2026-10");
    const posted = await post("/api/cost/query", {by: ["service", "provider"], period: "2026-10"});
    expect(asked.statusCode).toBe(200);
    const {receipt} = asked.json<{receipt: {id: string}}>();
    expect(asked.headers["etag"]).toContain(receipt.id.slice(0, 32));
    expect(posted.headers["etag"]).toBe(asked.headers["etag"]);
    expect(posted.json<object>()).toMatchObject({receipt: {id: receipt.id}});
  });

  test("an unchanged answer is not sent again, and what changes the data changes the etag", async () => {
    const first = await get("/api/cost?period=2026-09");
    const etag = String(first.headers["etag"]);
    const again = await get("/api/cost?period=2026-09", {"if-none-match": etag});
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    // Counted where it is known before anything is run.
    expect((await get("/metrics")).body).toMatch(/answers_unchanged_total 1\n/);
    expect((await get("/api/cost?period=2026-09&by=service", {"if-none-match": etag})).statusCode).toBe(200);
    await site.file("late.csv", csv([charge({...inMonth("2026-09"), BilledCost: "5"})]));
    await post("/api/ingest", {paths: ["late.csv"], source: "late"});
    const later = await get("/api/cost?period=2026-09", {"if-none-match": etag});
    expect(later.statusCode).toBe(200);
    expect(later.headers["etag"]).not.toBe(etag);
  });

  test("what was answered is answered from memory, under the names that were asked by", async () => {
    const metric = async (): Promise<number> =>
      Number(/answer_cache_total\{result="hit"\} (\d+)/.exec((await get("/metrics")).body)?.[1] ?? 0);
    await get("/api/cost?by=service&period=2026-08");
    const before = await metric();
    const again = await get("/api/cost?by=service&period=2026-08");
    expect(await metric()).toBe(before + 1);
    const renamed = await get("/api/cost?by=ServiceName&period=2026-08");
    expect(renamed.headers["etag"]).toBe(again.headers["etag"]);
    expect(Object.keys(renamed.json<{rows: object[]}>().rows[0] ?? {})).toContain("ServiceName");
    expect(Object.keys(again.json<{rows: object[]}>().rows[0] ?? {})).toContain("service");
  });

  test("the same time by name and by days has one receipt", async () => {
    const named = await get("/api/cost?period=2026-10");
    const days = await get("/api/cost?from=2026-10-01&to=2026-11-01");
    expect(days.headers["etag"]).toBe(named.headers["etag"]);
  });

  test("rows go on by the cursor until all were shown once", async () => {
    const ids: string[] = [];
    let url: string | null = "/api/rows?columns=ResourceId&columns=ServiceName&period=2026-10&limit=7";
    for (let pages = 0; url !== null && pages < 10; pages++) {
      const response = await get(url);
      const {rows, count: all} = response.json<{rows: {ResourceId: string}[]; count: number}>();
      ids.push(...rows.map(({ResourceId}) => ResourceId));
      expect(all).toBe(20);
      url = /<(.*)>; rel="next"/.exec(String(response.headers["link"] ?? ""))?.[1] ?? null;
    }
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  test("lists go on by the cursor, which belongs to its list", async () => {
    const whole = await get("/api/snapshots/list");
    const all = whole.json<{rows: {snapshot: string}[]}>().rows.map(({snapshot}) => snapshot);
    const seen: string[] = [];
    let next: string | null = "/api/snapshots/list?limit=2";
    while (next !== null) {
      const response = await get(next);
      seen.push(...response.json<{rows: {snapshot: string}[]}>().rows.map(({snapshot}) => snapshot));
      next = /<(.*)>; rel="next"/.exec(String(response.headers["link"] ?? ""))?.[1] ?? null;
    }
    expect(seen).toEqual(all);
    const link = String((await get("/api/snapshots/list?limit=2")).headers["link"]);
    const cursor = /cursor=([^>&]+)/.exec(link)?.[1] ?? "";
    const other = await get(`/api/sources/list?cursor=${cursor}`);
    expect([other.statusCode, other.json<{code: string}>().code]).toEqual([400, "usage.invalid"]);
  });

  test("lists and flags of any operation are read from the query", async () => {
    const response = await get("/api/snapshots/list?state=active,held&state=superseded&source=quarry");
    expect(response.statusCode).toBe(200);
    expect((await get("/api/tokens/list?all=true")).statusCode).toBe(200);
    expect((await get("/api/tokens/list?all=perhaps")).json()).toMatchObject({code: "usage.invalid"});
  });
});

describe("REP-O1 PLT-8 forms", () => {
  test("CSV, Markdown and NDJSON are those of the command line", async () => {
    for (const form of ["csv", "md", "ndjson"]) {
      const {out} = await site.cli("cost", "--by", "service", "--period", "2026-10", "--output", form);
      const {body} = await get(`/api/cost?by=service&period=2026-10&format=${form}`);
      const steady = (text: string): string => text.replace(/"asOf":"[^"]*"/g, "");
      expect(steady(body)).toBe(steady(out));
    }
  });

  test("Accept chooses the form too, and the etag tells the forms apart", async () => {
    const text = await get("/api/cost?by=service", {accept: "text/csv"});
    expect(text.headers["content-type"]).toMatch(/^text\/csv/);
    expect(text.headers["etag"]).not.toBe((await get("/api/cost?by=service")).headers["etag"]);
    expect((await get("/api/cost?format=pdf")).json()).toMatchObject({code: "usage.invalid", at: {column: "format"}});
  });

  test("exports of charges have as many as are asked for, and sum to the answer", async () => {
    const {totals, count: all} = (await get("/api/rows?period=2026-10&limit=1")).json<{
      totals: {currency: string; billed: string}[];
      count: number;
    }>();
    const lines = (await get("/api/rows?period=2026-10&limit=1000000&format=ndjson")).body.trim().split("\n");
    expect(lines).toHaveLength(all + 1);
    expect(JSON.parse(lines.at(-1) ?? "")).toHaveProperty("receipt.id");
    const file = await get(
      "/api/rows?period=2026-10&limit=1000000&format=parquet&columns=BilledCost&columns=BillingCurrency&columns=Tags"
    );
    expect(file.headers["content-disposition"]).toBe('attachment; filename="charges.parquet"');
    expect(await parquetSums(file.rawPayload, "BillingCurrency", "BilledCost")).toEqual(
      Object.fromEntries(totals.map(({currency, billed}) => [currency, billed]))
    );
  });

  test("Parquet of an answer has exact decimals", async () => {
    const {totals} = (await get("/api/cost?by=service")).json<{totals: {currency: string; billed: string}[]}>();
    const file = await get("/api/cost?by=service&format=parquet");
    expect(await parquetSums(file.rawPayload, "currency", "billed")).toEqual(
      Object.fromEntries(totals.map(({currency, billed}) => [currency, billed]))
    );
    expect(await readdir(join(site.root, ".ashlar", "exports"))).toEqual([]);
  });

  test("a workbook is one, and says where the exact amounts are", async () => {
    for (const url of [
      "/api/cost?by=service&format=xlsx",
      "/api/rows?format=xlsx&limit=50",
      "/api/sources/list?format=xlsx"
    ]) {
      const {rawPayload, headers, statusCode} = await get(url);
      expect([statusCode, rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
      expect(headers["content-type"]).toContain("spreadsheetml");
    }
    expect((await get("/api/rows?format=xlsx&limit=100001")).json()).toMatchObject({code: "usage.invalid"});
  });

  async function parquetSums(bytes: Buffer, currency: string, amount: string): Promise<Record<string, string>> {
    const path = join(site.root, ".ashlar", "lake", "export-of-a-test.parquet");
    await site.file(".ashlar/lake/export-of-a-test.parquet", bytes);
    const engine = await site.place.context.use(engineOf);
    const {identifier, literal} = await import("../../engine/query.ts");
    const rows = await engine.rows(
      sql`select ${identifier(currency)} as c, sum(${identifier(amount)}) as s, any_value(typeof(${identifier(amount)})) as t
          from read_parquet(${literal(path)}) group by 1`
    );
    for (const row of rows) expect(row["t"]).toBe("DECIMAL(38,18)");
    const {normalise} = await import("../../money/amount.ts");
    return Object.fromEntries(
      rows.map((row) => [String(row["c"]), normalise(String(row["s"]), {trailingZeros: false})])
    );
  }
});

describe("writes", () => {
  test("a repeated key gets the first answer, once done", async () => {
    const key = {"idempotency-key": "one"};
    const first = await post("/api/test/count", {by: 2}, key);
    const again = await post("/api/test/count", {by: 2}, key);
    expect(again.body).toBe(first.body);
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(await post("/api/test/count", {by: 3}, key).then((response) => response.json<object>())).toMatchObject({
      code: "request.repeated",
      status: 409
    });
    const other = await post("/api/test/count", {by: 2}, {"idempotency-key": "two"});
    expect(other.json<{count: number}>().count).toBe(first.json<{count: number}>().count + 2);
  });

  test("what failed may be tried again with its key", async () => {
    const key = {"idempotency-key": "three"};
    expect((await post("/api/test/count", {fail: true}, key)).statusCode).toBe(500);
    expect((await post("/api/test/count", {by: 1}, key)).statusCode).toBe(200);
  });

  test("two calls with one key at a time do the work once", async () => {
    const before = counted;
    const key = {"idempotency-key": "four"};
    const both = await Promise.all([post("/api/test/count", {by: 5}, key), post("/api/test/count", {by: 5}, key)]);
    expect(counted).toBe(before + 5);
    expect(both.map(({statusCode}) => statusCode).every((status) => status === 200 || status === 409)).toBe(true);
  });

  test("progress comes line by line, the result or the problem last", async () => {
    const accept = {accept: "application/x-ndjson"};
    const lines = (text: string): object[] =>
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as object);
    const done = lines((await post("/api/test/count", {by: 1}, accept)).body);
    expect(done).toEqual([{stage: "count", done: 0, total: 1}, {result: {count: counted}}]);
    const failed = lines((await post("/api/test/count", {fail: true}, accept)).body);
    expect(failed.at(-1)).toMatchObject({error: {code: "unexpected", status: 500}});
  });

  test("an unexpected failure shows neither message nor stack nor path", async () => {
    const {body, statusCode} = await post("/api/test/count", {fail: true});
    expect(statusCode).toBe(500);
    expect(body).not.toMatch(/secret|broken|tag value|\bat \/|\.ts/);
    expect(JSON.parse(body)).toMatchObject({
      type: "/api/docs#unexpected",
      requestId: expect.stringMatching(/^[0-9A-Z]{26}$/)
    });
  });

  test("files of the machine outside the practice cannot be named", async () => {
    for (const path of ["/etc/passwd", "../x.csv", "a/../../x", ".\0"]) {
      const response = await post("/api/ingest", {paths: [path], source: "x"});
      expect([path, response.statusCode, response.json<{code: string}>().code]).toEqual([path, 403, "caller.refused"]);
    }
  });
});
