import {mkdir, writeFile} from "node:fs/promises";
import {join, relative} from "node:path";
import type {Effects} from "../effects.ts";
import {UserError} from "../errors.ts";
import type {Dataset} from "../focus/dataset.ts";
import {withReasons} from "../lake/storage.ts";
import type {Progress} from "../operation.ts";
import {awsPlan, restatedMonthsBack} from "./aws.ts";
import {azurePlan} from "./azure.ts";
import {demoCalendar, type Calendar, type Month} from "./calendar.ts";
import type {Columns} from "./charge.ts";
import {billingPeriodColumns, contractCommitmentColumns, invoiceDetailColumns} from "./columns.data.ts";
import {datacentrePlan} from "./datacentre.ts";
import {openDeliveryFile, type FileFacts} from "./delivery-file.ts";
import {googlePlan} from "./google.ts";
import {awsLayout, azureLayout, partitionLayout, plainLayout} from "./layout.ts";
import {addToSums, billingPeriodRows, contractCommitmentRows, invoiceDetailRows} from "./licences-books.ts";
import {licencesPlan} from "./licences.ts";
import {lumenPlan} from "./lumen.ts";
import {plantedEvents} from "./planted-events.data.ts";
import {plantedWaste} from "./planted-waste.data.ts";
import {rateRows} from "./rates.ts";
import {beaconPlan, forgehubPlan, snowfieldPlan} from "./saas.ts";
import {folderOf, writeSource, type SourceDelivery} from "./source-writer.ts";
import {truthFile, type TruthFile} from "./truth-file.ts";
import {truthRecorder} from "./truth.ts";
import type {World} from "./world.ts";

export interface DemoOptions {
  /** Folder that the files are written into; made where it is not there. */
  readonly folder: string;
  /** The last complete month, `YYYY-MM`; default: the month before the present one (UTC). */
  readonly end?: string;
  /** A 32-bit integer; the same seed, end and day give the same bytes. */
  readonly seed?: number;
  /** Size of the fleets; 1 gives about 300 000 rows. What is planted keeps its size. */
  readonly scale?: number;
  /** Whether the planted events happen; without them the data is what it would have been. */
  readonly events?: boolean;
}

/** One thing to ingest, in this order; paths are absolute. */
export interface DemoDelivery {
  readonly source: string;
  readonly paths: readonly string[];
  readonly mode: "overwrite" | "append";
  readonly dataset: Dataset;
  readonly partition?: string;
  readonly note?: string;
}

export interface DemoData {
  readonly folder: string;
  readonly end: string;
  readonly seed: number;
  /** Rows of CostAndUsage that are active once every delivery is ingested. */
  readonly rows: number;
  readonly files: readonly FileFacts[];
  readonly deliveries: readonly DemoDelivery[];
  readonly truth: TruthFile;
  /** The file with the exchange rates. */
  readonly rates: string;
}

/**
 * Writes thirteen months of Quillhaven Ltd as FOCUS files, with `truth.json` (what is planted) and `rates.csv` beside
 * them. The running month is there up to yesterday where `end` is the month before it. Throws
 * `usage.invalid`, `storage.full`, `storage.denied`; what was written until then stays.
 */
export async function generateDemo(
  options: DemoOptions,
  effects: Effects,
  progress: (step: Progress) => void = () => undefined
): Promise<DemoData> {
  const today = effects.now().toZonedDateTimeISO("UTC").toPlainDate();
  const end = options.end ?? today.toPlainYearMonth().subtract({months: 1}).toString();
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(end)) {
    throw new UserError("usage.invalid", `demo: end: ${end} is not a month`, {remedy: "Write it as 2026-10."});
  }
  const seed = options.seed ?? 1;
  const calendar = demoCalendar(end, today);
  const truth = truthRecorder([...plantedEvents, ...plantedWaste], calendar);
  const world: World = {seed, scale: options.scale ?? 1, events: options.events ?? true, calendar, truth};
  return withReasons(options.folder, () => writeDemo(options.folder, end, world, progress));
}

