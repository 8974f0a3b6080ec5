import {existsSync} from "node:fs";
import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {nowText} from "../effects.ts";
import {UserError} from "../errors.ts";
import {ingest} from "../lake/ingest/ingest.ts";
import {ratesImport} from "../lake/operations/rates-import.ts";
import {withReasons} from "../lake/storage.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {loadPractice, practiceFile} from "../practice/load.ts";
import {openWorkplace} from "../workplace.ts";
import {demo as demoContract} from "./contract.ts";
import {type DemoData, type DemoDelivery, generateDemo} from "./generate.ts";
import {headlines} from "./headlines.ts";
import {makeInvoices} from "./invoices.ts";
import {practiceText} from "./practice.ts";
import {type DemoRecords, makeWork} from "./work.ts";

export const demoOperation = operation(demoContract, demo);

type Demo = Output<typeof demoContract>;

const company = "Quillhaven Ltd, an online retailer that does not exist";

/** Says that the folder is a demo and, once everything is made, since when, so that the next call can go on from there. */
const doneFile = "demo.json";

export async function demo(input: Input<typeof demoContract>, context: Context): Promise<Demo> {
  const root = resolve(context.effects.cwd(), input.folder);
  const folder = {root, file: join(root, practiceFile), data: join(root, ".ashlar")};
  const mark = await markOf(root);
  if (mark === null) await refuseForeign(root);
  if (input.dryRun)
    return {
      folder: input.folder,
      dryRun: true,
      company,
      deliveries: [],
      headlines: [],
      notes: [`It would be made in ${root}.`]
    };
  const isMade = !input.fresh && mark?.at?.slice(0, 7) === nowText(context.effects).slice(0, 7);
  if (!isMade) await prepare(root, input.fresh, context);
  const {settings} = await loadPractice(root);
  const place = openWorkplace({...context, folder, settings});
  try {
    const {deliveries, records} = isMade ? {deliveries: [], records: null} : await make(input, root, place.context);
    return {
      folder: input.folder,
      dryRun: false,
      company,
      deliveries,
      headlines: await headlines(place.context),
      notes: [
        ...(isMade ? [`It was made on ${mark.at?.slice(0, 10)}; make it again with --fresh.`] : []),
        ...(records === null
          ? []
          : [
              `Its people keep ${records.work} work objects, ${records.decisions} decisions and ${records.exceptions} ` +
                "exceptions: ashlar work list, ashlar work summary"
            ]),
        `What is planted in the data: ${join(input.folder, "exports", "truth.json")}`,
        `Go on: cd ${input.folder}, then ashlar cost --help`
      ]
    };
  } finally {
    await place.close();
  }
}

interface Mark {
  /** When the demo was finished; absent while it is made. */
  readonly at?: string;
}

/** Null where the folder is no demo. */
async function markOf(root: string): Promise<Mark | null> {
  try {
    return JSON.parse(await readFile(join(root, ".ashlar", doneFile), "utf8")) as Mark;
  } catch {
    return null;
  }
}

/** A folder that holds somebody's own practice is left alone. */
async function refuseForeign(root: string): Promise<void> {
  if (!existsSync(join(root, practiceFile))) return;
  throw new UserError("practice.exists", `${root} holds a practice that is not the demo`, {
    at: {file: practiceFile},
    remedy: "Choose another folder with --folder. Nothing was changed."
  });
}

/** Marks the folder as a demo and writes its practice file, unless people have made that their own. */
async function prepare(root: string, isFresh: boolean, {effects}: Context): Promise<void> {
  const exports = join(root, "exports");
  const file = join(root, practiceFile);
  await withReasons(root, async () => {
    await mkdir(join(root, ".ashlar"), {recursive: true});
    await writeFile(join(root, ".ashlar", doneFile), "{}");
    await rm(exports, {recursive: true, force: true});
    const today = effects.now().toZonedDateTimeISO("UTC").toPlainDate();
    if (isFresh || !existsSync(file)) await writeFile(file, practiceText(today));
  });
}

async function make(
  input: Input<typeof demoContract>,
  root: string,
  context: Context
): Promise<{readonly deliveries: Demo["deliveries"]; readonly records: DemoRecords | null}> {
  const exports = join(root, "exports");
  const options = {folder: exports, seed: input.seed, scale: Number(input.scale)}; // a size, not an amount
  const data = await withReasons(exports, () => generateDemo(options, context.effects, context.progress));
  const deliveries: Demo["deliveries"] = [];
  for (const delivery of data.deliveries) deliveries.push(await take(delivery, context));
  await importRates(data, context);
  context.progress({stage: "demo", message: "work objects, decisions and exceptions"});
  const work = await makeWork(data.truth, context);
  const incidents = work === null ? 0 : await makeInvoices(data.truth, exports, context);
  const records = work === null ? null : {...work, work: work.work + incidents};
  await writeFile(join(root, ".ashlar", doneFile), JSON.stringify({at: nowText(context.effects), seed: data.seed}));
  return {deliveries, records};
}

async function take(delivery: DemoDelivery, context: Context): Promise<Demo["deliveries"][number]> {
  const {source, dataset, paths, mode, partition} = delivery;
  const report = await ingest(
    {
      paths: [...paths],
      source,
      dataset,
      append: mode === "append",
      // A demo that is made again may have fewer rows than the one before.
      replace: true,
      repeats: false,
      asDelivered: false,
      failOn: "never",
      dryRun: false,
      ...(partition === undefined ? {} : {partition})
    },
    context
  );
  const statuses = [...new Set(report.rows.map(({status}) => status))];
  return {source, dataset, rows: report.rows.reduce((total, {rows}) => total + rows, 0), status: statuses.join(", ")};
}

async function importRates(data: DemoData, context: Context): Promise<void> {
  await ratesImport({file: data.rates, set: "demo", replace: true, dryRun: false}, context);
}
