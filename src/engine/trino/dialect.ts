import type {Dialect, ScanFile} from "../dialect.ts";
import {exactProduct, scaleText} from "../product.ts";
import type {Query} from "../query.ts";
import {identifier, join, literal, raw, sql} from "../query.ts";

export interface TrinoTables {
  /** Catalog and schema that the tables of the lake are in. */
  readonly prefix: readonly string[];
}

/** SQL as Trino understands it. The lake is one table per dataset, partitioned by `snapshot` among others. */
export function trinoDialect({prefix}: TrinoTables): Dialect {
  return {
    name: "trino",
    placeholder: () => "?",
    scan: (dataset, files) => scan([...prefix, tableName(dataset)], files),
    ratio,
    product: (a, b, scale) => exactProduct(a, b, scale, (value) => sql`truncate(${value})`),
    element: (map, key) => sql`element_at(${map}, ${key})`,
    keys: (map) => sql`map_keys(${map})`,
    bucket: (granularity, instant) => sql`date_trunc(${literal(granularity)}, cast(${instant} as timestamp(6)))`,
    addMonths: (instant, months) => sql`date_add('month', ${months}, cast(${instant} as timestamp(6)))`,
    addDays: (instant, days) => sql`date_add('day', ${days}, cast(${instant} as timestamp(6)))`,
    matches: (text, pattern) => sql`regexp_like(${text}, ${pattern})`,
    types: {
      text: sql`varchar`,
      instant: sql`timestamp(6)`,
      decimal: (precision, scale) => raw(`decimal(${Math.trunc(precision)}, ${Math.trunc(scale)})`)
    }
  };
}

/** `CostAndUsage` is the table `cost_and_usage`, as Trino knows only small letters. */
function tableName(dataset: string): string {
  return dataset.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
}

function scan(table: readonly string[], files: readonly ScanFile[]): Query {
  if (files.length === 0) throw new Error("a scan needs a file");
  const snapshots = [...new Set(files.map(({snapshot}) => snapshot))].map((snapshot) => sql`${snapshot}`);
  return sql`(select * from ${identifier(...table)} where "snapshot" in (${join(snapshots)}))`;
}

/**
 * Long division, one decimal digit a step: `/` rounds to the greater scale of its sides, and rounding that again would
 * round twice; here it only divides what it divides exactly. Exact for every a of DECIMAL(38,18), |b| below 10^19 and
 * |a / b| below 10^20; beyond it Trino reports an overflow.
 */
function ratio(a: Query, b: Query, scale: number): Query {
  const digits = scaleText(scale);
  const left = sql`cast(${a} as decimal(38, 18))`;
  const right = sql`nullif(cast(${b} as decimal(38, 18)), 0)`;
  const state = (q: Query, r: Query, divisor: Query): Query =>
    sql`cast(row(${q}, ${r}, ${divisor}) as row(q decimal(38, 0), r decimal(38, 18), b decimal(38, 18)))`;
  const start = state(sql`(${left} - ${left} % ${right}) / ${right}`, sql`${left} % ${right}`, right);
  const next = state(
    sql`p.q * 10 + cast((p.r * 10 - (p.r * 10) % p.b) / p.b as decimal(38, 0))`,
    sql`(p.r * 10) % p.b`,
    sql`p.b`
  );
  const steps = raw(`array[${Array.from({length: scale}, (_, n) => n + 1).join(", ")}]`);
  const rounded = sql`p.q + case when abs(p.r) >= abs(p.b) - abs(p.r) then sign(p.r) * sign(p.b) else 0 end`;
  const unit = raw(scale === 0 ? "1" : `decimal '0.${"0".repeat(scale - 1)}1'`);
  return sql`reduce(${steps}, ${start}, (p, n) -> ${next}, p -> cast(cast(${rounded} as decimal(38, 0)) * ${unit} as decimal(38, ${raw(digits)})))`;
}
