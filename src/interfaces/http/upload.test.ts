import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import type {FastifyInstance} from "fastify";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {charge, csv, inMonth} from "../../lake/fixtures/charges.ts";
import {openSite, type Site} from "./fixtures/site.ts";
import {inOwnProcess} from "./heavy.ts";
import type {Heavy} from "./server-options.ts";

let site: Site;
let app: FastifyInstance;
let address: string;

beforeAll(async () => {
  site = await openSite({data: false});
  app = site.server({heavy: inOwnProcess, uploadLimit: 200_000});
  address = await app.listen({port: 0, host: "127.0.0.1"});
});
afterAll(() => site.close());

type Line = Record<string, unknown>;

async function send(
  files: Readonly<Record<string, string | Uint8Array>>,
  fields: Readonly<Record<string, string>>,
  accept = "application/x-ndjson",
  more: Readonly<Record<string, string>> = {},
  to = address
): Promise<{readonly status: number; readonly headers: Headers; readonly lines: readonly Line[]}> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, bytes] of Object.entries(files))
    form.append("file", new Blob([typeof bytes === "string" ? bytes : Uint8Array.from(bytes)]), name);
  const response = await fetch(`${to}/api/ingest/upload`, {method: "POST", body: form, headers: {accept, ...more}});
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    lines: text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line)
  };
}

const october = csv([charge(), charge({BilledCost: "2.5"})]);

async function billed(): Promise<unknown> {
  return ((await (await fetch(`${address}/api/cost?metric=billed`)).json()) as {totals: unknown}).totals;
}

