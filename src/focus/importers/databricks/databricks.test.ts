import {describe, expect, test} from "vitest";
import {imported} from "../fixtures/imported.ts";

const usageHeader =
  "account_id,workspace_id,sku_name,cloud,usage_start_time,usage_end_time,custom_tags,usage_unit,usage_quantity,usage_metadata,record_type,ingestion_date,billing_origin_product,usage_type";
const priceHeader = "price_start_time,price_end_time,sku_name,cloud,currency_code,usage_unit,pricing";
const prices = [
  priceHeader,
  `2025-01-01T00:00:00Z,2025-10-01T00:00:00Z,JOBS,AWS,USD,DBU,"{""default"": ""0.1""}"`,
  `2025-10-01T00:00:00Z,,JOBS,AWS,USD,DBU,"{""default"": ""0.2"", ""effective_list"": {""default"": ""0.15""}}"`,
  `2025-10-01T00:00:00Z,,JOBS,AZURE,USD,DBU,"{""default"": ""9""}"`,
  `2025-10-01T00:00:00Z,,JOBS,AWS,EUR,DBU,"{""default"": ""8""}"`
].join("\n");

function usage(start: string, end: string, quantity: string, type = "ORIGINAL", ingested = "2025-10-02"): string {
  return `acc,111,JOBS,AWS,${start},${end},"{""team"": ""a""}",DBU,${quantity},"{""cluster_id"": ""c-1""}",${type},${ingested},JOBS,COMPUTE_TIME`;
}

describe("Databricks", () => {
  test("usage has the price of its cloud and time; what is taken back is a negative row", async () => {
    const {rows} = await imported(
      {
        "usage.csv": [
          usageHeader,
          usage("2025-09-30 23:00:00.000+00:00", "2025-10-01 00:00:00.000+00:00", "10"),
          usage("2025-10-01 00:00:00.000+00:00", "2025-10-01 01:00:00.000+00:00", "10"),
          usage("2025-10-01 00:00:00.000+00:00", "2025-10-01 01:00:00.000+00:00", "-10", "RETRACTION"),
          usage("2025-09-29 00:00:00.000+00:00", "2025-09-29 01:00:00.000+00:00", "4", "RESTATEMENT")
        ].join("\n"),
        "prices.csv": prices
      },
      [
        "BilledCost",
        "ChargePeriodStart",
        "ChargeClass",
        "PricingQuantity",
        "ListUnitPrice",
        "PricingCurrency",
        "PricingCurrencyEffectiveCost",
        "ResourceType",
        "x_CostBasis"
      ]
    );
    const common = {PricingCurrency: "DBU", ResourceType: "Cluster", x_CostBasis: "estimate"};
    expect(rows).toEqual([
      {
        ...common,
        BilledCost: "-1.5",
        ChargePeriodStart: "2025-10-01 00",
        PricingQuantity: "-10",
        ListUnitPrice: "0.15",
        PricingCurrencyEffectiveCost: "-10"
      },
      {
        ...common,
        BilledCost: "0.4",
        ChargePeriodStart: "2025-09-29 00",
        ChargeClass: "Correction",
        PricingCurrencyEffectiveCost: "4"
      },
      {
        ...common,
        BilledCost: "1",
        ChargePeriodStart: "2025-09-30 23",
        PricingQuantity: "10",
        ListUnitPrice: "0.1",
        PricingCurrencyEffectiveCost: "10"
      },
      {
        ...common,
        BilledCost: "1.5",
        ChargePeriodStart: "2025-10-01 00",
        PricingQuantity: "10",
        ListUnitPrice: "0.15",
        PricingCurrencyEffectiveCost: "10"
      }
    ]);
  });

  test("usage without prices has an unknown cost, which is not zero", async () => {
    const file = `${usageHeader}\n${usage("2025-10-01 00:00:00.000+00:00", "2025-10-01 01:00:00.000+00:00", "10")}\n`;
    const {rows, report} = await imported({"usage.csv": file}, ["BilledCost"]);
    expect(rows).toEqual([]);
    expect(report.rows).toMatchObject([
      {status: "held", quarantined: 1, quarantine: [{column: "BilledCost", reason: "is empty"}]}
    ]);
  });
});
