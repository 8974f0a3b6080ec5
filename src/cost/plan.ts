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
import {fieldsOf} from "./filter/compile.ts";
import type {Filter} from "./filter/filter.ts";
import {parseFilter} from "./filter/parse.ts";
import {metrics} from "./metric.ts";
import type {Converter} from "./rates.ts";
import {type DayRange, chargesRelation, timeColumn} from "./relation.ts";
import {columnOf} from "./terms.ts";

/** What a question reads: the charges themselves (`raw`); roll-ups will be further kinds. */
export interface PlanDescription {
  readonly kind: "raw";
  readonly dataset: "CostAndUsage";
  readonly snapshots: readonly string[];
  readonly files: number;
  /** Rows of these snapshots, before any filter. */
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
  const columns = new Set([
    ...[...shown, ...filters.flatMap(fieldsOf)].map((field) => columnOf(field, promoted)),
    ...ownColumns(question)
  ]);
  const branches = rangesOf(question).flatMap(({range, earlier}): Branch[] => {
    const relation = chargesRelation(selection, question.axis, range, columns, options.dialect);
    return relation === null ? [] : [{relation, range, earlier}];
  });
  const snapshots = [...new Set(branches.flatMap(({relation}) => relation.snapshots))];
  const files = new Set(branches.flatMap(({relation}) => relation.files.map(({path}) => path)));
  return {
    description: {
      kind: "raw",
      dataset: "CostAndUsage",
      snapshots: snapshots.map(({manifest}) => manifest.id).toSorted(),
      files: files.size,
      rows: snapshots.reduce((total, {manifest}) => total + manifest.rows, 0),
      columns: [...columns].toSorted()
    },
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

/** Everything that a charge of the answer must meet, the caller's limit among it. */
export function conditionsOf(question: CanonicalQuestion, asked: Filter | null, caller: Caller): readonly Filter[] {
  const limit = rowFilterOf(caller);
  return [
    ...(limit === null ? [] : [limit]),
    ...(asked === null ? [] : [asked]),
    ...question.without.map((kind): Filter => ({not: chargesOfKind[kind]}))
  ];
}

function ownColumns(question: CanonicalQuestion): readonly string[] {
  const timed = question.from !== null || question.granularity !== null;
  return [
    "BillingCurrency",
    ...(timed ? [timeColumn(question.axis)] : []),
    ...(question.rates === null
      ? []
      : [question.rates.basis === "invoice" ? "BillingPeriodStart" : "ChargePeriodStart"]),
    ...question.metric.flatMap((name) => {
      const {columns, unit} = metrics[name];
      return unit === null ? columns : [...columns, unit];
    })
  ];
}

function rangesOf(question: CanonicalQuestion): readonly {readonly range: DayRange; readonly earlier: boolean}[] {
  const asked = {range: {from: question.from, to: question.to}, earlier: false};
  return question.compare === null ? [asked] : [asked, {range: question.compare, earlier: true}];
}
