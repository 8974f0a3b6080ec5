import {describe, expect, test} from "vitest";
import {invoiceLines} from "./invoice-lines.ts";

const head = "issuer,invoice,period,currency,total,tax,note\n";

describe("a list of invoices", () => {
  test("is read by the names of its columns, in any order", () => {
    const {lines, problem} = invoiceLines("\uFEFFTotal;Issuer;Invoice;Currency;Period\r\n12.50;AWS;7;USD;2026-10\r\n");
    expect(problem).toBeNull();
    expect(lines).toEqual([
      {line: 2, input: {issuer: "AWS", invoice: "7", period: "2026-10", currency: "USD", total: "12.50"}, problem: null}
    ]);
  });

  test("keeps what stands in quotes, and says where each line began", () => {
    const {lines} = invoiceLines(`${head}"A, ""B"" & Co",1,2026-10,USD,5,,"two\nlines"\n\nC,2,2026-10,USD,6,1,\n`);
    expect(lines.map(({line}) => line)).toEqual([2, 5]);
    expect(lines[0]?.input).toMatchObject({issuer: 'A, "B" & Co', note: "two\nlines"});
    expect(lines[1]?.input).toEqual({
      issuer: "C",
      invoice: "2",
      period: "2026-10",
      currency: "USD",
      total: "6",
      tax: "1"
    });
  });

  test("amounts stay the text that they are", () => {
    const {lines} = invoiceLines(`${head}A,1,2026-10,USD,9007199254740993.129999999999,,`);
    expect(lines[0]?.input["total"]).toBe("9007199254740993.129999999999");
  });

  test("what is missing is said, for the file and for a line", () => {
    expect(invoiceLines("issuer,invoice\nA,1\n").problem).toContain("period, currency, total");
    expect(invoiceLines("").problem).toBe("The file is empty.");
    expect(invoiceLines(head).problem).toContain("no line");
    expect(invoiceLines(`${head}A,,2026-10,USD,5,,\n`).lines[0]?.problem).toBe("invoice is empty");
  });
});
