import picocolors from "picocolors";
import {expect, test} from "vitest";
import {durationText, ingestTable} from "./ingest-view.ts";
import {textWidth} from "./text-width.ts";

const style = {columns: 80, colors: picocolors.createColors(false)};
const place = {source: "aws-prod", dataset: "CostAndUsage", partition: "all", focusVersion: "1.2", flavour: "aws"};
const quiet = {superseded: [], accountsGone: [], quarantined: 0, quarantine: [], checks: []};
const money = {currency: "USD", effective: "1", contracted: "2", list: null, effectiveChange: "0"};

test("periods, money, quarantine, remarks and stages", () => {
  const output = {
    dryRun: true,
    rows: [
      {...place, ...quiet, billingPeriod: "2026-09", status: "unchanged", rows: 5, rowsChange: 0, money: []},
      {
        ...place,
        billingPeriod: "2026-10",
        status: "published",
        rows: 12345,
        rowsChange: -7,
        superseded: ["a"],
        accountsGone: ["123456789012"],
        quarantined: 2,
        quarantine: [
          {reason: "not a number", column: "BilledCost", rows: 2, billed: [{currency: "USD", amount: null}]}
        ],
        checks: [{check: "currency", level: "warning", message: "two currencies on one invoice"}],
        money: [{...money, billed: "1234.5", billedChange: "-0.5"}]
      }
    ],
    notes: ["read as FOCUS 1.2"],
    stages: [
      {stage: "read", milliseconds: 1234},
      {stage: "publish", milliseconds: 40}
    ]
  };
  const text = ingestTable(output, style);
  expect(text).toBe(`Dry run: nothing was changed.

aws-prod · CostAndUsage · FOCUS 1.2 · aws

period   status       rows  change  replaced  quarantined
─────────────────────────────────────────────────────────
2026-09  unchanged       5       –         –            –
2026-10  published  12,345      -7         1            2

period   currency    billed  effective  contracted  list  billed change
───────────────────────────────────────────────────────────────────────
2026-10  USD       1,234.50       1.00        2.00     –          -0.50

quarantined  column      reason        rows  billed
───────────────────────────────────────────────────
2026-10      BilledCost  not a number     2   ? USD

warning: 2026-10: two currencies on one invoice
warning: 2026-10: no longer there: 123456789012
note: read as FOCUS 1.2

read 1.2 s · publish 40 ms
`);
  for (const line of text.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(80);
});

test("nothing that came in is said", () => {
  expect(ingestTable({dryRun: false, rows: [], notes: [], stages: []}, style)).toBe("No billing period came in.\n");
});

test("durations", () => {
  expect([0, 999, 1000, 59_999, 200_000].map(durationText)).toEqual([
    "0 ms",
    "999 ms",
    "1.0 s",
    "60.0 s",
    "3 min 20 s"
  ]);
});

test("what holds for several periods is said once", () => {
  const check = {check: "imported", level: "info", message: "Read as a bill"};
  const period = (billingPeriod: string, checks: readonly object[]) => ({
    ...place,
    ...quiet,
    billingPeriod,
    status: "published",
    rows: 1,
    rowsChange: 1,
    checks,
    money: []
  });
  const odd = {...check, level: "warning"};
  const rows = ["2026-07", "2026-08", "2026-09", "2026-10"].map((each) => period(each, [check]));
  const text = ingestTable({dryRun: false, rows: [...rows, period("2026-11", [odd])], notes: [], stages: []}, style);
  expect(text).toContain("info: 2026-07 … 2026-10 (4): Read as a bill\nwarning: 2026-11: Read as a bill\n");
});
