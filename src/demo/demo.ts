import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {nowText} from "../effects.ts";
import {UserError} from "../errors.ts";
import {ingest} from "../lake/ingest/ingest.ts";
import {ratesImport} from "../lake/operations/rates-import.ts";
import {withReasons} from "../lake/storage.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {loadPractice, parsePractice, practiceFile} from "../practice/load.ts";
import {openWorkplace} from "../workplace.ts";
import {demo as demoContract} from "./contract.ts";
import {type DemoData, type DemoDelivery, generateDemo} from "./generate.ts";
import {headlines} from "./headlines.ts";
import {practiceText} from "./practice.ts";

export const demoOperation = operation(demoContract, demo);

type Demo = Output<typeof demoContract>;

const company = "Quillhaven Ltd, an online retailer that does not exist";

/** Written once everything is ingested, so that the next call can go on from there. */
const doneFile = "demo.json";

export async function demo(input: Input<typeof demoContract>, context: Context): Promise<Demo> {
  const root = resolve(context.effects.cwd(), input.folder);
  const folder = {root, file: join(root, practiceFile), data: join(root, ".ashlar")};
  await refuseForeign(root);
  if (input.dryRun)
    return {
      folder: input.folder,
      dryRun: true,
      company,
      deliveries: [],
      headlines: [],
      notes: [`It would be made in ${root}.`]
    };
  const place = openWorkplace({...context, folder, settings: parsePractice(practiceText())});
  try {
    const made = input.fresh ? null : await doneBefore(root, context);
    const deliveries = made === null ? await make(input, root, place.context) : [];
    return {
      folder: input.folder,
      dryRun: false,
      company,
      deliveries,
      headlines: await headlines(place.context),
      notes: [
        ...(made === null ? [] : [`It was made on ${made.slice(0, 10)}; make it again with --fresh.`]),
        `What is planted in the data: ${join(input.folder, "exports", "truth.json")}`,
        `Go on: cd ${input.folder}, then ashlar cost --help`
      ]
    };
  } finally {
    await place.close();
  }
}

/** A folder that holds somebody's own practice is left alone. */
async function refuseForeign(root: string): Promise<void> {
  const {folder} = await loadPractice(root);
  if (folder.file === null || (await readFile(folder.file, "utf8")) === practiceText()) return;
  throw new UserError("practice.exists", `${root} holds a practice that is not the demo`, {
    at: {file: practiceFile},
    remedy: "Choose another folder with --folder. Nothing was changed."
  });
}

/** When the demo of this folder was finished; null where it was not, or for a month that is no longer the last one. */
async function doneBefore(root: string, {effects}: Context): Promise<string | null> {
  try {
    const done = JSON.parse(await readFile(join(root, ".ashlar", doneFile), "utf8")) as {at: string};
    return done.at.slice(0, 7) === nowText(effects).slice(0, 7) ? done.at : null;
  } catch {
    return null;
  }
}

async function make(input: Input<typeof demoContract>, root: string, context: Context): Promise<Demo["deliveries"]> {
  const exports = join(root, "exports");
  await withReasons(root, async () => {
    await rm(join(root, ".ashlar", doneFile), {force: true});
    await rm(exports, {recursive: true, force: true});
    await mkdir(join(root, ".ashlar"), {recursive: true});
    await writeFile(join(root, practiceFile), practiceText());
  });
  const options = {folder: exports, seed: input.seed, scale: Number(input.scale)}; // a size, not an amount
  const data = await withReasons(exports, () => generateDemo(options, context.effects, context.progress));
  const deliveries: Demo["deliveries"] = [];
  for (const delivery of data.deliveries) deliveries.push(await take(delivery, context));
  await importRates(data, context);
  await writeFile(join(root, ".ashlar", doneFile), JSON.stringify({at: nowText(context.effects), seed: data.seed}));
  return deliveries;
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
