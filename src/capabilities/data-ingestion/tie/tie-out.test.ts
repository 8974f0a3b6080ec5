import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Charge, charge, csv, inMonth} from "../../../lake/fixtures/charges.ts";
import {type Workshop, workshop} from "../../../lake/fixtures/workshop.ts";
import {ratesImportOperation} from "../../../lake/operations/rates-import.ts";
import type {Caller, Output} from "../../../operation.ts";
import {invoicesRecordOperation} from "../../../records/invoices/record.ts";
import type {invoicesTieOut, TieRow} from "../contract.ts";
import {plain, sumOfParts} from "./explain.ts";
import {invoicesTieOutOperation} from "./tie-out.ts";

let shop: Workshop;
let now = "2026-10-05T09:00:00Z";

const bill = (month: string, invoice: string, billed: string, more: Charge = {}): Charge =>
  charge({...inMonth(month), InvoiceId: invoice, BilledCost: billed, EffectiveCost: billed, ...more});

const september = [
  bill("2026-09", "TIED", "10.004"),
  bill("2026-09", "ROWS", "1.004"),
  bill("2026-09", "ROWS", "1.004", {ChargeDescription: "more"}),
  bill("2026-09", "ROWS", "1.004", {ChargeDescription: "most", ServiceName: "Other"}),
  bill("2026-09", "TAX", "100"),
  bill("2026-09", "NOTAX", "50"),
  bill("2026-09", "NOTAX", "10", {ChargeCategory: "Tax"}),
  bill("2026-09", "CREDIT", "80"),
  bill("2026-09", "CREDIT", "-20", {ChargeCategory: "Credit"}),
  bill("2026-09", "MARKET", "30"),
  bill("2026-09", "MARKET", "12", {PublisherName: "Somebody"}),
  bill("2026-09", "LATER", "70"),
  bill("2026-09", "AGAIN", "41"),
  bill("2026-09", "OPEN", "55.55"),
  bill("2026-09", "UNSAID", "3"),
  bill("2026-09", "DOLLAR", "200"),
  bill("2026-09", "YEN", "1000", {BillingCurrency: "JPY"}),
  bill("2026-09", "", "8")
];

beforeAll(async () => {
  shop = await workshop({settings: {rates: {set: "bank"}}, effects: {now: () => Temporal.Instant.from(now)}});
  await shop.file("september.csv", csv(september));
  await shop.ingest("september.csv");
  now = "2026-11-20T09:00:00Z";
  const again = september.map((each) => (each["InvoiceId"] === "AGAIN" ? {...each, BilledCost: "44"} : each));
  await shop.file("september-again.csv", csv(again));
  await shop.ingest("september-again.csv");
  const october = [
    bill("2026-10", "LATER", "-5", {
      ChargeClass: "Correction",
      ChargePeriodStart: "2026-09-03T00:00:00Z",
      ChargePeriodEnd: "2026-09-04T00:00:00Z"
    }),
    bill("2026-10", "QUARANTINED", "20"),
    bill("2026-10", "QUARANTINED", "9.99", {ChargePeriodEnd: "never"})
  ];
  await shop.file("october.csv", csv(october));
  await shop.ingest("october.csv", {maxQuarantined: 5});
  await shop.file(
    "rates.csv",
    "day,base,quote,rate\n2026-09-10,USD,EUR,0.9\n2026-09-20,USD,EUR,0.8\n2026-10-02,USD,EUR,0.7\n"
  );
  await shop.run(ratesImportOperation, {file: "rates.csv", set: "bank"});
  const say = (invoice: string, total: string, more: object = {}) =>
    shop.run(invoicesRecordOperation, {
      issuer: "vendor",
      invoice,
      period: "2026-09",
      currency: "USD",
      total,
      ...more
    });
  await say("TIED", "10.00");
  await say("ROWS", "3.00");
  await say("TAX", "119", {tax: "19"});
  await say("NOTAX", "50");
  await say("CREDIT", "80");
  await say("MARKET", "30");
  await say("LATER", "70");
  await say("AGAIN", "41", {date: "2026-10-06"});
  await say("OPEN", "60.05");
  await say("GONE", "33.30");
  await say("DOLLAR", "160", {currency: "EUR"});
  await say("YEN", "1000", {currency: "JPY"});
  await say("QUARANTINED", "29.99", {period: "2026-10"});
});
afterAll(() => shop.close());

