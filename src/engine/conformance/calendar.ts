import fc from "fast-check";
import {expect} from "vitest";
import type {Granularity} from "../dialect.ts";
import {raw, sql} from "../query.ts";
import type {Asked, Case} from "./case.ts";
import {instant, table, whole} from "./case.ts";

const granularities: readonly Granularity[] = ["hour", "day", "week", "month", "quarter", "year"];

/** Instants at the edges of months, quarters and years, of leap years and of ISO weeks, each with the starts of its intervals. */
const edges: readonly (readonly [string, Readonly<Record<Granularity, string>>])[] = [
  edge(
    "2026-12-31T23:59:59.999999",
    "2026-12-31T23",
    "2026-12-31",
    "2026-12-28",
    "2026-12-01",
    "2026-10-01",
    "2026-01-01"
  ),
  edge("2027-01-01T00:00:00", "2027-01-01T00", "2027-01-01", "2026-12-28", "2027-01-01", "2027-01-01", "2027-01-01"),
  edge("2024-12-30T00:00:00", "2024-12-30T00", "2024-12-30", "2024-12-30", "2024-12-01", "2024-10-01", "2024-01-01"),
  edge("2024-12-29T23:00:00", "2024-12-29T23", "2024-12-29", "2024-12-23", "2024-12-01", "2024-10-01", "2024-01-01"),
  edge("2024-02-29T12:30:00", "2024-02-29T12", "2024-02-29", "2024-02-26", "2024-02-01", "2024-01-01", "2024-01-01"),
  edge("2023-02-28T23:59:59", "2023-02-28T23", "2023-02-28", "2023-02-27", "2023-02-01", "2023-01-01", "2023-01-01"),
  edge("2000-02-29T00:00:00", "2000-02-29T00", "2000-02-29", "2000-02-28", "2000-02-01", "2000-01-01", "2000-01-01"),
  edge("1900-03-01T00:00:00", "1900-03-01T00", "1900-03-01", "1900-02-26", "1900-03-01", "1900-01-01", "1900-01-01"),
  edge("2026-03-31T23:59:59", "2026-03-31T23", "2026-03-31", "2026-03-30", "2026-03-01", "2026-01-01", "2026-01-01"),
  edge("2026-04-01T00:00:00", "2026-04-01T00", "2026-04-01", "2026-03-30", "2026-04-01", "2026-04-01", "2026-01-01"),
  edge(
    "1969-12-31T23:59:59.999999",
    "1969-12-31T23",
    "1969-12-31",
    "1969-12-29",
    "1969-12-01",
    "1969-10-01",
    "1969-01-01"
  )
];

function edge(
  at: string,
  hour: string,
  ...days: readonly [string, string, string, string, string]
): (typeof edges)[number] {
  const [day, week, month, quarter, year] = days.map((start) => `${start}T00:00:00Z`) as [
    string,
    string,
    string,
    string,
    string
  ];
  return [at, {hour: `${hour}:00:00Z`, day, week, month, quarter, year}];
}

