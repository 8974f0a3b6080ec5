import {askContextOf} from "../../cost/ask-context.ts";
import {type AskContext, askCost} from "../../cost/ask.ts";
import {limits} from "../../cost/filter/filter.ts";
import {parseFilter} from "../../cost/filter/parse.ts";
import {costQuestion} from "../../cost/question.ts";
import {UserError} from "../../errors.ts";
import {divide, isZero, normalise} from "../../money/amount.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {dayOf} from "../../time/interval.ts";
import {resolvePeriod} from "../../time/window.ts";
import {seesAmounts} from "../amount-access.ts";
import {practiceNames, requireKnown} from "../practice-names.ts";
import {sums} from "../value.ts";
import {workSummary as summaryContract} from "./contract.ts";
import {itemOf, stageOf, todayOf, valueOfRow, verificationOf, visibleRow, workRows, type WorkRow} from "./item.ts";
import {type OwnedRule, ownedRule} from "./owned-rule.ts";
import type {Stage} from "./way.ts";

export const workSummaryOperation = operation(summaryContract, workSummary);

type Summary = Output<typeof summaryContract>;
type Row = Summary["rows"][number];

interface Scope {
  readonly id: string | null;
  readonly title: string;
  readonly filter: string | null;
}

/** Throws `not-found` for a scope that the practice does not have, and as `askCost`. */
export async function workSummary(input: Input<typeof summaryContract>, context: Context): Promise<Summary> {
  const names = await practiceNames(context);
  const scopes = scopesOf(names, input.scope);
  const time = input.period === undefined ? {window: "last-month"} : {period: input.period};
  const days = resolvePeriod(time, context.effects.now(), context.settings.calendar);
  if (days === null) throw new Error("a period without days");
  const rule = ownedRule(context.settings.tags, names.organisation);
  const {db} = await context.use(storeOf);
  const work = (await workRows(db)).map((row) => visibleRow(row, context.caller));
  const asking = await askContextOf(context);
  const today = todayOf(context);
  const period = {from: days.from.toString(), to: days.to.toString()};
  const rows = await Promise.all(
    scopes.map(async (scope): Promise<Row> => {
      const own = scope.id === null ? work : work.filter((row) => row.scope === scope.id);
      const see = await seen(scope, {...period, currency: input.currency}, rule, asking);
      return {scope: scope.id, title: scope.title, see, ...counted(own, today)};
    })
  );
  return {
    period,
    rows,
    notes: [
      "Spend is effective cost of the period; work is counted as it stands now.",
      ...(seesAmounts(context.caller) ? [] : ["Values of work are of all charges, and so are not shown to you."]),
      ...(scopes.length > 1 ? ["Scopes may overlap and everything has them all: rows are not to be summed."] : [])
    ]
  };
}

function scopesOf(names: Awaited<ReturnType<typeof practiceNames>>, wanted: string | undefined): readonly Scope[] {
  requireKnown(names, "scopes", wanted, "scope");
  const known = names.scopes.map(({id, title, filter}) => ({id, title, filter: filter ?? null}));
  if (wanted !== undefined) {
    const scope = known.find(({id}) => id === wanted);
    if (scope !== undefined) return [scope];
    throw new UserError("not-found", `The practice names no scopes, and so no ${wanted}`, {
      at: {column: "scope"},
      remedy: "Leave the scope out, or describe it in ashlar.yaml under scopes."
    });
  }
  const retired = new Set(names.scopes.filter(({status}) => status === "retired").map(({id}) => id));
  return [{id: null, title: "Everything", filter: null}, ...known.filter(({id}) => !retired.has(id))];
}

