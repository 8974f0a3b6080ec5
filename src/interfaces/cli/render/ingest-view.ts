import {isZero} from "../../../money/amount.ts";
import {amountText, countText} from "../../render/amount-text.ts";
import {cellText, isFields, isRows} from "../../render/cells.ts";
import type {Fields} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import {tableText} from "./table.ts";
import type {Column, Style, TableRow} from "./table.ts";
import {wrapped} from "./text-width.ts";

const metrics = ["billed", "effective", "contracted", "list"] as const;

/** What an ingest did: a row for each billing period, its money, what was quarantined, and how long it took. */
export function ingestTable(output: unknown, style: Style): string {
  const {rows, notes, stages, dryRun} = isFields(output) ? output : {};
  const periods = isRows(rows) ? rows : [];
  const parts = [
    dryRun === true ? `${style.colors.bold("Dry run: nothing was changed.")}\n` : "",
    periods.length === 0 ? "No billing period came in.\n" : periodTable(periods, style),
    moneyTable(periods, style),
    quarantineTable(periods, style),
    remarks(periods, style) + notesText(notes, style),
    stagesText(stages, style)
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Columns whose value is the same everywhere say it once, above the table. */
function periodTable(periods: readonly Fields[], style: Style): string {
  const places = ["source", "dataset", "partition", "focusVersion", "flavour"];
  const varying = places.filter((name) => new Set(periods.map((row) => row[name])).size > 1);
  const fixed = places.filter(
    (name) => !varying.includes(name) && !(name === "partition" && periods[0]?.[name] === "all")
  );
  const title = fixed.map((name) => (name === "focusVersion" ? "FOCUS " : "") + cellText(periods[0]?.[name], "text"));
  const columns: Column[] = [
    {title: "period", align: "left"},
    ...varying.map((name) => ({title: name === "focusVersion" ? "FOCUS" : name, align: "left" as const})),
    {title: "status", align: "left"},
    {title: "rows", align: "right"},
    {title: "change", align: "right"},
    {title: "replaced", align: "right"},
    {title: "quarantined", align: "right"}
  ];
  const lines: TableRow[] = periods.map((row) => ({
    cells: [
      cellText(row["billingPeriod"], "text"),
      ...varying.map((name) => cellText(row[name], "text")),
      cellText(row["status"], "text"),
      cellText(row["rows"], "count"),
      signedCount(row["rowsChange"]),
      countOrNone(Array.isArray(row["superseded"]) ? row["superseded"].length : 0),
      countOrNone(row["quarantined"])
    ]
  }));
  return `${style.colors.bold(wrapped(title.join(" · "), style.columns))}\n\n${tableText(columns, lines, style)}`;
}

function moneyTable(periods: readonly Fields[], style: Style): string {
  const lines: TableRow[] = periods.flatMap((row) =>
    (isRows(row["money"]) ? row["money"] : []).map((money) => ({
      cells: [
        cellText(row["billingPeriod"], "text"),
        cellText(money["currency"], "text"),
        ...metrics.map((name) => cellText(money[name], "amount") || "–"),
        signedAmount(money["billedChange"])
      ]
    }))
  );
  if (lines.length === 0) return "";
  const columns: Column[] = [
    {title: "period", align: "left"},
    {title: "currency", align: "left"},
    ...metrics.map((title) => ({title, align: "right" as const})),
    {title: "billed change", align: "right"}
  ];
  return tableText(columns, lines, style);
}

function quarantineTable(periods: readonly Fields[], style: Style): string {
  const lines: TableRow[] = periods.flatMap((row) =>
    (isRows(row["quarantine"]) ? row["quarantine"] : []).map((fault) => ({
      cells: [
        cellText(row["billingPeriod"], "text"),
        cellText(fault["column"], "text"),
        cellText(fault["reason"], "text"),
        cellText(fault["rows"], "count"),
        (isRows(fault["billed"]) ? fault["billed"] : [])
          .map(({currency, amount}) => `${cellText(amount, "amount") || "?"} ${cellText(currency, "text")}`)
          .join(", ")
      ]
    }))
  );
  if (lines.length === 0) return "";
  const columns: Column[] = [
    {title: "quarantined", align: "left"},
    {title: "column", align: "left"},
    {title: "reason", align: "left"},
    {title: "rows", align: "right"},
    {title: "billed", align: "right"}
  ];
  return tableText(columns, lines, style);
}

/** Checks that found something, and accounts that the new delivery lacks; what holds for several periods is said once. */
function remarks(periods: readonly Fields[], style: Style): string {
  const found = periods.flatMap((row) => {
    const period = cellText(row["billingPeriod"], "text");
    const checks = isRows(row["checks"]) ? row["checks"] : [];
    const gone = Array.isArray(row["accountsGone"]) ? row["accountsGone"].map(String) : [];
    return [
      ...checks.map(({level, message}) => ({
        period,
        level: cellText(level, "text"),
        message: cellText(message, "text")
      })),
      ...(gone.length === 0 ? [] : [{period, level: "warning", message: `no longer there: ${gone.join(", ")}`}])
    ];
  });
  return [...Map.groupBy(found, ({level, message}) => JSON.stringify([level, message])).values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const periods = periodsText(same.map(({period}) => period));
      return `${wrapped(`${first.level}: ${periods}: ${first.message}`, style.columns, "  ")}\n`;
    })
    .join("");
}

/** A few periods by name, of more the first and the last. */
function periodsText(periods: readonly string[]): string {
  const distinct = [...new Set(periods)];
  return distinct.length <= 3 ? distinct.join(", ") : `${distinct[0]} … ${distinct.at(-1)} (${distinct.length})`;
}

function stagesText(stages: unknown, style: Style): string {
  if (!isRows(stages) || stages.length === 0) return "";
  const facts = stages.map(({stage, milliseconds}) => `${cellText(stage, "text")} ${durationText(milliseconds)}`);
  return `${style.colors.dim(wrapped(facts.join(" · "), style.columns))}\n`;
}

/** `40 ms`, `1.2 s`, `3 min 20 s`. */
export function durationText(milliseconds: unknown): string {
  if (typeof milliseconds !== "number") return "";
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.floor((milliseconds % 60_000) / 1000)} s`;
}

function countOrNone(value: unknown): string {
  return value === 0 ? "–" : cellText(value, "count");
}

function signedCount(value: unknown): string {
  if (typeof value !== "number") return "";
  return value > 0 ? `+${countText(value)}` : value === 0 ? "–" : countText(value);
}

function signedAmount(value: unknown): string {
  if (typeof value !== "string") return "";
  if (isZero(value)) return "–";
  return value.startsWith("-") ? amountText(value) : `+${amountText(value)}`;
}
