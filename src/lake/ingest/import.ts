import type {z} from "zod";
import {counted} from "../../counted.ts";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {literal, type Query, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import type {checkResult} from "../snapshot.ts";
import type {NativeFile} from "./native.ts";
import {columnsOf, withFileErrors} from "./open-file.ts";
import {type ConvertedFile, convert, type ReadOptions} from "./read-file.ts";

type Check = z.output<typeof checkResult>;

/**
 * Makes FOCUS rows of native files: all of one format and partition are seen together, as the parts of one bill may lie
 * in several. Throws `import.unbalanced` where the billed cost is not what the vendor bills, though every row was taken.
 */
export async function importFiles(
  session: Session,
  files: readonly NativeFile[],
  first: number,
  options: ReadOptions
): Promise<readonly ConvertedFile[]> {
  const groups = Map.groupBy(files, ({importer, input}) => JSON.stringify([importer.id, input.partition]));
  const converted: ConvertedFile[] = [];
  for (const group of groups.values())
    for (const file of group) converted.push(await importFile(session, file, group, first + converted.length, options));
  return converted;
}

async function importFile(
  session: Session,
  file: NativeFile,
  group: readonly NativeFile[],
  index: number,
  options: ReadOptions
): Promise<ConvertedFile> {
  const {importer, input} = file;
  const {signal} = options;
  const siblings = group.map(({rows}) => rows);
  return withFileErrors(input, async () => {
    const query = importer.rows(file.rows, siblings);
    const relation = {query: sql`(${query})`, columns: await columnsOf(session, query, signal)};
    const [row] = await session.rows(sql`select count(*) as n from ${relation.query}`, {signal});
    const opened = {
      names: relation.columns.map(({name}) => name),
      relation,
      mostRows: Number(row?.["n"] ?? 0), // a count of rows
      text: null,
      notes: file.notes
    };
    const hints = {version: importer.focus, dataset: "CostAndUsage" as const, flavour: importer.vendor};
    const made = await convert(session, input, opened, index, {...options, hints, asDelivered: true});
    const unbalanced = await difference(session, made, file, siblings, signal);
    const isWhole = file.quarantined.length + made.quarantined.length === 0;
    if (unbalanced !== null && isWhole) throw unbalanced;
    const {tables, ...rest} = await told(session, file, siblings, made, unbalanced, signal);
    return {...made, ...rest, checks: [...tables, ...made.checks.filter(isOfResult)]};
  });
}

/** Of the checks of the result those that concern the vendor's file; which columns a vendor lacks, its importer knows. */
function isOfResult({check}: Check): boolean {
  return check !== "mandatory-column" && check !== "binary-floats";
}

async function told(
  session: Session,
  file: NativeFile,
  siblings: readonly NativeFile["rows"][],
  made: ConvertedFile,
  unbalanced: UserError | null,
  signal: AbortSignal
) {
  const {importer, count, leftOut, floats} = file;
  const own = importer.checks === undefined ? [] : await session.rows(importer.checks(file.rows, siblings), {signal});
  const tables: Check[] = [
    {
      check: "imported",
      level: "info",
      message: `Read as ${importer.title}: ${counted(count, "native row")}, ${counted(made.rows, "row")} of FOCUS ${importer.focus}${unbalanced === null ? "; the billed total is the vendor's" : ""}`,
      rows: made.rows
    },
    ...(unbalanced === null
      ? []
      : [
          {
            check: "unbalanced",
            level: "error" as const,
            message: `Without what is in quarantine, ${unbalanced.message}`
          }
        ]),
    ...own.map((row) => ({
      check: String(row["check"]),
      level: levelOf(row["level"]),
      message: String(row["message"]),
      ...(row["rows"] === null || row["rows"] === undefined ? {} : {rows: Number(row["rows"])}) // a count of rows
    })),
    ...(leftOut.length === 0
      ? []
      : [
          {
            check: "columns-left-out",
            level: "info" as const,
            message: `Columns that are not carried over: ${leftOut.slice(0, 40).join(", ")}${leftOut.length > 40 ? `, and ${leftOut.length - 40} more` : ""}`
          }
        ]),
    ...(floats.length === 0
      ? []
      : [
          {
            check: "binary-floats",
            level: "info" as const,
            message: `${floats.join(", ")}: binary floating-point numbers, taken by their shortest decimal to 18 places`
          }
        ])
  ];
  return {
    importer: importer.id,
    columns: file.columns,
    delivered: count + file.quarantined.length,
    quarantined: [...file.quarantined, ...made.quarantined],
    tables
  };
}

function levelOf(level: unknown): Check["level"] {
  return level === "error" || level === "warning" ? level : "info";
}

/** Holds the billed cost of the rows that were made against what the vendor bills, exactly; null where they are equal. */
async function difference(
  session: Session,
  {path}: ConvertedFile,
  file: NativeFile,
  siblings: readonly NativeFile["rows"][],
  signal: AbortSignal
): Promise<UserError | null> {
  const {importer, input} = file;
  const made = sql`select "InvoiceId" as invoice, strftime("BillingPeriodStart", '%Y-%m') as period,
      "BillingCurrency" as currency, "BilledCost" as billed from read_parquet(${literal(path)})`;
  const rows = await session.rows(
    sql`with native as (${totals(sql`(${importer.invoices(file.rows, siblings)})`)}), made as (${totals(sql`(${made})`)})
      select coalesce(native.invoice, made.invoice) as invoice, coalesce(native.period, made.period) as period,
        coalesce(native.currency, made.currency) as currency, cast(native.billed as varchar) as vendor,
        cast(made.billed as varchar) as focus
      from native full join made on native.invoice = made.invoice and native.period = made.period
        and native.currency = made.currency
      where coalesce(native.billed, 0) <> coalesce(made.billed, 0)
      order by 1, 2, 3 limit 20`,
    {signal}
  );
  const [first] = rows;
  if (first === undefined) return null;
  const where = [
    first["invoice"] === "" ? "without an invoice" : `invoice ${String(first["invoice"])}`,
    first["period"]
  ];
  return new UserError(
    "import.unbalanced",
    `${input.name}: ${where.join(", ")} comes to ${String(first["focus"] ?? "nothing")} ${String(first["currency"])} of billed cost, the vendor bills ${String(first["vendor"] ?? "nothing")}`,
    {
      at: {file: input.name},
      remedy: `${importer.title} has something in it that its importer does not know. Nothing was changed. Try --dry-run on a smaller part, and report it.`,
      data: {differences: rows}
    }
  );
}

function totals(rows: Query): Query {
  return sql`select coalesce(invoice, '') as invoice, coalesce(period, '') as period, coalesce(currency, '') as currency,
    sum(billed) as billed from ${rows} group by all`;
}
