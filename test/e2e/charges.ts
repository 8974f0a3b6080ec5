import {charge, csv} from "../../src/lake/fixtures/charges.ts";

/** Days of charges until yesterday: enough for this month, the month before, and a comparison. */
const days = 75;

const services = [
  ["Machines", "Compute", "North", "4.10"],
  ["Buckets", "Storage", "North", "2.35"],
  ["Wires", "Networking", "South", "1.0305"],
  ["Books", "Databases", "South", "3"]
] as const;

/** A FOCUS file with a charge of four services on each day, one of them without a team. */
export function focusFile(today: Temporal.PlainDate): string {
  return csv(
    Array.from({length: days}, (_, index) => today.subtract({days: days - index})).flatMap((day, index) =>
      services.map(([ServiceName, ServiceCategory, ProviderName, cost]) => {
        const month = day.with({day: 1});
        const amount = `${cost}${cost.includes(".") ? "" : "."}${index % 7}`;
        return charge({
          ServiceName,
          ServiceCategory,
          ProviderName,
          PublisherName: ProviderName,
          InvoiceIssuerName: ProviderName,
          ChargeDescription: `${ServiceName} of a day`,
          BilledCost: amount,
          EffectiveCost: amount,
          ContractedCost: amount,
          ListCost: amount,
          Tags: ServiceName === "Wires" ? "{}" : '{"team":"stone"}',
          BillingPeriodStart: `${month}T00:00:00Z`,
          BillingPeriodEnd: `${month.add({months: 1})}T00:00:00Z`,
          ChargePeriodStart: `${day}T00:00:00Z`,
          ChargePeriodEnd: `${day.add({days: 1})}T00:00:00Z`
        });
      })
    )
  );
}
