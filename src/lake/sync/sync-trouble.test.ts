import {existsSync} from "node:fs";
import {mkdir, mkdtemp, readdir, readFile, rm, unlink} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import type {Progress} from "../../operation.ts";
import {charge, csv, inMonth} from "../fixtures/charges.ts";
import {bill, largeBill} from "./fixtures/deliveries.ts";
import {gcsServer} from "./fixtures/gcs-server.ts";
import {type Quarry, quarry, quarryOn} from "./fixtures/quarry.ts";
import {troubledProxy} from "./fixtures/troubled-proxy.ts";
import {webServer, webToken} from "./fixtures/web-server.ts";
import {syncOperation} from "./sync.ts";

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
});

async function onFolder(more: object = {}, settings: object = {}): Promise<Quarry> {
  const shop = await quarry([{id: "quarry", location: "exports", ...more}], {}, {settings});
  closings.push(() => shop.close());
  return shop;
}

async function onBucket(more: object = {}) {
  const server = await gcsServer();
  const place = await quarryOn(server, more);
  closings.push(
    () => server.close(),
    () => place.close()
  );
  return {...place, server};
}

describe("a folder", () => {
  test("is read where it lies, and left as it is", async () => {
    const shop = await onFolder();
    await shop.file("exports/2026-09/a.csv.gz", bill("2026-09", ["1"]));
    await shop.file("exports/2026-10/a.csv.gz", bill("2026-10", ["2"]));
    expect(await shop.sync()).toMatchObject({verdict: "ok", rows: [{status: "synced", fetched: 2}]});
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "3"}});
    expect(await shop.sync()).toMatchObject({rows: [{status: "unchanged"}]});
    await shop.file("exports/2026-10/a.csv.gz", bill("2026-10", ["2", "4"]));
    expect(await shop.sync()).toMatchObject({rows: [{status: "synced", changed: 1, fetched: 1}]});
    expect(await shop.totals()).toEqual({USD: {rows: 3, billed: "7"}});
    expect((await readFile(join(shop.root, "exports/2026-09/a.csv.gz"))).equals(bill("2026-09", ["1"]))).toBe(true);
    expect(await readdir(join(shop.root, "exports/2026-10"))).toEqual(["a.csv.gz"]);
  });

  test("says what is gone, and keeps what came of it", async () => {
    const shop = await onFolder();
    const file = await shop.file("exports/2026-10/a.csv.gz", bill("2026-10", ["2"]));
    await shop.file("exports/2026-09/a.csv.gz", bill("2026-09", ["1"]));
    await shop.sync();
    await unlink(join(shop.root, file));
    expect(await shop.sync()).toMatchObject({verdict: "ok", rows: [{status: "unchanged", gone: 1}]});
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "3"}});
  });

  test("of an AWS export is read by its manifests, and what the vendor cleans up stays", async () => {
    const shop = await onFolder();
    const put = async (month: string, names: readonly string[]) => {
      const data = `focus/data/BILLING_PERIOD=${month}`;
      for (const name of names) await shop.file(`exports/${data}/${name}`, bill(month, ["1"]));
      const dataFiles = names.map((name) => `s3://elsewhere/prefix/${data}/${name}`);
      const manifest = `exports/focus/metadata/BILLING_PERIOD=${month}/focus-Manifest.json`;
      await shop.file(manifest, JSON.stringify({exportName: "focus", dataFiles}));
    };
    await put("2026-09", ["1.csv.gz"]);
    await put("2026-10", ["1.csv.gz", "2.csv.gz"]);
    await shop.file("exports/focus/data/BILLING_PERIOD=2026-10/stray.csv.gz", bill("2026-10", ["1000"]));
    await shop.file("exports/focus/data/BILLING_PERIOD=2026-10/2.csv.gz", bill("2026-10", ["5"]));
    await shop.sync();
    expect(await shop.totals()).toEqual({USD: {rows: 3, billed: "7"}});
    await unlink(join(shop.root, "exports/focus/data/BILLING_PERIOD=2026-09/1.csv.gz"));
    await unlink(join(shop.root, "exports/focus/data/BILLING_PERIOD=2026-10/1.csv.gz"));
    expect(await shop.sync()).toMatchObject({verdict: "ok", rows: [{status: "unchanged", gone: 2}], notes: []});
    expect(await shop.totals()).toEqual({USD: {rows: 3, billed: "7"}});
    // Another manifest that names what is not there yet is of a delivery that is being written.
    await put("2026-10", ["1.csv.gz", "2.csv.gz", "3.csv.gz"]);
    await unlink(join(shop.root, "exports/focus/data/BILLING_PERIOD=2026-10/3.csv.gz"));
    expect(await shop.sync()).toMatchObject({verdict: "partial", rows: [{error: {code: "input.incomplete"}}]});
    expect(await shop.totals()).toEqual({USD: {rows: 3, billed: "7"}});
  });

  test("leaves out earlier months, and fetches again what did not change only where it is told to", async () => {
    const shop = await onFolder({partition: "s-1"});
    await shop.file("exports/2026-09/a.csv.gz", bill("2026-09", ["1"]));
    await shop.file("exports/2026-10/a.csv.gz", bill("2026-10", ["2"]));
    expect(await shop.sync({since: "2026-10"})).toMatchObject({
      deliveries: [{period: "2026-10", periods: [{partition: "s-1"}]}]
    });
    expect(await shop.sync({since: "2026-10", again: true})).toMatchObject({deliveries: [{status: "unchanged"}]});
    expect(await shop.sync()).toMatchObject({deliveries: [{period: "2026-09", status: "published"}]});
  });

  test("increments add up, each restated by itself", async () => {
    const shop = await onFolder({deliveries: "folder"});
    for (const day of ["01", "02"]) await shop.file(`exports/2026/10/${day}/0.csv.gz`, bill("2026-10", ["1", day]));
    await shop.sync();
    expect(await shop.totals()).toEqual({USD: {rows: 4, billed: "5"}});
    await shop.file("exports/2026/10/02/0.csv.gz", bill("2026-10", ["1", "20"]));
    expect(await shop.sync()).toMatchObject({rows: [{changed: 1, fetched: 1}]});
    expect(await shop.totals()).toEqual({USD: {rows: 4, billed: "23"}});
  });

  test("what is held back is said, and not fetched again", async () => {
    const shop = await onFolder();
    await shop.file(
      "exports/2026-10/a.csv",
      csv([charge(inMonth("2026-10")), charge({...inMonth("2026-10"), BilledCost: "much"})])
    );
    expect(await shop.sync()).toMatchObject({
      verdict: "quality",
      rows: [{status: "held"}],
      deliveries: [{status: "held"}]
    });
    expect(await shop.sync()).toMatchObject({verdict: "ok", rows: [{status: "unchanged"}]});
  });
});

