import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, describe, expect, test} from "vitest";
import {azureServer} from "./fixtures/azure-server.ts";
import type {BucketServer} from "./fixtures/bucket-server.ts";
import {bill, putAws, putAzure} from "./fixtures/deliveries.ts";
import {gcsServer} from "./fixtures/gcs-server.ts";
import {quarryOn} from "./fixtures/quarry.ts";
import {s3Server} from "./fixtures/s3-server.ts";
import {webServer} from "./fixtures/web-server.ts";

/** How each vendor delivers, and what its files are called. */
const kinds: readonly {
  readonly name: string;
  readonly open: () => Promise<BucketServer>;
  deliver(server: BucketServer, month: string, run: string, bills: Readonly<Record<string, Buffer>>): Promise<void>;
}[] = [
  {
    name: "S3 with the manifests of AWS Data Exports",
    open: s3Server,
    deliver: (server, month, _, bills) => putAws(server, month, bills)
  },
  {name: "Azure Blob Storage with the manifests of exports", open: azureServer, deliver: putAzure},
  {
    name: "Google Cloud Storage without manifests",
    open: gcsServer,
    deliver: async (server, month, _, bills) => {
      for (const [name, bytes] of Object.entries(bills)) await server.put(`focus/${month}/${name}`, bytes);
    }
  },
  {
    name: "HTTPS with a list",
    open: webServer,
    deliver: async (server, month, _, bills) => {
      for (const [name, bytes] of Object.entries(bills)) await server.put(`${month}/${name}`, bytes);
    }
  }
];

describe.each(kinds)("$name", ({open, deliver}) => {
  let server: BucketServer;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    server = await open();
  });
  afterAll(() => server.close());
  afterEach(async () => {
    await close?.();
    close = undefined;
  });

  test("what is new comes in, nothing comes twice, what changed restates", async () => {
    await deliver(server, "2026-09", "01", {
      "part-1.csv.gz": bill("2026-09", ["10", "20"]),
      "part-2.csv.gz": bill("2026-09", ["0.000000000000000001"])
    });
    await deliver(server, "2026-10", "01", {"part-1.csv.gz": bill("2026-10", ["5", "7"])});
    const place = await quarryOn(server);
    ({close} = place);
    const {shop, proxy} = place;

    const planned = await shop.sync({dryRun: true});
    expect(planned.rows).toMatchObject([{status: "would sync", changed: 2, fetched: 0}]);
    expect(await shop.snapshots()).toEqual([]);

    const first = await shop.sync();
    expect(first).toMatchObject({
      verdict: "ok",
      rows: [{source: "quarry", status: "synced", deliveries: 2, changed: 2, fetched: 3, gone: 0, error: null}],
      deliveries: [
        {period: "2026-09", files: 2, status: "published"},
        {period: "2026-10", files: 1, status: "published"}
      ]
    });
    expect(await shop.totals()).toEqual({USD: {rows: 5, billed: "42.000000000000000001"}});

    proxy.calls.length = 0;
    const second = await shop.sync();
    expect(second).toMatchObject({
      verdict: "ok",
      rows: [{status: "unchanged", changed: 0, fetched: 0, bytes: 0}],
      deliveries: []
    });
    const fetched = proxy.calls.filter(
      ({method, path}) => method === "GET" && /csv\.gz|anifest\.json(\?|$)/.test(path)
    );
    expect(fetched).toEqual([]);

    await deliver(server, "2026-10", "02", {"part-1.csv.gz": bill("2026-10", ["6", "7"])});
    const third = await shop.sync();
    expect(third).toMatchObject({
      rows: [{status: "synced", changed: 1, fetched: 1}],
      deliveries: [{period: "2026-10", status: "published", periods: [{billingPeriod: "2026-10", rowsChange: 0}]}]
    });
    expect(await shop.totals()).toEqual({USD: {rows: 5, billed: "43.000000000000000001"}});
    expect(await readdir(join(shop.root, ".ashlar", "staging", "quarry"))).toEqual(["lock"]);
    expect(
      (await shop.snapshots())
        .flatMap(({manifest}) => manifest.inputs.map(({name}) => name))
        .filter((name) => name.includes("staging"))
    ).toEqual([]);
  });

  test("cut connections and throttling are overcome", async () => {
    const amounts = Array.from({length: 3000}, (_, n) => `${n}.${String((n * 7919) % 1000).padStart(3, "0")}`);
    await deliver(server, "2026-10", "03", {"part-1.csv.gz": bill("2026-10", amounts)});
    const place = await quarryOn(server);
    ({close} = place);
    const {shop, proxy} = place;
    proxy.trouble.refusals = {count: 2, status: 503, retryAfter: "0"};
    proxy.trouble.cuts = {count: 2, after: 6000};
    const report = await shop.sync({since: "2026-10"});
    expect(report.rows).toMatchObject([{status: "synced", fetched: 1, error: null}]);
    expect(proxy.trouble.cuts.count).toBe(0);
    const cents = amounts.reduce((total, amount) => total + BigInt(amount.replace(".", "")), 0n);
    expect(await shop.totals()).toEqual({
      USD: {rows: 3000, billed: `${cents / 1000n}.${String(cents % 1000n).padStart(3, "0")}`.replace(/\.?0+$/, "")}
    });
  });
});
