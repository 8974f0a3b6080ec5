import {mkdir, symlink, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {openDuckdb} from "../../engine/duckdb/duckdb.ts";
import {literal, sql} from "../../engine/query.ts";
import {parseDeclaration} from "../../focus/importers/declared/load.ts";
import {templateNames} from "../../focus/importers/declared/template-names.ts";
import {templates} from "../../focus/importers/declared/templates.data.ts";
import {importers} from "../../focus/importers/importers.ts";
import type {Output} from "../../operation.ts";
import {workshop, type Workshop} from "../fixtures/workshop.ts";
import type {importerList, importerNew, importerShow, importerTest} from "./importer-contract.ts";
import {importerListOperation, importerShowOperation} from "./importer-list.ts";
import {importerNewOperation} from "./importer-new.ts";
import {importerTestOperation} from "./importer-test.ts";

const shops: Workshop[] = [];
async function open(): Promise<Workshop> {
  const shop = await workshop();
  shops.push(shop);
  return shop;
}
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.close();
});

type Tested = Output<typeof importerTest>;

async function tested(shop: Workshop, importer?: string): Promise<Tested> {
  return shop.run(importerTestOperation, importer === undefined ? {} : {importer});
}

describe("a declaration to begin with", () => {
  test("is written once, and passes its own tests", async () => {
    const shop = await open();
    for (const template of templateNames) {
      const made: Output<typeof importerNew> = await shop.run(importerNewOperation, {id: `own-${template}`, template});
      expect(made).toMatchObject({file: `importers/own-${template}.yaml`, written: true});
    }
    const again = await shop.refusal(() => shop.run(importerNewOperation, {id: "own-labour"}));
    expect(again.code).toBe("name.taken");
    const {verdict, rows, problems} = await tested(shop);
    expect({verdict, problems}).toEqual({verdict: "ok", problems: []});
    expect(rows.map(({status, differences}) => ({status, differences}))).toEqual(
      rows.map(() => ({status: "passed", differences: []}))
    );
    expect(new Set(rows.map(({importer}) => importer)).size).toBe(templateNames.length);
  }, 60_000);

  test("is not written on a dry run, nor under the id of the package's own", async () => {
    const shop = await open();
    const made: Output<typeof importerNew> = await shop.run(importerNewOperation, {id: "wiki", dryRun: true});
    expect(made.written).toBe(false);
    expect(made.text).toContain("id: wiki\n");
    expect((await tested(shop)).rows).toEqual([]);
    expect((await shop.refusal(() => shop.run(importerNewOperation, {id: "openai"}))).code).toBe("name.taken");
  });
});

test("what the declarations to begin with make violates no rule of FOCUS", async () => {
  const shop = await open();
  for (const template of templateNames) {
    await shop.file(`importers/${template}.yaml`, templates[template]);
    const read = parseDeclaration(templates[template], template);
    if ("problems" in read) throw new Error(template);
    const files = (read.form.tests[0]?.files ?? []).flatMap((each) => ("content" in each ? [each] : []));
    const paths = await Promise.all(files.map(({name, content}) => shop.file(`${template}/${name}`, content)));
    await shop.ingest(paths, {source: template, format: template});
  }
  const judged = (await shop.snapshots()).map(({manifest: {source, conformance}}) => ({
    source,
    failed: conformance?.rules.map(({rule}) => rule)
  }));
  expect(judged.length).toBeGreaterThan(templateNames.length);
  expect(judged.filter(({failed}) => failed === undefined || failed.length > 0)).toEqual([]);
}, 60_000);