describe("failures", () => {
  test("of one source leave the others alone", async () => {
    const shop = await quarry([
      {id: "gone", location: "nowhere"},
      {id: "quarry", location: "exports"}
    ]);
    closings.push(() => shop.close());
    await shop.file("exports/a.csv.gz", bill("2026-10", ["2"]));
    expect(await shop.sync()).toMatchObject({
      verdict: "partial",
      rows: [
        {source: "gone", status: "failed", error: {code: "input.missing"}},
        {source: "quarry", status: "synced", error: null}
      ]
    });
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "2"}});
    expect(await shop.refusal(() => shop.sync({source: "gone"}))).toMatchObject({code: "input.missing"});
    expect(await shop.refusal(() => shop.sync({source: "other"}))).toMatchObject({code: "not-found"});
  });

  test("of one delivery leave the others alone, and it is tried again", async () => {
    const shop = await onFolder();
    await shop.file("exports/2026-09/a.csv.gz", "no gzip at all");
    await shop.file("exports/2026-10/a.csv.gz", bill("2026-10", ["2"]));
    expect(await shop.sync({source: "quarry"})).toMatchObject({
      verdict: "partial",
      deliveries: [
        {period: "2026-09", status: "failed"},
        {period: "2026-10", status: "published"}
      ]
    });
    await shop.file("exports/2026-09/a.csv.gz", bill("2026-09", ["1"]));
    expect(await shop.sync()).toMatchObject({verdict: "ok", deliveries: [{period: "2026-09", status: "published"}]});
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "3"}});
  });

  test("a delivery larger than what may be staged is refused, the next one is not", async () => {
    const {shop, server} = await onBucket();
    const small = await quarry(shop.context.settings.sources, {}, {settings: {lake: {staging: "2KB"}}});
    closings.push(() => small.close());
    await server.put("2026-09/a.csv", largeBill("2026-09", 100));
    await server.put("2026-10/a.csv.gz", bill("2026-10", ["2"]));
    expect(await small.sync()).toMatchObject({
      verdict: "partial",
      rows: [{status: "failed", error: {code: "sync.staging"}}],
      deliveries: [{status: "failed"}, {status: "published"}]
    });
  });

  test("two at once: the second is told, and the first goes on", async () => {
    const {shop, server, proxy} = await onBucket();
    await server.put("2026-10/a.csv", largeBill("2026-10", 2000));
    proxy.trouble.stall = 50_000;
    const abort = new AbortController();
    const first = syncOperation.run({}, {...shop.context, signal: abort.signal}).catch((error: unknown) => error);
    await expect.poll(() => proxy.calls.some(({path}) => path.includes("alt=media"))).toBe(true);
    expect(await shop.refusal(() => shop.sync({source: "quarry"}))).toMatchObject({code: "sync.running"});
    abort.abort();
    expect(await first).toMatchObject({code: "cancelled"});
    proxy.trouble.stall = null;
    expect(await shop.sync()).toMatchObject({verdict: "ok", rows: [{status: "synced"}]});
    expect(await shop.totals()).toEqual({USD: {rows: 2000, billed: "2000"}});
  });

  test("a file that arrives damaged is fetched again, and refused when it stays so", async () => {
    const {shop, server, proxy} = await onBucket();
    await server.put("2026-10/a.csv.gz", bill("2026-10", ["2"]));
    await shop.sync();
    // The list says another sum than the bytes have: what lies between changed them.
    const wrong = await troubledProxy(proxy.address);
    closings.push(() => wrong.close());
    const web = await webServer();
    closings.push(() => web.close());
    const source = {
      id: "damaged",
      location: `${web.address}/exports/list.json`,
      credentials: {token: "ASHLAR_BILLS_TOKEN"}
    };
    const bytes = bill("2026-10", ["2"]);
    await web.put("a.csv.gz", bytes);
    await web.put("list.json", JSON.stringify([{url: "a.csv.gz", size: bytes.length, sha256: "0".repeat(64)}]));
    const damaged = await quarry([source], web.environment);
    closings.push(() => damaged.close());
    expect(await damaged.sync()).toMatchObject({
      deliveries: [{status: "failed", error: "a.csv.gz arrived damaged twice"}]
    });
    expect(await damaged.snapshots()).toEqual([]);
  });

  test("parts that would be told apart in another way are refused: charges would count twice", async () => {
    const shop = await onFolder();
    await shop.file("exports/2026-10/01/a.csv.gz", bill("2026-10", ["1"]));
    await shop.sync();
    await shop.file("exports/2026-10/02/a.csv.gz", bill("2026-10", ["2"]));
    for (const more of [
      {deliveries: "folder"},
      {partition: "s-1"},
      {deliveries: "file", location: "./exports"}
    ] as const) {
      const other = await quarry([{id: "quarry", location: "exports", ...more}], {}, {root: shop.root});
      expect(await other.refusal(() => other.sync({source: "quarry"}))).toMatchObject({code: "replace.refused"});
      await other.close();
    }
    expect(await shop.sync()).toMatchObject({verdict: "ok"});
    expect(await shop.totals()).toEqual({USD: {rows: 2, billed: "3"}});
  });

  test("what was ingested by hand is replaced, or the fetch refused", async () => {
    const shop = await onFolder();
    const file = await shop.file("exports/2026-10/01/a.csv.gz", bill("2026-10", ["1"]));
    await shop.ingest(file);
    const other = await quarry([{id: "quarry", location: "exports", deliveries: "folder"}], {}, {root: shop.root});
    expect(await other.refusal(() => other.sync({source: "quarry"}))).toMatchObject({code: "replace.refused"});
    await other.close();
    await shop.file("exports/2026-10/01/a.csv.gz", bill("2026-10", ["4"]));
    expect(await shop.sync()).toMatchObject({verdict: "ok", rows: [{status: "synced"}]});
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "4"}});
  });

  test("a source that moved is taken in from its new place", async () => {
    const {shop, server} = await onBucket();
    await server.put("2026-10/a.csv.gz", bill("2026-10", ["2"]));
    await shop.sync();
    const moved = await quarry([{id: "quarry", location: "exports"}], {}, {root: shop.root});
    closings.push(() => moved.close());
    await moved.file("exports/2026-10/a.csv.gz", bill("2026-10", ["2", "5"]));
    expect(await moved.sync()).toMatchObject({rows: [{status: "synced", gone: 0}]});
    expect(await moved.totals()).toEqual({USD: {rows: 2, billed: "7"}});
  });
});

