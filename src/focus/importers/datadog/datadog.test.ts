import {describe, expect, test} from "vitest";
import {imported} from "../fixtures/imported.ts";

function answer(date: string, charges: readonly (readonly [string, string, number])[], total: number): string {
  return JSON.stringify({
    data: [
      {
        type: "cost_by_org",
        attributes: {
          public_id: "o1",
          org_name: "Acme",
          date,
          total_cost: total,
          charges: charges.map(([product_name, charge_type, cost]) => ({product_name, charge_type, cost}))
        }
      }
    ]
  });
}

const columns = [
  "BilledCost",
  "PricingCategory",
  "ChargeFrequency",
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "SkuId",
  "x_CostBasis"
];

describe("Datadog", () => {
  test("a total is not counted beside its parts, and is where it stands alone", async () => {
    const {rows, report} = await imported(
      {
        "historical.json": answer(
          "2025-09-01T00:00:00Z",
          [
            ["infra_host", "committed", 100],
            ["infra_host", "on_demand", 20.5],
            ["infra_host", "total", 120.5],
            ["apm", "total", 7]
          ],
          130
        )
      },
      columns
    );
    const month = {ChargePeriodStart: "2025-09-01 00", ChargePeriodEnd: "2025-10-01 00", x_CostBasis: "billed"};
    expect(rows).toEqual([
      {...month, BilledCost: "100", PricingCategory: "Committed", ChargeFrequency: "Recurring", SkuId: "infra_host"},
      {...month, BilledCost: "20.5", PricingCategory: "Standard", ChargeFrequency: "Usage-Based", SkuId: "infra_host"},
      {...month, BilledCost: "7", PricingCategory: "Standard", ChargeFrequency: "Usage-Based", SkuId: "apm"}
    ]);
    expect(report.rows[0]?.checks).toContainEqual(expect.objectContaining({check: "datadog-total", level: "warning"}));
  });

  test("of costs so far only the last day of a month counts", async () => {
    const {rows} = await imported(
      {
        "10.json": answer("2025-10-10T00:00:00Z", [["apm", "on_demand", 10]], 10),
        "11.json": answer("2025-10-11T00:00:00Z", [["apm", "on_demand", 12]], 12)
      },
      columns
    );
    expect(rows).toMatchObject([{BilledCost: "12", ChargePeriodEnd: "2025-10-12 00", x_CostBasis: "estimate"}]);
  });
});
