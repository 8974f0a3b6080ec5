import type {Dialect} from "../engine/dialect.ts";
import {type Query, identifier, join, raw, sql} from "../engine/query.ts";
import type {Snapshot} from "../lake/snapshot.ts";
import {moved, offsetBetween, periodStart} from "./bucket.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import type {Dimension, SharedDimension} from "./dimension.ts";
import {compileFilter} from "./filter/compile.ts";
import type {Filter} from "./filter/filter.ts";
import {type MetricName, metrics} from "./metric.ts";
import {rateRelation} from "./rate-relation.ts";
import type {Converter} from "./rates.ts";
import {type DayRange, type Relation, timeColumn, within} from "./relation.ts";
import {shareProduct} from "./share-product.ts";

/** Cells of an answer above which a question is refused rather than held in memory. */
export const maxCells = 500_000;

/** A scan for one range of days: the one asked about, or the earlier one it is compared with. */
export interface Branch {
  readonly relation: Relation;
  readonly range: DayRange;
  readonly earlier: boolean;
}

export interface CompileInput {
  readonly question: CanonicalQuestion;
  readonly dimensions: readonly Dimension[];
  readonly filters: readonly Filter[];
  readonly branches: readonly Branch[];
  readonly promoted: ReadonlySet<string>;
  readonly snapshots: readonly Snapshot[];
  readonly dialect: Dialect;
  readonly converter: Converter | null;
}

/** A column of the steps: what it is of a charge, or how it is had from the step before. */
interface Item {
  readonly name: string;
  readonly expression: Query;
}

/**
 * One statement for rows and totals, told apart by `part`:
 *
 *     charges   what the question needs of each charge (or row of a roll-up), a branch for each scan
 *     share<i>  for each shared dimension: charges × their shares
 *     grouped   sums by period, currency, key of the rate, unit and dimensions
 *     placed    with `top`: the place of each value by the first metric over the whole time
 *     folded    with `top`: values after the last place as one
 *
 * Totals are summed before anything is shared, from the charges where there is a shared dimension.
 */
export function compileCost(input: CompileInput): Query {
  const {question, dimensions, branches} = input;
  const groups = groupNames(question);
  const values = dimensions.map((_, index) => `d${index}`);
  const measures = measureNames(question);
  const steps: Item[] = [
    {
      name: "charges",
      expression: join(
        branches.map((branch) => chargesOf(branch, input)),
        " union all "
      )
    }
  ];
  let last = "charges";
  dimensions.forEach((dimension, index) => {
    if (dimension.kind !== "shared") return;
    steps.push({name: `share${index}`, expression: shared(dimension, index, last, input)});
    last = `share${index}`;
  });
  const isShared = last !== "charges";
  steps.push({name: "grouped", expression: summed(last, [...groups, ...values].map(own), measures)});
  let rows = "grouped";
  if (question.top !== null) {
    steps.push({name: "placed", expression: placed(values, input)});
    const folds = values.map((name) => ({
      name,
      expression: sql`case when "place" <= ${raw(String(question.top))} then ${identifier(name)} end`
    }));
    const other = {name: "other", expression: sql`"place" > ${raw(String(question.top))}`};
    steps.push({name: "folded", expression: summed("placed", [...groups.map(own), ...folds, other], measures)});
    rows = "folded";
  }
  const totalGroups = groups.filter((name) => name !== "period");
  steps.push({name: "totals", expression: summed(isShared ? "charges" : "grouped", totalGroups.map(own), measures)});
  const rowColumns = [...groups, ...values, ...(question.top === null ? [] : ["other"]), ...measures];
  const totalColumns = rowColumns.map((name) => {
    if (totalGroups.includes(name) || measures.includes(name)) return identifier(name);
    return sql`cast(null as ${typeOf(name, input)})`;
  });
  const ctes = steps.map(({name, expression}) => sql`${identifier(name)} as (${expression})`);
  return sql`with ${join(ctes)} select 'row' as "part", ${join(rowColumns.map((name) => identifier(name)))} from ${identifier(rows)} union all select 'total', ${join(totalColumns)} from "totals" limit ${raw(String(maxCells + 1))}`;
}

