import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtemp, readdir, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {azureServer} from "./fixtures/azure-server.ts";
import type {BucketServer} from "./fixtures/bucket-server.ts";
import {bill, largeBill, putAws, putAzure} from "./fixtures/deliveries.ts";
import {quarry} from "./fixtures/quarry.ts";
import {s3Server} from "./fixtures/s3-server.ts";
import {environmentBy} from "./fixtures/store-suite.ts";
import {troubledProxy} from "./fixtures/troubled-proxy.ts";

const kinds = [
  {
    name: "S3",
    open: s3Server,
    deliver: (server: BucketServer, month: string, name: string, bytes: Buffer) =>
      putAws(server, month, {[name]: bytes})
  },
  {
    name: "Azure Blob Storage",
    open: azureServer,
    deliver: (server: BucketServer, month: string, name: string, bytes: Buffer) =>
      putAzure(server, month, "01", {[name]: bytes})
  }
];

describe.each(kinds)("$name", ({open, deliver}) => {
  test("a process that is killed in the middle of a file leaves nothing wrong, and the next one goes on from there", async () => {
    const server = await open();
    const proxy = await troubledProxy(server.address);
    const root = await mkdtemp(join(tmpdir(), "ashlar-killed-"));
    const environment = environmentBy(server, proxy.address);
    const sources = [{id: "quarry", ...server.source(proxy.address)}];
    const shop = await quarry(sources, environment, {root});
    try {
      await deliver(server, "2026-09", "small.csv.gz", bill("2026-09", ["3"]));
      await shop.sync();
      await deliver(server, "2026-10", "large.csv", largeBill("2026-10", 5000));

      proxy.trouble.stall = 300_000;
      const script = fileURLToPath(new URL("./fixtures/child.ts", import.meta.url));
      const child = spawn(process.execPath, [script, root, JSON.stringify(sources)], {
        stdio: "inherit",
        env: {...process.env, ...environment}
      });
      const ended = once(child, "exit");
      await expect.poll(() => partSize(root)).toBeGreaterThan(100_000);
      expect(child.exitCode).toBeNull();
      child.kill("SIGKILL");
      await ended;
      const left = await partSize(root);
      expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "3"}});

      proxy.trouble.stall = null;
      proxy.calls.length = 0;
      const report = await shop.sync();
      expect(report).toMatchObject({verdict: "ok", rows: [{status: "synced", changed: 1, fetched: 1}]});
      expect(await shop.totals()).toEqual({USD: {rows: 5001, billed: "5003"}});
      const ranges = proxy.calls.filter(({path}) => path.includes("large.csv")).flatMap(({range}) => range ?? []);
      expect(ranges).toEqual([expect.stringMatching(new RegExp(`^bytes=${left}-`))]);
      expect(await shop.sync()).toMatchObject({rows: [{status: "unchanged"}]});
    } finally {
      await shop.close();
      await proxy.close();
      await server.close();
      await rm(root, {recursive: true, force: true});
    }
  });
});

/** Bytes of the file that is being fetched; 0 where there is none. */
async function partSize(root: string): Promise<number> {
  const below = await readdir(join(root, ".ashlar", "staging"), {recursive: true, withFileTypes: true}).catch(() => []);
  const parts = below.filter(({name, parentPath}) => /[\\/]parts$/.test(parentPath) && /^[0-9a-f]{16}$/.test(name));
  const sizes = await Promise.all(parts.map(async ({name, parentPath}) => (await stat(join(parentPath, name))).size));
  return Math.max(0, ...sizes);
}