describe("importer test", () => {
  test("names every difference, and changes nothing in the practice", async () => {
    const shop = await open();
    const text = templates.telecom
      .replace("rows: 4", "rows: 5")
      .replace("billed: 1321.975}", "billed: 1321.98}")
      .replace(
        "{ChargeCategory: Credit, BilledCost: -130}",
        "{ChargeCategory: Credit, BilledCost: -131, ResourceId: none}"
      );
    await shop.file("importers/telecom.yaml", text);
    const {verdict, rows} = await tested(shop, "telecom");
    expect(verdict).toBe("quality");
    expect(rows).toMatchObject([
      {
        importer: "telecom",
        status: "failed",
        rows: 4,
        differences: [
          {what: "rows", expected: "5", found: "4"},
          {what: "billed total of invoice 4711-10, 2026-10, EUR", expected: "1321.98", found: "1321.975"},
          {what: "charge 1, BilledCost", expected: "-131", found: "-130.000000000000000000"},
          {what: "charge 1, ResourceId", expected: "none", found: "nothing"}
        ]
      }
    ]);
    expect(await shop.snapshots()).toEqual([]);
  }, 30_000);

  test("finds a declaration whose rows are not what is billed, and rows that nothing is made of", async () => {
    const shop = await open();
    await shop.file(
      "importers/a.yaml",
      templates.telecom.replace("    when: kind = 'MwSt'", "    when: kind = 'MwSt' and false")
    );
    const [row] = (await tested(shop)).rows;
    expect(row?.differences).toMatchObject([{what: "ingest", found: expect.stringContaining("import.unbalanced")}]);
    await shop.file(
      "importers/a.yaml",
      templates.telecom.replace(
        "skip:\n  - {when: kind = 'Summe', because: a sub-total of lines that are there themselves}\n",
        ""
      )
    );
    const [unmapped] = (await tested(shop)).rows;
    expect(unmapped?.differences).toMatchObject([
      {what: "check unmapped-rows", found: expect.stringContaining("no row and no skip")}
    ]);
  }, 30_000);

  test("takes a file anywhere, samples beside it, and none outside", async () => {
    const shop = await open();
    await mkdir(join(shop.root, "elsewhere", "samples"), {recursive: true});
    const sample = "Date,Team,Role,Hours,Rate,Project\n01/10/2026,core,Engineer,2,10,x\n";
    await writeFile(join(shop.root, "elsewhere", "samples", "hours.csv"), sample);
    await writeFile(join(shop.root, "secret.csv"), sample);
    await symlink(join(shop.root, "secret.csv"), join(shop.root, "elsewhere", "link.csv"));
    const [head = ""] = templates.labour.split("tests:\n");
    const declaration = (file: string): string =>
      `${head}tests:\n  - name: one\n    files: [{file: ${file}}]\n    expect: {rows: 1, totals: [{period: 2026-10, currency: EUR, billed: 20}]}\n`;
    await writeFile(join(shop.root, "elsewhere", "labour.yaml"), declaration("samples/hours.csv"));
    expect(await tested(shop, "elsewhere/labour.yaml")).toMatchObject({verdict: "ok", rows: [{status: "passed"}]});
    for (const outside of ["../secret.csv", "link.csv"]) {
      await writeFile(join(shop.root, "elsewhere", "labour.yaml"), declaration(outside));
      const [row] = (await tested(shop, "elsewhere/labour.yaml")).rows;
      expect(row?.differences).toMatchObject([{found: expect.stringContaining("caller.refused")}]);
    }
    expect((await shop.refusal(() => tested(shop, "gone.yaml"))).code).toBe("input.missing");
    expect((await shop.refusal(() => tested(shop, "gone"))).code).toBe("not-found");
  }, 30_000);

  test("says where a declaration has a mistake, and which has no tests", async () => {
    const shop = await open();
    await shop.file("importers/broken.yaml", templates.labour.replace("hours * rate", "hours * rat"));
    await shop.file(
      "importers/untested.yaml",
      (templates.telecom.split("tests:\n")[0] ?? "").replace("id: telecom", "id: untested")
    );
    const report = await tested(shop);
    expect(report).toMatchObject({
      verdict: "quality",
      rows: [{importer: "untested", status: "untested"}],
      problems: [{file: "importers/broken.yaml", line: 19, column: 17}]
    });
    expect(await tested(shop, "broken")).toMatchObject({verdict: "quality", rows: [], problems: [{line: 19}]});
  }, 30_000);
});

