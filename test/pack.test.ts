import {execFile} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, dirname, join, relative} from "node:path";
import {promisify} from "node:util";
import {publint} from "publint";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {operations} from "../src/operations.ts";
import {root} from "./source.ts";

const run = promisify(execFile);
const shell = process.platform === "win32";
const ingests = ["ingest", "cost"].every((name) => operations.some(({contract}) => contract.name === name));

/** What packing makes anew, or does not look at. */
const left = [".git", ".ashlar", "ashlar-demo", "coverage", "dist", "node_modules"];

/** Packing builds, and pages that other tests have open are served from what the checkout has built. */
function copyCheckout(target: string): void {
  cpSync(root, target, {recursive: true, filter: (file) => !left.includes(relative(root, file))});
  symlinkSync(join(root, "node_modules"), join(target, "node_modules"), "junction");
}

/** A folder into which the packed software was installed like any other package, with nothing else in it. */
describe("the packed software", () => {
  const folder = mkdtempSync(join(tmpdir(), "ashlar-pack-"));
  const checkout = join(folder, "checkout");
  const installed = join(folder, "installed");
  const bin = join(installed, "node_modules", ".bin", "ashlar");
  const env = {...process.env, PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter)};
  const npm = async (args: readonly string[], cwd: string): Promise<string> =>
    (await run("npm", [...args], {cwd, env, shell, maxBuffer: 2 ** 26})).stdout;

  beforeAll(async () => {
    copyCheckout(checkout);
    await npm(["pack", "--pack-destination", folder, "--loglevel=error"], checkout);
    const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
    mkdirSync(installed);
    writeFileSync(join(installed, "package.json"), '{"private": true}');
    await npm(
      ["install", join(folder, tarball), "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"],
      installed
    );
  }, 300_000);

  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  test("has the sources as JavaScript and no tests", () => {
    const files = readdirSync(join(installed, "node_modules", "ashlar"), {recursive: true, encoding: "utf8"});
    expect(files).toContain(join("dist", "src", "interfaces", "cli", "main.js"));
    const unwanted = files.filter(
      (name) => !/node_modules/.test(name) && /\.ts$|\.test\.|fixtures|^(src|test|bench)[\\/]/.test(name)
    );
    expect(unwanted).toEqual([]);
  });

  test("is as npm and its readers want it", async () => {
    const {messages} = await publint({
      pkgDir: join(installed, "node_modules", "ashlar"),
      level: "warning",
      pack: false
    });
    expect(messages).toEqual([]);
  });

  test("says its version", async () => {
    const {stdout, stderr} = await run(bin, ["--version"], {cwd: installed, env, shell});
    expect({stdout, stderr}).toEqual({stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, stderr: ""});
  });

  test("has help for every command", async () => {
    const {stdout} = await run(bin, ["--help"], {cwd: installed, env, shell});
    for (const {contract} of operations) expect(stdout).toContain(`  ${contract.name.split(".")[0] ?? ""}`);
  });

  test("has the framework with it", async () => {
    const {stdout} = await run(bin, ["framework", "list", "capabilities", "--edition", "2026", "--output", "json"], {
      cwd: installed,
      env,
      shell
    });
    const {rows, licence} = JSON.parse(stdout) as {rows: unknown[]; licence: string};
    expect({capabilities: rows.length, licence}).toEqual({capabilities: 22, licence: "CC BY 4.0"});
  });

  test("has the library with it", async () => {
    const {stdout} = await run(bin, ["library", "show", "allocation", "--section", "walk"], {
      cwd: installed,
      env,
      shell
    });
    expect(stdout).toMatch(/^## Walk\n/);
  });

  test("has the rules of FOCUS with it", async () => {
    const file = join(installed, "b.csv");
    writeFileSync(file, focusSample());
    const {stdout} = await run(bin, ["validate", file, "--fail-on", "never", "--output", "json"], {
      cwd: installed,
      env,
      shell,
      maxBuffer: 2 ** 26
    });
    const {rows} = JSON.parse(stdout) as {rows: {rule: string; verdict: string}[]};
    expect(rows.find(({rule}) => rule === "BilledCost-C-003-M")?.verdict).toBe("pass");
  });

  test.runIf(ingests)("ingests a file and answers a question about it", async () => {
    const file = join(installed, "a.csv");
    writeFileSync(file, focusSample());
    await run(bin, ["ingest", file, "--source", "t"], {cwd: installed, env, shell});
    const {stdout} = await run(bin, ["cost", "--metric", "billed", "--output", "json"], {cwd: installed, env, shell});
    const {totals} = JSON.parse(stdout) as {totals: unknown};
    expect(totals).toMatchObject([{currency: "USD", billed: "12.345"}]);
  });
});

/** One charge of 12.345 USD with the mandatory columns of FOCUS 1.2. */
function focusSample(): string {
  const row: Readonly<Record<string, string>> = {
    BilledCost: "12.345",
    BillingAccountId: "1",
    BillingAccountName: "one",
    BillingAccountType: "Account",
    BillingCurrency: "USD",
    BillingPeriodEnd: "2026-11-01T00:00:00Z",
    BillingPeriodStart: "2026-10-01T00:00:00Z",
    ChargeCategory: "Usage",
    ChargeClass: "",
    ChargeDescription: "a charge",
    ChargeFrequency: "Usage-Based",
    ChargePeriodEnd: "2026-10-02T00:00:00Z",
    ChargePeriodStart: "2026-10-01T00:00:00Z",
    ContractedCost: "12.345",
    EffectiveCost: "12.345",
    InvoiceIssuerName: "Vendor",
    ListCost: "12.345",
    PricingQuantity: "1",
    PricingUnit: "Hours",
    ProviderName: "Vendor",
    PublisherName: "Vendor",
    ServiceCategory: "Compute",
    ServiceName: "Machines",
    ServiceSubcategory: "Virtual Machines"
  };
  return `${Object.keys(row).join(",")}\n${Object.values(row).join(",")}\n`;
}
