import {join as joinPath} from "node:path";
import {counted} from "../../counted.ts";
import type {Session} from "../../engine/duckdb/duckdb.ts";
import {identifier, join, literal, type Query, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import {extensionColumn, lakeColumns} from "../../focus/columns.ts";
import {allocations} from "../../focus/importers/opencost/allocations.ts";
import {charges, divided, overlappingWindows, unmatched} from "../../focus/importers/opencost/shares.ts";
import {dividedColumns, originKey, splitRows} from "../../focus/importers/opencost/split-rows.ts";
import {tagColumn} from "../layout.ts";
import {parquetOptions} from "./convert.ts";
import type {NativeFile} from "./native.ts";
import type {ConvertedFile, ReadOptions} from "./read-file.ts";

type Check = ConvertedFile["checks"][number];

const tables = ["split_allocations", "split_charges", "split_parts"] as const;

/**
 * Divides the charges of nodes among what ran on them: those of the delivery, and for billing periods that it has none
 * of, those that questions see now (`bases`, see ./split-base.ts), of which only what was split is given. The totals of
 * every file stay as they were. Throws `split.unmatched` where no charge is of any node of the allocations, and
 * `input.repeated` where windows overlap.
 */
export async function splitCharges(
  session: Session,
  delivered: readonly ConvertedFile[],
  bases: readonly ConvertedFile[],
  splitting: readonly NativeFile[],
  options: ReadOptions
): Promise<readonly ConvertedFile[]> {
  const {signal} = options;
  refuseUnreadable(splitting);
  const bills = [...delivered, ...bases].filter(
    ({detection, rows}) => detection.dataset === "CostAndUsage" && rows > 0
  );
  try {
    await drop(session);
    const make = (name: (typeof tables)[number], query: Query) =>
      session.run(sql`create temp table ${identifier(name)} as ${query}`, {signal});
    await make("split_allocations", allocations(splitting.map(({rows}) => rows)));
    await refuseOverlap(session, splitting, signal);
    if (bills.length > 0) {
      await make("split_charges", charges(bills.map(({path}) => path)));
      await make("split_parts", divided);
    }
    const touched = bills.length === 0 ? new Map<number, number>() : await touchedFiles(session, signal);
    if (touched.size === 0) throw nothingMatched(splitting);
    const checks = await checksOf(session, signal);
    const written = new Map<ConvertedFile, ConvertedFile>();
    for (const [index, rows] of touched) {
      const bill = bills[index];
      if (bill === undefined) throw new Error(`no file ${index} was split`);
      written.set(bill, await writeSplit(session, bill, index, rows, splitting, checks, options));
    }
    return [...delivered.map((file) => written.get(file) ?? file), ...bases.flatMap((file) => written.get(file) ?? [])];
  } finally {
    await drop(session);
  }
}

/** A share of what is left would be wrong where a part cannot be read. */
function refuseUnreadable(splitting: readonly NativeFile[]): void {
  for (const {input, quarantined} of splitting) {
    const [first] = quarantined;
    if (first === undefined) continue;
    throw new UserError(
      "input.unreadable",
      `${input.name}: ${counted(quarantined.length, "allocation")} cannot be read: ${first.column ?? "a record"} ${first.reason}`,
      {
        at: {file: input.name, ...(first.line === null ? {} : {line: first.line})},
        remedy: "Export it again; the shares of all others depend on it. Nothing was changed."
      }
    );
  }
}

async function drop(session: Session): Promise<void> {
  for (const table of tables) await session.run(sql`drop table if exists ${identifier(table)}`);
}

async function refuseOverlap(session: Session, [first]: readonly NativeFile[], signal: AbortSignal): Promise<void> {
  const [row] = await session.rows(overlappingWindows, {signal});
  if (row === undefined) return;
  const cluster = row["cluster"] === "" ? "" : ` of cluster ${String(row["cluster"])}`;
  throw new UserError(
    "input.repeated",
    `Allocations${cluster} come in windows that overlap, from ${String(row["first"])} and from ${String(row["second"])}`,
    {
      ...(first === undefined ? {} : {at: {file: first.input.name}}),
      remedy: "What ran would count twice. Deliver windows that follow one another, such as days. Nothing was changed."
    }
  );
}

/** Charges that were split, by the file that they are in. */
async function touchedFiles(session: Session, signal: AbortSignal): Promise<ReadonlyMap<number, number>> {
  const rows = await session.rows(
    sql`select file_no, count(distinct row_no) as n from split_parts group by 1 order by 1`,
    {signal}
  );
  return new Map(rows.map((row) => [Number(row["file_no"]), Number(row["n"])])); // the number of a file, a count of rows
}

function nothingMatched(splitting: readonly NativeFile[]): UserError {
  const [first] = splitting;
  const name = first?.input.name ?? "";
  return new UserError("split.unmatched", `No cost row is of a node that ${name} has allocations of`, {
    at: {file: name},
    remedy:
      "Deliver it with the bill that has its nodes (ashlar ingest bill.csv allocations.json), or to the source that has it. " +
      "Nodes are found by providerID in ResourceId; workloads without one by the cluster's name in the tags that its " +
      "vendor's Kubernetes service sets. Nothing was changed."
  });
}

async function checksOf(session: Session, signal: AbortSignal): Promise<readonly Check[]> {
  const lost = await session.rows(unmatched, {signal});
  const bases = await session.rows(
    sql`select idle_basis, count(distinct (file_no, row_no)) as n from split_parts where idle_basis is not null
      and idle_basis <> 'stated' group by 1 order by 1`,
    {signal}
  );
  return [
    ...lost.map((row) => ({
      check: "allocations-unmatched",
      level: "warning" as const,
      message: `${row["cluster"] === "" ? "Allocations" : `Cluster ${String(row["cluster"])}: allocations`} of ${String(row["listed"])} at list prices have no cost rows and add nothing: ${String(row["names"])}`,
      rows: Number(row["rows"]) // a count of rows
    })),
    ...bases.map((row) => ({
      check: row["idle_basis"] === "estimated" ? "idle-estimated" : "idle-unknown",
      level: "info" as const,
      message:
        row["idle_basis"] === "estimated"
          ? "The allocations have no idle; it is estimated from the list cost of the nodes. Ask OpenCost with includeIdle=true&idleByNode=true"
          : "The allocations have no idle, and the bill cannot tell it: all cost went to what ran. Ask OpenCost with includeIdle=true&idleByNode=true",
      rows: Number(row["n"]) // a count of rows
    }))
  ];
}

async function writeSplit(
  session: Session,
  bill: ConvertedFile,
  index: number,
  splitCount: number,
  splitting: readonly NativeFile[],
  checks: readonly Check[],
  {tags, folder, signal}: ReadOptions
): Promise<ConvertedFile> {
  const path = joinPath(folder, `split-${index}.parquet`);
  const columns = [...lakeColumns("CostAndUsage").map(({name}) => name), extensionColumn, ...tags.map(tagColumn)];
  const origin = `${bill.input.sha256.slice(0, 16)}:${index}:`;
  const {rowsChanged} = await session.run(
    sql`copy (${splitRows(bill.path, index, origin, columns)}) to ${literal(path)} (${parquetOptions})`,
    {signal}
  );
  await holdTotals(session, bill, path, signal);
  const added = await addedRows(session, path, signal);
  const rows = Number(rowsChanged); // a count of rows
  const names = splitting.map(({input}) => input.name).join(", ");
  const told = `${counted(splitCount, "charge")} of nodes split into ${counted(rows - bill.rows + splitCount, "row")} by ${names}; every total stays as billed`;
  return {
    ...bill,
    path,
    rows,
    also: {
      files: bill.also?.files ?? [],
      splits: splitting.map(({input}) => input),
      periods: [...added.keys()],
      added
    },
    checks: [...bill.checks, {check: "allocations-split", level: "info", message: told, rows: splitCount}, ...checks],
    notes: [...bill.notes, told]
  };
}

/** Billing periods with divided charges, and how many rows there are more in each. */
async function addedRows(session: Session, path: string, signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const origin = sql`"x"[${literal(originKey)}]`;
  const rows = await session.rows(
    sql`select strftime("BillingPeriodStart", '%Y-%m') as period, count(*) - count(distinct ${origin}) as added
      from read_parquet(${literal(path)}) where ${origin} is not null group by 1 order by 1`,
    {signal}
  );
  return new Map(rows.map((row) => [String(row["period"]), Number(row["added"])])); // a count of rows
}

/** Splitting never adds and never loses: every divided column has the sum that it had. */
async function holdTotals(session: Session, bill: ConvertedFile, path: string, signal: AbortSignal): Promise<void> {
  const sums = join(dividedColumns.map((name) => sql`sum(${identifier(name)}) as ${identifier(name)}`));
  const of = (file: string): Query =>
    sql`select "BillingCurrency", strftime("BillingPeriodStart", '%Y-%m') as period, ${sums}
      from read_parquet(${literal(file)}) group by all`;
  const rows = await session.rows(sql`(${of(bill.path)}) except (${of(path)})`, {signal});
  if (rows.length > 0) throw new Error(`splitting changed the totals of ${bill.input.name}: ${JSON.stringify(rows)}`);
}