export const calendar: readonly Case[] = [
  {
    title: "gives instants as ISO text to the microsecond, before 1970 too",
    run: async ({rows}) => {
      const values: readonly (readonly [string, string])[] = [
        ["2026-10-01 00:00:00", "2026-10-01T00:00:00Z"],
        ["2026-10-01 13:05:09.000001", "2026-10-01T13:05:09.000001Z"],
        ["2026-10-01 13:05:09.5", "2026-10-01T13:05:09.5Z"],
        ["1970-01-01 00:00:00", "1970-01-01T00:00:00Z"],
        ["1969-12-31 23:59:59.999999", "1969-12-31T23:59:59.999999Z"],
        ["1969-07-20 20:17:40.25", "1969-07-20T20:17:40.25Z"],
        ["1583-01-01 00:00:00.000001", "1583-01-01T00:00:00.000001Z"],
        ["9999-12-31 23:59:59.999999", "9999-12-31T23:59:59.999999Z"]
      ];
      const answer = await rows(
        (d) =>
          sql`select t from ${table(
            d,
            "v",
            {t: instant},
            values.map(([at]) => [at])
          )} order by t`
      );
      expect(answer.map((row) => row["t"])).toEqual(values.map(([, iso]) => iso).sort());
    }
  },
  {
    title: "gives days as ISO text",
    run: async ({rows}) => {
      const answer = await rows(
        () => sql`select cast(${"2024-02-29"} as date) as a, cast(${"1969-12-31"} as date) as b`
      );
      expect(answer).toEqual([{a: "2024-02-29", b: "1969-12-31"}]);
    }
  },
  {
    title: "compares instants exactly",
    run: async ({rows}) => {
      const values = [
        ["2026-09-30 23:59:59.999999"],
        ["2026-10-01 00:00:00"],
        ["2026-10-31 23:59:59.999999"],
        ["2026-11-01 00:00:00"],
        [null]
      ];
      const answer = await rows(
        (d) =>
          sql`select n from ${table(d, "v", {t: instant}, values)} where t >= cast(${"2026-10-01 00:00:00"} as ${d.types.instant}) and t < cast(${"2026-11-01 00:00:00"} as ${d.types.instant}) order by n`
      );
      expect(answer.map((row) => row["n"])).toEqual(["1", "2"]);
    }
  },
  ...granularities.map((granularity): Case => ({
    title: `puts instants into intervals of a ${granularity}`,
    run: async (asked) => {
      const starts = await buckets(asked, granularity, [...edges.map(([at]) => at), null]);
      expect(starts).toEqual([...edges.map(([, start]) => start[granularity]), null]);
    }
  })),
  {
    title: "puts any instant where the calendar puts it",
    run: async (asked) => {
      const first = Temporal.Instant.from("1900-01-01T00:00:00Z").epochMilliseconds;
      const last = Temporal.Instant.from("2200-01-01T00:00:00Z").epochMilliseconds;
      const at = fc
        .integer({min: first, max: last - 1})
        .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("UTC"));
      const input = fc.record({
        granularity: fc.constantFrom(...granularities),
        at: fc.array(at, {minLength: 40, maxLength: 40})
      });
      await fc.assert(
        fc.asyncProperty(input, async ({granularity, at}) => {
          const starts = await buckets(
            asked,
            granularity,
            at.map((one) => one.toPlainDateTime().toString())
          );
          expect(starts).toEqual(at.map((one) => startOf(granularity, one).toInstant().toString()));
        }),
        {numRuns: 20}
      );
    }
  },
  {
    title: "adds months, keeping the day or taking the last of the month",
    run: async (asked) => {
      const cases: readonly (readonly [string | null, bigint | null, string | null])[] = [
        ["2026-01-31T00:00:00", 1n, "2026-02-28T00:00:00Z"],
        ["2024-01-31T00:00:00", 1n, "2024-02-29T00:00:00Z"],
        ["2024-02-29T12:00:00.5", 12n, "2025-02-28T12:00:00.5Z"],
        ["2026-03-31T00:00:00", -1n, "2026-02-28T00:00:00Z"],
        ["2026-05-31T23:59:59", -3n, "2026-02-28T23:59:59Z"],
        ["2026-02-28T00:00:00", 1n, "2026-03-28T00:00:00Z"],
        ["2026-12-01T00:00:00", 1n, "2027-01-01T00:00:00Z"],
        ["2026-01-01T00:00:00", -1n, "2025-12-01T00:00:00Z"],
        ["2026-01-01T00:00:00", 0n, "2026-01-01T00:00:00Z"],
        [null, 1n, null],
        ["2026-01-01T00:00:00", null, null]
      ];
      expect(await added(asked, "addMonths", cases)).toEqual(cases.map(([, , to]) => to));
    }
  },
  {
    title: "adds days over the ends of months and years",
    run: async (asked) => {
      const cases: readonly (readonly [string | null, bigint | null, string | null])[] = [
        ["2024-02-28T06:00:00", 1n, "2024-02-29T06:00:00Z"],
        ["2023-02-28T06:00:00", 1n, "2023-03-01T06:00:00Z"],
        ["2026-12-31T00:00:00", 1n, "2027-01-01T00:00:00Z"],
        ["2026-01-01T00:00:00", -366n, "2024-12-31T00:00:00Z"],
        ["1970-01-01T00:00:00.000001", -1n, "1969-12-31T00:00:00.000001Z"],
        [null, 1n, null]
      ];
      expect(await added(asked, "addDays", cases)).toEqual(cases.map(([, , to]) => to));
    }
  },
  {
    title: "adds any number of months and days as the calendar does",
    run: async (asked) => {
      const day = fc
        .integer({min: -20_000, max: 60_000})
        .map((days) => Temporal.PlainDateTime.from("1970-01-01T00:00:00").add({days}));
      const pair = fc.tuple(day, fc.integer({min: -1200, max: 1200}));
      const input = fc.array(pair, {minLength: 40, maxLength: 40});
      await fc.assert(
        fc.asyncProperty(input, fc.constantFrom("addMonths", "addDays"), async (pairs, hook) => {
          const answer = await added(
            asked,
            hook,
            pairs.map(([at, by]) => [at.toString(), BigInt(by)])
          );
          expect(answer).toEqual(
            pairs.map(([at, by]) => `${at.add(hook === "addDays" ? {days: by} : {months: by}).toString()}Z`)
          );
        }),
        {numRuns: 20}
      );
    }
  },
  {
    title: "groups by interval",
    run: async ({rows}) => {
      const values = [
        ["2026-01-31 23:00:00"],
        ["2026-02-01 00:00:00"],
        ["2026-02-28 23:59:59.999999"],
        ["2026-03-01 00:00:00"]
      ];
      const answer = await rows(
        (d) =>
          sql`select ${d.bucket("month", raw("v.t"))} as period, count(*) as n from ${table(d, "v", {t: instant}, values)} group by 1 order by 1`
      );
      expect(answer).toEqual([
        {period: "2026-01-01T00:00:00Z", n: "1"},
        {period: "2026-02-01T00:00:00Z", n: "2"},
        {period: "2026-03-01T00:00:00Z", n: "1"}
      ]);
    }
  }
];