async function writeDemo(
  folder: string,
  end: string,
  world: World,
  progress: (step: Progress) => void
): Promise<DemoData> {
  const {calendar, seed} = world;
  await mkdir(folder, {recursive: true});
  const sums = new Map<Month, Map<string, bigint>>();
  const sources: readonly SourceDelivery[] = [
    {plan: awsPlan(world), layout: awsLayout, format: "csv"},
    {plan: azurePlan(world), layout: azureLayout, format: "csv"},
    {plan: googlePlan(world), layout: partitionLayout("focus-000000000000"), format: "parquet"},
    {plan: beaconPlan(world), layout: plainLayout("beacon-focus", "csv"), format: "csv"},
    {plan: snowfieldPlan(world), layout: plainLayout("snowfield-focus", "csv"), format: "csv"},
    {plan: forgehubPlan(world), layout: plainLayout("forgehub", "csv"), format: "csv"},
    {plan: lumenPlan(world), layout: plainLayout("lumen-usage", "csv.gz"), format: "csv"},
    {plan: datacentrePlan(world), layout: plainLayout("datacentre", "csv"), format: "csv"},
    {
      plan: licencesPlan(world),
      layout: plainLayout(join("cost-and-usage", "licences"), "csv"),
      format: "csv",
      onRows: (month, rows) => addToSums(sums, month, rows)
    }
  ];

  const files: FileFacts[] = [];
  const deliveries: DemoDelivery[] = [];
  const restated = restatedMonth(calendar);
  const total = sources.length * calendar.months.length;
  let done = 0;
  let rows = 0;
  for (const source of sources) {
    const {source: id} = source.plan;
    const counts = new Map<Month, number>();
    const home = folderOf(folder, id);
    files.push(
      ...(await writeSource(source, world, {
        folder: home,
        months: calendar.months,
        delivery: (month) => (id === "aws" && month === restated ? "first" : "final"),
        after: 3,
        onMonth(month, count) {
          counts.set(month, count);
          done += 1;
          progress({stage: "demo", message: `${id} ${month.name}`, done, total});
        }
      }))
    );
    const paths = [id === "licences" ? join(home, "cost-and-usage") : home];
    deliveries.push({source: id, paths, mode: "overwrite", dataset: "CostAndUsage"});
    if (id === "aws") rows -= counts.get(restated) ?? 0;
    rows += [...counts.values()].reduce((sum, count) => sum + count, 0);
  }

  deliveries.push(...(await writeBooks(folderOf(folder, "licences"), calendar, sums, files)));
  const again = await writeRestated(sources, world, restated, folder);
  files.push(...again.files);
  deliveries.push(again.delivery);
  rows += again.rows;

  const rates = join(folder, "rates.csv");
  const found = truthFile(
    world,
    sources.map((one) => one.plan),
    {end, rows, restated: restated.name}
  );
  await writeFile(
    rates,
    `day,base,quote,rate\n${rateRows(calendar, seed)
      .map((row) => `${row.day},${row.base},${row.quote},${row.rate}\n`)
      .join("")}`
  );
  await writeFile(join(folder, "truth.json"), `${JSON.stringify(found, null, 2)}\n`);
  return {folder, end, seed, rows, files, deliveries, truth: found, rates};
}

function restatedMonth(calendar: Calendar): Month {
  const last = calendar.months.findLastIndex((month) => month.complete);
  const month = calendar.months[last - restatedMonthsBack];
  if (month === undefined) throw new Error("no month to restate");
  return month;
}

/** The second delivery of one month of AWS, a fortnight after the first. */
async function writeRestated(
  sources: readonly SourceDelivery[],
  world: World,
  month: Month,
  folder: string
): Promise<{files: readonly FileFacts[]; delivery: DemoDelivery; rows: number}> {
  const aws = sources.find((one) => one.plan.source === "aws");
  if (aws === undefined) throw new Error("AWS is not among the sources");
  const home = folderOf(folder, "aws-restated");
  let rows = 0;
  const files = await writeSource(
    aws,
    {...world, truth: silent(world)},
    {
      folder: home,
      months: [month],
      delivery: () => "final",
      after: 17,
      onMonth: (_, count) => (rows += count)
    }
  );
  const note = `${month.name} as AWS delivered it again two weeks later: the private price of the CDN was missing, rows came late, a credit was added`;
  return {files, rows, delivery: {source: "aws", paths: [home], mode: "overwrite", dataset: "CostAndUsage", note}};
}

/** What is planted was counted with the first delivery; the second must not count it again. */
function silent(world: World): World["truth"] {
  return {...world.truth, add: () => undefined, place: () => undefined};
}

/** The three other datasets of FOCUS 1.4, for the licences. */
async function writeBooks(
  folder: string,
  calendar: Calendar,
  sums: ReadonlyMap<Month, ReadonlyMap<string, bigint>>,
  files: FileFacts[]
): Promise<readonly DemoDelivery[]> {
  const books: readonly (readonly [Dataset, string, readonly string[], readonly Columns[]])[] = [
    ["InvoiceDetail", "invoice-detail", invoiceDetailColumns, invoiceDetailRows(sums)],
    ["BillingPeriod", "billing-period", billingPeriodColumns, billingPeriodRows(calendar)],
    ["ContractCommitment", "contract-commitment", contractCommitmentColumns, contractCommitmentRows(calendar)]
  ];
  const deliveries: DemoDelivery[] = [];
  for (const [dataset, name, header, rows] of books) {
    const file = await openDeliveryFile(join(folder, name, `licences-${name}.csv`), header);
    await file.write(rows);
    files.push(await file.close());
    deliveries.push({source: "licences", paths: [join(folder, name)], mode: "overwrite", dataset});
  }
  return deliveries;
}

/** Paths of the files relative to the folder, for people. */
export function fileNames(data: DemoData): readonly string[] {
  return data.files.map((file) => relative(data.folder, file.path));
}
