import {priceText} from "./amount.ts";
import {dateAt} from "./calendar.ts";
import {hoursPaid} from "./commitment.ts";
import {company, products, teams} from "./company.data.ts";
import type {Plan} from "./plan.ts";
import type {TruthEntry} from "./truth.ts";
import type {World} from "./world.ts";

export interface CommitmentTruth {
  readonly source: string;
  readonly id: string;
  readonly name: string;
  readonly category: "Spend" | "Usage";
  readonly payment: string;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  /** Money an hour, or units and the price of a unit for an hour. */
  readonly hourly: string;
  readonly units: string;
  readonly hoursOfPayment: string;
  /** Days from the end of the last complete month to the end of the term; negative where it is over. */
  readonly daysLeft: number;
}

/** `truth.json`: what is planted in the data, by which detectors and checks are judged. */
export interface TruthFile {
  readonly company: string;
  readonly seed: number;
  readonly scale: number;
  /** First day of the data, and the day after the last. */
  readonly from: string;
  readonly to: string;
  readonly lastCompleteMonth: string;
  readonly rows: number;
  readonly teams: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit: string;
    readonly costCentre: string;
  }[];
  readonly products: readonly {readonly id: string; readonly title: string}[];
  readonly events: readonly TruthEntry[];
  readonly waste: readonly TruthEntry[];
  readonly commitments: readonly CommitmentTruth[];
  readonly restatement: {readonly source: string; readonly month: string; readonly changes: readonly string[]};
}

/** The truth once all rows are made. */
export function truthFile(
  world: World,
  plans: readonly Plan[],
  facts: {readonly end: string; readonly rows: number; readonly restated: string}
): TruthFile {
  const {calendar, seed, scale, truth} = world;
  const entries = truth.entries();
  return {
    company: company.name,
    seed,
    scale,
    from: dateAt(calendar, 0),
    to: dateAt(calendar, calendar.days.length),
    lastCompleteMonth: facts.end,
    rows: facts.rows,
    teams: Object.values(teams),
    products: Object.entries(products).map(([id, title]) => ({id, title})),
    events: entries.filter((entry) => entry.nature !== "waste"),
    waste: entries.filter((entry) => entry.nature === "waste"),
    commitments: plans.flatMap((plan) =>
      [...plan.commitments, ...(plan.elsewhere ?? [])].map((one) => ({
        source: plan.source,
        id: one.id,
        name: one.name,
        category: one.category,
        payment: one.payment,
        currency: plan.currency,
        from: dateAt(calendar, one.from),
        to: dateAt(calendar, one.to),
        hourly: priceText(one.hourly),
        units: one.units.toString(),
        hoursOfPayment: hoursPaid(one).toString(),
        daysLeft: one.to - calendar.end
      }))
    ),
    restatement: {
      source: "aws",
      month: facts.restated,
      changes: [
        "The private price of Amazon CloudFront replaces the list price",
        "Rows of Amazon Athena of the last days of the month that were missing are there",
        "A service level credit is added",
        "The support fee follows the changed charges"
      ]
    }
  };
}
