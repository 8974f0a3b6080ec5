import {describe, expect, test} from "vitest";
import {imported} from "../fixtures/imported.ts";

describe("Confluent", () => {
  test("a cost is after its discount, the list cost before; support and credits have no quantity", async () => {
    const cost = (more: object) => ({start_date: "2025-10-01", end_date: "2025-10-02", granularity: "DAILY", ...more});
    const {rows, report} = await imported(
      {
        "costs.json": JSON.stringify({
          kind: "CostList",
          data: [
            cost({
              product: "KAFKA",
              line_type: "KAFKA_STORAGE",
              amount: 8,
              original_amount: 10,
              discount_amount: 2,
              price: 0.5,
              quantity: 20,
              unit: "GB-hour",
              network_access_type: "INTERNET",
              resource: {id: "lkc-1", display_name: "orders", environment: {id: "env-1"}}
            }),
            cost({product: "SUPPORT_CLOUD_BUSINESS", line_type: "SUPPORT", amount: 100, original_amount: 100}),
            cost({
              product: "KAFKA",
              line_type: "PROMO_CREDIT",
              amount: -3,
              original_amount: -4,
              description: "KAFKA101"
            })
          ]
        })
      },
      [
        "BilledCost",
        "ListCost",
        "ListUnitPrice",
        "ContractedUnitPrice",
        "PricingQuantity",
        "PricingUnit",
        "ChargeCategory",
        "ChargeFrequency",
        "ServiceName",
        "ResourceId",
        "SubAccountId"
      ]
    );
    expect(rows).toEqual([
      {
        BilledCost: "-3",
        ListCost: "-4",
        ChargeCategory: "Credit",
        ChargeFrequency: "One-Time",
        ServiceName: "Confluent Kafka"
      },
      {
        BilledCost: "100",
        ListCost: "100",
        ListUnitPrice: "100",
        ContractedUnitPrice: "100",
        PricingQuantity: "1",
        PricingUnit: "Units",
        ChargeCategory: "Usage",
        ChargeFrequency: "Recurring",
        ServiceName: "Confluent Support"
      },
      {
        BilledCost: "8",
        ListCost: "10",
        ListUnitPrice: "0.5",
        ContractedUnitPrice: "0.4",
        PricingQuantity: "20",
        PricingUnit: "GB-Hours",
        ChargeCategory: "Usage",
        ChargeFrequency: "Usage-Based",
        ServiceName: "Confluent Kafka",
        ResourceId: "lkc-1",
        SubAccountId: "env-1"
      }
    ]);
    expect(report.rows[0]?.checks).toContainEqual(expect.objectContaining({check: "confluent-discount", rows: 1}));
  });
});
