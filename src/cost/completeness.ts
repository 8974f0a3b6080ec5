import {z} from "zod";
import {dataThrough, type Snapshot} from "../lake/snapshot.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";

/** How far the data of an answer reaches, against the time asked about. */
export const completenessSchema = z.object({
  asked: z.object({
    from: z.string().nullable().describe("first day, in UTC; null for all data"),
    to: z.string().nullable().describe("the day after the last")
  }),
  dataFrom: z.string().nullable().describe("when the first charge of the data begins"),
  dataTo: z.string().nullable().describe("through when there is data of any source"),
  complete: z.boolean().describe("whether every source that has data here has it for the whole time"),
  sources: z.array(
    z.object({
      source: z.string(),
      dataThrough: z.string().nullable().describe("when the newest usage ends"),
      periods: z.array(z.string()).describe("billing periods that were read")
    })
  ),
  notes: z.array(z.string())
});
export type Completeness = z.output<typeof completenessSchema>;

/**
 * What the manifests say of the days asked about: those of the snapshots read for them and, compared, of those read
 * for the earlier days.
 */
export function completenessOf(
  question: CanonicalQuestion,
  snapshots: readonly Snapshot[],
  earlier: readonly Snapshot[]
): Completeness {
  const {from, to} = question;
  const bySource = [...Map.groupBy(snapshots, ({manifest}) => manifest.source)].toSorted(([a], [b]) =>
    a < b ? -1 : 1
  );
  const sources = bySource.map(([source, own]) => ({
    source,
    dataThrough: latest(own.flatMap(({manifest}) => dataThrough(manifest) ?? [])),
    periods: [...new Set(own.map(({manifest}) => manifest.billingPeriod))].toSorted()
  }));
  const dataFrom = earliest(snapshots.flatMap(({manifest}) => manifest.chargeFrom ?? []));
  const dataTo = latest(sources.flatMap(({dataThrough}) => dataThrough ?? []));
  const notes = [
    ...(snapshots.length === 0
      ? ["There is no data of this time."]
      : absentNotes(
          question.source,
          bySource.map(([source]) => source)
        )),
    ...startNotes(from, dataFrom),
    ...sources.flatMap(({source, dataThrough, periods}) => [
      ...endNotes(source, dataThrough, to, question.axis),
      ...gapNotes(source, periods, question)
    ]),
    ...(question.compare === null ? [] : comparisonNotes(question.compare.from, earlier))
  ];
  return {asked: {from, to}, dataFrom, dataTo, complete: notes.length === 0, sources, notes};
}

function absentNotes(asked: readonly string[], found: readonly string[]): readonly string[] {
  const absent = asked.filter((source) => !found.includes(source));
  return absent.length === 0 ? [] : [`There is no data of source ${absent.join(", ")} in this time.`];
}

function startNotes(from: string | null, dataFrom: string | null): readonly string[] {
  if (from === null || dataFrom === null || !isBefore(`${from}T00:00:00Z`, dataFrom)) return [];
  return [`The data begins on ${dataFrom.slice(0, 10)}; there is none from ${from} until then.`];
}

function comparisonNotes(from: string, snapshots: readonly Snapshot[]): readonly string[] {
  if (snapshots.length === 0) return ["There is no data of the earlier time that this is compared with."];
  const dataFrom = earliest(snapshots.flatMap(({manifest}) => manifest.chargeFrom ?? []));
  if (dataFrom === null || !isBefore(`${from}T00:00:00Z`, dataFrom)) return [];
  return [`The data of the earlier time begins on ${dataFrom.slice(0, 10)}, not on ${from}.`];
}

function endNotes(source: string, dataThrough: string | null, to: string | null, axis: string): readonly string[] {
  if (to === null || dataThrough === null || axis === "billing") return [];
  if (!isBefore(dataThrough, `${to}T00:00:00Z`)) return [];
  return [`${source} has data through ${plainInstant(dataThrough)}; later days are incomplete.`];
}

/** Months without a delivery between those that have one, as far as they lie in the time asked about. */
function gapNotes(source: string, periods: readonly string[], {from, to}: CanonicalQuestion): readonly string[] {
  const months = periods.filter((period) => period !== "all");
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const known = new Set(months);
  const missing: string[] = [];
  for (let month = Temporal.PlainYearMonth.from(first); month.toString() < last; month = month.add({months: 1})) {
    const begin = month.toPlainDate({day: 1}).toString();
    const end = month.add({months: 1}).toPlainDate({day: 1}).toString();
    const isAsked = (from === null || from < end) && (to === null || begin < to);
    if (isAsked && !known.has(month.toString())) missing.push(month.toString());
  }
  return missing.length === 0 ? [] : [`${source} has no data of ${missing.join(", ")}.`];
}

function plainInstant(text: string): string {
  const instant = Temporal.Instant.from(text).toString({smallestUnit: "minute"});
  return instant.endsWith("T00:00Z") ? instant.slice(0, 10) : instant.replace("T", " ");
}

function isBefore(a: string, b: string): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

function earliest(instants: readonly string[]): string | null {
  return instants.toSorted(Temporal.Instant.compare)[0] ?? null;
}

function latest(instants: readonly string[]): string | null {
  return instants.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}