async function seen(
  {filter}: Scope,
  {from, to, currency}: {readonly from: string; readonly to: string; readonly currency: string | undefined},
  {rule, filter: owned, reason}: OwnedRule,
  asking: AskContext
): Promise<Row["see"]> {
  const ask = (of: string | null) => {
    const parts = {...(of === null ? {} : {filter: of}), ...(currency === undefined ? {} : {currency})};
    return askCost(costQuestion.parse({metric: ["effective"], from, to, ...parts}), asking);
  };
  const problem = filter === null ? null : filterProblem(filter);
  if (problem !== null) return unseen(rule, `The filter of the scope cannot be read: ${problem}`);
  const all = await ask(filter);
  const both = owned === null || filter === null ? owned : `(${filter}) and (${owned})`;
  const tooLong = both !== null && both.length > limits.characters;
  const part = both === null || tooLong ? null : await ask(both);
  const spend = all.totals.map((total) => ({currency: String(total["currency"]), effective: amountIn(total)}));
  return {
    spend,
    owned: {
      rule,
      reason: tooLong ? "The practice names more units and cost centres than one question can hold." : reason,
      amounts:
        part === null
          ? []
          : spend.map(({currency: code, effective}) => {
              const total = part.totals.find((each) => each["currency"] === code);
              const amount = total === undefined ? "0" : amountIn(total);
              return {currency: code, owned: amount, share: amount === null ? null : shareOf(amount, effective)};
            })
    },
    ...unmeasured,
    receipts: [all.receipt.id, ...(part === null ? [] : [part.receipt.id])],
    complete: all.completeness.complete
  };
}

/** What no capability measures yet. */
const unmeasured = {
  forecast: {value: null, reason: "Ashlar does not forecast yet, so no share of the spend is forecast."},
  onKpi: {value: null, reason: "Ashlar does not measure KPIs yet, so no share of the spend is held against targets."}
} as const;

function unseen(rule: string, reason: string): Row["see"] {
  return {spend: [], owned: {rule, amounts: [], reason}, ...unmeasured, receipts: [], complete: false};
}

/** What is wrong with the filter of a scope, which a check of the practice reports with its line; null where it is sound. */
function filterProblem(filter: string): string | null {
  try {
    parseFilter(filter);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function amountIn(total: Readonly<Record<string, string | boolean | null>>): string | null {
  const amount = total["effective"];
  return typeof amount === "string" ? amount : null;
}

/** A share of 6 decimals; unknown where there is no spend, or credits outweigh it. */
function shareOf(part: string, whole: string | null): string | null {
  if (whole === null || isZero(whole) || whole.startsWith("-")) return null;
  return normalise(divide(part, whole, 6), {trailingZeros: false});
}

/** Each work object counts in one group: findings and options, actions, verified effects, or aside. */
export function counted(rows: readonly WorkRow[], today: string): Omit<Row, "scope" | "title" | "see"> {
  const at = (...stages: readonly Stage[]) => groupOf(rows.filter((row) => stages.includes(stageOf(row))));
  return {
    could: at("finding", "option"),
    doing: at("action"),
    did: at("verified"),
    aside: at("dismissed", "excepted"),
    overdue: rows.filter((row) => itemOf(row, today).overdue).length,
    loop: loopOf(rows)
  };
}

function groupOf(rows: readonly WorkRow[]): Row["could"] {
  const values = rows.flatMap((row) => valueOfRow(row) ?? []);
  return {count: rows.length, unpriced: rows.length - values.length, values: sums(values)};
}

/** The middle of the days from finding to verified effect; of two in the middle, halfway between them. */
function loopOf(rows: readonly WorkRow[]): Row["loop"] {
  const days = rows
    .flatMap((row) => {
      const verification = verificationOf(row);
      if (verification === null) return [];
      const [from, to] = [row.created_at, verification.at].map((at) => dayOf(Temporal.Instant.from(at)));
      return from === undefined || to === undefined ? [] : [from.until(to, {largestUnit: "days"}).days];
    })
    .toSorted((a, b) => a - b);
  const [low, high] = [days[(days.length - 1) >> 1], days[days.length >> 1]];
  return {medianDays: low === undefined || high === undefined ? null : (low + high) / 2, count: days.length};
}
