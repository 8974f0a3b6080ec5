import type {HistoryLine} from "../../../records/field.ts";
import type {Db} from "../../../records/history.ts";
import {incidentKind, incidentKeys, scanEvidence} from "../../../records/incidents/incident.ts";
import {type WorkRow, workRows} from "../../../records/work/item.ts";
import {localOrganisation} from "../../../store/organisation.ts";

/** What happened to an incident, by whom; the oldest first. */
export interface Trace {
  readonly at: string;
  readonly by: string;
  /** A step of its history, `comment` or `evidence`. */
  readonly kind: string;
  readonly reason: string | null;
  readonly after: HistoryLine["after"];
}

export interface IncidentRow {
  readonly row: WorkRow;
  readonly traces: readonly Trace[];
}

/** Incidents that a scan opened, and work of data quality that people opened; the newest first. */
export async function incidentRows(db: Db): Promise<readonly IncidentRow[]> {
  const rows = (await workRows(db)).filter(({kind, key}) => kind === incidentKind || key?.startsWith(incidentKeys));
  const wanted = new Set(rows.map(({id}) => id));
  const lines = await db
    .selectFrom("record_event")
    .innerJoin("work_item", "work_item.id", "record_event.record")
    .select([
      "record_event.record",
      "record_event.at",
      "record_event.caller",
      "record_event.kind",
      "record_event.detail"
    ])
    .where("record_event.organisation", "=", localOrganisation)
    .where("work_item.kind", "=", incidentKind)
    .orderBy("record_event.record")
    .orderBy("record_event.seq")
    .execute();
  const comments = await db
    .selectFrom("work_comment")
    .select(["work", "at", "caller"])
    .where("organisation", "=", localOrganisation)
    .execute();
  // What a scan closes with is no sign that somebody looked.
  const evidence = await db
    .selectFrom("work_evidence")
    .select(["work", "at", "caller"])
    .where("organisation", "=", localOrganisation)
    .where("title", "<>", scanEvidence)
    .execute();
  const traces = Map.groupBy(
    [
      ...lines.map(({record, at, caller, kind, detail}) => {
        const {after, reason} = JSON.parse(detail) as {after: HistoryLine["after"]; reason: string | null};
        return {record, trace: {at, by: caller, kind, after, reason}};
      }),
      ...[
        ...comments.map((each) => ({...each, kind: "comment"})),
        ...evidence.map((each) => ({...each, kind: "evidence"}))
      ]
        .filter(({work}) => wanted.has(work))
        .map(({work, at, caller, kind}) => ({record: work, trace: {at, by: caller, kind, after: {}, reason: null}}))
    ],
    ({record}) => record
  );
  return rows.map((row) => ({
    row,
    traces: (traces.get(row.id) ?? [])
      .map(({trace}) => trace)
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }));
}
