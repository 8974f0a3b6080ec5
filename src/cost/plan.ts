import type {Dialect} from "../engine/dialect.ts";
import type {Query} from "../engine/query.ts";
import type {Selection} from "../lake/lake.ts";
import type {Snapshot} from "../lake/snapshot.ts";
import type {Caller} from "../operation.ts";
import {refuseMasked, rowFilterOf} from "./access.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import {chargesOfKind} from "./charge-kind.ts";
import {type Branch, compileCost} from "./compile.ts";
import type {Dimension} from "./dimension.ts";
import {dimensionNamed} from "./dimensions/dimension-named.ts";
import type {Field} from "./field.ts";
import {fieldsOf} from "./filter/compile.ts";
import type {Filter} from "./filter/filter.ts";
import {parseFilter} from "./filter/parse.ts";
import {leavesOutPurchases, metrics, type Purchase, purchaseOfCharge, purchaseOfRollup} from "./metric.ts";
import type {Converter} from "./rates.ts";
import {
  chargesRelation,
  type DayRange,
  type Relation,
  rollupRelation,
  snapshotsWithin,
  timeColumn
} from "./relation.ts";
import {chooseRollup, rollupNeed} from "./rollup-choice.ts";
import {columnOf} from "./terms.ts";

/** What a question reads: the charges themselves (`raw`), roll-ups of them, or roll-ups where there are any (`mixed`). */
export interface PlanDescription {
  readonly kind: "raw" | "rollup" | "mixed";
  readonly dataset: "CostAndUsage";
  readonly snapshots: readonly string[];
  /** Names of the roll-ups that are read. */
  readonly rollups: readonly string[];
  readonly files: number;
  /** Rows of what is read, before any filter. */
  readonly rows: number;
  readonly columns: readonly string[];
}

export interface Plan {
  readonly description: PlanDescription;
  readonly snapshots: readonly Snapshot[];
  /** Those read for the time asked about, and for the earlier one it is compared with. */
  readonly asked: readonly Snapshot[];
  readonly earlier: readonly Snapshot[];
  readonly dimensions: readonly Dimension[];
  /** Null where no file can have charges of the question. */
  readonly query: Query | null;
}

export interface PlanOptions {
  readonly dialect: Dialect;
  readonly converter: Converter | null;
  /** Dimensions of the practice. */
  readonly dimensions?: readonly Dimension[];
}

/**
 * How a question is answered from a selection. Here, and nowhere else, the caller's row filter and masks apply.
 * Throws `UserError` caller.refused for what the caller must not see.
 */
export function planCost(
  question: CanonicalQuestion,
  selection: Selection,
  caller: Caller,
  options: PlanOptions
): Plan {
  const dimensions = question.by.map((name) => dimensionNamed(name, options.dimensions));
  const asked = question.filter === null ? null : parseFilter(question.filter);
  const shown = [...dimensions.flatMap(({fields}) => fields), ...(asked === null ? [] : fieldsOf(asked))];
  refuseMasked(caller, question.metric, shown);
  const filters = conditionsOf(question, asked, caller);
  const promoted = new Set(selection.tags);
  const fields = [...shown, ...filters.flatMap(fieldsOf)];
  const branches = branchesOf(question, selection, fields, promoted, options.dialect);
  const relations = branches.map(({relation}) => relation);
  const snapshots = [...new Set(relations.flatMap((relation) => relation.snapshots))];
  return {
    description: describe(relations, snapshots, columnsOf(question, fields, promoted, purchaseOfCharge)),
    snapshots,
    asked: branches.filter(({earlier}) => !earlier).flatMap(({relation}) => relation.snapshots),
    earlier: branches.filter(({earlier}) => earlier).flatMap(({relation}) => relation.snapshots),
    dimensions,
    query:
      branches.length === 0
        ? null
        : compileCost({...options, question, dimensions, filters, branches, promoted, snapshots})
  };
}

