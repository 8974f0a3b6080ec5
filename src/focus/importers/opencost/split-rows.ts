import {fromUnits, wholeUnits} from "../../../engine/duckdb/whole-units.ts";
import {identifier, join, literal, type Query, raw, sql} from "../../../engine/query.ts";

/** What of a charge is divided among those who used it; prices and everything else stay as they are. */
export const dividedColumns = [
  "BilledCost",
  "EffectiveCost",
  "ListCost",
  "ContractedCost",
  "PricingQuantity",
  "ConsumedQuantity",
  "CommitmentDiscountQuantity",
  "PricingCurrencyEffectiveCost"
] as const;

/** The key in `x` by which the parts of one charge are put together again. */
export const originKey = "x_AllocationOrigin";

const methodId = "opencost-list-price-share";

/**
 * The rows of a file (`index` among those that were split) with split charges replaced by their parts, which add up to
 * them in every divided column to the last digit: each part is cut off, and what is left over goes one unit of 10^-18 each
 * to those that lost most. `columns` are all columns of the file.
 */
export function splitRows(path: string, index: number, origin: string, columns: readonly string[]): Query {
  const number = raw(String(index));
  const scan = sql`read_parquet(${literal(path)}, file_row_number = true)`;
  // Quotient and rest by the charge, and only the rest by the part: both fit into 128 bits.
  const units = dividedColumns.map((name) => {
    const value = wholeUnits(identifier(name));
    return sql`${value} // whole as ${own(name, "quotient")}, ${value} % whole as ${own(name, "rest")}`;
  });
  const cut = dividedColumns.map((name) => {
    const rest = sql`${own(name, "rest")} * weight`;
    const over = sql`partition by row_no`;
    return sql`${own(name, "quotient")} * weight + ${rest} // whole as ${own(name, "part")},
      ${own(name, "rest")} - sum(${rest} // whole) over (${over})::hugeint as ${own(name, "left")},
      case when ${own(name, "rest")} <> 0
        then row_number() over (${over} order by abs(${rest} % whole) desc, id) else 0 end as ${own(name, "place")}`;
  });
  const items = columns.map((name) => sql`${replaced(name, origin)} as ${identifier(name)}`);
  return sql`select ${join(columns.map((name) => identifier(name)))} from ${scan}
      where file_row_number not in (select row_no from split_parts where file_no = ${number})
    union all
    select ${join(items)} from (select *, ${join(cut)} from (
        select *, ${join(units)} from ${scan} as charge
        join (select distinct row_no as split_row, whole from split_parts where file_no = ${number}) as split
          on split_row = file_row_number) as charge
      join (select * exclude (whole) from split_parts where file_no = ${number}) as parts
        on parts.row_no = charge.file_row_number)`;
}

function own(column: string, what: string): Query {
  return identifier(`${column} ${what}`);
}

function replaced(name: string, origin: string): Query {
  if (dividedColumns.some((each) => each === name)) {
    const extra = sql`case when ${own(name, "place")} <= abs(${own(name, "left")}) then sign(${own(name, "left")})::hugeint else 0 end`;
    return sql`case when ${identifier(name)} is not null then ${fromUnits(sql`(${own(name, "part")} + ${extra})`)} end`;
  }
  switch (name) {
    case "AllocatedMethodId":
      return sql`case when id is not null then ${literal(methodId)} end`;
    case "AllocatedMethodDetails":
      return sql`case when id is not null then cast(to_json({'Elements': [{
        'AllocatedRatio': ${ratio}, 'UsageUnit': 'Hours', 'UsageQuantity': cast(ran as decimal(18, 6)) / 3600}],
        'x_IdleBasis': idle_basis}) as varchar) end`;
    case "AllocatedResourceId":
      return sql`id`;
    case "AllocatedResourceName":
      return sql`label`;
    case "AllocatedTags":
      return sql`labels`;
    case "x":
      return sql`map_concat(coalesce("x", map()::map(varchar, varchar)), map {${literal(originKey)}: ${literal(origin)} || row_no},
        map_from_entries(list_filter([${join(dimensions)}], lambda entry: entry.v is not null)))`;
    default:
      return identifier(name);
  }
}

const ratio = sql`cast(weight * 1000000000 // whole as decimal(18, 0)) * 0.000000001::decimal(10, 9)`;

const dimensions = (["cluster", "namespace", "controller", "pod", "container"] as const).map(
  (name) =>
    sql`{'k': ${literal(`x_Kubernetes${name.charAt(0).toUpperCase()}${name.slice(1)}`)}, 'v': nullif(${raw(name)}, '')}`
);

/** Rows of the lake with charges that were split before put together again, as they were. */
export function mergedRows(rows: Query, columns: readonly string[]): Query {
  const origin = sql`"x"[${literal(originKey)}]`;
  const items = columns.map((name) => {
    const column = identifier(name);
    if (dividedColumns.some((each) => each === name)) return sql`cast(sum(${column}) as decimal(38, 18)) as ${column}`;
    if (name.startsWith("Allocated")) return sql`cast(null as varchar) as ${column}`;
    if (name === "x")
      return sql`map_from_entries(list_filter(map_entries(any_value("x")),
        lambda e: e.key <> ${literal(originKey)} and not starts_with(e.key, 'x_Kubernetes'))) as "x"`;
    return sql`any_value(${column}) as ${column}`;
  });
  const all = join(columns.map((name) => identifier(name)));
  return sql`select ${all} from ${rows} where ${origin} is null
    union all by name
    select ${join(items)} from ${rows} where ${origin} is not null group by ${origin}`;
}
