import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {Document} from "yaml";
import {messageOf, UserError} from "../errors.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {init as initContract} from "./contract.ts";
import {parsePractice, practiceFile} from "./load.ts";

export const initOperation = operation(initContract, init);

/** Writes the practice file of a folder that has none. Throws `practice.exists`, `storage.denied`. */
export async function init(input: Input<typeof initContract>, context: Context): Promise<Output<typeof initContract>> {
  const {root} = context.folder;
  const file = join(root, practiceFile);
  const text = practiceText(input);
  parsePractice(text);
  if (!input.dryRun) await write(root, file, text);
  return {
    file,
    written: !input.dryRun,
    text,
    notes: ["Next: ashlar ingest FILE-OR-FOLDER --source NAME, then: ashlar cost"]
  };
}

async function write(root: string, file: string, text: string): Promise<void> {
  try {
    await mkdir(root, {recursive: true});
    // Exclusive: two people or a second call must not write over what somebody has composed.
    await writeFile(file, text, {flag: "wx"});
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new UserError("practice.exists", `${practiceFile} is there already`, {
        at: {file: practiceFile},
        remedy: "Edit it, or choose another folder with --practice DIR. Nothing was changed.",
        cause: error
      });
    throw new UserError("storage.denied", `${root} cannot be written: ${messageOf(error)}`, {
      remedy: "Check the folder and its permissions, or choose another with --practice DIR.",
      cause: error
    });
  }
}

function practiceText({tags, currency}: Input<typeof initContract>): string {
  const list = (values: readonly string[]): string =>
    new Document([...values]).toString({collectionStyle: "flow", flowCollectionPadding: false}).trim();
  return `# The practice of this folder. Everything has a default; remove the # before a line to change it.

# Tag keys that get a column of their own in the lake, because people group by them every day.
tags: ${list(tags)}

# Where cost data comes from. A source is made when something is ingested; here it gets a title, an owner and
# the cadence (hourly, daily, weekly, monthly) that its freshness is measured by.
#sources:
#  - id: aws
#    title: AWS organisation
#    owner: platform
#    cadence: daily

# Exchange rates for answers in one currency: ashlar rates import FILE --set NAME
# basis: charge-day, month-average, month-end or invoice.
${currency === undefined ? "#rates:\n#  set: default\n#  basis: month-average" : `rates:\n  set: ${currency}\n  basis: month-average`}

# The month in which the fiscal year begins.
#calendar: {fiscalYearStart: 1}

# Checks before a delivery is published: quarantined rows that are tolerated, and the share of rows or cost that
# a delivery may remove without --replace; and the rows of a snapshot from which on it gets roll-ups.
#lake: {quarantine: 0, shrink: "0.05", rollups: 50000}

# The engine on this machine: memory before it spills to disk, disk it may spill to, questions at the same time.
#engine: {memory: 4GB, spill: 50GB, parallel: 3}

# A PostgreSQL server for the state, when several people write; otherwise a file in .ashlar.
#state: {url: "postgres://user@host/database"}
`;
}