test("hostile names never leave the staging folder", async () => {
  const {shop: near, server} = await onBucket({deliveries: "file"});
  const around = await mkdtemp(join(tmpdir(), "ashlar-around-"));
  const root = join(around, "a", "b");
  await mkdir(root, {recursive: true});
  const shop = await quarry(near.context.settings.sources, {}, {root});
  closings.push(
    () => rm(around, {recursive: true, force: true}),
    () => shop.close()
  );
  const names = [
    "../../../evil-1.csv",
    "a/../../../../evil-2.csv",
    "/tmp/evil-3.csv",
    "//evil-4.csv",
    "C:\\evil-5.csv",
    "..\\..\\evil-6.csv",
    "evil\n\u001b[2J-7.csv",
    `${"evil-8".repeat(140)}.csv`,
    "evil-9.csv",
    "evil-9.csv/evil-10.csv",
    "manifest.json/evil-11.csv",
    "%2e%2e%2fevil-12.csv"
  ];
  for (const [n, name] of names.entries()) await server.put(name, bill("2026-10", [String(10 ** n)]));
  const report = await shop.sync();
  expect(report.rows).toMatchObject([{status: "synced", error: null}]);
  // Those with dots for folders are hidden files and are left out; all others came in, each once.
  const visible = names.map((name, n) => (name.split("/").some((part) => /^[._]/.test(part)) ? 0n : 10n ** BigInt(n)));
  const total = visible.reduce((sum, each) => sum + each, 0n);
  expect(await shop.totals()).toEqual({USD: {rows: visible.filter((each) => each > 0n).length, billed: String(total)}});
  expect(existsSync("/tmp/evil-3.csv") || existsSync("/evil-4.csv")).toBe(false);
  const everywhere = await readdir(around, {recursive: true});
  // A lake has the name of a part in one segment of a path, encoded.
  expect(everywhere.filter((path) => path.includes("evil") && !/^a.b.\.ashlar.lake./.test(path))).toEqual([]);
});

