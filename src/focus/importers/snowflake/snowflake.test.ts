import {describe, expect, test} from "vitest";
import {imported} from "../fixtures/imported.ts";

const header =
  "ORGANIZATION_NAME,CONTRACT_NUMBER,ACCOUNT_LOCATOR,REGION,USAGE_DATE,CURRENCY,USAGE,USAGE_IN_CURRENCY,BALANCE_SOURCE,BILLING_TYPE,RATING_TYPE,SERVICE_TYPE,IS_ADJUSTMENT";

describe("Snowflake", () => {
  test("what is paid from capacity, given and overage are told apart, and credits are the pricing currency", async () => {
    const row = (
      usage: string,
      amount: string,
      source: string,
      type = "consumption",
      rating = "compute",
      adjusted = "false"
    ): string =>
      `ACME,C-1,XY1,EU,2025-10-01,EUR,${usage},${amount},${source},${type},${rating},WAREHOUSE_METERING,${adjusted}`;
    const {rows} = await imported(
      {
        "usage.csv": [
          header,
          row("4", "12.00", "capacity"),
          row("1", "3.00", "overage"),
          row("2", "6.00", "free usage"),
          row("0.5", "10.50", "rollover", "consumption", "storage"),
          row("1", "-3.00", "overage", "consumption", "compute", "TRUE"),
          row("0", "20.00", "overage", "priority support", "")
        ].join("\n")
      },
      [
        "EffectiveCost",
        "BilledCost",
        "ChargeCategory",
        "ChargeClass",
        "CommitmentDiscountId",
        "CommitmentDiscountStatus",
        "PricingCurrency",
        "PricingCurrencyEffectiveCost",
        "PricingCurrencyContractedUnitPrice",
        "PricingUnit",
        "ServiceName"
      ]
    );
    const credits = {PricingCurrency: "Credits", ServiceName: "Snowflake"};
    const used = {
      CommitmentDiscountId: "C-1",
      CommitmentDiscountStatus: "Used",
      BilledCost: "0",
      ChargeCategory: "Usage"
    };
    expect(rows).toEqual([
      {
        ...credits,
        EffectiveCost: "-3",
        BilledCost: "-3",
        ChargeCategory: "Usage",
        ChargeClass: "Correction",
        PricingCurrencyEffectiveCost: "1"
      },
      {...credits, EffectiveCost: "-6", BilledCost: "-6", ChargeCategory: "Credit", PricingCurrencyEffectiveCost: "-2"},
      {
        ...used,
        EffectiveCost: "10.5",
        PricingCurrency: "EUR",
        PricingCurrencyEffectiveCost: "10.5",
        PricingCurrencyContractedUnitPrice: "21",
        PricingUnit: "TB",
        ServiceName: "Snowflake"
      },
      {
        ...used,
        ...credits,
        EffectiveCost: "12",
        PricingCurrencyEffectiveCost: "4",
        PricingCurrencyContractedUnitPrice: "1",
        PricingUnit: "Credits"
      },
      {
        EffectiveCost: "20",
        BilledCost: "20",
        ChargeCategory: "Usage",
        PricingCurrency: "EUR",
        PricingCurrencyEffectiveCost: "20",
        PricingCurrencyContractedUnitPrice: "20",
        PricingUnit: "Units",
        ServiceName: "Snowflake Support"
      },
      {
        ...credits,
        EffectiveCost: "3",
        BilledCost: "3",
        ChargeCategory: "Usage",
        PricingCurrencyEffectiveCost: "1",
        PricingCurrencyContractedUnitPrice: "1",
        PricingUnit: "Credits"
      },
      {
        ...credits,
        EffectiveCost: "6",
        BilledCost: "6",
        ChargeCategory: "Usage",
        PricingCurrencyEffectiveCost: "2",
        PricingCurrencyContractedUnitPrice: "1",
        PricingUnit: "Credits"
      }
    ]);
  });
});
