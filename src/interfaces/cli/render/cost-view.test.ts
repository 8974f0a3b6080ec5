import picocolors from "picocolors";
import {describe, expect, test} from "vitest";
import {costKind} from "../../render/kinds.ts";
import {changeText, costTable} from "./cost-view.ts";
import {chargesTable} from "./rows-view.ts";
import {textWidth} from "./text-width.ts";

const style = {columns: 80, colors: picocolors.createColors(false)};
const question = {
  metric: ["billed", "effective"],
  by: ["service"],
  axis: "charge",
  from: "2026-10-01",
  to: "2026-11-01",
  granularity: null,
  compare: null,
  filter: null,
  asOf: null
};
const completeness = {
  dataFrom: "2026-10-01T00:00:00Z",
  dataTo: "2026-10-20T00:00:00Z",
  complete: false,
  notes: ["aws ends on 2026-10-19."]
};
const receipt = {id: "a".repeat(64), snapshots: ["s1", "s2"]};
const around = {completeness, receipt, notes: []};

function shown(output: object, columns = 80): string {
  const text = costTable({...around, ...output}, {...style, columns});
  for (const line of text.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  return text;
}

test("a block for each currency, the rest marked, totals last, then what a reader must know", () => {
  const rows = [
    {service: "Amazon EC2", currency: "USD", billed: "1234567.891", effective: "-0.001"},
    {service: null, currency: "USD", billed: "1", effective: null},
    {service: "other", other: true, currency: "USD", billed: "2", effective: "3"},
    {service: "123456789012", currency: "EUR", billed: "5", effective: "5"}
  ];
  const totals = [
    {currency: "USD", billed: "1234570.891", effective: null},
    {currency: "EUR", billed: "5", effective: "5"}
  ];
  expect(shown({question, rows, totals})).toBe(`billed, effective · 2026-10-01 to 2026-10-31 · by charge period

service       billed USD  effective USD
───────────────────────────────────────
Amazon EC2  1,234,567.89         >-0.01
(none)              1.00              –
other               2.00           3.00
───────────────────────────────────────
total       1,234,570.89              –

service       billed EUR  effective EUR
───────────────────────────────────────
123456789012        5.00           5.00
───────────────────────────────────────
total               5.00           5.00

note: aws ends on 2026-10-19.
data 2026-10-01 to 2026-10-20, incomplete · 2 snapshots · receipt aaaaaaaaaaaa
`);
});

test("without dimensions there is only the total", () => {
  const total = {currency: "USD", billed: "1", effective: "2"};
  expect(
    shown({question: {...question, by: []}, rows: [total], totals: [total]})
      .split("\n")
      .slice(2, 5)
  ).toEqual(["billed USD  effective USD", "─────────────────────────", "      1.00           2.00"]);
});

test("no charges are said to be none", () => {
  expect(shown({question, rows: [], totals: []})).toContain("No charges match.");
});

describe("over time", () => {
  const monthly = {...question, metric: ["billed"], granularity: "month"};
  const rows = [
    {period: "2026-09-01", service: "A", currency: "USD", billed: "0.1"},
    {period: "2026-09-01", service: "other", other: true, currency: "USD", billed: "9"},
    {period: "2026-10-01", service: "A", currency: "USD", billed: "0.2"},
    {period: "2026-10-01", service: "B", currency: "USD", billed: "1000"}
  ];
  const totals = [{currency: "USD", billed: "1009.3"}];

  test("one metric has a column for each period, exactly summed", () => {
    expect(shown({question: monthly, rows, totals}).split("\n").slice(2, 9)).toEqual([
      "service  2026-09   2026-10  billed USD",
      "──────────────────────────────────────",
      "A           0.10      0.20        0.30",
      "B                 1,000.00    1,000.00",
      "other       9.00                  9.00",
      "──────────────────────────────────────",
      "total       9.10  1,000.20    1,009.30"
    ]);
  });

  test("where the columns do not fit, periods are rows", () => {
    const lines = shown({question: monthly, rows, totals}, 34).split("\n");
    expect(lines).toContain("2026-10  B          1,000.00");
  });
});

test("a comparison says the change with sign, arrow and word", () => {
  const row = {currency: "USD", billed: "110", billed_previous: "100", billed_change: "10", billed_change_ratio: "0.1"};
  const compared = {...question, metric: ["billed"], compare: {with: "previous", from: "2026-09-01", to: "2026-10-01"}};
  const text = shown({question: compared, rows: [{service: "A", ...row}], totals: [row]});
  expect(text.split("\n")).toContain("A            110.00  100.00  +10.00  ▲ 10.0 % more");
  expect(text).toContain("against 2026-09-01 to\n2026-09-30\n");
  expect(changeText("-5", "-0.05")).toBe("▼ 5.0 % less");
  expect(changeText("5", null)).toBe("▲ new");
  expect(changeText("-5", null)).toBe("▼ less");
  expect(changeText("0.00", "0")).toBe("= same");
  expect(changeText(null, null)).toBe("");
});

test("dimension values are texts whatever they look like; metrics and changes are amounts", () => {
  const kinds = ["service", "billed", "billed_change", "billing-period"].map((field) =>
    costKind(field, {question, rows: []})
  );
  expect(kinds).toEqual(["text", "amount", "amount", "text"]);
});

test("charge rows say how many there are, and how to see the next", () => {
  const rows = [{ChargeDescription: "a", SubAccountId: "0012", BilledCost: "1.239", ListUnitPrice: "0.000123"}];
  const text = chargesTable(
    {...around, question, rows, count: 1234, next: 100, totals: [{currency: "USD", billed: "5"}]},
    style
  );
  expect(text).toContain("a                  0012                1.24       0.000123\n");
  expect(text).toContain("1 of 1,234 charges; the next with --offset 100\n");
});
