import {rm, stat} from "node:fs/promises";
import type {DuckDBConnection} from "@duckdb/node-api";
import type {FileFacts} from "./delivery-file.ts";

const decimals = /Cost$|Price$|Quantity$/;
const instants = /^(BillingPeriod|ChargePeriod)(Start|End)$/;

/** Runs work with a connection of a DuckDB of its own: one thread, so that equal rows give equal bytes. */
export async function withDuckdb<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {threads: "1", memory_limit: "512MB"});
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Turns a CSV file into a Parquet file of typed columns beside it, and removes it. */
export async function toParquet(
  connection: DuckDBConnection,
  csv: FileFacts,
  header: readonly string[]
): Promise<FileFacts> {
  const path = csv.path.replace(/\.csv$/, ".parquet");
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const columns = header.map((name) => {
    if (decimals.test(name)) return `CAST("${name}" AS DECIMAL(28, 10)) AS "${name}"`;
    return instants.test(name) ? `CAST("${name}" AS TIMESTAMP) AS "${name}"` : `"${name}"`;
  });
  await connection.run(
    `COPY (SELECT ${columns.join(", ")} FROM read_csv(${quoted(csv.path)}, header = true, all_varchar = true, delim = ',', ` +
      `quote = '"', escape = '"', parallel = false)) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`
  );
  await rm(csv.path);
  const {size} = await stat(path);
  return {path, rows: csv.rows, bytes: size, sha256: ""};
}
