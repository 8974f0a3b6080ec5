import {chmod, mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {charge, csv} from "./fixtures/charges.ts";
import {spawnChild} from "./fixtures/spawn-child.ts";
import {refusal, refusalWithoutTrace, type Workshop, workshop} from "./fixtures/workshop.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

const dollar = csv([charge()]);

describe("input that cannot be had", () => {
  test("a file that is not there", async () => {
    await shop.ingest(await shop.file("there.csv", dollar));
    for (const paths of [["gone.csv"], ["there.csv", "gone.csv"], ["there.csv/below.csv"], ["../../gone/x.csv"]]) {
      const error = await refusalWithoutTrace(shop, () => shop.ingest(paths));
      expect([error.code, error.exit, error.at?.file]).toEqual(["input.missing", 1, paths.at(-1)]);
      expect(error.message).not.toContain(shop.root);
      expect(error.remedy).toMatch(/\.$/);
    }
  });

  test("a folder without data", async () => {
    await mkdir(join(shop.root, "empty"));
    const error = await refusalWithoutTrace(shop, () => shop.ingest("empty"));
    expect([error.code, error.message]).toEqual(["input.missing", "No CSV or Parquet files in empty"]);
  });

  test("a file and a folder without permission", async () => {
    await shop.file("closed.csv", dollar);
    await shop.file("closed/a.csv", dollar);
    await shop.lake();
    await chmod(shop.root, 0o755);
    await chmod(join(shop.root, "closed.csv"), 0);
    await chmod(join(shop.root, "closed"), 0);
    for (const name of ["closed.csv", "closed"]) {
      const child = spawnChild("ingest-unprivileged", shop.root, [name]);
      const {errors} = await child.ended;
      expect([errors, child.said.at(-1)]).toEqual([
        "",
        {
          code: "input.missing",
          message: `${name} may not be read`,
          remedy: "Check the permissions of the file and of the folders above it.",
          exit: 1,
          at: {file: name}
        }
      ]);
    }
    await chmod(join(shop.root, "closed"), 0o755);
    expect(await shop.totals()).toEqual({});
  });

  test("a file that changes while it is read", async () => {
    await shop.ingest(await shop.file("there.csv", dollar));
    const path = join(shop.root, await shop.file("growing.csv", csv([charge({BilledCost: "7"})])));
    const own = await workshop({root: shop.root});
    const progress = own.context.progress;
    try {
      Object.assign(own.context, {
        progress: (step: {stage: string; done?: number}) => {
          progress(step);
          if (step.stage === "read" && step.done === 0) grow(path);
        }
      });
      const error = await refusalWithoutTrace(shop, () => own.ingest("growing.csv"));
      expect([error.code, error.exit, error.at?.file]).toEqual(["input.changed", 4, "growing.csv"]);
      expect(error.remedy).toMatch(/Nothing was changed/);
    } finally {
      await own.close();
    }
  });
});

function grow(path: string): void {
  // Synchronous, so that it happens before the next read.
  process.getBuiltinModule("node:fs").appendFileSync(path, dollar.split("\n")[1] ?? "");
}

describe("a place that cannot be written", () => {
  test("a practice whose data folder is a file", async () => {
    await writeFile(join(shop.root, ".ashlar"), "");
    const error = await refusal(() => shop.ingest("a.csv"));
    expect([error.code, error.exit]).toEqual(["storage.denied", 1]);
    expect(error.message).toContain(".ashlar");
    expect(error.remedy).toMatch(/--practice/);
  });

  test("a lake that is a file", async () => {
    await mkdir(join(shop.root, ".ashlar"));
    await writeFile(join(shop.root, ".ashlar", "lake"), "");
    const error = await refusal(() => shop.ingest("a.csv"));
    expect([error.code, error.exit]).toEqual(["storage.denied", 1]);
    expect(error.remedy).toMatch(/Check that it is a folder/);
  });

  test("a full disk leaves everything as it was", {timeout: 60_000}, async () => {
    await shop.ingest(await shop.file("there.csv", dollar));
    const before = {files: await shop.lakeFiles(), totals: await shop.totals()};
    const random = (): string => [1, 2, 3].map(() => Math.random().toString(36).slice(2)).join("");
    const many = Array.from({length: 20_000}, () => charge({ChargeDescription: random(), ResourceId: random()}));
    await shop.file("large.csv", csv(many));
    const packed = process.getBuiltinModule("node:zlib").gzipSync(csv(many));
    await shop.file("large.csv.gz", packed);
    for (const name of ["large.csv", "large.csv.gz"]) {
      // Files of at most 600 blocks of a kilobyte; the signal that a process is sent otherwise is ignored.
      const child = spawnChild("ingest", shop.root, [name], "trap '' XFSZ; ulimit -f 600");
      const {errors} = await child.ended;
      expect([errors, child.said.at(-1)]).toMatchObject(["", {code: "storage.full", exit: 1}]);
      expect({files: await shop.lakeFiles(), totals: await shop.totals()}).toEqual(before);
    }
    await shop.ingest("large.csv");
    expect(await shop.totals()).toEqual({USD: {rows: 20_000, billed: "20000"}});
  });
});

describe("a practice of newer software is not touched", () => {
  test("by the layout of its lake", async () => {
    await shop.ingest(await shop.file("a.csv", dollar));
    await shop.reopen();
    const path = join(shop.root, ".ashlar", "lake", "lake.json");
    for (const text of ['{"layout": 2}', '{"layout":99999999999999999999}', "{}"]) {
      await writeFile(path, text);
      const files = await shop.lakeFiles();
      const error = await refusal(() => shop.ingest("a.csv"));
      expect([error.code, error.exit]).toEqual(["lake.newer", 1]);
      expect(error.remedy).toMatch(/Update Ashlar.*not touched/);
      expect(await readFile(path, "utf8")).toBe(text);
      expect(await shop.lakeFiles()).toEqual(files);
    }
  });

  test("by the steps of its state store", async () => {
    await shop.ingest(await shop.file("a.csv", dollar));
    const lake = await shop.lake();
    await lake.store.db
      .insertInto("migration")
      .values({id: "9999-later", applied_at: "2099-01-01T00:00:00.000Z"})
      .execute();
    await shop.reopen();
    expect((await refusal(() => shop.ingest("a.csv"))).code).toBe("lake.newer");
  });

  test("by the layout of a manifest", async () => {
    await shop.ingest(await shop.file("a.csv", dollar));
    const lake = await shop.lake();
    const [snapshot] = await shop.snapshots();
    const manifest = JSON.stringify({...snapshot?.manifest, layout: 2});
    await lake.store.db.updateTable("snapshot").set({manifest}).execute();
    expect((await refusal(() => shop.totals())).code).toBe("lake.newer");
  });
});

describe("names", () => {
  test.for([
    "../up",
    "A",
    "a/b",
    "",
    "a b",
    "a\0",
    "💰",
    "a".repeat(65),
    "'; drop table snapshot; --",
    "__proto__",
    "-x",
    "%00"
  ])("source %j is refused", async (source) => {
    const error = await refusal(async () => shop.ingest(await shop.file("a.csv", dollar), {source}));
    expect([error.code, error.exit, error.at?.column]).toEqual(["usage.invalid", 2, "source"]);
  });

  test.for([
    "it's.csv",
    'a"b.csv',
    "a;b.csv",
    "💰 \u202Etxt.csv",
    "%00.csv",
    "a*b?[c].csv",
    "a\nb.csv",
    "-x.csv",
    "drop table.csv"
  ])("file %j is read", async (name) => {
    await shop.ingest(await shop.file(name, dollar));
    expect(await shop.totals()).toEqual({USD: {rows: 1, billed: "1"}});
  });
});
