import {z} from "zod";

/** An amount of money in an input: plain decimal text. */
export const amountField = z
  .string()
  .trim()
  .regex(/^[+-]?\d{1,20}(\.\d{1,18})?$/, "an amount such as 1250 or 99.95");

export const currencyField = z
  .string()
  .regex(/^[A-Za-z]{3}$/, "a currency code such as EUR")
  .transform((code) => code.toUpperCase());

export const perField = z.enum(["once", "month"]);
export type Per = z.output<typeof perField>;

/** A day such as 2026-10-01. */
export const dayField = z.iso.date("a day such as 2026-10-01");

/** Amounts of one currency and one rhythm, which alone may be summed. */
export const sumField = z.object({
  currency: z.string(),
  per: perField,
  amount: z.string().describe("exact sum"),
  count: z.int().describe("how many it is the sum of")
});
export type Sum = z.output<typeof sumField>;

/** One line of text; a title. */
export const lineField = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u, "one line without control characters");

/** An id that the practice file or the framework gives: small letters, digits, dot, dash, underscore. */
export const slugField = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, "an id of letters, digits, dot, dash and underscore");

export const proseField = z.string().trim().min(1).max(10_000);

export const filterField = z.string().trim().min(1).max(32_768);

/** One line of a record's history: what a change did to which fields. */
export const historyField = z.object({
  at: z.string(),
  by: z.string(),
  kind: z.string().describe("added, edited, or the step that was taken"),
  reason: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).describe("the fields that changed, as they were"),
  after: z.record(z.string(), z.unknown()).describe("the same fields, as they are since")
});
export type HistoryLine = z.output<typeof historyField>;
