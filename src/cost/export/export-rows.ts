import type {Dialect} from "../../engine/dialect.ts";
import {identifier, join, type Query, raw, sql} from "../../engine/query.ts";
import {UserError} from "../../errors.ts";
import type {Dataset} from "../../focus/dataset.ts";
import type {Selection} from "../../lake/lake.ts";
import type {Snapshot} from "../../lake/snapshot.ts";
import type {Caller} from "../../operation.ts";
import {refuseMasked} from "../access.ts";
import type {CanonicalQuestion} from "../canonical-question.ts";
import {chargeColumns} from "../charge-column.ts";
import type {Field} from "../field.ts";
import {compileFilter, fieldsOf} from "../filter/compile.ts";
import {parseFilter} from "../filter/parse.ts";
import type {Hidden} from "../hidden.ts";
import {conditionsOf} from "../plan.ts";
import {chargesRelation, snapshotsWithin, within} from "../relation.ts";
import {columnOf, instantValue, type Terms} from "../terms.ts";

/** The rows of one dataset that an export has. */
export interface ExportRows {
  readonly dataset: Dataset;
  /** Those that may have rows of it. */
  readonly snapshots: readonly Snapshot[];
  /** The rows of these snapshots as the lake has them; null where they have no file. */
  of(snapshots: readonly Snapshot[]): Query | null;
}

/** The charges of a question, as its caller may see them. Throws `UserError` caller.refused. */
export function chargesOf(
  question: CanonicalQuestion,
  selection: Selection,
  caller: Caller,
  hidden: Hidden,
  dialect: Dialect
): ExportRows {
  const asked = question.filter === null ? null : parseFilter(question.filter);
  refuseHidden(caller, hidden, asked === null ? [] : fieldsOf(asked));
  const filters = conditionsOf(question, asked, caller);
  const terms: Terms = {dialect, promoted: new Set(selection.tags)};
  const columns = new Set([
    ...chargeColumns().map(({name}) => name),
    ...filters.flatMap(fieldsOf).map((field) => columnOf(field, terms.promoted))
  ]);
  const range = {from: question.from, to: question.to};
  const conditions = [
    ...within(question.axis, range, dialect),
    ...filters.map((filter) => compileFilter(filter, terms))
  ];
  return {
    dataset: "CostAndUsage",
    snapshots: snapshotsWithin(selection, question.axis, range),
    of: (snapshots) => {
      const relation = chargesRelation(selection, snapshots, columns, dialect);
      return relation === null ? null : limited(relation.query, conditions);
    }
  };
}

/** Comparing a value tells it as well as showing it does. */
function refuseHidden(caller: Caller, hidden: Hidden, fields: readonly Field[]): void {
  refuseMasked(caller, [], fields);
  const found = fields.filter((field) =>
    field.kind === "column" ? hidden.column(field.name) : field.kind === "extension" && hidden.extension(field.key)
  );
  if (found.length === 0) return;
  throw new UserError("caller.refused", `${caller.id} may not see ${found.map(({name}) => name).join(", ")}`, {
    remedy: "Leave it out, or ask whoever gives the permissions."
  });
}

/** The rows of another dataset in whole billing periods; commitments are in those in which they run. */
export function rowsOfDataset(
  dataset: Exclude<Dataset, "CostAndUsage">,
  {from, to}: CanonicalQuestion,
  selection: Selection,
  dialect: Dialect
): ExportRows {
  const [begins, ends] =
    dataset === "ContractCommitment"
      ? ["ContractCommitmentPeriodStart", "ContractCommitmentPeriodEnd"]
      : ["BillingPeriodStart", "BillingPeriodStart"];
  const isAfter = raw(begins === ends ? ">=" : ">");
  const conditions = [
    ...(to === null ? [] : [sql`${identifier(begins)} < ${instantValue(to, dialect)}`]),
    ...(from === null ? [] : [sql`${identifier(ends)} ${isAfter} ${instantValue(from, dialect)}`])
  ];
  return {
    dataset,
    snapshots: snapshotsWithin(selection, "billing", {from, to}),
    of: (snapshots) => {
      const ids = new Set(snapshots.map(({manifest}) => manifest.id));
      const files = selection.files.filter(({snapshot}) => ids.has(snapshot));
      return files.length === 0 ? null : limited(dialect.scan(dataset, files), conditions);
    }
  };
}

function limited(relation: Query, conditions: readonly Query[]): Query {
  return conditions.length === 0 ? relation : sql`(select * from ${relation} where ${join(conditions, " and ")})`;
}
