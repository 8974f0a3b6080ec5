import type {Dialect, ScanFile} from "../dialect.ts";
import {exactProduct, scaleText} from "../product.ts";
import type {Query} from "../query.ts";
import {join, literal, raw, sql} from "../query.ts";

/** SQL as DuckDB understands it. */
export const duckdbDialect: Dialect = {
  name: "duckdb",
  placeholder: (n) => `$${n}`,
  scan,
  ratio,
  product: (a, b, scale) => exactProduct(a, b, scale, (value) => sql`trunc(${value})`),
  element: (map, key) => sql`(${map})[${key}]`,
  keys: (map) => sql`map_keys(${map})`,
  bucket: (granularity, instant) => sql`date_trunc(${literal(granularity)}, cast(${instant} as timestamp))`,
  addMonths: (instant, months) => sql`(cast(${instant} as timestamp) + to_months(cast(${months} as integer)))`,
  addDays: (instant, days) => sql`(cast(${instant} as timestamp) + to_days(cast(${days} as integer)))`,
  matches: (text, pattern) => sql`regexp_matches(${text}, ${pattern})`,
  types: {
    text: sql`varchar`,
    instant: sql`timestamp`,
    decimal: (precision, scale) => raw(`decimal(${Math.trunc(precision)}, ${Math.trunc(scale)})`)
  }
};

/**
 * The partition folders of the lake (`source=…`, `snapshot=…`) become columns where every path has them; they are
 * text, whatever they hold: an account number is no number.
 */
function scan(_dataset: string, files: readonly ScanFile[]): Query {
  if (files.length === 0) throw new Error("a scan needs a file");
  const paths = files.map(({path}) => literal(withoutGlob(path)));
  return sql`(select * from read_parquet([${join(paths)}], union_by_name = true, hive_types_autocast = false))`;
}

// DuckDB takes a path that is not there for a pattern, and would read other files that match it.
function withoutGlob(path: string): string {
  return path.replaceAll(/[[*?]/g, "[$&]");
}

/**
 * Division by hand, as DuckDB's own gives DOUBLE: both sides as integers of 10^-18, then all decimals in one step where
 * the remainder times 10^scale fits into 128 bits, and one by one where it may not. Exact for every a of DECIMAL(38,18)
 * and |b| below 10^19; beyond it DuckDB reports an overflow.
 */
function ratio(a: Query, b: Query, scale: number): Query {
  const type = raw(`decimal(38, ${scaleText(scale)})`);
  const step = (power: number): Query => {
    const tens = powerOfTen(power);
    return sql`{'q': p.q * ${tens} + (p.r * ${tens}) // p.b, 'r': (p.r * ${tens}) % p.b, 'b': p.b}`;
  };
  const operands = sql`[{'a': ${units(a)}, 'b': ${units(b)}}]`;
  const whole = sql`list_transform(${operands}, lambda p: {'q': p.a // p.b, 'r': p.a % p.b, 'b': p.b})`;
  const slow = sql`list_reduce(list_resize([p], ${raw(String(scale + 1))}), lambda p, _: ${step(1)})`;
  const quick = sql`abs(p.b) < ${powerOfTen(38 - scale)}`;
  const digits = sql`list_transform(${whole}, lambda p: case when ${quick} then ${step(scale)} else ${slow} end)`;
  const away = sql`case when abs(p.r) >= abs(p.b) - abs(p.r) then sign(p.r) * sign(p.b) else 0 end`;
  const rounded = sql`list_transform(${digits}, lambda p: cast(p.q + ${away} as hugeint))`;
  const one = powerOfTen(scale);
  const unit = raw(scale === 0 ? "1" : `0.${"0".repeat(scale - 1)}1::decimal(${scale}, ${scale})`);
  const decimals = sql`cast(cast(q % ${one} as decimal(18, 0)) * ${unit} as ${type})`;
  return sql`list_transform(${rounded}, lambda q: cast(q // ${one} as ${type}) + ${decimals})[1]`;
}

function powerOfTen(power: number): Query {
  return raw(`1${"0".repeat(power)}::hugeint`);
}

/** A decimal as a number of 10^-18, at most 38 digits and so within HUGEINT. */
function units(value: Query): Query {
  const exact = sql`cast(${value} as decimal(38, 18))`;
  return sql`(cast(trunc(${exact}) as hugeint) * ${powerOfTen(18)} + cast(cast(${exact} - trunc(${exact}) as decimal(18, 18)) * 1000000000000000000::decimal(19, 0) as hugeint))`;
}