describe("importers", () => {
  test("are listed, those of the practice first, with what is wrong", async () => {
    const shop = await open();
    await shop.file("importers/labour.yaml", templates.labour);
    await shop.file("importers/broken.yaml", "id: x\n");
    const list: Output<typeof importerList> = await shop.run(importerListOperation, {});
    expect(list.rows[0]).toMatchObject({id: "labour", origin: "practice", reads: "table"});
    expect(list.rows.slice(1).map(({id}) => id)).toEqual(importers.map(({id}) => id));
    expect(list.problems.every(({file}) => file === "importers/broken.yaml")).toBe(true);
    expect(list.problems.length).toBeGreaterThan(0);
  });

  test("are shown with the columns that they read", async () => {
    const shop = await open();
    await shop.file("importers/labour.yaml", templates.labour);
    const own: Output<typeof importerShow> = await shop.run(importerShowOperation, {id: "labour"});
    expect(own).toMatchObject({origin: "practice", file: "importers/labour.yaml", text: templates.labour});
    expect(own.rows.find(({column}) => column === "role")).toMatchObject({
      filled: true,
      values: ["Engineer", "Analyst"]
    });
    const built: Output<typeof importerShow> = await shop.run(importerShowOperation, {id: "anthropic"});
    expect(built).toMatchObject({origin: "package", file: null, text: null});
    expect(await shop.refusal(() => shop.run(importerShowOperation, {id: "antropic"}))).toMatchObject({
      code: "not-found",
      message: expect.stringContaining('did you mean "anthropic"')
    });
    await shop.file("importers/broken.yaml", "id: x\n");
    expect((await shop.refusal(() => shop.run(importerShowOperation, {id: "broken"}))).code).toBe("importer.invalid");
  });

  test("of the practice read Parquet as they read CSV, and refuse numbers with more decimals than they state", async () => {
    const shop = await open();
    await shop.file("importers/labour.yaml", templates.labour);
    const write = async (name: string, hours: string): Promise<string> => {
      const folder = join(shop.root, name);
      const engine = await openDuckdb({
        memory: "200MB",
        spill: "1GB",
        parallel: 1,
        spillFolder: join(folder, "spill"),
        allowedDirectories: [shop.root]
      });
      const session = await engine.session();
      await session.run(
        sql`copy (select date '2026-10-01' as "Date", 'core' as "Team", 'Engineer' as "Role",
          ${literal(hours)}::decimal(10, 3) as "Hours", 10::integer as "Rate", 'x' as "Project")
          to ${literal(join(shop.root, `${name}.parquet`))} (format parquet)`
      );
      await session.close();
      await engine.close();
      return `${name}.parquet`;
    };
    const good = await shop.ingest(await write("good", "1.25"));
    expect(good.rows).toMatchObject([{status: "published", rows: 1}]);
    expect(await shop.totals()).toEqual({EUR: {rows: 1, billed: "12.5"}});
    const odd = await write("odd", "1.255");
    expect(await shop.refusal(() => shop.ingest(odd, {source: "other"}))).toMatchObject({
      code: "input.unreadable",
      message: expect.stringContaining("hours has more than 2 decimals")
    });
  }, 30_000);

  test("of the practice read files, and a change of one reads them again", async () => {
    const shop = await open();
    await shop.file("importers/labour.yaml", templates.labour);
    const path = await shop.file("hours.csv", "Date,Team,Role,Hours,Rate,Project\n01/10/2026,core,Engineer,2,10,x\n");
    const first = await shop.ingest(path);
    expect(first.rows).toMatchObject([{status: "published", rows: 1, billingPeriod: "2026-10"}]);
    expect((await shop.ingest(path)).rows).toMatchObject([{status: "unchanged"}]);
    await shop.file("importers/labour.yaml", templates.labour.replace("cost: hours * rate", "cost: hours * rate * 2"));
    expect((await shop.ingest(path)).rows).toMatchObject([{status: "published"}]);
    expect(await shop.totals()).toEqual({EUR: {rows: 1, billed: "40"}});
    await shop.file("importers/labour.yaml", "id: [");
    expect((await shop.refusal(() => shop.ingest(path))).code).toBe("importer.invalid");
  }, 30_000);
});