const tieOut = (input: object = {}): Promise<Output<typeof invoicesTieOut>> => shop.run(invoicesTieOutOperation, input);
const line = async (invoice: string): Promise<TieRow> => {
  const {rows} = await tieOut({invoice});
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} lines of ${invoice}`);
  return row;
};
const parts = ({explanations}: TieRow) => explanations.map(({kind, amount}) => `${kind} ${amount}`);

describe("ING-C3 charges held against invoices", () => {
  test("are tied where only the total or each charge is rounded", async () => {
    expect(await line("TIED")).toMatchObject({
      status: "tied",
      stated: "10",
      billed: "10.004",
      difference: "0.004",
      unexplained: "0",
      statedBy: "typed",
      sources: ["quarry"],
      rows: 1
    });
    const rows = await line("ROWS");
    expect([rows.status, ...parts(rows)]).toEqual(["tied", "rounding 0.012"]);
    expect(rows.explanations[0]?.text).toContain("Each of 3 charges");
  });

  test("differ by tax that only one side has", async () => {
    const tax = await line("TAX");
    expect([tax.status, tax.difference, ...parts(tax)]).toEqual(["explained", "-19", "tax -19"]);
    const none = await line("NOTAX");
    expect([none.status, ...parts(none), none.explanations[0]?.basis]).toEqual(["explained", "tax 10", "matched"]);
    expect(none.explanations[0]?.filter).toBe("invoice = 'NOTAX' and charge = 'Tax'");
  });

  test("differ by credits and by what others sell on the marketplace", async () => {
    expect(parts(await line("CREDIT"))).toEqual(["excluded-charges -20"]);
    expect(parts(await line("MARKET"))).toEqual(["excluded-charges 12"]);
  });

  test("differ by corrections of a later month, and by a month that was delivered again", async () => {
    const later = await line("LATER");
    expect([later.billed, later.status, ...parts(later)]).toEqual(["65", "explained", "late-correction -5"]);
    const again = await line("AGAIN");
    expect([again.billed, again.status, ...parts(again)]).toEqual(["44", "explained", "late-correction 3"]);
    expect(again.explanations[0]?.text).toContain("after 2026-10-06; then it was billed 41");
  });

  test("differ by rows that are missing: all of them, or those in quarantine", async () => {
    const gone = await line("GONE");
    expect([gone.rows, gone.billed, gone.status, ...parts(gone)]).toEqual([0, "0", "explained", "missing-rows -33.3"]);
    expect(parts(await line("QUARANTINED"))).toEqual(["missing-rows -9.99"]);
  });

  test("in another currency are converted, and other rates of the set may explain the rest", async () => {
    const dollar = await line("DOLLAR");
    expect(dollar).toMatchObject({currency: "EUR", billed: "170", difference: "10", status: "explained"});
    expect(dollar.billedIn).toEqual([{currency: "USD", amount: "200"}]);
    expect(parts(dollar)).toEqual(["exchange-rate 10"]);
  });

  test("leave what nothing explains as a line of its own", async () => {
    const open = await line("OPEN");
    expect([open.status, open.unexplained, ...parts(open)]).toEqual(["open", "-4.5", "unexplained -4.5"]);
    expect(open.explanations[0]?.basis).toBe("rest");
    expect((await tieOut({failOn: "open"})).verdict).toBe("quality");
  });

  test("without a statement, or without an invoice, are lines of their own", async () => {
    expect(await line("UNSAID")).toMatchObject({status: "not stated", stated: null, difference: null, billed: "3"});
    const {rows} = await tieOut({status: ["not stated"], from: "2026-09", to: "2026-09"});
    expect(rows.map(({invoice, billed}) => [invoice, billed])).toEqual([
      ["UNSAID", "3"],
      [null, "8"]
    ]);
  });

  test("sum by currency, and every line's parts to its difference", async () => {
    const {rows, totals, counts, period} = await tieOut();
    expect(period).toEqual({from: "2025-10", to: "2026-10"});
    for (const {difference, explanations, stated, billed} of rows) {
      if (difference === null) continue;
      expect(sumOfParts(explanations)).toBe(difference);
      expect(plain(difference)).toBe(
        sumOfParts([{amount: billed ?? ""}, {amount: `-${stated ?? ""}`.replace("--", "")}])
      );
    }
    expect(totals.map(({currency}) => currency)).toEqual(["EUR", "JPY", "USD"]);
    const usd = totals.at(-1);
    expect(usd).toMatchObject({notStated: "3", withoutInvoice: "8"});
    expect(sumOfParts(usd?.explanations ?? [])).toBe(usd?.difference);
    expect(counts).toEqual({tied: 3, explained: 9, open: 1, "not stated": 2});
  });

  test("are not shown to somebody who may see only some of them", async () => {
    const caller: Caller = {id: "ann", roles: ["reader"], rowFilter: "service = 'x'", masked: []};
    const context = {...shop.context, caller};
    const error = await shop.refusal(() => invoicesTieOutOperation.run({}, context));
    expect(error.code).toBe("caller.refused");
  });
});
