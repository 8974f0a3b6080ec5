import {type AskContext, askCost} from "../../cost/ask.ts";
import type {Completeness} from "../../cost/completeness.ts";
import {costQuestion} from "../../cost/question.ts";
import {UserError} from "../../errors.ts";
import {dayOf, startOfDay} from "../../time/interval.ts";

/** Half-open days in UTC. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * The sources that charges of a filter come from in the days before and since. Throws `work.too-early` where their data
 * does not reach over the days after yet, `work.unmeasured` where there are no such charges or days cannot be told apart.
 */
export async function measuredSources(
  filter: string,
  {before, after}: {readonly before: Days; readonly after: Days},
  context: AskContext
): Promise<readonly string[]> {
  const tomorrow = dayOf(context.effects.now()).add({days: 1}).toString();
  const to = after.to > tomorrow ? after.to : tomorrow;
  const question = {metric: ["effective"], by: ["source"], filter, from: before.from, to};
  const {rows, completeness} = await askCost(costQuestion.parse(question), context);
  const sources = [...new Set(rows.map(({source}) => String(source)))].toSorted();
  if (sources.length === 0) {
    throw new UserError("work.unmeasured", `No charge meets the filter from ${before.from} on`, {
      remedy: "See whether its filter and the day it was done are right."
    });
  }
  requireReach(sources, completeness, after);
  return sources;
}

function requireReach(sources: readonly string[], completeness: Completeness, after: Days): void {
  for (const source of sources) {
    const through = completeness.sources.find((each) => each.source === source)?.dataThrough ?? null;
    if (through === null) {
      throw new UserError("work.unmeasured", `Source ${source} does not say how far its data reaches`, {
        remedy: "See what it delivered with: ashlar snapshots list"
      });
    }
    const end = endOfCompleteDays(through);
    if (Temporal.PlainDate.compare(end, after.to) >= 0) continue;
    const first = Temporal.PlainDate.from(after.from);
    const complete = Math.max(0, first.until(end, {largestUnit: "days"}).days);
    const wanted = first.until(after.to, {largestUnit: "days"}).days;
    throw new UserError(
      "work.too-early",
      `${complete} of ${wanted} complete days lie behind: ${source} has data through ${end.subtract({days: 1}).toString()}`,
      {
        remedy:
          `It can be measured from ${after.to} on, once the data reaches through ` +
          Temporal.PlainDate.from(after.to).subtract({days: 1}).toString() +
          (complete >= 7 ? `; or now with --days ${complete - (complete % 7)}.` : "."),
        data: {source, completeDays: complete, wantedDays: wanted, from: after.to}
      }
    );
  }
}

/** The day after the last complete one: an instant in a day leaves that day incomplete. */
function endOfCompleteDays(through: string): Temporal.PlainDate {
  const day = dayOf(Temporal.Instant.from(through));
  return Temporal.Instant.compare(startOfDay(day), through) <= 0 ? day : day.subtract({days: 1});
}