/** What is scanned: for each range of days each roll-up that serves, and the charges where none does. */
function branchesOf(
  question: CanonicalQuestion,
  selection: Selection,
  fields: readonly Field[],
  promoted: ReadonlySet<string>,
  dialect: Dialect
): readonly Branch[] {
  const ranges = rangesOf(question);
  const need = rollupNeed(question, fields, promoted);
  return ranges.flatMap(({range, earlier}): Branch[] => {
    const within = snapshotsWithin(selection, question.axis, range);
    const chosen = new Map(within.map((snapshot) => [snapshot, chooseRollup(need, selection.rollups, snapshot)]));
    const groups = [...Map.groupBy(within, (snapshot) => chosen.get(snapshot)?.rollup.name ?? null)];
    return groups.flatMap(([name, snapshots]): Branch[] => {
      const purchase = name === null ? purchaseOfCharge : purchaseOfRollup;
      const columns = columnsOf(question, fields, promoted, purchase);
      const rollups = snapshots.flatMap((snapshot) => chosen.get(snapshot) ?? []);
      const relation =
        name === null
          ? chargesRelation(selection, snapshots, columns, dialect)
          : rollupRelation(rollups, snapshots, columns, dialect);
      return relation === null ? [] : [{relation, range, earlier}];
    });
  });
}

function describe(
  relations: readonly Relation[],
  snapshots: readonly Snapshot[],
  columns: ReadonlySet<string>
): PlanDescription {
  const rollups = [...new Set(relations.flatMap(({rollup}) => rollup?.name ?? []))].toSorted();
  const isRaw = relations.some(({rollup}) => rollup === null);
  const byFile = new Map(relations.flatMap(({files, rows}) => (files[0] === undefined ? [] : [[files[0].path, rows]])));
  return {
    kind: rollups.length === 0 ? "raw" : isRaw ? "mixed" : "rollup",
    dataset: "CostAndUsage",
    snapshots: snapshots.map(({manifest}) => manifest.id).toSorted(),
    rollups,
    files: new Set(relations.flatMap(({files}) => files.map(({path}) => path))).size,
    rows: [...byFile.values()].reduce((total, rows) => total + rows, 0),
    columns: [...columns].toSorted()
  };
}

function columnsOf(
  question: CanonicalQuestion,
  fields: readonly Field[],
  promoted: ReadonlySet<string>,
  purchase: Purchase
): ReadonlySet<string> {
  return new Set([...fields.map((field) => columnOf(field, promoted)), ...ownColumns(question, purchase)]);
}

/** Everything that a charge of the answer must meet, the caller's limit among it. */
export function conditionsOf(question: CanonicalQuestion, asked: Filter | null, caller: Caller): readonly Filter[] {
  const limit = rowFilterOf(caller);
  return [
    ...(limit === null ? [] : [limit]),
    ...(asked === null ? [] : [asked]),
    ...question.without.map((kind): Filter => ({not: chargesOfKind[kind]}))
  ];
}

function ownColumns(question: CanonicalQuestion, purchase: Purchase): readonly string[] {
  const timed = question.from !== null || question.granularity !== null;
  return [
    "BillingCurrency",
    ...(timed ? [timeColumn(question.axis)] : []),
    ...(question.rates === null
      ? []
      : [question.rates.basis === "invoice" ? "BillingPeriodStart" : "ChargePeriodStart"]),
    ...question.metric.flatMap((name) => {
      const {columns, unit} = metrics[name];
      return [...columns, ...(unit === null ? [] : [unit]), ...(leavesOutPurchases(name) ? purchase.columns : [])];
    })
  ];
}

function rangesOf(question: CanonicalQuestion): readonly {readonly range: DayRange; readonly earlier: boolean}[] {
  const asked = {range: {from: question.from, to: question.to}, earlier: false};
  return question.compare === null ? [asked] : [asked, {range: question.compare, earlier: true}];
}
