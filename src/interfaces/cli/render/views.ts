import {costKind, costTable} from "./cost-view.ts";
import {demoText, initText} from "./demo-view.ts";
import {diffTable} from "./diff-view.ts";
import {doctorList} from "./doctor-view.ts";
import type {FieldKind} from "./fields.ts";
import {ingestTable} from "./ingest-view.ts";
import {chargeKind, chargesTable} from "./rows-view.ts";
import type {Style} from "./table.ts";

/** How an answer is shown where the general form is not good enough. */
export interface View {
  table?(output: unknown, style: Style): string;
  /** The kind of a field of the rows that the contract's schema cannot tell. */
  kindOf?(field: string, output: unknown): FieldKind | null;
}

const views: Readonly<Record<string, View>> = {
  cost: {table: costTable, kindOf: costKind},
  demo: {table: demoText},
  doctor: {table: doctorList},
  init: {table: initText},
  ingest: {table: ingestTable},
  rows: {table: chargesTable, kindOf: chargeKind},
  "snapshots.diff": {table: diffTable}
};

export function viewOf(operation: string): View {
  return views[operation] ?? {};
}
