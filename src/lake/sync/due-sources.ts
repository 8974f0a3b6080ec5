import type {Context} from "../../operation.ts";
import {lakeOf} from "../open.ts";
import {nextDue} from "./due.ts";
import {isLocated, placeOf} from "./open-store.ts";
import {type SyncState, syncStates} from "./state.ts";

export interface DueSource {
  readonly source: string;
  /** The instant (ISO text) from which on it is to be looked at; one that has passed is due. */
  readonly at: string;
}

/** The sources that are fetched by a schedule, with a location and a cadence, in the order in which they are due. */
export async function dueSources(context: Context): Promise<readonly DueSource[]> {
  const scheduled = context.settings.sources.filter(isLocated).filter(({cadence}) => cadence !== undefined);
  if (scheduled.length === 0) return [];
  const {store, organisation} = await context.use(lakeOf);
  const states = await syncStates(store.db, organisation);
  const now = context.effects.now().toString();
  return scheduled
    .map((source) => {
      const state = states.get(source.id);
      const isNew = state === undefined || state.location !== placeOf(source);
      return {source: source.id, at: isNew ? now : (dueAt(state, source.cadence) ?? now)};
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** A source may have got a shorter cadence since it was last looked at. */
function dueAt({nextDue: stored, triedAt, failures}: SyncState, cadence: Parameters<typeof nextDue>[0]): string | null {
  const latest = nextDue(cadence, Temporal.Instant.from(triedAt), failures, 1);
  if (stored === null || latest === null) return stored ?? latest;
  return Temporal.Instant.compare(stored, latest) < 0 ? stored : latest;
}
