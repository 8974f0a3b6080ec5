import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {charge, csv} from "../../lake/fixtures/charges.ts";
import {refusal, type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {type Caller, localCaller} from "../../operation.ts";
import {exportOperation} from "./export.operation.ts";
import type {ExportReport} from "./export.ts";
import {commitments, invoices, periods} from "./fixtures/datasets.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
  const charges = [
    charge({SubAccountId: "mine", BilledCost: "2"}),
    charge({
      SubAccountId: "theirs",
      BilledCost: "3",
      ContractedUnitPrice: "0.777123",
      ListUnitPrice: "1.5",
      PricingCurrencyContractedUnitPrice: "0.777123",
      PricingCurrencyEffectiveCost: "0.666123",
      ContractApplied: '{"Elements":[{"ContractCommitmentAppliedCost":"0.555123"}]}',
      x_ContractedCostInUsd: "0.444123",
      x_Operation: "RunInstances"
    })
  ];
  await shop.ingest(await shop.file("charges.csv", csv(charges)));
  for (const [dataset, text] of Object.entries({commitments, invoices, periods}))
    await shop.ingest(await shop.file(`${dataset}.csv`, text));
});
afterAll(() => shop.close());

const jo = (limits: Partial<Caller>): Caller => ({...localCaller, id: "jo", roles: ["reader"], ...limits});

function exportBy(caller: Caller, input: object): Promise<ExportReport> {
  return exportOperation.run(input, {...shop.context, caller}) as Promise<ExportReport>;
}

async function everything(folder: string): Promise<string> {
  const path = join(shop.root, folder);
  return (await Promise.all((await readdir(path)).map((name) => readFile(join(path, name), "utf8")))).join("\n");
}

describe("PLT-9 a caller", () => {
  test("with a row filter exports those rows, and no dataset that it does not limit", async () => {
    const caller = jo({rowFilter: "subaccount = 'mine'"});
    const report = await exportBy(caller, {folder: "rows"});
    expect(report.datasets.map(({dataset, rows}) => [dataset, rows])).toEqual([["CostAndUsage", 1]]);
    expect(report.rows).toMatchObject([{billed: "2"}]);
    expect(report.notes).toContain("Only charges that you may see are in the files.");
    const text = await everything("rows");
    expect(text).not.toContain("theirs");
    expect(text).not.toContain("x_Operation");
    const widened = await exportBy(caller, {folder: "wide", filter: "subaccount = 'theirs' or billed > 0"});
    expect(widened.rows).toMatchObject([{billed: "2"}]);
    for (const dataset of ["InvoiceDetail", "ContractCommitment", "BillingPeriod"])
      expect((await refusal(() => exportBy(caller, {folder: "no", dataset: [dataset]}))).code).toBe("caller.refused");
  });

  test.for([["contracted"], ["ContractedCost"]])("who may not see %s gets nothing that tells it", async (masked) => {
    const folder = `masked-${masked[0] ?? ""}`;
    const report = await exportBy(jo({masked}), {folder});
    expect(report.hidden).toEqual([
      "ContractApplied",
      "ContractCommitment",
      "ContractedCost",
      "ContractedUnitPrice",
      "PricingCurrencyContractedUnitPrice"
    ]);
    const manifest = JSON.parse(await readFile(join(shop.root, folder, "manifest.json"), "utf8")) as object;
    expect(manifest).toMatchObject({hidden: report.hidden, receipt: {caller: {id: "jo", masked}}});
    expect(report.rows[0]).toMatchObject({billed: "5", effective: "2", contracted: null, list: "2"});
    const files = (await readdir(join(shop.root, folder))).filter((name) => name.endsWith(".csv"));
    expect(files).toEqual(["BillingPeriod-2026-10.csv", "CostAndUsage-2026-10.csv", "InvoiceDetail-2026-10.csv"]);
    const charges = await readFile(join(shop.root, folder, "CostAndUsage-2026-10.csv"), "utf8");
    expect(charges.split("\n")[0]).not.toMatch(/Contract/);
    for (const secret of ["0.777123", "0.555123", "0.444123"]) expect(await everything(folder)).not.toContain(secret);
    expect(charges).toContain("0.666123");
    expect((await refusal(() => exportBy(jo({masked}), {folder: "no", dataset: ["ContractCommitment"]}))).code).toBe(
      "caller.refused"
    );
    expect((await refusal(() => exportBy(jo({masked}), {folder: "no", filter: "ContractedCost > 1"}))).code).toBe(
      "caller.refused"
    );
  });

  test("who may not see billed cost, tags, an extension or a column gets files without them", async () => {
    const masked = ["billed", "tag.team", "x.x_Operation", "description"];
    const report = await exportBy(jo({masked}), {folder: "more"});
    expect(report.hidden).toEqual([
      "BilledCost",
      "ChargeDescription",
      "ContractApplied",
      "ContractCommitment",
      "PaymentCurrencyBilledCost",
      "Tags"
    ]);
    const text = await everything("more");
    for (const secret of ["stone", "RunInstances"]) expect(text).not.toContain(secret);
    expect(report.datasets[0]?.columns).not.toContain("x_Operation");
    expect(report.rows.every(({billed}) => billed === null)).toBe(true);
    expect(report.datasets.find(({dataset}) => dataset === "InvoiceDetail")?.columns).not.toContain("BilledCost");
    const all = await exportBy(jo({masked: ["x"]}), {folder: "no-x"});
    expect(all.datasets[0]?.columns.filter((name) => name.startsWith("x_") && !name.startsWith("x_Kept_"))).toEqual([]);
  });
});
