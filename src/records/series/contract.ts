import {z} from "zod";
import {contract} from "../../operation.ts";
import {dayField} from "../field.ts";

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, "a name of small letters, digits, dot, dash and underscore")
  .describe("name of the series, such as orders");

export const seriesImport = contract({
  name: "series.import",
  summary: "Takes a series of business numbers by day from a CSV file: orders, active users, parcels.",
  description:
    "The file has the columns day and value, and key where the series has several lines (a region, a product). It is " +
    "taken as a whole or not at all; the same file again changes nothing. A value that is known and differs is refused " +
    "unless --replace is given.",
  kind: "write",
  input: z.strictObject({
    file: z.string().min(1).describe("CSV file with the columns day, value and, if need be, key"),
    name,
    unit: z.string().trim().min(1).max(60).describe("what is counted, such as orders"),
    replace: z.boolean().default(false).describe("change values that are known"),
    dryRun: z.boolean().default(false).describe("say what would change, and change nothing")
  }),
  output: z.object({
    series: z.string(),
    unit: z.string(),
    dryRun: z.boolean(),
    revision: z.string(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    keys: z.array(z.string())
  }),
  positional: ["file"],
  examples: [{command: "series import orders.csv --name orders --unit orders", remark: "for costs per order"}]
});

export const seriesList = contract({
  name: "series.list",
  summary: "Series of business numbers that are kept.",
  kind: "read",
  input: z.strictObject({}),
  output: z.object({
    rows: z.array(
      z.object({
        series: z.string(),
        unit: z.string(),
        points: z.int(),
        keys: z.int().describe("lines of the series"),
        from: z.string().nullable(),
        to: z.string().nullable(),
        revision: z.string(),
        importedAt: z.string()
      })
    )
  })
});

export const seriesShow = contract({
  name: "series.show",
  summary: "The values of a series by day.",
  kind: "read",
  input: z.strictObject({
    series: name,
    key: z.string().max(200).optional().describe("only this line"),
    from: dayField.optional().describe("first day"),
    to: dayField.optional().describe("the day after the last")
  }),
  output: z.object({
    series: z.string(),
    unit: z.string(),
    revision: z.string(),
    rows: z.array(z.object({day: z.string(), key: z.string().describe("empty where it has none"), value: z.string()}))
  }),
  positional: ["series"]
});