function own(name: string): Item {
  return {name, expression: identifier(name)};
}

/** Columns that cells are kept apart by besides the dimensions. */
function groupNames({granularity, rates, metric}: CanonicalQuestion): readonly string[] {
  return [
    ...(granularity === null ? [] : ["period"]),
    "currency",
    ...(rates === null ? [] : ["rate_key"]),
    ...(metric.some((name) => metrics[name].unit !== null) ? ["unit"] : [])
  ];
}

/** Columns that are summed: m<i> the metrics, p<i> those of the earlier time, n and pn how many charges each has. */
function measureNames({metric, compare}: CanonicalQuestion): readonly string[] {
  const current = metric.map((_, index) => `m${index}`);
  return compare === null ? current : [...current, ...metric.map((_, index) => `p${index}`), "n", "pn"];
}

function chargesOf({relation, range, earlier}: Branch, input: CompileInput): Query {
  const amountOf = (name: MetricName): Query => metrics[name].amount(relation.purchase);
  const {question, dimensions, filters, dialect, promoted} = input;
  const terms = {dialect, promoted};
  const items: Item[] = [];
  const time = identifier(timeColumn(question.axis));
  if (question.granularity !== null) {
    const compare = earlier ? question.compare : null;
    const aligned =
      compare === null || question.from === null
        ? time
        : moved(time, offsetBetween(compare.from, question.from), dialect);
    items.push({
      name: "period",
      expression: periodStart(question.granularity, question.fiscalYearStart, aligned, dialect)
    });
  }
  items.push({name: "currency", expression: identifier("BillingCurrency")});
  if (question.rates !== null) items.push({name: "rate_key", expression: rateKey(question.rates.basis, dialect)});
  const unit = question.metric.map((name) => metrics[name].unit).find((column) => column !== null) ?? null;
  if (unit !== null) items.push({name: "unit", expression: identifier(unit)});
  dimensions.forEach((dimension, index) => {
    const expression = dimension.kind === "shared" ? dimension.key(terms) : dimension.value(terms);
    items.push({name: dimension.kind === "shared" ? `k${index}` : `d${index}`, expression});
  });
  const missing = sql`cast(null as ${dialect.types.decimal(38, 18)})`;
  question.metric.forEach((name, index) => {
    items.push({name: `m${index}`, expression: earlier ? missing : amountOf(name)});
  });
  if (question.compare !== null) {
    question.metric.forEach((name, index) => {
      items.push({name: `p${index}`, expression: earlier ? amountOf(name) : missing});
    });
    items.push({name: "n", expression: raw(earlier ? "0" : "1")}, {name: "pn", expression: raw(earlier ? "1" : "0")});
  }
  const conditions = [
    ...within(question.axis, range, dialect),
    ...filters.map((filter) => compileFilter(filter, terms)),
    ...onlyQuantities(question, amountOf)
  ];
  const where = conditions.length === 0 ? raw("") : sql` where ${join(conditions, " and ")}`;
  return sql`select ${list(items)} from ${relation.query}${where}`;
}

/** A question about a quantity alone leaves out charges without one, such as taxes. */
function onlyQuantities({metric}: CanonicalQuestion, amountOf: (name: MetricName) => Query): readonly Query[] {
  const [only] = metric;
  if (metric.length !== 1 || only === undefined || metrics[only].unit === null) return [];
  return [sql`${amountOf(only)} is not null`];
}

function rateKey(basis: Converter["basis"], dialect: Dialect): Query {
  if (basis === "invoice") return dialect.bucket("month", identifier("BillingPeriodStart"));
  return dialect.bucket(basis === "charge-day" ? "day" : "month", identifier("ChargePeriodStart"));
}

