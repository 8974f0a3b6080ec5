import type {TemplateName} from "./template-names.ts";

/** Declarations to begin with, each with a sample and its tests; docs/importers.md shows them. */
export const templates: Readonly<Record<TemplateName, string>> = {
  "data-centre": `# What a data centre costs each month, by pool: shared out to the days of the month.
id: data-centre
title: Cost of our data centre
about: Monthly cost pools of the data centre, from the ledger.
reads:
  format: csv
columns:
  month: {from: Month, kind: date, format: YYYY-MM, required: true, filled: true}
  pool: {from: Pool, required: true, filled: true, values: {table: pools}}
  amount: {from: Amount, kind: decimal, required: true, filled: true}
  site: {from: Site}
tables:
  pools: # pool of the ledger → what it is in FOCUS
    Space and power: {ServiceName: Data Center Facility, ServiceCategory: Other}
    Servers: {ServiceName: Server Depreciation, ServiceCategory: Compute}
    Storage: {ServiceName: Storage Arrays, ServiceCategory: Storage}
common:
  set:
    BillingAccountId: {constant: data-centre}
    BillingCurrency: {constant: EUR}
    ProviderName: {constant: Acme Data Centres}
    ChargeCategory: {constant: Usage}
    ChargeFrequency: {constant: Recurring}
rows:
  - name: a day of a pool
    set:
      BilledCost: {column: amount}
      BillingPeriodStart: {column: month}
      ServiceName: {expression: "lookup('pools', pool, 'ServiceName')"}
      ServiceCategory: {expression: "lookup('pools', pool, 'ServiceCategory')"}
      ChargeDescription: {expression: "concat(pool, ' in ', coalesce(site, 'all sites'))"}
      RegionId: {column: site}
      RegionName: {column: site}
      x_CostPool: {column: pool}
    spread:
      over: days
      from: {column: month}
      to: {expression: month_end(month)}
      scale: 2
total:
  billed: {column: amount}
  period: {column: month}
  currency: {constant: EUR}
tests:
  - name: two pools in September
    files:
      - name: september.csv
        content: |
          Month,Pool,Site,Amount
          2026-09,Space and power,Hamburg,1000.00
          2026-09,Storage,,30.01
    expect:
      rows: 60
      totals:
        - {period: 2026-09, currency: EUR, billed: 1030.01}
      charges:
        - {ServiceName: Data Center Facility, BilledCost: 33.33, RegionId: Hamburg, ChargePeriodStart: 2026-09-01}
        - {ServiceCategory: Storage, BilledCost: 1.00, RegionId: "", ChargePeriodStart: 2026-09-30}
  - name: a pool that nobody knows
    files:
      - name: unknown.csv
        content: |
          Month,Pool,Site,Amount
          2026-09,Tapes,,5.00
          2026-09,Storage,,1.00
    expect:
      rows: 30
      quarantined: 1
`,
  labour: `# What people cost: hours of a time sheet at the rate of the role.
id: labour
title: Labour
about: Hours from the time sheets, priced by role.
reads:
  format: csv
columns:
  day: {from: [Date, Day], kind: date, format: DD/MM/YYYY, required: true, filled: true}
  team: {from: Team, required: true}
  role: {from: Role, required: true, filled: true, values: {table: rates}}
  hours: {from: Hours, kind: decimal, scale: 2, required: true, filled: true}
  rate: {from: Rate, kind: decimal, scale: 4, required: true, filled: true}
  project: {from: Project, empty: [N/A, "-"]}
tables:
  rates: # the roles there are, and how the invoice names them
    Engineer: Platform engineering
    Analyst: Cost analysis
define:
  cost: hours * rate
common:
  set:
    BillingAccountId: {constant: payroll}
    BillingCurrency: {constant: EUR}
    ProviderName: {constant: Acme}
    ServiceName: {constant: Labour}
    ServiceCategory: {constant: Other}
    ChargePeriodStart: {column: day}
    ChargePeriodEnd: {expression: "add_days(day, 1)"}
    ChargeCategory: {constant: Usage}
  tags:
    team: {column: team}
    project: {column: project}
rows:
  - set:
      BilledCost: {expression: cost}
      PricingQuantity: {column: hours}
      PricingUnit: {constant: Hours}
      ConsumedQuantity: {column: hours}
      ConsumedUnit: {constant: Hours}
      SkuId: {column: role}
      SkuPriceId: {column: role}
      SkuMeter: {expression: "lookup('rates', role)"}
      ChargeDescription: {expression: "concat(lookup('rates', role), if(project is null, '', concat(' for ', project)))"}
total:
  billed: {expression: cost}
  period: {column: day}
  currency: {constant: EUR}
tests:
  - name: two days of one team
    files:
      - name: october.csv
        content: |
          Date,Team,Role,Hours,Rate,Project
          01/10/2026,core,Engineer,7.50,85.5000,apollo
          02/10/2026,core,Analyst,4,70,N/A
    expect:
      rows: 2
      totals:
        - {period: 2026-10, currency: EUR, billed: 921.25}
      charges:
        - {BilledCost: 641.25, tag.project: apollo, ChargeDescription: Platform engineering for apollo}
        - {BilledCost: 280, tag.project: "", PricingQuantity: 4}
`,
  licences: `# Licences that are paid for a year: the purchase when it is billed, and its use month by month.
id: licences
title: Software licences
about: Yearly licences from the purchase ledger; each is billed once and used over its term.
reads:
  format: csv
  recognise: [Licence, Term start]
columns:
  invoice: {from: Invoice, filled: true}
  billed_on: {from: Billed on, kind: date, required: true, filled: true}
  licence: {from: Licence, required: true, filled: true}
  vendor: {from: Vendor, required: true, filled: true}
  seats: {from: Seats, kind: decimal, scale: 0, required: true, filled: true}
  price: {from: Price per seat, kind: decimal, scale: 4, required: true, filled: true}
  term_start: {from: Term start, kind: date, required: true, filled: true}
  term_end: {from: Term end, kind: date, required: true, filled: true}
  owner: {from: Cost centre}
define:
  amount: seats * price
  contract: concat(invoice, '/', licence)
common:
  set:
    BillingAccountId: {constant: licences}
    BillingCurrency: {constant: USD}
    InvoiceId: {column: invoice}
    ProviderName: {column: vendor}
    ServiceName: {column: licence}
    ServiceCategory: {constant: Business Applications}
    ServiceSubcategory: {constant: Productivity and Collaboration}
    CommitmentDiscountId: {expression: contract}
    CommitmentDiscountName: {column: licence}
    CommitmentDiscountType: {constant: Term licence}
    CommitmentDiscountCategory: {constant: Usage}
    CommitmentDiscountQuantity: {column: seats}
    CommitmentDiscountUnit: {constant: Seats}
    SkuId: {column: licence}
    SkuPriceId: {column: licence}
    SkuMeter: {constant: Seats}
  tags:
    cost-centre: {column: owner}
rows:
  - name: the purchase, billed once
    set:
      ChargeCategory: {constant: Purchase}
      ChargeFrequency: {constant: One-Time}
      ChargePeriodStart: {column: billed_on}
      ChargePeriodEnd: {expression: "add_days(billed_on, 1)"}
      BilledCost: {expression: amount}
      EffectiveCost: {constant: 0}
      PricingQuantity: {column: seats}
      PricingUnit: {constant: Seats}
      ResourceId: {expression: contract}
      ResourceName: {column: licence}
      ResourceType: {constant: Licence}
  - name: a month of its use
    set:
      ChargeCategory: {constant: Usage}
      CommitmentDiscountStatus: {constant: Used}
      PricingCategory: {constant: Committed}
      BillingPeriodStart: {expression: month_start(part_start)}
      BilledCost: {constant: 0}
      EffectiveCost: {expression: amount}
      ContractedCost: {constant: 0}
      ListCost: {constant: 0}
      InvoiceId: {constant: ""}
    spread:
      over: months
      from: {column: term_start}
      to: {expression: "add_days(term_end, 1)"}
      share: [EffectiveCost]
      scale: 2
total:
  billed: {expression: amount}
  invoice: {column: invoice}
  period: {column: billed_on}
  currency: {constant: USD}
tests:
  - name: a licence for a year
    files:
      - name: licences.csv
        content: |
          Invoice,Billed on,Licence,Vendor,Seats,Price per seat,Term start,Term end,Cost centre
          R-17,2026-10-05,Wiki Pro,Wiki Inc.,25,100.01,2026-10-01,2027-09-30,4711
    expect:
      rows: 13
      totals:
        - {invoice: R-17, period: 2026-10, currency: USD, billed: 2500.25, effective: 2500.25}
      charges:
        - {ChargeCategory: Purchase, BilledCost: 2500.25, EffectiveCost: 0, PricingQuantity: 25}
        - {ChargeCategory: Usage, ChargePeriodStart: 2026-10-01, EffectiveCost: 208.35, tag.cost-centre: 4711}
`,
  telecom: `# A telephone bill as it is written in much of Europe: 1.234,50 and 31.10.2026, with credits, tax, and sub-totals to skip.
id: telecom
title: Telephone bill
about: The itemised bill of the carrier, as CSV.
reads:
  format: csv
  recognise: [Rechnungsnummer, Netto]
columns:
  invoice: {from: [Rechnungsnummer, Invoice no], required: true, filled: true}
  billed_on: {from: [Rechnungsdatum, Invoice date], kind: date, format: DD.MM.YYYY, required: true, filled: true}
  kind: {from: [Art, Kind], required: true, filled: true, values: [Anschluss, Verbindung, Gutschrift, MwSt, Summe]}
  line: {from: [Rufnummer, Line]}
  item: {from: [Position, Item]}
  amount: {from: [Netto, Net], kind: decimal, decimal: comma, scale: 4, symbols: [€, EUR], required: true, filled: true}
  total: {from: [Rechnungsbetrag, Total], kind: decimal, decimal: comma, symbols: [€, EUR], required: true, filled: true}
common:
  set:
    BillingAccountId: {constant: telecom}
    BillingCurrency: {constant: EUR}
    InvoiceId: {column: invoice}
    ProviderName: {constant: Carrier AG}
    ServiceName: {constant: Telephony}
    ServiceCategory: {constant: Networking}
    ServiceSubcategory: {constant: Network Connectivity}
    ChargePeriodStart: {expression: month_start(billed_on)}
    ChargePeriodEnd: {expression: month_end(billed_on)}
    ChargeDescription: {column: item}
    BilledCost: {column: amount}
rows:
  - name: lines and calls
    when: kind in ('Anschluss', 'Verbindung')
    set:
      ChargeCategory: {constant: Usage}
      ChargeFrequency: {expression: "if(kind = 'Anschluss', 'Recurring', 'Usage-Based')"}
      ResourceId: {column: line}
      ResourceName: {column: line}
      ResourceType: {constant: Line}
      SkuId: {column: kind}
      SkuPriceId: {column: kind}
      SkuMeter: {column: kind}
      PricingQuantity: {constant: 1}
      PricingUnit: {constant: Lines}
      ConsumedQuantity: {constant: 1}
      ConsumedUnit: {constant: Lines}
  - name: credits
    when: kind = 'Gutschrift'
    set:
      ChargeCategory: {constant: Credit}
  - name: tax
    when: kind = 'MwSt'
    set:
      ChargeCategory: {constant: Tax}
skip:
  - {when: kind = 'Summe', because: a sub-total of lines that are there themselves}
total: # the total of the invoice stands on each of its lines
  billed: {column: total}
  per: invoice
  invoice: {column: invoice}
  period: {column: billed_on}
  currency: {constant: EUR}
tests:
  - name: one invoice
    files:
      - name: rechnung.csv
        content: |
          Rechnungsnummer;Rechnungsdatum;Art;Rufnummer;Position;Netto;Rechnungsbetrag
          4711-10;31.10.2026;Anschluss;040 12345;Grundgebühr;1.234,50 €;1.321,9750 €
          4711-10;31.10.2026;Verbindung;040 12345;Gespräche;6,3865;1.321,9750 €
          4711-10;31.10.2026;Gutschrift;;Kulanz;-130,00;1.321,9750 €
          4711-10;31.10.2026;Summe;;Zwischensumme;1.110,8865;1.321,9750 €
          4711-10;31.10.2026;MwSt;;19 %;211,0885;1.321,9750 €
    expect:
      rows: 4
      totals:
        - {invoice: 4711-10, period: 2026-10, currency: EUR, billed: 1321.975}
      charges:
        - {ChargeCategory: Credit, BilledCost: -130}
        - {ChargeCategory: Usage, BilledCost: 1234.5, ResourceId: 040 12345, ChargeFrequency: Recurring}
`,
  "json-api": `# Answers of an API, saved as they came: one document, a list of them, or one a line; pages together are one bill.
id: json-api
title: Usage of the mapping service
about: Daily usage from the answers of the vendor's billing API.
reads:
  format: json
  records: days[].usage[]
  recognise: [account.id, 'days[].usage[].cost.amount']
columns:
  account: {from: account.id, filled: true}
  day: {from: "days[].date", kind: date, filled: true}
  product: {from: "days[].usage[].product", filled: true, values: [geocoding, tiles]}
  calls: {from: "days[].usage[].calls", kind: decimal, scale: 0, filled: true}
  cost: {from: "days[].usage[].cost.amount", kind: decimal, filled: true}
  currency: {from: "days[].usage[].cost.currency", filled: true}
  labels: {from: "days[].usage[].labels", kind: map}
  region: {from: ["days[].usage[].region", "days[].region"]}
common:
  set:
    BillingAccountId: {column: account}
    BillingCurrency: {expression: upper(currency)}
    ProviderName: {constant: Maps Inc.}
    ServiceName: {constant: Maps}
    ServiceCategory: {constant: Web}
    ServiceSubcategory: {constant: Other (Web)}
  tagsFrom: [labels]
rows:
  - set:
      ChargePeriodStart: {column: day}
      ChargePeriodEnd: {expression: "add_days(day, 1)"}
      ChargeCategory: {expression: "case when cost < 0 then 'Credit' else 'Usage' end"}
      BilledCost: {column: cost}
      SkuId: {expression: "if(cost < 0, null, product)"}
      SkuPriceId: {expression: "if(cost < 0, null, product)"}
      SkuMeter: {expression: "if(cost < 0, null, 'Calls')"}
      PricingQuantity: {expression: "if(cost < 0, null, calls)"}
      PricingUnit: {expression: "if(cost < 0, null, 'Requests')"}
      ConsumedQuantity: {expression: "if(cost < 0, null, calls)"}
      ConsumedUnit: {expression: "if(cost < 0, null, 'Requests')"}
      RegionId: {column: region}
      RegionName: {column: region}
total:
  billed: {column: cost}
  period: {column: day}
  currency: {expression: upper(currency)}
tests:
  - name: two pages
    files:
      - name: page-1.json
        content: |
          {"account": {"id": "a-1"}, "days": [{"date": "2026-10-01", "region": "eu", "usage": [
            {"product": "tiles", "calls": 2000, "cost": {"amount": "0.50", "currency": "eur"}, "labels": {"team": "web"}},
            {"product": "geocoding", "calls": 10, "cost": {"amount": "1.25", "currency": "eur"}, "region": "us"}]}]}
      - name: page-2.json
        content: |
          {"account": {"id": "a-1"}, "days": [{"date": "2026-10-02", "usage": [
            {"product": "tiles", "calls": 0, "cost": {"amount": "-0.10", "currency": "eur"}}]}]}
    expect:
      rows: 3
      totals:
        - {period: 2026-10, currency: EUR, billed: 1.65}
      charges:
        - {BilledCost: 0.5, ListUnitPrice: 0.00025, tag.team: web, RegionId: eu}
        - {ChargeCategory: Credit, BilledCost: -0.1}
`
};