describe("secrets", () => {
  const secrets = {
    ASHLAR_TOKEN: "tok-2f61c9d0aa",
    ASHLAR_SAS: "sv=2024-11-04&sp=rl&sig=c2lnbmF0dXJlLTk5%3D",
    AZURE_STORAGE_BILLS:
      "DefaultEndpointsProtocol=http;AccountName=acme;AccountKey=a2V5LTc3;BlobEndpoint=http://127.0.0.1:9/acme;"
  };
  const parts = ["tok-2f61c9d0aa", "c2lnbmF0dXJl", "a2V5LTc3"];

  test.each([403, 500, 404, 301, 418])(
    "are in nothing that is said or kept, whatever the store answers (%s)",
    async (status) => {
      const web = await webServer();
      const proxy = await troubledProxy(web.address);
      proxy.trouble.refusals = {count: 1000, status, retryAfter: "0"};
      const sources = [
        {id: "web", location: `${proxy.address}/exports/index.json`, credentials: {token: "ASHLAR_TOKEN"}},
        {
          id: "sas",
          location: "azblob://acme/bills",
          endpoint: `${proxy.address}/acme`,
          credentials: {sas: "ASHLAR_SAS"}
        },
        {id: "connected", location: "azblob://acme/bills", credentials: {connectionString: "AZURE_STORAGE_BILLS"}}
      ];
      const shop = await quarry(sources, secrets);
      closings.push(
        () => web.close(),
        () => proxy.close(),
        () => shop.close()
      );
      const said: unknown[] = [];
      const context = {...shop.context, progress: (step: Progress) => void said.push(step)};
      const report = await syncOperation.run({}, context);
      expect(report).toMatchObject({
        verdict: "partial",
        rows: [{status: "failed"}, {status: "failed"}, {status: "failed"}]
      });
      said.push(report);
      for (const {id} of sources) {
        const error = await shop.refusal(() => syncOperation.run({source: id}, context));
        said.push([error.message, error.remedy, error.data, String(error.cause), error.stack]);
      }
      const {store} = await shop.lake();
      said.push(await store.db.selectFrom("sync_source").selectAll().execute());
      expect(proxy.calls.some(({path}) => path.includes("sig="))).toBe(true);
      for (const part of parts) expect(JSON.stringify(said)).not.toContain(part);
      for (const file of await readdir(join(shop.root, ".ashlar"), {recursive: true, withFileTypes: true}))
        if (file.isFile()) {
          const text = await readFile(join(file.parentPath, file.name), "latin1");
          for (const part of parts) expect(text).not.toContain(part);
        }
    }
  );

  test("that are not there are named by their variable", async () => {
    const shop = await quarry([
      {id: "web", location: "https://example.com/a.csv", credentials: {token: "ASHLAR_NONE"}}
    ]);
    closings.push(() => shop.close());
    expect(await shop.refusal(() => shop.sync({source: "web"}))).toMatchObject({
      code: "source.refused",
      message: "web: the environment variable ASHLAR_NONE is not set"
    });
    expect(webToken).not.toBe("");
  });

  test("are sent to no other server", async () => {
    const web = await webServer();
    const shop = await quarry(
      [{id: "web", location: `${web.address}/exports/others.json`, credentials: {token: "ASHLAR_BILLS_TOKEN"}}],
      web.environment
    );
    closings.push(
      () => web.close(),
      () => shop.close()
    );
    await web.put("others.json", JSON.stringify(["https://127.0.0.2:9/a.csv"]));
    expect(await shop.refusal(() => shop.sync({source: "web"}))).toMatchObject({
      code: "source.unreachable",
      message: "web: its list names a file on another server"
    });
  });
});
