import type {DuckDBConnection} from "@duckdb/node-api";
import type {Format} from "./focus-data.ts";

/** A bare DuckDB with the settings that the product's engine has. */
export async function openBare(memory: string, spillFolder: string): Promise<DuckDBConnection> {
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: memory,
    temp_directory: spillFolder,
    preserve_insertion_order: "false"
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  return connection;
}

/** Tag keys with columns of their own, here and in the practices of the bench. */
export const tags = ["team", "environment"];

const instants = new Set(["BillingPeriodEnd", "BillingPeriodStart", "ChargePeriodEnd", "ChargePeriodStart"]);

/** A COPY as one would type it, with the casts that the lake wants and nothing checked. */
export function copyByHand(format: Format, columns: readonly string[], input: string, target: string): string {
  const selected = columns.map((name) => {
    if (/Cost$|Price$|Quantity$/.test(name)) return `"${name}"::decimal(38, 18) as "${name}"`;
    if (instants.has(name)) return `"${name}"::timestamp as "${name}"`;
    return name === "Tags" && format === "csv.gz" ? `Tags::json::map(varchar, varchar) as Tags` : `"${name}"`;
  });
  const text = columns.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  const read =
    format === "parquet"
      ? `read_parquet(${quoted(input)})`
      : `read_csv(${quoted(input)}, columns = {${text}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '')`;
  const promoted = tags.map((key) => `Tags['${key}'] as "tag_${key}"`);
  return `copy (select *, ${promoted.join(", ")} from (select ${selected.join(", ")} from ${read}))
    to ${quoted(target)} (format parquet, compression zstd, row_group_size 122880)`;
}

export function scanByHand(files: readonly string[]): string {
  return `read_parquet([${files.map(quoted).join(", ")}])`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
