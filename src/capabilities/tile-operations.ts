import {quarantineListOperation} from "../lake/operations/quarantine.ts";
import {snapshotsListOperation} from "../lake/operations/snapshots-list.ts";
import {sourcesListOperation} from "../lake/operations/sources-list.ts";
import type {Operation} from "../operation.ts";
import {practiceCheckOperation} from "../practice/check-file.ts";
import {libraryListOperation} from "../practice/library/library-list.ts";
import {decisionsListOperation} from "../records/decisions/list.ts";
import {exceptionsListOperation} from "../records/exceptions/exceptions.ts";
import {viewsListOperation} from "../records/views/views.ts";
import {workListOperation} from "../records/work/list.ts";
import {workSummaryOperation} from "../records/work/summary.ts";

/** The operations whose rows a tile may show. */
export const tileOperations: readonly Operation[] = [
  sourcesListOperation,
  snapshotsListOperation,
  quarantineListOperation,
  viewsListOperation,
  workListOperation,
  workSummaryOperation,
  decisionsListOperation,
  exceptionsListOperation,
  libraryListOperation,
  practiceCheckOperation
];

/** Throws where no tile may show it: a mistake of the program. */
export function tileOperation(name: string): Operation {
  const found = tileOperations.find(({contract}) => contract.name === name);
  if (found === undefined) throw new Error(`no operation of a tile: ${name}`);
  return found;
}
