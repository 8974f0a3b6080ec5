import {writeFile, mkdir} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Month} from "./calendar.ts";
import type {MonthFiles} from "./month-writer.ts";
import {guid, hash} from "./random.ts";

/** How a vendor lays its files out in a folder: where a month's files go, and what is written beside them. */
export interface Layout {
  readonly path: (folder: string, month: Month, n: number) => string;
  /** Writes the manifest of a month; `delivered` is the instant of the delivery. */
  readonly manifest?: (folder: string, written: MonthFiles, delivered: string) => Promise<void>;
  /** Rows a file holds before the next begins. */
  readonly limit: number;
}

const awsExport = "quillhaven-focus";
const awsBucket = "quillhaven-billing";
const fiveDigits = (n: number): string => n.toString().padStart(5, "0");

/** AWS Data Exports: `<export>/data/BILLING_PERIOD=…` with a manifest under `<export>/metadata/BILLING_PERIOD=…`. */
export const awsLayout: Layout = {
  limit: 12_000,
  path: (folder, month, n) =>
    join(folder, awsExport, "data", `BILLING_PERIOD=${month.name}`, `${awsExport}-${fiveDigits(n)}.csv.gz`),
  async manifest(folder, {month, files}, delivered) {
    const partition = `BILLING_PERIOD=${month.name}`;
    const url = (kind: string, name: string): string =>
      `s3://${awsBucket}/focus/${awsExport}/${kind}/${partition}/${name}`;
    await writeJson(join(folder, awsExport, "metadata", partition, `${awsExport}-Manifest.json`), {
      exportName: awsExport,
      exportArn: "arn:aws:bcm-data-exports:us-east-1:410000000001:export/quillhaven-focus-3c1d",
      tableName: "FOCUS_1_2_AWS",
      billingPeriod: {start: `${month.from}T00:00:00Z`, end: `${month.to}T00:00:00Z`},
      executionId: guid(hash(`${month.name}/${delivered}`, 1)),
      createdAt: delivered,
      contentType: "text/csv",
      compression: "GZIP",
      dataFiles: files.map((_, n) => url("data", `${awsExport}-${fiveDigits(n + 1)}.csv.gz`))
    });
  }
};

const azureExport = "focus-daily";
const azureRoot = "costs";

/** Azure Cost Management: `<root>/<export>/<first>-<last>/<run id>/` with `manifest.json` beside the parts. */
export const azureLayout: Layout = {
  limit: 4000,
  path: (folder, month, n) => join(folder, azureRun(month), `part_${n - 1}_0001.csv.gz`),
  async manifest(folder, {month, files, rows}, delivered) {
    const run = azureRun(month);
    await writeJson(join(folder, run, "manifest.json"), {
      manifestVersion: "2024-04-01",
      byteCount: files.reduce((sum, file) => sum + file.bytes, 0),
      blobCount: files.length,
      dataRowCount: rows,
      exportConfig: {
        exportName: azureExport,
        resourceId: `/providers/Microsoft.Billing/billingAccounts/7341902/providers/Microsoft.CostManagement/exports/${azureExport}`,
        dataVersion: "1.2",
        apiVersion: "2023-07-01-preview",
        type: "FocusCost",
        timeFrame: "MonthToDate",
        granularity: "Daily"
      },
      deliveryConfig: {
        partitionData: true,
        dataOverwriteBehavior: "OverwritePreviousReport",
        fileFormat: "Csv",
        compressionMode: "gzip",
        containerUri:
          "/subscriptions/6c1f7a10/resourceGroups/rg-finops/providers/Microsoft.Storage/storageAccounts/stquillcosts",
        rootFolderPath: azureRoot
      },
      runInfo: {
        executionType: "Scheduled",
        submittedTime: delivered,
        runId: guid(hash(`azure/${month.name}`, 1)),
        startDate: `${month.from}T00:00:00`,
        endDate: `${lastDay(month)}T00:00:00`
      },
      blobs: files.map((file, n) => ({
        blobName: `${run.replaceAll("\\", "/")}/part_${n}_0001.csv.gz`,
        byteCount: file.bytes,
        dataRowCount: file.rows
      }))
    });
  }
};

function azureRun(month: Month): string {
  const compact = (date: string): string => date.replaceAll("-", "");
  return join(
    azureRoot,
    azureExport,
    `${compact(month.from)}-${compact(lastDay(month))}`,
    guid(hash(`azure/${month.name}`, 1))
  );
}

function lastDay(month: Month): string {
  return Temporal.PlainDate.from(month.to).subtract({days: 1}).toString();
}

/** One file a month in one folder. */
export function plainLayout(name: string, extension: "csv" | "csv.gz"): Layout {
  return {limit: 1_000_000, path: (folder, month) => join(folder, `${name}-${month.name}.${extension}`)};
}

/** One folder a month, as partitioned tables have them. */
export function partitionLayout(name: string): Layout {
  return {
    limit: 1_000_000,
    path: (folder, month) => join(folder, `billing_period=${month.name}`, `${name}.csv`)
  };
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
