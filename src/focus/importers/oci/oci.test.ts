import {afterEach, beforeEach, expect, test} from "vitest";
import {sql} from "../../../engine/query.ts";
import {workshop, type Workshop} from "../../../lake/fixtures/workshop.ts";
import {normalise} from "../../../money/amount.ts";
import {csvText} from "../fixtures/dice.ts";

let shop: Workshop;

beforeEach(async () => {
  shop = await workshop();
});
afterEach(() => shop.close());

type Line = Readonly<Record<string, string>>;

const line = (fields: Line): Line => ({
  "lineItem/referenceNo": "r",
  "lineItem/tenantId": "ocid1.tenancy.oc1..t",
  "lineItem/intervalUsageStart": "2026-09-13T10:00Z",
  "lineItem/intervalUsageEnd": "2026-09-13T11:00:00Z",
  "product/service": "COMPUTE",
  "product/resourceId": "ocid1.instance.oc1.iad.x",
  "usage/billedQuantity": "4",
  "cost/subscriptionId": "1",
  "cost/productSku": "B1",
  "product/Description": "E4 OCPU",
  "cost/unitPrice": "0.5",
  "cost/myCost": "2",
  "cost/myCostOverage": "",
  "cost/currencyCode": "USD",
  "cost/billingUnitReadable": "",
  "lineItem/isCorrection": "false",
  "lineItem/backreferenceNo": "b",
  "tags/ops.team": "",
  ...fields
});

async function imported(...lines: readonly Line[]) {
  await shop.file("cost.csv", csvText(Object.keys(line({})), lines));
  return shop.ingest("cost.csv");
}

const plain = (value: unknown): string => normalise(String(value), {trailingZeros: false});

test("a line becomes a charge", async () => {
  await imported(line({"tags/ops.team": 'own, "x"'}));
  const [row] = await shop.rows(sql`select * from charges`);
  expect(row).toMatchObject({
    ChargeCategory: "Usage",
    ChargeClass: null,
    BillingAccountId: "1",
    SubAccountId: "ocid1.tenancy.oc1..t",
    BillingPeriodStart: "2026-09-01T00:00:00Z",
    ChargePeriodStart: "2026-09-13T10:00:00Z",
    ContractedUnitPrice: "0.500000000000000000",
    ServiceCategory: "Compute",
    ResourceType: "instance",
    Tags: {"ops.team": 'own, "x"'}
  });
});

test("a correction is told by isCorrection alone, and its prices stay positive", async () => {
  await imported(line({"lineItem/isCorrection": "TRUE", "cost/myCost": "-2", "usage/billedQuantity": "4"}));
  const [row] = await shop.rows(sql`select * from charges`);
  expect([
    row?.["ChargeClass"],
    plain(row?.["BilledCost"]),
    plain(row?.["ContractedUnitPrice"]),
    plain(row?.["PricingQuantity"])
  ]).toEqual(["Correction", "-2", "0.5", "-4"]);
});

test("Universal Credits are billed their overage, and who pays as they go all of it", async () => {
  const report = await imported(
    line({"cost/subscriptionId": "credits", "cost/myCost": "2", "cost/myCostOverage": "0"}),
    line({"cost/subscriptionId": "credits", "cost/myCost": "3"}),
    line({"cost/subscriptionId": "credits", "cost/myCost": "5", "cost/myCostOverage": "1.5"}),
    line({"cost/subscriptionId": "go", "cost/myCost": "7"})
  );
  const rows =
    await shop.rows(sql`select "BillingAccountId" as a, cast(sum("BilledCost") as varchar) as b, cast(sum("EffectiveCost") as varchar) as e
    from charges group by 1 order by 1`);
  expect(rows.map(({a, b, e}) => [a, plain(b), plain(e)])).toEqual([
    ["credits", "1.5", "10"],
    ["go", "7", "7"]
  ]);
  expect(report.rows[0]?.checks.filter(({check}) => check === "billed-basis")).toHaveLength(2);
});

test("units are written as FOCUS has them", async () => {
  const units: Readonly<Record<string, string>> = {
    "OCPU Per Hour": "OCPU-Hours",
    "OCPU Hours": "OCPU-Hours",
    "GiB HOURS": "GiB-Hours",
    "Gigabyte Storage Capacity Per Month": "GB-Months",
    "Gigabyte Per Month": "GB-Months",
    "10,000 Requests Per Month": "10000 Requests",
    "Load Balancer Hour": "Load Balancer-Hours",
    Hour: "Hours",
    Each: "Each",
    "": "Units"
  };
  await imported(
    ...Object.keys(units).map((unit) => line({"cost/billingUnitReadable": unit, "product/Description": `u ${unit}`}))
  );
  const rows = await shop.rows(sql`select "ChargeDescription" as d, "PricingUnit" as u from charges`);
  expect(Object.fromEntries(rows.map(({d, u}) => [String(d).slice(2), u]))).toEqual(units);
});

test("Oracle's own FOCUS report is read as 1.0-preview, with its extras kept", async () => {
  await shop.file(
    "focus.csv",
    csvText(
      [
        "BilledCost",
        "BillingAccountId",
        "BillingCurrency",
        "BillingPeriodEnd",
        "BillingPeriodStart",
        "ChargeCategory",
        "ChargePeriodEnd",
        "ChargePeriodStart",
        "ChargeSubcategory",
        "EffectiveCost",
        "InvoiceIssuer",
        "PricingCategory",
        "Provider",
        "Publisher",
        "Region",
        "ServiceName",
        "UsageQuantity",
        "UsageUnit",
        "oci_CompartmentName",
        "oci_OverageFlag"
      ],
      [
        {
          BilledCost: "1.25",
          BillingAccountId: "6",
          BillingCurrency: "USD",
          BillingPeriodEnd: "2026-10-01T00:00Z",
          BillingPeriodStart: "2026-09-01T00:00Z",
          ChargeCategory: "Usage",
          ChargePeriodEnd: "2026-09-05T01:00Z",
          ChargePeriodStart: "2026-09-05T00:00Z",
          ChargeSubcategory: "On-Demand",
          EffectiveCost: "1.25",
          InvoiceIssuer: "Oracle",
          PricingCategory: "On-Demand",
          Provider: "Oracle",
          Publisher: "Oracle",
          Region: "us-ashburn-1",
          ServiceName: "COMPUTE",
          UsageQuantity: "5",
          UsageUnit: "OCPU",
          oci_CompartmentName: "mill",
          oci_OverageFlag: "N"
        }
      ]
    )
  );
  const report = await shop.ingest("focus.csv");
  expect(report.rows[0]).toMatchObject({flavour: "oci", focusVersion: "1.0-preview"});
  const [row] = await shop.rows(sql`select * from charges`);
  expect(row).toMatchObject({
    ProviderName: "Oracle",
    RegionId: "us-ashburn-1",
    ConsumedUnit: "OCPU",
    PricingCategory: "Standard"
  });
  expect(row?.["x"]).toMatchObject({oci_CompartmentName: "mill", oci_OverageFlag: "N"});
});
