import {type AskContext, askCost} from "../../cost/ask.ts";
import {costQuestion} from "../../cost/question.ts";
import {UserError} from "../../errors.ts";
import {isZero} from "../../money/amount.ts";
import type {Days} from "./measured-sources.ts";

/**
 * A caveat where some charges last longer than a day, since each counts on the day it begins. Throws `work.unmeasured`
 * where all of them do: days cannot be compared then.
 */
export async function longCharges(
  filter: string,
  source: readonly string[],
  {from, to}: Days,
  context: AskContext
): Promise<readonly string[]> {
  const by = ["ChargePeriodStart", "ChargePeriodEnd"];
  const question = {metric: ["effective"], by, filter, source: [...source], from, to};
  const {rows} = await askCost(costQuestion.parse(question), context);
  const spans = rows.filter(({effective}) => typeof effective !== "string" || !isZero(effective));
  const long = spans.filter((row) => hoursOf(row["ChargePeriodStart"], row["ChargePeriodEnd"]) > 24);
  if (long.length === 0) return [];
  if (long.length < spans.length) {
    return [
      "Some of its charges last longer than a day and count on the day they begin, such as fees for a month: that one " +
        "falls before or after the day it was done is in the effect, too."
    ];
  }
  throw new UserError("work.unmeasured", "Its charges all last longer than a day, so that days cannot be compared", {
    remedy: "Compare whole months instead: ashlar cost with --granularity month and its filter."
  });
}

/** Hours of a charge; none where it does not say when it ends. */
function hoursOf(start: unknown, end: unknown): number {
  if (typeof start !== "string" || typeof end !== "string") return 0;
  return instantOf(start).until(instantOf(end), {largestUnit: "hours"}).hours;
}

/** Answers give instants with or without their zone, which is always UTC. */
function instantOf(text: string): Temporal.Instant {
  const iso = text.replace(" ", "T");
  return Temporal.Instant.from(/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : /T/.test(iso) ? `${iso}Z` : `${iso}T00:00:00Z`);
}
