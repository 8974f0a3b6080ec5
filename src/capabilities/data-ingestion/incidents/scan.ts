import type {Transaction} from "kysely";
import {canonicalFilter} from "../../../cost/filter/canonical.ts";
import {parseFilter} from "../../../cost/filter/parse.ts";
import {filterText} from "../../../cost/filter/text.ts";
import {nowText} from "../../../effects.ts";
import {type Context, type Input, operation, type Output} from "../../../operation.ts";
import {
  closeIncident,
  incidentKeys,
  openIncident,
  reopenIncident,
  seeIncident,
  type SeenFields,
  type Sighting
} from "../../../records/incidents/incident.ts";
import {requireAllCharges} from "../../../records/invoices/list.ts";
import {numberText} from "../../../records/number.ts";
import {stageOf} from "../../../records/work/item.ts";
import {isOpen} from "../../../records/work/way.ts";
import {storeOf} from "../../../store/open.ts";
import {localOrganisation} from "../../../store/organisation.ts";
import type {Tables} from "../../../store/tables.ts";
import {businessDayAfter} from "../../../time/business-day.ts";
import {dayOf} from "../../../time/interval.ts";
import type {Finding} from "../contract.ts";
import {healthOf} from "../health/health.ts";
import {incidentsScan as scanContract} from "../incident-contract.ts";
import {sourceOwners} from "./owner.ts";
import {type IncidentRow, incidentRows} from "./rows.ts";

export const incidentsScanOperation = operation(scanContract, incidentsScan);

type Scan = Output<typeof scanContract>;
type Outcome = Scan["rows"][number];

/** Throws `caller.refused` for somebody who may see only some charges: what such a caller does not see is not gone. */
export async function incidentsScan({source, dryRun}: Input<typeof scanContract>, context: Context): Promise<Scan> {
  requireAllCharges(context.caller);
  const {rows: health, facts} = await healthOf(context);
  const findings = health
    .flatMap((row) => row.findings)
    .filter((each) => source === undefined || each.source === source);
  const ownerOf = await sourceOwners(context);
  const due = businessDayAfter(
    dayOf(context.effects.now()),
    facts.thresholds.number("fix-days"),
    context.settings.calendar.holidays
  ).toString();
  const store = await context.use(storeOf);
  const rows = await store.transaction(async (tx) => {
    const known = (await incidentRows(tx)).filter(({row}) => row.key?.startsWith(incidentKeys));
    const byKey = new Map(known.map((each) => [each.row.key, each]));
    const outcomes: Outcome[] = [];
    for (const found of findings) {
      const sighting = sightingOf(found, ownerOf(found.source), due);
      outcomes.push(await seen(tx, found, sighting, byKey.get(found.key) ?? null, dryRun, context));
    }
    const there = new Set(findings.map(({key}) => key));
    for (const each of known) {
      if (there.has(each.row.key ?? "") || (source !== undefined && sourceOfKey(each.row.key) !== source)) continue;
      outcomes.push(...(await gone(tx, each, dryRun, context)));
    }
    return outcomes;
  });
  const count = (outcome: Outcome["outcome"]): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    dryRun,
    rows,
    counts: {
      opened: count("opened"),
      reopened: count("reopened"),
      open: count("still open"),
      aside: count("set aside"),
      closed: count("closed")
    },
    notes: rows.length === 0 ? ["Nothing is wrong with the data, as far as it can be told."] : []
  };
}

/** `data-quality:late:aws` is of the source aws. */
export function sourceOfKey(key: string | null): string | null {
  return key?.split(":")[2] ?? null;
}

function sightingOf({key, source, text, money, filter}: Finding, owner: string | null, due: string): Sighting {
  const title = `${source}: ${text}`.replaceAll(/\p{Cc}+/gu, " ");
  return {
    key,
    title: title.length > 200 ? `${title.slice(0, 199)}…` : title,
    note: text,
    filter: filter === null ? null : filterText(canonicalFilter(parseFilter(filter))),
    owner,
    due,
    money
  };
}

async function seen(
  tx: Transaction<Tables>,
  {key, check, source, level, money}: Finding,
  sighting: Sighting,
  known: IncidentRow | null,
  dryRun: boolean,
  context: Context
): Promise<Outcome> {
  const shared = {key, check, source, level, title: sighting.title, money: [...money]};
  if (known === null) {
    const row = dryRun ? null : await openIncident(tx, sighting, context);
    return {...shared, work: row === null ? null : numberText("work", row.number), outcome: "opened"};
  }
  const {row, traces} = known;
  const work = numberText("work", row.number);
  const reason = await reasonToReopen(tx, known, context);
  if (reason !== null) {
    if (!dryRun) await reopenIncident(tx, row, sighting, reason, context);
    return {...shared, work, outcome: "reopened"};
  }
  if (!isOpen(stageOf(row))) return {...shared, work, outcome: "set aside"};
  if (!dryRun) await seeIncident(tx, row, sighting, lastSeen(traces), context);
  return {...shared, work, outcome: "still open"};
}

/** Why a known incident is opened again, in words; null where it is open, or set aside by somebody. */
async function reasonToReopen(tx: Transaction<Tables>, {row}: IncidentRow, {effects}: Context): Promise<string | null> {
  const stage = stageOf(row);
  if (stage === "verified") return "It is back";
  if (isOpen(stage)) return row.done_on === null ? null : "It was said to be done, and is still there";
  if (stage === "dismissed") return null;
  const lasting = await tx
    .selectFrom("exception")
    .select("id")
    .where("organisation", "=", localOrganisation)
    .where("subject_kind", "=", "work")
    .where("subject", "=", row.id)
    .where("ended_on", "is", null)
    .where("expires", ">=", dayOf(effects.now()).toString())
    .executeTakeFirst();
  return lasting === undefined ? "Its exception is over, and it is still there" : null;
}

async function gone(
  tx: Transaction<Tables>,
  {row}: IncidentRow,
  dryRun: boolean,
  context: Context
): Promise<readonly Outcome[]> {
  if (!isOpen(stageOf(row))) return [];
  const key = row.key ?? "";
  const [, check = "", source = ""] = key.split(":");
  if (!dryRun) {
    const evidence = `On ${nowText(context.effects)} ashlar sources health found it no longer: ${row.title}`;
    await closeIncident(tx, row, {reason: "The check that found it finds it no longer", evidence}, context);
  }
  const work = numberText("work", row.number);
  return [{work, key, check, source, level: null, title: row.title, outcome: "closed", money: []}];
}

function lastSeen(traces: IncidentRow["traces"]): SeenFields | null {
  const last = traces.findLast(({after}) => "seen" in after || "money" in after);
  if (last === undefined) return null;
  const all = Object.assign({}, ...traces.map(({after}) => after)) as Partial<SeenFields>;
  return {money: all.money ?? [], seen: all.seen ?? ""};
}
