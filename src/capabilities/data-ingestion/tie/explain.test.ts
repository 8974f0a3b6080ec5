import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {compare, sum} from "../../../money/amount.ts";
import {explain, plain, sumOfParts} from "./explain.ts";
import type {Candidate, Difference} from "./facts.ts";

const none: Difference = {
  currency: "EUR",
  amount: "0",
  certain: [],
  counted: [],
  possible: [],
  estimated: [],
  whole: null,
  rounding: {ofRows: null, ofServices: null, rows: 0, lines: 1}
};
const candidate = (amount: string, kind: Candidate["kind"] = "excluded-charges"): Candidate => ({
  kind,
  amount,
  text: `of ${amount}`,
  rows: 1,
  filter: null
});
const parts = (difference: Partial<Difference>) => {
  const {explanations, status, unexplained} = explain({...none, ...difference});
  return {status, unexplained, parts: explanations.map(({kind, amount, basis}) => [kind, amount, basis])};
};

describe("ING-C3 a difference", () => {
  test("of nothing is tied", () => {
    expect(parts({})).toEqual({status: "tied", unexplained: "0", parts: []});
  });

  test("of half a cent is rounding, of a whole one is not", () => {
    expect(parts({amount: "0.005"})).toEqual({
      status: "tied",
      unexplained: "0",
      parts: [["rounding", "0.005", "counted"]]
    });
    expect(parts({amount: "-0.01"})).toEqual({
      status: "open",
      unexplained: "-0.01",
      parts: [["unexplained", "-0.01", "rest"]]
    });
    expect(parts({amount: "0.4", currency: "JPY"}).status).toBe("tied");
    expect(parts({amount: "0.4", currency: "EUR"}).status).toBe("open");
    expect(parts({amount: "0.0004", currency: "KWD"}).status).toBe("tied");
  });

  test("is the rounding of rows only where it is their very sum, however many there are", () => {
    const rounding = {ofRows: "1.234", ofServices: "0.02", rows: 1_000_000, lines: 1};
    expect(parts({amount: "1.234", rounding}).status).toBe("tied");
    expect(parts({amount: "0.02", rounding}).status).toBe("tied");
    expect(parts({amount: "1.235", rounding}).status).toBe("open");
    expect(parts({amount: "0.04", rounding: {...rounding, lines: 8}}).status).toBe("tied");
    expect(parts({amount: "0.041", rounding: {...rounding, lines: 8}}).status).toBe("open");
  });

  test("takes tax that is stated whatever it leaves", () => {
    expect(parts({amount: "5", certain: [candidate("-19", "tax")]})).toEqual({
      status: "open",
      unexplained: "24",
      parts: [
        ["tax", "-19", "counted"],
        ["unexplained", "24", "rest"]
      ]
    });
  });

  test("takes what was counted where it brings the rest nearer, and says what it did not take", () => {
    const counted = [candidate("-30", "late-correction"), candidate("7", "missing-rows")];
    expect(parts({amount: "-31", counted}).parts).toEqual([
      ["late-correction", "-30", "counted"],
      ["unexplained", "-1", "rest"]
    ]);
    expect(explain({...none, amount: "-31", counted}).notes).toEqual(["Looked at, and not the reason: 7. of 7"]);
  });

  test("takes what may have been left out only where nothing is left with it", () => {
    const possible = [candidate("-10"), candidate("4"), candidate("100", "tax")];
    expect(parts({amount: "-6", possible})).toEqual({
      status: "explained",
      unexplained: "0",
      parts: [
        ["excluded-charges", "-10", "matched"],
        ["excluded-charges", "4", "matched"]
      ]
    });
    expect(parts({amount: "-9", possible}).parts).toEqual([["unexplained", "-9", "rest"]]);
    expect(parts({amount: "-10.003", possible}).parts).toEqual([
      ["excluded-charges", "-10", "matched"],
      ["rounding", "-0.003", "counted"]
    ]);
  });

  test("names an invoice without any charge as missing rows, and an estimate as one", () => {
    expect(parts({amount: "-80", whole: candidate("-80", "missing-rows")}).parts).toEqual([
      ["missing-rows", "-80", "counted"]
    ]);
    expect(parts({amount: "-80", estimated: [candidate("-75", "missing-rows")]})).toEqual({
      status: "open",
      unexplained: "-5",
      parts: [
        ["missing-rows", "-75", "estimated"],
        ["unexplained", "-5", "rest"]
      ]
    });
  });

  const amount = fc
    .tuple(fc.bigInt({min: -(10n ** 24n), max: 10n ** 24n}), fc.integer({min: 0, max: 18}))
    .map(([units, scale]) => {
      const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
      const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      return units < 0n ? `-${text}` : text;
    });
  const candidates = (kinds: readonly Candidate["kind"][]) =>
    fc.array(
      fc.tuple(amount, fc.constantFrom(...kinds)).map(([each, kind]) => candidate(each, kind)),
      {maxLength: 5}
    );

  test("is the sum of its parts to the last digit, whatever it is and in every currency", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("USD", "EUR", "JPY", "KWD", "XAU", "CLF"),
        amount,
        candidates(["tax"]),
        candidates(["late-correction", "missing-rows"]),
        candidates(["excluded-charges", "tax"]),
        candidates(["missing-rows"]),
        fc.boolean(),
        amount,
        fc.integer({min: 0, max: 5000}),
        (currency, total, certain, counted, possible, estimated, isWhole, rounded, lines) => {
          const difference: Difference = {
            currency,
            amount: total,
            certain,
            counted,
            possible,
            estimated,
            whole: isWhole ? candidate(total, "missing-rows") : null,
            rounding: {ofRows: rounded, ofServices: null, rows: lines, lines}
          };
          const {explanations, unexplained, status} = explain(difference);
          expect(sumOfParts(explanations)).toBe(plain(total));
          const rest = explanations.filter(({kind}) => kind === "unexplained");
          expect(rest.length).toBe(compare(unexplained, "0") === 0 ? 0 : 1);
          expect(status === "open").toBe(rest.length === 1);
          const given = [...certain, ...counted, ...possible, ...estimated].map((each) => plain(each.amount));
          for (const each of explanations)
            if (each.basis !== "rest" && each.kind !== "rounding" && !isWhole) expect(given).toContain(each.amount);
        }
      ),
      {numRuns: 300}
    );
  });

  test("never leaves more than without what was counted", () => {
    fc.assert(
      fc.property(amount, candidates(["late-correction", "missing-rows"]), (total, counted) => {
        const {unexplained} = explain({...none, amount: total, counted});
        const size = (text: string): string => text.replace("-", "");
        expect(compare(size(unexplained), size(total))).toBeLessThanOrEqual(0);
        expect(() => sum([unexplained])).not.toThrow();
      }),
      {numRuns: 100}
    );
  });
});