/** Charges joined to the shares of their key; what has no key there keeps its whole amount and gets no value. */
function shared(dimension: SharedDimension, index: number, from: string, input: CompileInput): Query {
  const {question, dimensions, dialect} = input;
  const kept = dimensions.flatMap((other, at) => {
    if (at === index) return [];
    return [other.kind === "shared" && at > index ? `k${at}` : `d${at}`];
  });
  const amounts = question.metric.flatMap((_, at) => (question.compare === null ? [`m${at}`] : [`m${at}`, `p${at}`]));
  const counts = question.compare === null ? [] : ["n", "pn"];
  const bound = (side: string, otherwise: string) =>
    sql`coalesce(b.${identifier(side)}, cast(${raw(otherwise)} as ${dialect.types.decimal(18, 12)}))`;
  const items = [
    ...[...groupNames(question), ...kept, ...counts].map((name) => ({name, expression: sql`c.${identifier(name)}`})),
    {name: `d${index}`, expression: sql`b."value"`},
    ...amounts.map((name) => {
      const amount = sql`cast(c.${identifier(name)} as ${dialect.types.decimal(38, 18)})`;
      const upTo = (share: Query) => shareProduct(amount, share, dialect);
      return {name, expression: sql`${upTo(bound("upper", "1"))} - ${upTo(bound("lower", "0"))}`};
    })
  ];
  const key = identifier(`k${index}`);
  return sql`select ${list(items)} from ${identifier(from)} c left join ${dimension.bounds(dialect)} b on c.${key} = b."key" where b."key" is null or b."upper" > b."lower"`;
}

/** Each group's place by its first metric over all periods, from 1; the values themselves settle what is equal. */
function placed(values: readonly string[], input: CompileInput): Query {
  const {question, converter, dialect} = input;
  const [first] = question.metric;
  const isMoney = first !== undefined && metrics[first].unit === null;
  const rates = converter === null || !isMoney ? null : rateRelation(converter, input.snapshots, question, dialect);
  const apart = groupNames(question).filter((name) => name === "unit" || (name === "currency" && converter === null));
  const within = [...apart, ...values].map((name) => sql`g.${identifier(name)}`);
  const amount = rates === null ? sql`g."m0"` : dialect.product(sql`g."m0"`, sql`r."rate"`, 18);
  const joined =
    rates === null ? raw("") : sql` left join ${rates} r on g."currency" = r."currency" and g."rate_key" = r."key"`;
  // Where nothing else keeps groups apart, each is one row, and a window over it would only cost time.
  const isAlone = groupNames(question).every((name) => apart.includes(name));
  const weight = isAlone ? amount : sql`sum(${amount}) over (partition by ${join(within)})`;
  const weighed = sql`select g.*, ${weight} as "weight" from "grouped" g${joined}`;
  const order = [sql`"weight" desc nulls last`, ...values.map((name) => sql`${identifier(name)} asc nulls last`)];
  const partition = apart.length === 0 ? raw("") : sql`partition by ${join(apart.map((name) => identifier(name)))} `;
  return sql`select weighed.*, dense_rank() over (${partition}order by ${join(order)}) as "place" from (${weighed}) weighed`;
}

function summed(from: string, groups: readonly Item[], measures: readonly string[]): Query {
  const sums = measures.map((name) => ({name, expression: sql`sum(${identifier(name)})`}));
  const ordinals = groups.map((_, index) => raw(String(index + 1)));
  return sql`select ${list([...groups, ...sums])} from ${identifier(from)} group by ${join(ordinals)}`;
}

function list(items: readonly Item[]): Query {
  return join(items.map(({name, expression}) => sql`${expression} as ${identifier(name)}`));
}

function typeOf(name: string, {dimensions, dialect}: CompileInput): Query {
  if (name === "other") return raw("boolean");
  if (name === "period") return dialect.types.instant;
  const dimension = name.startsWith("d") ? dimensions[Number.parseInt(name.slice(1), 10)] : undefined;
  return dimension?.kind === "plain" && dimension.type === "instant" ? dialect.types.instant : dialect.types.text;
}
