import {createReadStream, createWriteStream, existsSync} from "node:fs";
import {mkdir, rename} from "node:fs/promises";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGzip} from "node:zlib";
import type {DuckDBConnection} from "@duckdb/node-api";
import {services} from "./service.data.ts";

/** The year that all bench data is about. */
export const year = 2025;
const months = 12;
const accounts = 200;
const rowsOfResource = 350;

export type Format = "csv.gz" | "parquet";

export interface DataRequest {
  readonly rows: number;
  /** Files that the year is delivered in, a divisor of 12; each has whole months. */
  readonly files: number;
  readonly format: Format;
  readonly folder: string;
  readonly seed: number;
}

/** What was written: the files, and the columns that each has, in their order. */
export interface Made {
  readonly paths: readonly string[];
  readonly columns: readonly string[];
}

/** Writes the data with a DuckDB of its own, unless it lies there already. */
export async function makeData(request: DataRequest): Promise<Made> {
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return await writeFocusData(connection, request);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Writes a year of FOCUS 1.2 rows of one vendor and gives the absolute paths. What stands in a row depends on seed,
 * number of rows and place alone, so formats and numbers of files hold the same rows.
 */
export async function writeFocusData(connection: DuckDBConnection, request: DataRequest): Promise<Made> {
  const {rows, files, format, folder, seed} = request;
  await mkdir(folder, {recursive: true});
  await connection.run("set TimeZone = 'UTC'");
  await makeDimensions(connection, rows, seed);
  const options = format === "parquet" ? "format parquet, compression zstd" : "format csv, header";
  const paths: string[] = [];
  for (let file = 0; file < files; file++) {
    const path = join(folder, `focus-${year}-${String(file + 1).padStart(2, "0")}.${format}`);
    paths.push(path);
    if (existsSync(path)) continue;
    const from = monthStart((file * months) / files, rows);
    const to = monthStart(((file + 1) * months) / files, rows);
    const written = `${path}.written`;
    await connection.run(
      `copy (${chargesSql(from, to, rows, seed, format)}) to '${written.replaceAll("'", "''")}' (${options})`
    );
    if (format === "csv.gz") await compress(written);
    await rename(written, path);
  }
  return {paths, columns: chargeColumns(seed, format).map(([name]) => name)};
}

/** Several times as fast as the engine's own gzip writer. */
async function compress(file: string): Promise<void> {
  const packed = `${file}.gz`;
  await pipeline(createReadStream(file), createGzip({level: 5}), createWriteStream(packed));
  await rename(packed, file);
}

function monthStart(month: number, rows: number): number {
  return Math.ceil((month * rows) / months);
}

/** A number from 0 to below `size` that depends on seed, purpose and key. */
function pick(key: string, purpose: string, size: number, seed: number): string {
  return `(hash(${key}, '${purpose}', ${seed}) % ${size})::bigint`;
}

/** Temporary tables of services, accounts and resources; a resource keeps what it is for the whole year. */
async function makeDimensions(connection: DuckDBConnection, rows: number, seed: number): Promise<void> {
  const resources = Math.max(30, Math.floor(rows / rowsOfResource));
  let reached = 0;
  const values = services.map(([name, category, subcategory, type, unit, weight], index) => {
    const from = reached;
    reached += weight;
    return `(${index}, '${name}', '${category}', '${subcategory}', '${type}', '${unit}', ${from}, ${reached})`;
  });
  await connection.run(`create or replace temp table service as select * from (values ${values.join(", ")})
    as service(service, service_name, category, subcategory, resource_type, unit, low, high)`);
  const team = `['payments', 'search', 'checkout', 'platform', 'data', 'mobile', 'growth', 'risk', 'identity', 'media'][1 + team]`;
  const environment = `['production', 'production', 'staging', 'development'][1 + account % 4]`;
  const has = (key: string, permille: number): string => `${pick("resource", `has ${key}`, 1000, seed)} < ${permille}`;
  await connection.run(`create or replace temp table resource as
    with drawn as (
      select range as resource, ${pick("range", "account", accounts, seed)} as account, ${pick("range", "service", reached, seed)} as draw,
        ${pick("range", "region", 8, seed)} as region, ${pick("range", "team", 10, seed)} as team, ${pick("range", "sku", 12, seed)} as sku
      from range(${resources}))
    select resource, account, region, service.*, service * 12 + sku as sku,
      'arn:cloud:' || lower(replace(service_name, ' ', '')) || ':' || account || ':' || lower(resource_type) || '/' || left(md5('r' || resource), 17) as resource_id,
      10000 + (hash(service * 12 + sku, 'price', ${seed}) % 30000000)::bigint as price,
      map_from_entries(list_filter([
        {'k': 'team', 'v': case when ${has("team", 880)} then ${team} end},
        {'k': 'environment', 'v': case when ${has("environment", 930)} then ${environment} end},
        {'k': 'product', 'v': case when ${has("product", 800)} then 'product-' || (1 + team * 4 + resource % 4) end},
        {'k': 'cost-center', 'v': case when ${has("cost-center", 850)} then 'cc-' || (3000 + team) end},
        {'k': 'owner', 'v': case when ${has("owner", 600)} then 'owner' || (team * 7 + resource % 7) || '@example.com' end},
        {'k': 'Name', 'v': case when ${has("Name", 700)} then lower(resource_type) || '-' || resource end}
      ], lambda entry: entry.v is not null)) as tags,
      to_json(tags)::varchar as tags_text
    from drawn join service on draw >= low and draw < high order by resource`);
}

/** The rows from (inclusive) to (exclusive) of all `rows`, as FOCUS 1.2 columns. */
function chargesSql(from: number, to: number, rows: number, seed: number, format: Format): string {
  const resources = `(select count(*) from resource)`;
  const draw = (purpose: string, size: number): string => pick("range", purpose, size, seed);
  // Amounts are whole numbers of 10^-12, prices of 10^-8 and quantities of 10^-4 until they are written.
  const drawn = `select range as row, (1 + range * ${months} // ${rows})::integer as month,
      make_timestamp(${year}, month, 1, 0, 0, 0.0) as opened,
      opened + to_days((${draw("day", 1000)} * day(last_day(opened)) // 1000)::integer) as start,
      ${draw("kind", 1000)} as kind,
      least(${resources} - 1, floor(${resources} * pow(${draw("resource", 1000000)} / 1000000.0, 2)))::bigint as resource,
      100 + ${draw("quantity", 240000)} * case when ${draw("large", 100)} = 0 then 900 else 1 end as quantity
    from range(${from}, ${to})`;
  const costs = `select *, kind < 960 as usage, kind >= 960 and kind < 970 as purchase, kind >= 970 and kind < 985 as tax, kind >= 985 as credit,
      usage and unit = 'Hours' and hash(resource, 'covered', ${seed}) % 3 = 0 as covered,
      price * quantity as list, list // 100 * 93 as contracted,
      case when usage then list when purchase then 730000 * price when tax then list // 5 else -list // 10 end as listed,
      case when usage then contracted else listed end as agreed,
      case when covered then agreed // 10 * 7 else agreed end as effective,
      case when covered then 0 else agreed end as billed
    from (${drawn}) join resource using (resource)`;
  const columns = chargeColumns(seed, format);
  return `select ${columns.map(([name, sql]) => `${sql} as "${name}"`).join(", ")} from (${costs})`;
}

/** The columns of FOCUS 1.2, each with its SQL over the drawn charges. */
function chargeColumns(seed: number, format: Format): readonly (readonly [string, string])[] {
  const decimal = (units: string, decimals: number, scale = 12): string =>
    `((${units})::decimal(18, 0) * 0.${"0".repeat(decimals - 1)}1::decimal(${decimals}, ${decimals}))::decimal(28, ${scale})`;
  const quantity = `(quantity::decimal(14, 0) * 0.0001::decimal(4, 4))::decimal(18, 4)`;
  const instant = (sql: string): string =>
    format === "parquet" ? `(${sql})::timestamp` : `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ')`;
  const ofUsage = (sql: string): string => `case when usage then ${sql} end`;
  const ofCovered = (sql: string): string => `case when covered then ${sql} end`;
  const region = `['eu-central', 'eu-west', 'us-east', 'us-west', 'ap-south', 'ap-northeast', 'sa-east', 'af-south'][1 + region]`;
  return [
    ["AvailabilityZone", ofUsage(`case when unit = 'Hours' then ${region} || '-' || (1 + resource % 3) end`)],
    ["BilledCost", decimal("billed", 12)],
    ["BillingAccountId", `'${(100_000_000_000n + BigInt(seed)).toString()}'`],
    ["BillingAccountName", "'Example Group'"],
    ["BillingAccountType", "'Payer'"],
    ["BillingCurrency", "'USD'"],
    ["BillingPeriodEnd", instant("opened + interval 1 month")],
    ["BillingPeriodStart", instant("opened")],
    ["CapacityReservationId", "null::varchar"],
    ["CapacityReservationStatus", "null::varchar"],
    [
      "ChargeCategory",
      "case when usage then 'Usage' when purchase then 'Purchase' when tax then 'Tax' else 'Credit' end"
    ],
    ["ChargeClass", "null::varchar"],
    ["ChargeDescription", "service_name || ' in ' || " + region + " || ', tier ' || sku % 12"],
    ["ChargeFrequency", "case when usage then 'Usage-Based' else 'Recurring' end"],
    ["ChargePeriodEnd", instant("start + interval 1 day")],
    ["ChargePeriodStart", instant("start")],
    ["CommitmentDiscountCategory", ofCovered("'Spend'")],
    ["CommitmentDiscountId", "case when covered or purchase then 'plan-' || resource % 40 end"],
    ["CommitmentDiscountName", ofCovered("'Savings plan ' || resource % 40")],
    ["CommitmentDiscountQuantity", ofCovered(decimal("effective", 12))],
    ["CommitmentDiscountStatus", ofCovered("'Used'")],
    ["CommitmentDiscountType", ofCovered("'Savings Plan'")],
    ["CommitmentDiscountUnit", ofCovered("'USD'")],
    ["ConsumedQuantity", ofUsage(quantity)],
    ["ConsumedUnit", ofUsage("unit")],
    ["ContractedCost", decimal("agreed", 12)],
    ["ContractedUnitPrice", ofUsage(decimal("price * 93", 10, 10))],
    ["EffectiveCost", decimal("effective", 12)],
    ["InvoiceId", "'INV-' || strftime(opened, '%Y-%m')"],
    ["InvoiceIssuerName", "'Example Cloud'"],
    ["ListCost", decimal("listed", 12)],
    ["ListUnitPrice", ofUsage(decimal("price", 8, 10))],
    ["PricingCategory", ofUsage("case when covered then 'Committed' else 'Standard' end")],
    ["PricingCurrency", "'USD'"],
    ["PricingCurrencyContractedUnitPrice", ofUsage(decimal("price * 93", 10, 10))],
    ["PricingCurrencyEffectiveCost", decimal("effective", 12)],
    ["PricingCurrencyListUnitPrice", ofUsage(decimal("price", 8, 10))],
    ["PricingQuantity", ofUsage(quantity)],
    ["PricingUnit", ofUsage("unit")],
    ["ProviderName", "'Example Cloud'"],
    ["PublisherName", "'Example Cloud'"],
    ["RegionId", region],
    ["RegionName", "'Region ' || " + region],
    ["ResourceId", ofUsage("resource_id")],
    ["ResourceName", ofUsage("lower(resource_type) || '-' || resource")],
    ["ResourceType", ofUsage("resource_type")],
    ["ServiceCategory", "category"],
    ["ServiceName", "service_name"],
    ["ServiceSubcategory", "subcategory"],
    ["SkuId", "case when not tax and not credit then 'SKU' || (100000 + sku) end"],
    ["SkuMeter", ofUsage("service_name || ' ' || unit")],
    ["SkuPriceDetails", ofUsage(`'{"x_Term":"on demand","x_Tier":"' || sku % 12 || '"}'`)],
    ["SkuPriceId", "case when not tax and not credit then 'SKU' || (100000 + sku) || '.' || sku % 12 end"],
    ["SubAccountId", "(200000000000 + account)::varchar"],
    ["SubAccountName", "'account-' || account"],
    ["SubAccountType", "'Member'"],
    ["Tags", ofUsage(format === "parquet" ? "tags" : "tags_text")]
  ];
}
