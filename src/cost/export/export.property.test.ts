import fc from "fast-check";
import {expect, test} from "vitest";
import {exportedVersions} from "../../focus/downgrade-version.ts";
import {type Charge, charge, csv, inMonth} from "../../lake/fixtures/charges.ts";
import {workshop} from "../../lake/fixtures/workshop.ts";
import {exportFormats} from "./contract.ts";
import {exported, lakeRows, moneyOf, takenIn} from "./fixtures/round-trip.ts";

const nasty = fc.constantFrom(
  "=1+1",
  "+a",
  "@x",
  "-",
  '"',
  '""',
  ",",
  "\n",
  "\r\n",
  "a\rb",
  "\\",
  "NULL",
  "null",
  "'",
  "\t",
  "\ufeff",
  "é😀"
);
const words = fc
  .array(fc.oneof(nasty, fc.string({unit: "grapheme", maxLength: 6})), {maxLength: 3})
  .map((parts) => parts.join("").replaceAll("\0", ""));
const amount = fc
  .tuple(fc.bigInt({min: -(10n ** 19n), max: 10n ** 19n}), fc.bigInt({min: 0n, max: 10n ** 18n - 1n}))
  .map(([whole, decimals]) => `${whole}.${decimals.toString().padStart(18, "0")}`);
const instant = fc.constantFrom("2026-09-01T00:00:00Z", "2026-09-01T00:00:00.000001Z", "2026-09-30T23:59:59.5Z");
const tags = fc.dictionary(words, words, {maxKeys: 3}).map((each) => JSON.stringify(each));

/** Columns of every version, of vendors and of nobody, in a row with gaps. */
const rowOf: fc.Arbitrary<Charge> = fc
  .record(
    {
      month: fc.constantFrom("2026-09", "2026-10"),
      BillingCurrency: fc.constantFrom("USD", "EUR"),
      BilledCost: amount,
      EffectiveCost: amount,
      ListCost: amount,
      ConsumedQuantity: amount,
      ServiceName: words,
      SubAccountId: words,
      ServiceProviderName: words,
      HostProviderName: words,
      ProviderName: words,
      InvoiceId: words,
      InvoiceDetailId: words,
      SkuPriceDetails: tags,
      Tags: tags,
      x_Operation: words,
      X_Upper: words,
      "cost center": words,
      'odd "name", with\nall': words
    },
    {requiredKeys: ["month", "BillingCurrency", "BilledCost"]}
  )
  .chain(({month, ...fields}) =>
    instant.map((start): Charge => {
      const place = inMonth(month);
      const at = month === "2026-09" ? {ChargePeriodStart: start, ChargePeriodEnd: "2026-10-01T00:00:00Z"} : {};
      return charge({...place, ...at, ...fields});
    })
  );

test("whatever the rows are, an export comes back as they were", {timeout: 180_000}, async () => {
  const shape = fc.record({
    rows: fc.array(rowOf, {minLength: 1, maxLength: 8}),
    focus: fc.constantFrom(...exportedVersions),
    format: fc.constantFrom(...exportFormats),
    partRows: fc.constantFrom(1, 3, 500_000)
  });
  await fc.assert(
    fc.asyncProperty(shape, async ({rows, ...form}) => {
      const shop = await workshop();
      try {
        // Two deliveries, since rows of several files meet in an export.
        const [first, second] = [rows.slice(0, 2), rows.slice(2)];
        await shop.ingest(await shop.file("first.csv", csv(first)), {maxQuarantined: 8, source: "first"});
        if (second.length > 0) await shop.ingest(await shop.file("second.csv", csv(second)), {maxQuarantined: 8});
        await exported(shop, {folder: "out", ...form});
        const other = await takenIn(shop, "out");
        try {
          expect(await lakeRows(other)).toEqual(
            (await lakeRows(shop)).map((row) => asWritten(row, form.focus)).toSorted()
          );
          expect(await moneyOf(other)).toEqual(await moneyOf(shop));
        } finally {
          await other.close();
        }
      } finally {
        await shop.close();
      }
    }),
    {numRuns: 12}
  );
});

/** Until 1.3 a row without ProviderName is written with that of its ServiceProviderName; nothing else is filled. */
function asWritten(row: string, focus: string): string {
  const fields = JSON.parse(row) as Record<string, unknown>;
  const provider = fields["ProviderName"] ?? fields["ServiceProviderName"];
  if (focus === "1.4" || provider === undefined) return row;
  return JSON.stringify(Object.fromEntries(Object.entries({...fields, ProviderName: provider}).toSorted(byLakeOrder)));
}

function byLakeOrder([a]: [string, unknown], [b]: [string, unknown]): number {
  const order = (name: string): string => (name === "x" ? "~" : name);
  return order(a) < order(b) ? -1 : 1;
}
