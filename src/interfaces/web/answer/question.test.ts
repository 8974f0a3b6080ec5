import fc from "fast-check";
import {expect, test} from "vitest";
import {questionFromUrl, questionToCommand, questionToUrl} from "../../../cost/question-text.ts";
import {costQuestion} from "../../../cost/question.ts";
import {queryOf} from "../api/call.ts";
import {parseSearch} from "../app/search.ts";
import {brief, commandOf, questionOf, searchOf} from "./question.ts";

const text = fc.string({minLength: 1, maxLength: 12, unit: "grapheme"});
const question = fc
  .record(
    {
      metric: fc.uniqueArray(fc.constantFrom("billed", "effective", "list", "savings"), {minLength: 1}),
      by: fc.uniqueArray(fc.constantFrom("service", "provider", "tag.team", 'tag."a,b"', "region")),
      source: fc.uniqueArray(fc.constantFrom("aws", "azure")),
      axis: fc.constantFrom("charge", "billing"),
      window: fc.constantFrom("30d", "last-month"),
      granularity: fc.constantFrom("day", "fiscal-quarter"),
      filter: text.map((value) => `service = '${value.replaceAll("'", "''")}'`),
      compare: fc.constantFrom("previous", "year"),
      top: fc.integer({min: 1, max: 10_000}),
      asOf: fc.constant("2026-10-01"),
      currency: fc.constantFrom("EUR", "USD"),
      without: fc.uniqueArray(fc.constantFrom("credits", "taxes"))
    },
    {requiredKeys: []}
  )
  .map((input) => costQuestion.parse(input));

test("URLs are those of the API, and say the same question", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const url = queryOf(brief(asked));
      expect(url).toBe(questionToUrl(asked));
      expect(questionFromUrl(url)).toEqual(asked);
      expect(questionOf(parseSearch(url))).toEqual(asked);
      expect(questionOf(searchOf(asked))).toEqual(asked);
    })
  );
});

test("commands are those of the API", () => {
  fc.assert(
    fc.property(question, (asked) => {
      expect(commandOf(asked)).toBe(questionToCommand(asked));
    })
  );
});
