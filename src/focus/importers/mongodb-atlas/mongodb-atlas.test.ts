import {describe, expect, test} from "vitest";
import {imported} from "../fixtures/imported.ts";

const line = {
  sku: "ATLAS_AWS_INSTANCE_M30",
  groupId: "g1",
  startDate: "2025-10-01T00:00:00Z",
  endDate: "2025-10-02T00:00:00Z"
};

function invoice(more: object): string {
  return JSON.stringify({
    id: "inv-1",
    orgId: "org-1",
    statusName: "PAID",
    startDate: "2025-10-01T00:00:00Z",
    endDate: "2025-11-01T00:00:00Z",
    salesTaxCents: 0,
    ...more
  });
}

const columns = ["BilledCost", "EffectiveCost", "ChargeCategory", "InvoiceId", "SkuId", "ListUnitPrice", "Tags"];

describe("MongoDB Atlas", () => {
  test("cents of lines are dollars, credits are credits, and the tax is a row of the invoice", async () => {
    const {rows} = await imported(
      {
        "invoice.json": invoice({
          subtotalCents: 1296,
          salesTaxCents: 19,
          lineItems: [
            {
              ...line,
              totalPriceCents: 1296,
              quantity: 24,
              unitPriceDollars: 0.54,
              unit: "server hours",
              tags: {team: ["a", "b"]}
            },
            {...line, sku: "CREDIT", totalPriceCents: -100}
          ]
        })
      },
      columns
    );
    expect(rows).toMatchObject([
      {BilledCost: "-1", EffectiveCost: "-1", ChargeCategory: "Credit", InvoiceId: "inv-1"},
      {BilledCost: "0.19", ChargeCategory: "Tax"},
      {
        BilledCost: "12.96",
        ChargeCategory: "Usage",
        SkuId: "ATLAS_AWS_INSTANCE_M30",
        ListUnitPrice: "0.54",
        Tags: {team: "a,b"}
      }
    ]);
  });

  test("a prepaid invoice bills nothing; one that is pending has no number yet", async () => {
    const lineItems = [{...line, totalPriceCents: 500, quantity: 1}];
    const {rows} = await imported(
      {
        "prepaid.json": invoice({statusName: "PREPAID", subtotalCents: 500, lineItems}),
        "pending.json": invoice({id: "inv-2", statusName: "PENDING", subtotalCents: 500, lineItems})
      },
      columns
    );
    expect(rows).toMatchObject([
      {BilledCost: "0", EffectiveCost: "5", InvoiceId: "inv-1"},
      {BilledCost: "5", EffectiveCost: "5"}
    ]);
    expect(rows[1]).not.toHaveProperty("InvoiceId");
  });

  test("lines that do not come to the stated sub-total are refused", async () => {
    const wrong = imported(
      {"invoice.json": invoice({subtotalCents: 501, lineItems: [{...line, totalPriceCents: 500}]})},
      columns
    );
    await expect(wrong).rejects.toMatchObject({code: "import.unbalanced"});
  });
});