describe("an upload", () => {
  test("is tried without a trace, then taken in with progress, and unchanged the second time", async () => {
    const dry = await send({"october.csv": october}, {source: "saas", dryRun: "true"});
    expect(dry.lines.at(-1)).toMatchObject({result: {dryRun: true, rows: [{billingPeriod: "2026-10", rows: 2}]}});
    expect(await billed()).toEqual([]);
    const {status, lines} = await send({"october.csv.gz": gzipSync(october)}, {source: "saas"});
    expect(status).toBe(200);
    expect(lines.filter((line) => "stage" in line).length).toBeGreaterThan(1);
    expect(lines.at(-1)).toMatchObject({result: {verdict: "ok", rows: [{status: "published"}]}});
    expect(await billed()).toEqual([{currency: "USD", billed: "3.5"}]);
    const again = await send({"october.csv.gz": gzipSync(october)}, {source: "saas"}, "application/json");
    expect(again.lines[0]).toMatchObject({rows: [{status: "unchanged"}]});
  });

  test("of several files is one delivery, whatever their names", async () => {
    const parts = {
      "../../part.csv": csv([charge({...inMonth("2026-09"), BilledCost: "1"})]),
      "..\\..\\part.csv": csv([charge({...inMonth("2026-09"), BilledCost: "2"})]),
      ".hidden": csv([charge({...inMonth("2026-09"), BilledCost: "4"})])
    };
    const {lines} = await send(parts, {source: "parts"});
    const last = lines.at(-1) as {result?: {rows: {rows: number; files: number}[]}; error?: unknown};
    expect(last.error).toBeUndefined();
    expect(last.result?.rows).toMatchObject([{rows: 3, files: 3}]);
  });

  test("that cannot be read says file, place and remedy, and changes nothing", async () => {
    const before = await billed();
    const broken: Readonly<Record<string, string | Uint8Array>> = {
      "empty.csv": "",
      "header.csv": `${october.split("\n")[0] ?? ""}\n`,
      "text.csv": "hello\nworld\n",
      "cut.csv.gz": gzipSync(october).subarray(0, 60),
      "not.parquet": "PAR1 but not"
    };
    for (const [name, bytes] of Object.entries(broken)) {
      const {lines} = await send({[name]: bytes}, {source: "broken"});
      const {error} = lines.at(-1) as {error: {code: string; status: number; detail: string; remedy?: string}};
      expect({name, status: error.status}).toEqual({name, status: 422});
      expect(JSON.stringify(error)).toContain(name);
      expect(JSON.stringify(error)).not.toContain(site.root);
      expect(JSON.stringify(error)).not.toMatch(/uploads|stack|node_modules/);
    }
    expect(await billed()).toEqual(before);
  });

  test("is refused before it is read: without a file, with a field that is none, too large", async () => {
    expect((await send({}, {source: "x"})).status).toBe(400);
    expect((await send({"a.csv": october}, {})).lines[0]).toMatchObject({
      code: "usage.invalid",
      at: {column: "source"}
    });
    expect((await send({"a.csv": october}, {source: "x", paths: "/etc/passwd"})).status).toBe(400);
    expect((await send({"a.csv": october}, {source: "x", nonsense: "1"})).status).toBe(400);
    const large = await send({"large.csv": "x".repeat(300_000)}, {source: "x"});
    expect(large.lines[0]).toMatchObject({code: "request.too-large", status: 413, at: {file: "large.csv"}});
  });

  test("with an Idempotency-Key is done once: the same bytes get the first answer, others are refused", async () => {
    const runs = async (): Promise<number> =>
      Number(
        /ashlar_writes_total\{operation="ingest",result="done"\} (\d+)/.exec(
          await (await fetch(`${address}/metrics`)).text()
        )?.[1] ?? 0
      );
    const key = {"idempotency-key": "upload-1"};
    const parts = {"march.csv": csv([charge(inMonth("2026-03"))])};
    const first = await send(parts, {source: "once"}, "application/json", key);
    expect(first.lines[0]).toMatchObject({rows: [{status: "published"}]});
    const before = await runs();
    const again = await send(parts, {source: "once"}, "application/json", key);
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"]);
    expect(again.lines).toEqual(first.lines);
    const streamed = await send(parts, {source: "once"}, "application/x-ndjson", key);
    expect(streamed.headers.get("idempotency-replayed")).toBe("true");
    expect(streamed.lines).toEqual([{result: first.lines[0]}]);
    const others = [
      send({"march.csv": csv([charge({...inMonth("2026-03"), BilledCost: "2"})])}, {source: "once"}, undefined, key),
      send(parts, {source: "twice"}, undefined, key),
      send(parts, {source: "once", append: "true"}, "application/json", key),
      send({...parts, "more.csv": october}, {source: "once"}, undefined, key)
    ];
    for (const {status, lines, headers} of await Promise.all(others)) {
      expect([status, lines[0]]).toMatchObject([
        409,
        {code: "request.repeated", detail: expect.stringContaining("another write")}
      ]);
      expect(headers.get("retry-after")).toBeNull();
    }
    expect(await runs()).toBe(before);
  });

  test("that failed may be tried again with its key", async () => {
    const key = {"idempotency-key": "upload-2"};
    expect((await send({"a.csv": "no charges"}, {source: "again"}, "application/json", key)).status).toBe(422);
    const done = await send({"a.csv": csv([charge(inMonth("2026-02"))])}, {source: "again"}, "application/json", key);
    expect(done.lines[0]).toMatchObject({rows: [{status: "published"}]});
  });

  test("that is repeated while it runs is told when to come again", async () => {
    const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const gated: Heavy = async (...call) => {
      begun.resolve();
      await gate.promise;
      return inOwnProcess(...call);
    };
    const other = await site.server({heavy: gated}).listen({port: 0, host: "127.0.0.1"});
    const parts = {"january.csv": csv([charge(inMonth("2026-01"))])};
    const ask = (accept?: string) => send(parts, {source: "slow"}, accept, {"idempotency-key": "upload-3"}, other);
    const first = ask();
    await begun.promise;
    for (const accept of ["application/json", "application/x-ndjson"]) {
      const {status, headers, lines} = await ask(accept);
      expect([status, headers.get("retry-after"), lines[0]]).toMatchObject([409, "2", {code: "request.repeated"}]);
    }
    gate.resolve();
    const {lines} = await first;
    expect(lines.at(-1)).toMatchObject({result: {rows: [{status: "published"}]}});
    expect((await ask("application/json")).lines[0]).toEqual((lines.at(-1) as {result: object}).result);
  });

  test("leaves no file behind", async () => {
    expect(await readdir(join(site.root, ".ashlar", "uploads"))).toEqual([]);
  });
});
