import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {z} from "zod";
import {inputOf} from "../interfaces/cli/input.ts";
import {parametersOf} from "../interfaces/cli/parameter.ts";
import {settings} from "../settings.ts";
import {canonicalQuestion} from "./canonical-question.ts";
import {chargeKinds} from "./charge-kind.ts";
import {cost, rows} from "./contract.ts";
import {filterText} from "./filter/text.ts";
import {filterOf} from "./fixtures/arbitrary.ts";
import {metricNames} from "./metric.ts";
import {questionFromUrl, questionOf, questionToCommand, questionToUrl} from "./question-text.ts";
import {type CostQuestionInput, axes, costQuestion, granularities} from "./question.ts";

const around = {
  now: Temporal.Instant.from("2026-11-15T12:00:00Z"),
  settings: settings.parse({rates: {set: "ecb"}, calendar: {fiscalYearStart: 10}})
};
const canonical = (question: CostQuestionInput) => canonicalQuestion(costQuestion.parse(question), around);

const questionArbitrary: fc.Arbitrary<CostQuestionInput> = fc
  .record(
    {
      metric: fc.uniqueArray(fc.constantFrom(...metricNames.filter((name) => name !== "pricing")), {minLength: 1}),
      by: fc.uniqueArray(
        fc.constantFrom("service", "tag.team", 'tag."a, b"', 'tag."it\'s"', "x.x_Op", "source", "billing-period"),
        {minLength: 1}
      ),
      source: fc.uniqueArray(fc.constantFrom("aws-prod", "azure", "gcp.1")),
      axis: fc.constantFrom(...axes),
      time: fc.constantFrom(
        {period: "2026-10"},
        {period: "FY2027-Q1"},
        {from: "2026-10-01", to: "2026-10-15"},
        {window: "30d"},
        {window: "last-month"}
      ),
      granularity: fc.constantFrom(...granularities.filter((name) => !["hour", "day", "week"].includes(name))),
      filter: filterOf().map(filterText),
      compare: fc.constantFrom("previous" as const, "year" as const),
      top: fc.integer({min: 1, max: 100}),
      asOf: fc.constantFrom("2026-10-01", "2026-10-01T12:00:00.500Z"),
      currency: fc.constantFrom("EUR", "USD"),
      without: fc.uniqueArray(fc.constantFrom(...chargeKinds))
    },
    {requiredKeys: ["by", "time"]}
  )
  .map(({time, ...question}) => ({...question, ...time}));

describe("the canonical question", () => {
  test("has defaults filled in, names canonical, the window as days, and lists sorted where order says nothing", () => {
    expect(
      canonical({
        by: ["Service", "tag.team"],
        window: "30d",
        source: ["b", "a", "b"],
        without: ["taxes", "credits"],
        filter: "region = 'b' AND (provider='a')"
      })
    ).toEqual({
      metric: ["billed", "effective"],
      by: ["ServiceName", "tag.team"],
      source: ["a", "b"],
      axis: "charge",
      from: "2026-10-17",
      to: "2026-11-16",
      granularity: null,
      filter: "RegionId = 'b' and ServiceProviderName = 'a'",
      compare: null,
      top: null,
      asOf: null,
      currency: null,
      rates: null,
      without: ["credits", "taxes"],
      fiscalYearStart: null
    });
    expect(canonical({period: "2026-10", compare: "previous"}).compare).toEqual({
      with: "previous",
      from: "2026-09-01",
      to: "2026-10-01"
    });
    expect(canonical({currency: "usd"})).toMatchObject({currency: "USD", rates: {set: "ecb", basis: "month-average"}});
    expect(canonical({granularity: "fiscal-year"}).fiscalYearStart).toBe(10);
  });

  test("is its own canonical form", () => {
    fc.assert(
      fc.property(questionArbitrary, (question) => {
        const once = canonical(question);
        expect(canonicalQuestion(questionOf(once), around)).toEqual(once);
      })
    );
  });

  test.for([
    [{metric: ["consumed", "pricing"]}, "one quantity"],
    [{by: ["service", "ServiceName"]}, "twice"],
    [{by: ["servise"]}, 'did you mean "service"?'],
    [{by: ["BilledCost"]}, "not grouped by amounts"],
    [{by: ["Tags"]}, "no column"],
    [{compare: "previous"}, "needs a time"],
    [{top: 3}, "the top of what"],
    [{rates: "ecb"}, "without a currency"],
    [{currency: "ABC"}, "no currency ABC"],
    [{period: "2026-13"}, "period"],
    [{period: "2026-10", window: "30d"}, "one time"],
    [{from: "2026-10-02", to: "2026-10-01"}, "empty"],
    [{axis: "billing", granularity: "day"}, "has months"],
    [{asOf: "yesterday"}, "instant"]
  ] as [CostQuestionInput, string][])("%j is refused in words", ([question, words]) => {
    let message = "";
    try {
      canonical(question);
    } catch (error) {
      expect(error).toMatchObject({code: "question.invalid", remedy: expect.any(String)});
      message = `${String(error)} ${(error as {remedy: string}).remedy}`;
    }
    expect(message.toLowerCase()).toContain(words.toLowerCase());
  });

  test("wants a rate set from somewhere", () => {
    expect(() =>
      canonicalQuestion(costQuestion.parse({currency: "EUR"}), {...around, settings: settings.parse({})})
    ).toThrow(/no rates/i);
  });

  test("is closed", () => {
    expect(costQuestion.safeParse({metrik: ["billed"]}).success).toBe(false);
    expect(costQuestion.safeParse({top: 0}).success).toBe(false);
    expect(costQuestion.safeParse({source: ["../etc"]}).success).toBe(false);
  });
});

