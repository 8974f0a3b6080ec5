import {engineOf} from "../../engine/duckdb/open.ts";
import type {Engine, Row} from "../../engine/engine.ts";
import {literal, type Query, sql} from "../../engine/query.ts";
import type {Dataset} from "../../focus/dataset.ts";
import type {Context, Output} from "../../operation.ts";
import type {Selection} from "../lake.ts";
import {lakeOf} from "../open.ts";
import type {Snapshot} from "../snapshot.ts";
import type {conformanceShow} from "./conformance-contract.ts";

type ShownRule = Output<typeof conformanceShow>["rows"][number];

/** A rule of ours of what refers from charges to another dataset, with a query of the charges that break it. */
interface AcrossRule {
  readonly rule: string;
  readonly title: string;
  readonly column: string;
  readonly other: Exclude<Dataset, "CostAndUsage">;
  /** Gives `period` (`YYYY-MM`) and `violations` over two relations. */
  broken(charges: Query, others: Query): Query;
}

const period = sql`substr(cast(c."BillingPeriodStart" as varchar), 1, 7)`;

const rules: readonly AcrossRule[] = [
  {
    rule: "Ashlar-InvoiceDetailId-Reference",
    title: "InvoiceDetailId must be that of an invoice detail, where the period's details are there",
    column: "InvoiceDetailId",
    other: "InvoiceDetail",
    broken: (charges, others) => sql`select ${period} as period, count(*) as violations from ${charges} c
      where c."InvoiceDetailId" is not null
        and c."BillingPeriodStart" in (select "BillingPeriodStart" from ${others} d)
        and c."InvoiceDetailId" not in (select "InvoiceDetailId" from ${others} d where "InvoiceDetailId" is not null)
      group by 1`
  },
  {
    rule: "Ashlar-InvoiceDetailId-Total",
    title: "the charges of an invoice detail must add up to its BilledCost",
    column: "BilledCost",
    other: "InvoiceDetail",
    broken: (charges, others) => sql`select period, count(*) as violations from (
        select ${period} as period, c."InvoiceDetailId" as id, c."BillingCurrency" as currency, sum(c."BilledCost") as billed
        from ${charges} c where c."InvoiceDetailId" is not null group by 1, 2, 3) a
      join (select "InvoiceDetailId" as id, "BillingCurrency" as currency, sum("BilledCost") as billed
        from ${others} d group by 1, 2) b on a.id = b.id and a.currency = b.currency
      where a.billed <> b.billed group by 1`
  },
  {
    rule: "Ashlar-ContractApplied-Reference",
    title: "each ContractCommitmentId in ContractApplied must be that of a contract commitment",
    column: "ContractApplied",
    other: "ContractCommitment",
    broken: (charges, others) => sql`select period, count(*) as violations
      from (select ${period} as period,
          regexp_extract_all(c."ContractApplied", ${literal('"ContractCommitmentId"\\s*:\\s*"([^"]*)"')}, 1) as ids
        from ${charges} c where c."ContractApplied" is not null) e
      cross join unnest(e.ids) as t(id)
      where id not in (select "ContractCommitmentId" from ${others} d where "ContractCommitmentId" is not null)
      group by 1`
  },
  {
    rule: "Ashlar-BillingPeriod-Reference",
    title: "issuer and billing period must be those of a billing period that is listed",
    column: "BillingPeriodStart",
    other: "BillingPeriod",
    broken: (charges, others) => sql`select ${period} as period, count(*) as violations from ${charges} c
      left join (select distinct "InvoiceIssuerName", "BillingPeriodStart", 1 as listed from ${others} o) d
        on c."InvoiceIssuerName" = d."InvoiceIssuerName" and c."BillingPeriodStart" = d."BillingPeriodStart"
      where d.listed is null group by 1`
  }
];

/**
 * What charges say of other datasets, for those of these snapshots that are of charges; a rule is looked at where their
 * source delivers the other dataset, too, since another vendor's says nothing of them. It reads the columns concerned of
 * all these charges.
 */
export async function crossDatasetRules(
  snapshots: readonly Snapshot[],
  context: Context
): Promise<readonly ShownRule[]> {
  const charges = snapshots.filter(({manifest}) => manifest.dataset === "CostAndUsage");
  const lake = await context.use(lakeOf);
  const found: ShownRule[] = [];
  for (const [source, ofSource] of Map.groupBy(charges, ({manifest}) => manifest.source))
    for (const [dataset, ofDataset] of Map.groupBy(rules, ({other}) => other)) {
      const others = await lake.select({dataset, sources: [source]});
      try {
        if (others.files.length === 0) continue;
        const engine = await context.use(engineOf);
        const own = await lake.select({dataset: "CostAndUsage", snapshots: ofSource.map(({manifest}) => manifest.id)});
        try {
          found.push(...(await lookedAt(engine, ofDataset, ofSource, own, others, context)));
        } finally {
          await own.release();
        }
      } finally {
        await others.release();
      }
    }
  return found;
}

async function lookedAt(
  engine: Engine,
  wanted: readonly AcrossRule[],
  snapshots: readonly Snapshot[],
  own: Selection,
  others: Selection,
  {signal}: Context
): Promise<readonly ShownRule[]> {
  const charges = sql`(${engine.dialect.scan("CostAndUsage", own.files)})`;
  const rows: ShownRule[] = [];
  for (const each of wanted) {
    const listed = sql`(${engine.dialect.scan(each.other, others.files)})`;
    const answer = await engine.rows(each.broken(charges, listed), {signal});
    const byPeriod = new Map(
      answer.map((row: Row) => [String(row["period"]), Number(row["violations"] ?? 0)]) // a count of rows
    );
    for (const [billingPeriod, ofPeriod] of Map.groupBy(snapshots, ({manifest}) => manifest.billingPeriod)) {
      const manifest = ofPeriod.at(-1)?.manifest;
      if (manifest === undefined) continue;
      const violations = byPeriod.get(billingPeriod) ?? 0;
      rows.push({
        rule: each.rule,
        title: each.title,
        column: each.column,
        source: manifest.source,
        dataset: manifest.dataset,
        partition: ofPeriod.length === 1 ? manifest.partition : "all",
        billingPeriod,
        snapshot: manifest.id,
        verdict: violations > 0 ? "fail" : "pass",
        severity: "error",
        violations,
        cost: [],
        origin: "ashlar",
        erratum: null
      });
    }
  }
  return rows;
}