async function buckets(
  {rows}: Asked,
  granularity: Granularity,
  at: readonly (string | null)[]
): Promise<readonly unknown[]> {
  const values = at.map((one) => [sqlInstant(one)]);
  const answer = await rows(
    (d) => sql`select ${d.bucket(granularity, raw("v.t"))} as b from ${table(d, "v", {t: instant}, values)} order by n`
  );
  return answer.map((row) => row["b"]);
}

async function added(
  {rows}: Asked,
  hook: "addMonths" | "addDays",
  cases: readonly (readonly [at: string | null, by: bigint | null, ...unknown[]])[]
): Promise<readonly unknown[]> {
  const values = cases.map(([at, by]) => [sqlInstant(at), by]);
  const answer = await rows(
    (d) =>
      sql`select ${d[hook](raw("v.t"), raw("v.i"))} as t from ${table(d, "v", {t: instant, i: whole}, values)} order by n`
  );
  return answer.map((row) => row["t"]);
}

/** An instant as both engines cast it from text. */
function sqlInstant(iso: string | null): string | null {
  return iso === null ? null : iso.replace("T", " ");
}

function startOf(granularity: Granularity, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const day = at.startOfDay();
  switch (granularity) {
    case "hour":
      return at.round({smallestUnit: "hour", roundingMode: "floor"});
    case "day":
      return day;
    case "week":
      return day.subtract({days: day.dayOfWeek - 1});
    case "month":
      return day.with({day: 1});
    case "quarter":
      return day.with({day: 1, month: day.month - ((day.month - 1) % 3)});
    case "year":
      return day.with({day: 1, month: 1});
  }
}
