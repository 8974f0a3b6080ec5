import {costText, scaled, costScale} from "./amount.ts";
import {priceScale, priceText} from "./amount.ts";
import {dateAt, instantOf, type Calendar, type Month} from "./calendar.ts";
import type {Columns} from "./charge.ts";
import {licenceContracts, licenceProducts} from "./licences.data.ts";
import {detailOf, invoiceOf, reseller} from "./licences.ts";

/** Billed cost of the licences by month and charge category, in 10⁻¹⁰ pounds. */
export type LicenceSums = ReadonlyMap<Month, ReadonlyMap<string, bigint>>;

/** Rows of InvoiceDetail: one for each month that is invoiced and each charge category in it. */
export function invoiceDetailRows(sums: LicenceSums): readonly Columns[] {
  return [...sums].flatMap(([month, categories]) =>
    month.complete
      ? [...categories].map(([category, billed]) => ({
          BilledCost: costText(billed),
          BillingAccountId: "SL-88213",
          BillingCurrency: "GBP",
          BillingPeriodStart: instantOf(month.from),
          BillingPeriodEnd: instantOf(month.to),
          ChargeCategory: category,
          InvoiceDetailCreated: instantOf(month.to),
          InvoiceDetailDescription: `${category} charges of ${month.name}`,
          InvoiceDetailGrain: '{"x_GroupedBy":"ChargeCategory"}',
          InvoiceDetailId: detailOf(month, category),
          InvoiceDetailLastUpdated: instantOf(month.to),
          InvoiceId: invoiceOf(month),
          InvoiceIssueDate: instantOf(month.to),
          InvoiceIssueStatus: "Issued",
          InvoiceIssuerName: reseller,
          PaymentDueDate: instantOf(Temporal.PlainDate.from(month.to).add({days: 30}).toString()),
          PaymentTerms: "Net 30",
          PurchaseOrderNumber: "PO-40117",
          ReferenceInvoiceId: invoiceOf(month)
        }))
      : []
  );
}

/** Rows of BillingPeriod: closed months, and the running one. */
export function billingPeriodRows(calendar: Calendar): readonly Columns[] {
  return calendar.months.map((month) => ({
    BillingPeriodCreated: instantOf(month.from),
    BillingPeriodStart: instantOf(month.from),
    BillingPeriodEnd: instantOf(month.to),
    BillingPeriodLastUpdated: month.complete ? instantOf(month.to) : instantOf(month.days.at(-1)?.date ?? month.from),
    BillingPeriodStatus: month.complete ? "Closed" : "Open",
    InvoiceIssuerName: reseller
  }));
}

/** Rows of ContractCommitment: the seats that each contract holds. */
export function contractCommitmentRows(calendar: Calendar): readonly Columns[] {
  return licenceContracts.map((contract) => {
    const product = licenceProducts.find((one) => one.id === contract.product);
    const start = dateAt(calendar, calendar.end + contract.from);
    const end = dateAt(calendar, calendar.end + contract.from + 365 * contract.years);
    const seatMonths = BigInt(contract.seats * 12 * contract.years);
    const cost = seatMonths * scaled(product?.price ?? "0", priceScale);
    return {
      BillingCurrency: "GBP",
      ContractCommitmentApplicability: `{"InclusionOperator":"And","Inclusions":[{"Dimension":"SkuId","Operator":"In","Values":["${contract.product}"]}]}`,
      ContractCommitmentBenefitCategory: "Entitlement",
      ContractCommitmentCategory: "Usage",
      ContractCommitmentCost: priceText(cost),
      ContractCommitmentCreated: instantOf(start),
      ContractCommitmentDescription: `${contract.seats} seats of ${product?.name ?? contract.product}`,
      ContractCommitmentDiscountPercentage: "",
      ContractCommitmentDurationType: `${contract.years} ${contract.years === 1 ? "Year" : "Years"}`,
      ContractCommitmentFulfillmentInterval: "Monthly",
      ContractCommitmentId: contract.commitment,
      ContractCommitmentLastUpdated: instantOf(start),
      ContractCommitmentLifecycleStatus: "Active",
      ContractCommitmentModel: "Continuous",
      ContractCommitmentOfferCategory: "Negotiated",
      ContractCommitmentPaymentInterval: "Monthly",
      ContractCommitmentPaymentModel: "No Upfront",
      ContractCommitmentPeriodStart: instantOf(start),
      ContractCommitmentPeriodEnd: instantOf(end),
      ContractCommitmentQuantity: contract.seats.toString(),
      ContractCommitmentType: "Licence seats",
      ContractCommitmentUnit: "Seats",
      ContractId: contract.id,
      ContractPeriodStart: instantOf(start),
      ContractPeriodEnd: instantOf(end),
      InvoiceIssuerName: reseller,
      ServiceProviderName: reseller
    };
  });
}

/** Adds the billed cost of rows to the sums of their month. */
export function addToSums(sums: Map<Month, Map<string, bigint>>, month: Month, rows: readonly Columns[]): void {
  const ofMonth = sums.get(month) ?? new Map<string, bigint>();
  sums.set(month, ofMonth);
  for (const row of rows) {
    const category = row.ChargeCategory ?? "";
    ofMonth.set(category, (ofMonth.get(category) ?? 0n) + scaled(row.BilledCost ?? "0", costScale));
  }
}
