import {organisationText} from "./practice-organisation.data.ts";
import {scopesText} from "./practice-scopes.data.ts";
import {settingsText} from "./practice-settings.data.ts";

/** The days that the demo's practice file speaks of, relative to the day it is written. */
export interface PracticeDays {
  /** The day on which a team changed its unit. */
  readonly moved: string;
  /** The day on which somebody left. */
  readonly left: string;
  /** The day on which the scopes were drawn up, and that of their last review. */
  readonly begun: string;
  readonly reviewed: string;
}

/** The text of the demo's `ashlar.yaml`, as somebody would have written it until `today`. */
export function practiceText(today: Temporal.PlainDate): string {
  const month = today.with({day: 1});
  const days: PracticeDays = {
    moved: month.subtract({months: 7}).toString(),
    left: month.subtract({months: 2}).toString(),
    begun: month.subtract({months: 9}).toString(),
    reviewed: month.subtract({months: 1}).add({days: 7}).toString()
  };
  return `${settingsText}\n${organisationText(days)}\n${scopesText(days)}`;
}
