import {UserError} from "../../errors.ts";
import type {InputFile} from "../../lake/input/file.ts";
import {type TableLine, tableLines} from "../../lake/input/small-table.ts";
import {isDay} from "../../time/day.ts";
import {nameKey} from "./invoice.ts";
import {type Offer, plainOffer} from "./keep.ts";

const shape = {
  required: ["issuer", "invoice", "period", "currency", "total"],
  optional: ["tax", "date", "note"],
  things: "invoices",
  most: 100_000
} as const;

/** Reads a file of invoices as a whole. Throws `columns.missing`, `input.unreadable` with the line, `input.empty`. */
export async function readInvoices(file: InputFile, signal: AbortSignal): Promise<readonly Offer[]> {
  const offers = new Map<string, Offer>();
  for await (const line of tableLines(file, shape, signal)) {
    const offer = offerOf(line);
    const twin = offers.get(nameKey(offer));
    if (twin !== undefined) throw line.fault("invoice", `invoice ${offer.invoice} is there twice`);
    offers.set(nameKey(offer), offer);
  }
  return [...offers.values()];
}

function offerOf({field, fault}: TableLine): Offer {
  const [issuer, invoice, period, currency] = [
    field("issuer"),
    field("invoice"),
    field("period"),
    field("currency").toUpperCase()
  ];
  for (const [column, text] of [["issuer", issuer] as const, ["invoice", invoice] as const])
    if (text === "" || text.length > 200 || /\p{Cc}/u.test(text))
      throw fault(column, `"${text}" is not a name of 1 to 200 characters`);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) throw fault("period", `"${period}" is not a month such as 2026-10`);
  const amount = (column: "total" | "tax"): string => {
    const text = field(column);
    if (!/^[+-]?\d{1,20}(\.\d{1,18})?$/.test(text))
      throw fault(column, `"${text}" is not a plain amount such as 1250 or 99.95, without separators`);
    return text;
  };
  const date = field("date");
  if (date !== "" && !isDay(date)) throw fault("date", `"${date}" is not a day such as 2026-11-03`);
  const note = field("note");
  const offer = {
    issuer,
    invoice,
    period,
    currency,
    total: amount("total"),
    tax: field("tax") === "" ? null : amount("tax"),
    date: date === "" ? null : date,
    note: note === "" ? null : note.slice(0, 10_000)
  };
  try {
    return plainOffer(offer);
  } catch (error) {
    if (error instanceof UserError) throw fault(error.at?.column ?? "total", error.message);
    throw error;
  }
}
