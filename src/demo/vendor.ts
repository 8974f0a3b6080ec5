import type {Columns} from "./charge.ts";
import {vendorColumns} from "./columns.data.ts";
import type {Account, Estate} from "./estate.ts";

export interface Vendor<A extends string> {
  readonly source: string;
  readonly name: string;
  readonly currency: string;
  /** Virtual currency in which it prices, or the billing currency. */
  readonly pricingCurrency: string;
  readonly customer: string;
  readonly subAccountType: string;
  readonly accounts: Readonly<Record<A, Account>>;
  readonly discount: bigint;
}

export const vendorHeader: readonly string[] = vendorColumns;

/** The estate of a vendor of software that is sold by the unit: no regions, FOCUS 1.3. */
export function vendorEstate<A extends string>(vendor: Vendor<A>): Estate<A> {
  const fixed: Columns = {
    ProviderName: vendor.name,
    PublisherName: vendor.name,
    ServiceProviderName: vendor.name,
    HostProviderName: vendor.name,
    InvoiceIssuerName: vendor.name,
    BillingAccountId: vendor.customer,
    BillingAccountName: "Quillhaven Ltd",
    BillingAccountType: "Customer",
    BillingCurrency: vendor.currency,
    PricingCurrency: vendor.pricingCurrency
  };
  return {
    source: vendor.source,
    currency: vendor.currency,
    accounts: vendor.accounts,
    regions: {},
    fixed,
    subAccountType: vendor.subAccountType,
    tagStyle: "lower",
    discount: vendor.discount,
    own: () => ({})
  };
}
