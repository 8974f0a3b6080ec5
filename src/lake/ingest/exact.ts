import {type Query, sql} from "../../engine/query.ts";

/**
 * How text becomes an exact value, as macros of the ingest session: each gives null for a text that it cannot take
 * exactly, and never rounds. DuckDB's own casts round decimals and read `5/1/25` as the year 5, so they are only
 * trusted with what was looked at before.
 */
export const exactMacros: readonly Query[] = [
  // Up to 15 significant digits a decimal and its double determine each other (DBL_DIG), so where both casts of a
  // text of at most 16 characters agree, nothing was rounded. This is three times as fast as a regular expression.
  // DuckDB reads 1_000 as a thousand, which no other reader of the file would.
  sql`create or replace macro exact_decimal(t) as
    case when strlen(t) <= 16 and not contains(t, '_') and try_cast(t as decimal(18, 12))::double = try_cast(t as double)
         then try_cast(t as decimal(18, 12))::decimal(38, 18)
         else exact_long_decimal(trim(t)) end`,
  sql`create or replace macro exact_instant(t) as
    case when strlen(t) = 20 and t[20] = 'Z' and t[5] = '-' and t[8] = '-' and t[14] = ':' and t[17] = ':' and t[19] >= '0' then plausible(try_cast(t as timestamp))
         else exact_odd_instant(trim(t)) end`,
  sql`create or replace macro exact_map(t) as distinct_keys(try_cast(try_cast(t as json) as map(varchar, varchar)))`
];

/** The macros that the others are made of; they must exist first. */
export const partMacros: readonly Query[] = [
  // At most 18 decimals once trailing zeros are gone; scientific: decimals of the mantissa, less its trailing zeros, less
  // the exponent, and zero whatever its exponent. Digits before the point are bounded by the cast. Few and short
  // expressions, as each is compiled again for each column.
  sql`create or replace macro exact_long_decimal(t) as
    case when regexp_full_match(t, '[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)')
         then case when length(rtrim(split_part(t, '.', 2), '0')) <= 18 then try_cast(t as decimal(38, 18)) end
         when regexp_full_match(t, '[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)[eE][+-]?[0-9]+')
          and (trim(split_part(lower(t), 'e', 1), '+-0.') = ''
            or length(split_part(split_part(lower(t), 'e', 1), '.', 2))
              - length(regexp_extract(replace(split_part(lower(t), 'e', 1), '.', ''), '0*$'))
              - try_cast(split_part(lower(t), 'e', 2) as integer) <= 18)
         then try_cast(t as decimal(38, 18)) end`,
  // Years outside this range are mistakes of the export, and some engines cannot keep them.
  sql`create or replace macro plausible(i) as
    case when i >= timestamp '1900-01-01' and i < timestamp '2200-01-01' then i end`,
  // ISO only: a date, or a date and a time of at most microseconds, in UTC unless an offset says otherwise.
  sql`create or replace macro exact_odd_instant(t) as
    case when regexp_full_match(t, '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6}0*)?)? ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?)?)?')
         then plausible(try_cast(try_cast(
           regexp_replace(regexp_replace(t, '^(.{10}[T ][0-9]{2}:[0-9]{2})($|[^:0-9])', '\\1:00\\2'), ' ?(Z|UTC)$', '+00')
         as timestamptz) at time zone 'UTC' as timestamp)) end`,
  // A map with one key twice cannot be read by other engines, and which of the two counts nobody can say.
  sql`create or replace macro distinct_keys(m) as
    case when len(list_distinct(map_keys(m))) = cardinality(m) then m end`
];
