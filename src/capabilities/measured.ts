import {askContextOf} from "../cost/ask-context.ts";
import {askCost} from "../cost/ask.ts";
import {costQuestion} from "../cost/question.ts";
import {UserError} from "../errors.ts";
import type {Asked} from "../kpi/measure.ts";
import {type Measured, measure} from "../kpi/rows.ts";
import type {Context} from "../operation.ts";
import {hasStore} from "../practice/check/present-data.ts";
import type {Scope} from "../practice/practice-file.ts";
import type {Arranged} from "./arranged.ts";
import {evaluators} from "./evaluators.ts";

/** Measures of some capabilities in a scope, or of everything. */
export async function measured(
  capabilities: readonly string[],
  {edition}: Pick<Arranged, "edition">,
  scope: Scope | null,
  context: Context
): Promise<Measured> {
  return measure(edition, capabilities, evaluators, await askedOf(scope, context));
}

/** Months of charges by which it is told which sources a scope is of. */
const monthsBack = 13;

async function askedOf(scope: Scope | null, context: Context): Promise<Asked> {
  const filter = scope?.filter ?? null;
  if (filter === null || !hasStore(context)) return {context, filter, sources: null};
  return {context, filter, sources: await sourcesIn(filter, context)};
}

/** Sources with charges that a filter lets through. A filter that cannot be read has none; a check of the practice says so. */
async function sourcesIn(filter: string, context: Context): Promise<readonly string[]> {
  const from = context.effects
    .now()
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .with({day: 1})
    .subtract({months: monthsBack});
  try {
    const question = costQuestion.parse({metric: ["effective"], by: ["source"], filter, from: from.toString()});
    const {rows} = await askCost(question, await askContextOf(context));
    return [...new Set(rows.map(({source}) => String(source)))].toSorted();
  } catch (error) {
    if (error instanceof UserError && ["filter.invalid", "question.invalid"].includes(error.code)) return [];
    throw error;
  }
}
