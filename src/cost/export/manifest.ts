import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {manifestName} from "../../lake/layout.ts";
import type {Input} from "../../operation.ts";
import {softwareVersion} from "../../version.ts";
import type {CanonicalQuestion} from "../canonical-question.ts";
import type {Receipt} from "../receipt.ts";
import type {DatasetConformance} from "./conformance.ts";
import type {exportContract} from "./contract.ts";
import type {DataFile} from "./data-files.ts";
import {orderOf} from "./export-column.ts";
import {conformanceName, manifestKind} from "./export-folder.ts";
import type {PlannedDataset} from "./export-plan.ts";
import type {ExportReport} from "./export.ts";

type ExportInput = Input<typeof exportContract>;

/** Version of the manifest's own form. */
const manifestVersion = 1;

/**
 * The manifest of an export. `exportName` and `dataFiles` are what ingest reads of the manifest of a data export, so
 * that the folder is taken as one delivery of exactly these files.
 */
export function manifestText(
  input: ExportInput,
  {question, planned, receipt}: {question: CanonicalQuestion; planned: readonly PlannedDataset[]; receipt: Receipt},
  files: readonly DataFile[],
  report: ExportReport,
  createdAt: string
): string {
  return text({
    kind: manifestKind,
    manifestVersion,
    exportName: `ashlar-${receipt.id.slice(0, 16)}`,
    focusVersion: input.focus,
    format: input.format,
    createdAt,
    software: softwareVersion(),
    dataFiles: files.map(({name}) => name),
    rowCount: files.reduce((sum, {rows}) => sum + rows, 0),
    files,
    datasets: planned.map(({dataset, columns}) => {
      const reported = report.datasets.find((each) => each.dataset === dataset);
      return {
        dataset,
        rows: reported?.rows,
        columns: columns.map(({name, kind, kept}) => ({name, type: kind, kept})),
        order: [...orderOf(dataset, columns), "MD5 of the row"],
        periods: report.rows.filter((each) => each.dataset === dataset),
        totals: reported?.totals,
        lacking: reported?.lacking,
        snapshots: reported?.snapshots
      };
    }),
    question,
    hidden: report.hidden,
    conformance: conformanceName,
    receipt,
    notes: report.notes
  });
}

/** The conformance report of an export. */
export function conformanceText(
  input: ExportInput,
  report: ExportReport,
  datasets: readonly DatasetConformance[]
): string {
  return text({
    focusVersion: input.focus,
    verdicts: "corrected",
    software: softwareVersion(),
    datasets: datasets.map((each) => ({
      ...each,
      lacking: report.datasets.find(({dataset}) => dataset === each.dataset)?.lacking ?? []
    }))
  });
}

export async function writeTexts(
  folder: string,
  {manifest, conformance}: {readonly manifest: string; readonly conformance: string}
): Promise<void> {
  await writeFile(join(folder, conformanceName), conformance);
  await writeFile(join(folder, manifestName), manifest);
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
