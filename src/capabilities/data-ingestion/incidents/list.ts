import {divide} from "../../../money/amount.ts";
import {type Context, type Input, operation, type Output} from "../../../operation.ts";
import {hasStore} from "../../../practice/check/present-data.ts";
import {seesAmounts} from "../../../records/amount-access.ts";
import {incidentKeys} from "../../../records/incidents/incident.ts";
import {numberText} from "../../../records/number.ts";
import {storeOf} from "../../../store/open.ts";
import {median, oneDecimal} from "../health/delivery.ts";
import {thresholdsOf} from "../health/thresholds.ts";
import {type Incident, incidentsList as listContract} from "../incident-contract.ts";
import {plain} from "../tie/explain.ts";
import {type Check, checks} from "../words.ts";
import {clockOf, keptOf} from "./clock.ts";
import {type IncidentRow, incidentRows} from "./rows.ts";

export const incidentsListOperation = operation(listContract, incidentsList);

type List = Output<typeof listContract>;

export async function incidentsList(input: Input<typeof listContract>, context: Context): Promise<List> {
  const all = await incidents(context);
  const own = all.filter(({source}) => input.source === undefined || source === input.source);
  const isLate = ({looked, fixed}: Incident): boolean =>
    [looked.clock, fixed.clock].some((clock) => clock === "overdue" || clock === "missed");
  const rows = own.filter(
    (each) => (input.state === "all" || each.open === (input.state === "open")) && (!input.overdue || isLate(each))
  );
  const decided = own.map(keptOf).filter((kept) => kept !== null);
  const met = decided.filter(Boolean).length;
  return {
    rows,
    counts: {
      open: own.filter(({open}) => open).length,
      closed: own.filter(({open}) => !open).length,
      overdue: own.filter((each) => each.open && isLate(each)).length
    },
    kept: {
      share: decided.length === 0 ? null : plain(divide(String(met), String(decided.length), 6)),
      met,
      decided: decided.length
    },
    median: {
      lookHours: median(own.flatMap(({openedAt, looked}) => hours(openedAt, looked.at))),
      fixHours: median(own.flatMap(({openedAt, fixed}) => hours(openedAt, fixed.at)))
    },
    notes: rows.length === 0 ? ["There is no such incident. Look for some with: ashlar incidents scan"] : []
  };
}

/** Every incident with its clock as it stands, the newest first. */
export async function incidents(context: Context): Promise<readonly Incident[]> {
  if (!hasStore(context)) return [];
  const {db} = await context.use(storeOf);
  const thresholds = thresholdsOf(context.settings);
  const deadlines = {
    look: thresholds.number("look-days"),
    fix: thresholds.number("fix-days"),
    holidays: context.settings.calendar.holidays
  };
  const now = context.effects.now();
  const rows = await incidentRows(db);
  return rows.map((each) => incidentOf(each, clockOf(each, deadlines, now), seesAmounts(context.caller)));
}

function incidentOf({row}: IncidentRow, clock: ReturnType<typeof clockOf>, isPlain: boolean): Incident {
  const [check, source] = row.key?.startsWith(incidentKeys) === true ? row.key.split(":").slice(1, 3) : [];
  const {money, ...times} = clock;
  return {
    work: numberText("work", row.number),
    key: row.key ?? "",
    check: checks.find((each): each is Check => each === check) ?? null,
    source: source ?? null,
    title: row.title,
    stage: row.stage,
    owner: row.owner,
    ...times,
    money: isPlain ? money : [],
    closedReason: row.closed_reason
  };
}

function hours(from: string, to: string | null): readonly number[] {
  return to === null ? [] : [oneDecimal(Temporal.Instant.from(from).until(to).total("hours"))];
}
