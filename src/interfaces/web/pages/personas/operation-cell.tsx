import {Link} from "@tanstack/react-router";
import {count} from "../../format/amount.ts";
import {dayText} from "../../format/period.ts";
import {PathLink} from "../practice/path-link.tsx";
import {ValueText} from "../work/value-text.tsx";

type Row = Readonly<Record<string, unknown>>;

/** The part of a row that a key names, whose dots lead inwards: `could.count`. */
export function valueAt(row: Row, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (value, part) => (typeof value === "object" && value !== null ? (value as Row)[part] : undefined),
      row
    );
}

/** Whether a column has counts. */
export function isNumeric(key: string, rows: readonly Row[]): boolean {
  const values = rows.map((row) => valueAt(row, key)).filter((value) => value !== null && value !== undefined);
  return values.length > 0 && values.every((value) => typeof value === "number");
}

export interface OperationCellProps {
  readonly operation: string;
  readonly name: string;
  readonly value: unknown;
  readonly row: Row;
  readonly nameOf: (person: string) => string;
}

const severities: Readonly<Record<string, string>> = {error: "tag tag-bad", warning: "tag tag-warn", hint: "tag"};
const states: Readonly<Record<string, string>> = {expired: "tag tag-warn", active: "tag tag-good"};

/** A value of a record as people read it: people by name, days as days, records as links. */
export function OperationCell({operation, name, value, row, nameOf}: OperationCellProps) {
  if (value === null || value === undefined || value === "") return <span className="quiet">—</span>;
  if (typeof value === "number") return <>{count(value)}</>;
  if (typeof value === "object") return isValue(value) ? <ValueText value={value} /> : <>{JSON.stringify(value)}</>;
  const text = String(value);
  const link = linkOf(operation, name, row);
  const said = sayable(name, text, nameOf);
  if (link !== null) return <PathLink path={link}>{said}</PathLink>;
  if (name === "severity") return <span className={severities[text] ?? "tag"}>{text}</span>;
  if (name === "status") return <span className={states[text] ?? "tag"}>{text}</span>;
  if (name === "stage") return <span className="tag">{text}</span>;
  if (name === "due" && row["overdue"] === true) return <span className="overdue">{said}, overdue</span>;
  if (name === "capability")
    return (
      <Link to="/framework/capabilities/$capability" params={{capability: text}} className="quiet-link">
        {text.replaceAll("-", " ")}
      </Link>
    );
  return <>{said}</>;
}

function sayable(name: string, text: string, nameOf: (person: string) => string): string {
  if (name === "owner") return nameOf(text);
  return /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? dayText(text) : text;
}

/** Where a record stands. */
function linkOf(operation: string, name: string, row: Row): string | null {
  const id = (key: string): string => encodeURIComponent(String(row[key] ?? ""));
  if (operation === "work.list" && name === "number") return `/work/${id("number")}`;
  if (operation === "work.summary" && name === "title" && typeof row["scope"] === "string")
    return `/work?scope=${id("scope")}`;
  if (operation === "decisions.list" && name === "number") return `/work/decisions?decision=${id("number")}`;
  if (operation === "exceptions.list" && name === "number") return `/work/exceptions?exception=${id("number")}`;
  if (operation === "library.list" && name === "title") return typeof row["path"] === "string" ? row["path"] : null;
  if (operation === "sources.list" && name === "source") return `/data/snapshots?source=${id("source")}`;
  if (operation === "snapshots.list" && name === "source") return `/data/snapshots/${id("snapshot")}`;
  return null;
}

function isValue(value: object): value is NonNullable<React.ComponentProps<typeof ValueText>["value"]> {
  return "amount" in value && "currency" in value && "per" in value && "class" in value;
}
