import {z} from "zod";

/**
 * The form of a declared importer. Every scalar of its YAML is text, so that an amount never becomes a binary number and
 * a date stays as it was written.
 */
const text = z.string().trim().min(1).max(2000);
const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const nativeName = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, "small letters, digits and underscores, a letter first");
const several = z.union([text.transform((one) => [one]), z.array(text).min(1).max(50)]);
const amountText = z
  .string()
  .regex(/^-?\d{1,20}(\.\d{1,18})?$/, "an amount such as 12.50 with at most 20 digits before and 18 after the point");
const digits = z.string().regex(/^([0-9]|1[0-8])$/, "a number of decimals from 0 to 18");

const nativeColumn = z.strictObject({
  from: several.describe(
    "names in the file that mean it, the preferred first; in JSON the whole way from the document"
  ),
  kind: z.enum(["text", "decimal", "float", "date", "json", "map"]).default("text"),
  format: text.optional().describe("dates: YYYY-MM-DD, DD.MM.YYYY, MM/YYYY, unix …; default ISO"),
  decimal: z.enum(["point", "comma"]).default("point").describe("the decimal separator"),
  thousands: z.enum(["none", "comma", "point", "space", "apostrophe"]).optional(),
  negative: z.enum(["minus", "trailing", "parentheses"]).default("minus").describe("how negative amounts are written"),
  symbols: several.optional().describe("what may stand before or after an amount, such as €"),
  scale: digits.optional().describe("most decimals; a row with more goes to quarantine"),
  empty: several.optional().describe("texts that mean nothing, such as N/A"),
  required: flag.default(false).describe("a file without it is refused"),
  filled: flag.default(false).describe("a row where it is empty goes to quarantine"),
  values: z
    .union([z.array(text).min(1).max(1000), z.strictObject({table: nativeName})])
    .optional()
    .describe("a row with another value goes to quarantine")
});

/** Where the value of a FOCUS column, a tag or an extension comes from. */
const source = z.union([
  z.strictObject({column: nativeName}),
  z.strictObject({constant: z.string().max(2000)}),
  z.strictObject({expression: text})
]);

const focusName = z
  .string()
  .regex(/^([A-Z][A-Za-z]{2,59}|x_[A-Za-z0-9_]{1,100})$/, "a FOCUS column, or a name that begins with x_");
const tags = z.record(z.string().min(1).max(200), source);
const values = z.record(focusName, source);

const spread = z.strictObject({
  over: z.enum(["days", "months", "parts"]),
  from: source.optional().describe("the start of the time that is spread over"),
  to: source.optional().describe("its end, exclusive"),
  parts: z
    .union([z.array(text).min(1).max(1000), z.record(text, amountText)])
    .optional()
    .describe("with over: parts, the names of the parts; with weights where they are not equal"),
  share: z.array(focusName).min(1).optional().describe("columns to share out; default: all costs and quantities"),
  scale: digits.default("6").describe("decimals of a share; what remains is spread, too, so shares sum to the whole")
});

const row = z.strictObject({
  name: text.optional().describe("what the row is, for messages"),
  when: text.optional().describe("a condition; without one the row is made of every native row"),
  set: values.default({}),
  tags: tags.default({}),
  tagsFrom: z.array(nativeName).max(20).default([]).describe("columns of kind map whose keys all become tags"),
  spread: spread.optional()
});

const total = z.strictObject({
  billed: source,
  per: z
    .enum(["row", "invoice"])
    .default("row")
    .describe("invoice: the total of the invoice stands on each of its rows"),
  when: text.optional().describe("the native rows that count"),
  invoice: source.optional(),
  period: source.describe("an instant in the billing period"),
  currency: source
});

const test = z.strictObject({
  name: text,
  files: z
    .array(
      z.union([
        z.strictObject({name: text, content: z.string().min(1).max(1_000_000)}),
        z.strictObject({file: text.describe("below the folder of the declaration")})
      ])
    )
    .min(1)
    .max(20),
  expect: z
    .strictObject({
      totals: z
        .array(
          z.strictObject({
            invoice: text.optional(),
            period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-10"),
            currency: text,
            billed: amountText,
            effective: amountText.optional()
          })
        )
        .min(1)
        .optional(),
      rows: z
        .string()
        .regex(/^\d{1,9}$/, "a number of rows")
        .optional(),
      quarantined: z
        .string()
        .regex(/^\d{1,9}$/, "a number of rows")
        .default("0"),
      charges: z
        .array(z.record(z.string().min(1), z.string()))
        .min(1)
        .optional()
        .describe("charges that must be there, by some of their columns; tags as tag.KEY; empty for none")
    })
    .refine(({totals, rows, charges}) => totals ?? rows ?? charges, "expect totals, rows or charges")
});

export const declaredForm = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,58}$/, "small letters, digits and hyphens, a letter first"),
  title: text,
  about: text.optional(),
  focus: z.enum(["1.2", "1.3", "1.4"]).default("1.2"),
  reads: z.strictObject({
    format: z.enum(["csv", "json", "parquet"]),
    records: z.string().max(500).optional().describe("JSON: the list that the rows are, such as data[].items[]"),
    recognise: z
      .array(text)
      .min(1)
      .max(50)
      .optional()
      .describe("names that a file of this kind has; default: the first name of each required column")
  }),
  columns: z.record(nativeName, nativeColumn),
  tables: z
    .record(nativeName, z.record(z.string().min(1), z.union([z.string(), z.record(nativeFieldName(), z.string())])))
    .default({}),
  define: z.record(nativeName, text).default({}).describe("expressions with a name, for use in others after them"),
  common: z
    .strictObject({set: values.default({}), tags: tags.default({}), tagsFrom: z.array(nativeName).max(20).default([])})
    .default({set: {}, tags: {}, tagsFrom: []})
    .describe("what every row has; a row's own values come first"),
  rows: z.array(row).min(1).max(100),
  skip: z
    .array(z.strictObject({when: text, because: text}))
    .default([])
    .describe("native rows that no charge is made of, such as sub-totals"),
  total,
  tests: z.array(test).max(50).default([])
});

function nativeFieldName() {
  return z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, "letters, digits and underscores");
}

export type DeclaredForm = z.output<typeof declaredForm>;
export type DeclaredColumn = DeclaredForm["columns"][string];
export type DeclaredSource = z.output<typeof source>;
export type DeclaredRow = DeclaredForm["rows"][number];
export type DeclaredSpread = NonNullable<DeclaredRow["spread"]>;
export type DeclaredTest = DeclaredForm["tests"][number];
export type DeclaredTable = DeclaredForm["tables"][string];
