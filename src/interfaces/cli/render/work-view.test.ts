import picocolors from "picocolors";
import {expect, test} from "vitest";
import {workSummaryText, workTable} from "./work-view.ts";

const style = {columns: 100, colors: picocolors.createColors(false)};
const value = {amount: "1234.5", currency: "EUR", per: "month", class: "agreed"};
const item = {
  number: "W-3",
  title: "Idle machine",
  stage: "action",
  owner: "ann",
  due: "2026-10-01",
  overdue: true,
  value,
  doneAt: null
};

test("a work object has its line, the sums stand below, and what is done or late is told", () => {
  const text = workTable(
    {
      rows: [item, {...item, number: "W-2", doneAt: "2026-10-02", overdue: false, value: null}],
      totals: [{...value, count: 1}],
      count: 7
    },
    style
  );
  expect(text).toMatch(/W-3 +Idle machine +action +ann +2026-10-01 ! +1,234\.50 EUR a month/);
  expect(text).toMatch(/W-2 +Idle machine +done/);
  expect(text).toContain("2 of 7 work objects: 1,234.50 EUR a month");
  expect(workTable({rows: [], totals: [], count: 0}, style)).toBe("Nothing to show.\n");
});

test("the counters of a scope are a block, and what is not known is no zero", () => {
  const none = {count: 0, unpriced: 0, values: []};
  const text = workSummaryText(
    {
      period: {from: "2026-10-01", to: "2026-11-01"},
      rows: [
        {
          scope: "cloud",
          title: "Cloud",
          see: {
            spend: [
              {currency: "EUR", effective: "10"},
              {currency: "USD", effective: null}
            ],
            owned: {rule: "…", amounts: [{currency: "EUR", owned: "8", share: "0.8"}], reason: null}
          },
          could: {count: 2, unpriced: 1, values: [{...value, count: 1}]},
          doing: none,
          did: none,
          aside: none,
          overdue: 1,
          loop: {medianDays: null, count: 0}
        }
      ],
      notes: ["Spend is effective cost."]
    },
    style
  );
  expect(text).toContain("10.00 EUR, USD not known");
  expect(text).toContain("80.0 % of EUR");
  expect(text).toContain("2: 1,234.50 EUR a month");
  expect(text).toContain("0; 1 past their day");
  expect(text).toContain("no loop is closed yet");
});
