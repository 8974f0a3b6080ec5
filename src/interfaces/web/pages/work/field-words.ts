import {headline} from "../../format/amount.ts";
import {dayText} from "../../format/period.ts";

const words: Readonly<Record<string, string>> = {
  title: "title",
  kind: "kind",
  capability: "capability",
  scope: "scope",
  filter: "charges",
  owner: "owner",
  due: "due",
  value: "value",
  effort: "effort",
  options: "ways weighed",
  note: "note",
  doneAt: "done on",
  expires: "expires"
};

export function fieldWord(field: string): string {
  return words[field] ?? field;
}

/** What stood in a field of the history, for people; null for nothing. */
export function valueWord(field: string, value: unknown, nameOf: (person: string) => string): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (field === "owner" && typeof value === "string") return nameOf(value);
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(value) : value;
  if (isMoney(value)) return `${headline(value.amount)} ${value.currency}${value.per === "month" ? " a month" : ""}`;
  if (field === "effort" && typeof value === "object") {
    const {size, hours} = value as {size?: string | null; hours?: number | null};
    return [size ?? null, hours === null || hours === undefined ? null : `${hours} h`]
      .filter((part) => part !== null)
      .join(", ");
  }
  return JSON.stringify(value);
}

function isMoney(value: unknown): value is {amount: string; currency: string; per: string} {
  return typeof value === "object" && value !== null && "amount" in value && "currency" in value;
}
