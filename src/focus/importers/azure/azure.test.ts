import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Fields, importerBench, type ImporterBench} from "../fixtures/importer-bench.ts";
import {azureImporter} from "./importer.ts";

let bench: ImporterBench;
beforeAll(async () => {
  bench = await importerBench(azureImporter, {
    billing_account_id: "861",
    date: "2026-10-05",
    charge_type: "Usage",
    pricing_model: "OnDemand",
    currency: "USD",
    cost: "0"
  });
});
afterAll(async () => bench.close());

describe("a line becomes", () => {
  const vm = "/subscriptions/S/resourceGroups/RG/providers/Microsoft.Compute/virtualMachines/One";
  const plan = "/providers/Microsoft.BillingBenefits/savingsPlanOrders/o/savingsPlans/p";
  test.each<[string, Fields, Fields]>([
    [
      "usage",
      {cost: "1.5", quantity: "3", unit_price: "0.5", unit_of_measure: "1 Hour"},
      {
        BilledCost: "1.5",
        EffectiveCost: "1.5",
        ContractedUnitPrice: "0.5",
        PricingQuantity: "3",
        PricingUnit: "Hours",
        ChargeFrequency: "Usage-Based"
      }
    ],
    [
      "usage in blocks",
      {cost: "0.00004", quantity: "0.0004", unit_price: "0.1", effective_price: "0.1", unit_of_measure: "10K"},
      {
        PricingQuantity: "0.0004",
        PricingUnit: "10000 Units",
        ConsumedQuantity: "4",
        ConsumedUnit: "Units",
        ContractedUnitPrice: "0.1"
      }
    ],
    [
      "usage in single units at the price of a block",
      {cost: "0.5", quantity: "50000", unit_price: "0.1", effective_price: "0.1", unit_of_measure: "10K"},
      {PricingQuantity: "5", PricingUnit: "Units", ConsumedQuantity: "50000", ContractedUnitPrice: "0.1"}
    ],
    [
      "usage by the month",
      {quantity: "2", unit_of_measure: "100 GB/Month"},
      {PricingUnit: "100 GB-Months", ConsumedUnit: "GB-Months", ConsumedQuantity: "200"}
    ],
    [
      "usage in an odd unit",
      {quantity: "2", unit_of_measure: "10 Widgets"},
      {PricingUnit: "10 Units", x_PricingUnitDescription: "10 Widgets"}
    ],
    [
      "usage at a public price",
      {cost: "3", quantity: "2", unit_price: "1.5", effective_price: "1.5", payg_price: "2"},
      {ListCost: "4", ListUnitPrice: "2", ContractedCost: "3"}
    ],
    [
      "usage priced in another currency",
      {
        cost: "2.4",
        quantity: "2",
        unit_price: "1.5",
        effective_price: "1.5",
        payg_price: "2",
        exchange_rate: "0.8",
        pricing_currency: "USD",
        currency: "EUR"
      },
      {
        ListCost: "3.2",
        ContractedUnitPrice: "1.2",
        PricingCurrency: "USD",
        PricingCurrencyContractedUnitPrice: "1.5",
        PricingCurrencyListUnitPrice: "2",
        PricingCurrencyEffectiveCost: "3"
      }
    ],
    ["spot", {pricing_model: "Spot"}, {PricingCategory: "Dynamic"}],
    [
      "usage under a reservation",
      {
        pricing_model: "Reservation",
        benefit_id: "/providers/Microsoft.Capacity/reservationOrders/O/reservations/R",
        benefit_name: "ours",
        cost: "0.49",
        quantity: "8",
        unit_price: "0.146",
        unit_of_measure: "1 Hour",
        additional_info: '{"RINormalizationRatio": 2.0}'
      },
      {
        BilledCost: "0",
        EffectiveCost: "0.49",
        ContractedCost: "1.168",
        PricingCategory: "Committed",
        CommitmentDiscountStatus: "Used",
        CommitmentDiscountType: "Reservation",
        CommitmentDiscountCategory: "Usage",
        CommitmentDiscountId: "/providers/microsoft.capacity/reservationorders/o/reservations/r",
        CommitmentDiscountQuantity: "16",
        CommitmentDiscountUnit: "Normalized Hours"
      }
    ],
    [
      "usage of a file without pricing models",
      {pricing_model: "", reservation_id: "R", product_order_id: "O", cost: "0.49"},
      {
        CommitmentDiscountId: "/providers/microsoft.capacity/reservationorders/o/reservations/r",
        CommitmentDiscountStatus: "Used",
        BilledCost: "0"
      }
    ],
    [
      "the unused part of a savings plan",
      {charge_type: "UnusedSavingsPlan", pricing_model: "SavingsPlan", benefit_id: plan, cost: "2", quantity: "3"},
      {
        ChargeCategory: "Usage",
        BilledCost: "0",
        EffectiveCost: "2",
        ListCost: "0",
        CommitmentDiscountStatus: "Unused",
        CommitmentDiscountCategory: "Spend",
        CommitmentDiscountQuantity: "2",
        CommitmentDiscountUnit: "USD",
        ResourceId: plan.toLowerCase()
      }
    ],
    [
      "the purchase of a savings plan",
      {charge_type: "Purchase", pricing_model: "SavingsPlan", benefit_id: plan, cost: "9", frequency: "OneTime"},
      {
        ChargeCategory: "Purchase",
        BilledCost: "9",
        EffectiveCost: "0",
        PricingCategory: "Standard",
        ChargeFrequency: "One-Time",
        PricingQuantity: "1"
      }
    ],
    [
      "a purchase marked as usage-based",
      {charge_type: "Purchase", frequency: "UsageBased", cost: "9"},
      {ChargeFrequency: "Recurring", EffectiveCost: "9"}
    ],
    [
      "what is given back of a reservation",
      {
        charge_type: "Refund",
        pricing_model: "Reservation",
        benefit_id: "/providers/microsoft.capacity/reservationorders/o",
        cost: "-9"
      },
      {ChargeCategory: "Purchase", ChargeClass: "Correction", BilledCost: "-9", EffectiveCost: "0"}
    ],
    [
      "rounding",
      {charge_type: "RoundingAdjustment", cost: "-0.01"},
      {ChargeCategory: "Adjustment", BilledCost: "-0.01"}
    ],
    ["tax", {charge_type: "Tax", cost: "2", meter_id: "m"}, {ChargeCategory: "Tax", BilledCost: "2"}],
    [
      "a charge of a marketplace",
      {publisher_type: "Marketplace", publisher_name: "Quarry Ltd"},
      {PublisherName: "Quarry Ltd", ProviderName: "Microsoft"}
    ],
    ["a charge by a partner", {partner_name: "Partner Ltd"}, {InvoiceIssuerName: "Partner Ltd"}],
    [
      "use of a machine",
      {resource_id: vm, subscription_id: "64E3"},
      {
        ResourceId: vm.toLowerCase(),
        ResourceName: "one",
        ResourceType: "Virtual machine",
        ServiceName: "Virtual Machines",
        ServiceCategory: "Compute",
        SubAccountId: "64e3"
      }
    ],
    [
      "use that only its service tells",
      {consumed_service: "Microsoft.Storage"},
      {ServiceName: "Storage Accounts", ServiceCategory: "Storage"}
    ],
    [
      "use of an unknown service",
      {consumed_service: "Acme.Rockets", meter_category: "Rockets"},
      {ServiceName: "Rockets", ServiceCategory: "Other", ServiceSubcategory: "Other (Other)"}
    ],
    ["use in a place", {resource_location: "US East 2"}, {RegionId: "eastus2", RegionName: "East US 2"}],
    [
      "a bill of a month",
      {billing_start: "2026-10-01", billing_end: "2026-10-31"},
      {BillingPeriodStart: "2026-10-01T00:00:00Z", BillingPeriodEnd: "2026-11-01T00:00:00Z"}
    ],
    [
      "a machine in reserved capacity",
      {additional_info: '"VMCapacityReservationId": "/Sub/X"'},
      {CapacityReservationId: "/sub/x", CapacityReservationStatus: "Used"}
    ],
    [
      "capacity that nothing runs in",
      {
        resource_id:
          "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/capacityReservationGroups/a/capacityReservations/b"
      },
      {CapacityReservationStatus: "Unused"}
    ]
  ])("%s", async (_name, line, expected) => {
    expect(await bench.row(line)).toMatchObject(expected);
  });

  test("nothing for what there is not", async () => {
    const row = await bench.row({
      charge_type: "Tax",
      cost: "2",
      meter_id: "m",
      resource_location: "Zone 1",
      additional_info: "no json"
    });
    for (const name of [
      "SkuId",
      "SkuPriceId",
      "SkuMeter",
      "PricingQuantity",
      "ListUnitPrice",
      "RegionId",
      "RegionName",
      "ConsumedQuantity",
      "Tags",
      "SkuPriceDetails",
      "InvoiceId"
    ])
      expect([name, row[name]]).toEqual([name, null]);
  });
});

test("the bill of a customer agreement is that of the profile, of pay-as-you-go that of the subscription", async () => {
  const ids = {billing_account_id: "whole", billing_profile_id: "part", billing_profile_name: "Part", invoice_id: "G1"};
  expect(await bench.row(ids)).toMatchObject({
    BillingAccountId: "part",
    BillingAccountName: "Part",
    BillingAccountType: "Billing Profile"
  });
  expect(await bench.row({billing_account_id: "", subscription_id: "S"})).toMatchObject({
    BillingAccountId: "S",
    BillingAccountType: "Subscription"
  });
});