describe("a question as text", () => {
  test("goes through a URL and back", () => {
    expect(
      questionToUrl(costQuestion.parse({by: ["service", "tag.team"], period: "2026-10", filter: "service = 'a & b'"}))
    ).toBe("by=service&by=tag.team&period=2026-10&filter=service+%3D+%27a+%26+b%27");
    fc.assert(
      fc.property(questionArbitrary, (input) => {
        const question = costQuestion.parse(input);
        expect(questionFromUrl(questionToUrl(question))).toEqual(question);
        const text = questionToUrl(questionOf(canonical(input)));
        expect(canonicalQuestion(questionFromUrl(text), around)).toEqual(canonical(input));
      })
    );
  });

  test.for(["by=service&bogus=1", "top=ten", "top=1&top=2", "metric=cost"])("%s is refused", (text) => {
    expect(() => questionFromUrl(text)).toThrow(expect.objectContaining({code: "question.invalid"}));
  });

  test("goes through a shell and back", () => {
    expect(
      questionToCommand(
        costQuestion.parse({by: ["service", 'tag."a, b"'], top: 3, asOf: "2026-10-01", filter: "service = 'it''s'"})
      )
    ).toBe(
      `ashlar cost --by 'service,tag."a\\, b"' --filter 'service = '\\''it'\\'''\\''s'\\''' --top 3 --as-of 2026-10-01`
    );
    const parameters = parametersOf(cost);
    fc.assert(
      fc.property(questionArbitrary, (input) => {
        const question = costQuestion.parse(input);
        const [program, command, ...words] = shellWords(questionToCommand(question));
        expect([program, command]).toEqual(["ashlar", "cost"]);
        const typed = Object.fromEntries(
          Array.from({length: words.length / 2}, (_, index) => {
            const parameter = parameters.find(({flag}) => flag === words[2 * index]);
            return [parameter?.field ?? "", [words[2 * index + 1] ?? ""]];
          })
        );
        expect(costQuestion.parse(inputOf(cost, parameters, typed))).toEqual(question);
      })
    );
  });
});

describe("the contracts", () => {
  test.for([cost, rows])("of $name have a JSON schema, and describe every field", (contract) => {
    const schema = z.toJSONSchema(contract.input, {io: "input"});
    expect(
      Object.values(schema.properties ?? {}).filter((field) => typeof field !== "object" || !field.description)
    ).toEqual([]);
    expect(() => z.toJSONSchema(contract.output)).not.toThrow();
    for (const {command} of contract.examples ?? []) expect(command.startsWith(contract.name)).toBe(true);
  });
});

/** The words of a POSIX command with single quotes and backslashes. */
function shellWords(command: string): readonly string[] {
  return [...command.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|\\(.)/g,
      (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? ""
    )
  );
}
