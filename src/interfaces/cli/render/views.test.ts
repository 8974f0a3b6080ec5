import picocolors from "picocolors";
import {expect, test} from "vitest";
import {operations} from "../../../operations.ts";
import {tableColumns} from "./columns.data.ts";
import {demoText, initText} from "./demo-view.ts";
import {diffTable} from "./diff-view.ts";
import {doctorList} from "./doctor-view.ts";
import {textWidth} from "./text-width.ts";

const style = {columns: 80, colors: picocolors.createColors(false)};

test("columns of tables are fields of the rows of the operation", () => {
  for (const {contract} of operations) {
    const wanted = tableColumns[contract.name] ?? [];
    const schema = JSON.stringify(contract.output.toJSONSchema({io: "input", unrepresentable: "any"}));
    for (const name of wanted) expect(schema).toContain(`"${name}":`);
  }
});

test("the doctor's messages are whole, with what to do", () => {
  const message = "27 files lie in the lake that no snapshot names; they were left by an ingest that did not end";
  const rows = [
    {check: "catalog", level: "ok", message: "lake and catalog agree", remedy: null},
    {check: "orphans", level: "warning", message, remedy: "Remove them with: ashlar doctor --rebuild"}
  ];
  const text = doctorList({verdict: "quality", rows}, style);
  expect(text).toBe(`✓ ok: catalog: lake and catalog agree
! warning: orphans: 27 files lie in the lake that no snapshot names; they were
  left by an ingest that did not end
  → Remove them with: ashlar doctor --rebuild

1 of 2 findings need attention.
`);
});

test("a restatement says before, after and change", () => {
  const total = {currency: "USD", billedBefore: "1010", billedAfter: "1000.5", billedChange: "-9.5"};
  const rows = [
    {
      service: "Amazon Elastic Compute Cloud",
      account: "123456789012",
      currency: "USD",
      billedBefore: "1000",
      billedAfter: "980.5",
      billedChange: "-19.5"
    },
    {service: null, account: "2", currency: "USD", billedBefore: "10", billedAfter: "20", billedChange: "10"}
  ];
  const text = diffTable({before: ["01A"], after: "01B", rows, totals: [total], notes: []}, style);
  for (const line of text.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(80);
  expect(text).toContain("01B against 01A\n");
  expect(text).toMatch(/\(none\) +2 +10\.00 +20\.00 +\+10\.00 {2}▲ more\n/);
  expect(text).toMatch(/total +1,010\.00 +1,000\.50 +-9\.50 {2}▼ less\n/);
  expect(diffTable({before: [], after: "01B", rows: [], totals: [], notes: []}, style)).toContain(
    "Nothing changed in billed or effective cost."
  );
});

test("the demo shows its first answers as cost answers, with the command that asks them", () => {
  const month = {period: "2026-10-01", currency: "EUR", billed: "1234.5"};
  const change = {
    currency: "EUR",
    effective: "2",
    effective_previous: "1",
    effective_change: "1",
    effective_change_ratio: "1"
  };
  const headlines = [
    {
      title: "By month",
      command: "ashlar cost --granularity month",
      rows: [month],
      totals: [{currency: "EUR", billed: "1234.5"}]
    },
    {title: "Providers", command: "ashlar cost --by provider", rows: [{provider: "AWS", ...change}], totals: [change]}
  ];
  const deliveries = [{source: "aws", dataset: "CostAndUsage", rows: 1234, status: "published"}];
  const text = demoText({folder: "f", company: "A Ltd", deliveries, headlines, notes: ["Go on."]}, style);
  expect(text).toBe(`A Ltd · f

source  dataset        rows  status
──────────────────────────────────────
aws     CostAndUsage  1,234  published

By month
$ ashlar cost --granularity month
month    billed EUR
───────────────────
2026-10    1,234.50
───────────────────
total      1,234.50

Providers
$ ashlar cost --by provider
provider  effective EUR  before  change
───────────────────────────────────────────────────────
AWS                2.00    1.00   +1.00  ▲ 100.0 % more
───────────────────────────────────────────────────────
total              2.00    1.00   +1.00  ▲ 100.0 % more

note: Go on.
`);
});

test("init shows the file only where it did not write it", () => {
  const file = {file: "ashlar.yaml", text: "# a\ntags: []\n", notes: []};
  expect(initText({...file, written: true}, style)).toBe("Written: ashlar.yaml\n");
  expect(initText({...file, written: false}, style)).toBe("Not written: ashlar.yaml\n\n# a\ntags: []\n");
});
