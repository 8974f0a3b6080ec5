import {createHash} from "node:crypto";
import {z} from "zod";
import type {Caller} from "../operation.ts";
import type {CanonicalQuestion} from "./canonical-question.ts";
import type {Converter} from "./rates.ts";

/** What reproduces an answer. */
export const receiptSchema = z.object({
  id: z.string().describe("SHA-256 of everything here but the clock: one question on one state of the data has one id"),
  question: z.record(z.string(), z.unknown()).describe("the question in its canonical form"),
  snapshots: z.array(z.string()),
  rules: z.string().nullable().describe("revision of the practice's rules, null where none applied"),
  rates: z.object({set: z.string(), revision: z.string(), basis: z.string()}).nullable(),
  engine: z.object({name: z.string(), version: z.string()}),
  software: z.string(),
  caller: z.object({id: z.string(), rowFilter: z.string().nullable(), masked: z.array(z.string())}),
  asOf: z.string().describe("the moment whose data was seen")
});
export type Receipt = z.output<typeof receiptSchema>;

export interface ReceiptParts {
  readonly question: CanonicalQuestion;
  readonly snapshots: readonly string[];
  readonly rules: string | null;
  readonly converter: Converter | null;
  readonly engine: {readonly name: string; readonly version: string};
  readonly software: string;
  readonly caller: Caller;
  /** The present moment, as ISO text; it is no part of the id. */
  readonly now: string;
}

export function receiptOf({question, converter, caller, now, ...parts}: ReceiptParts): Receipt {
  const body = {
    question: {...question},
    snapshots: parts.snapshots.toSorted(),
    rules: parts.rules,
    rates: converter === null ? null : {set: converter.set, revision: converter.revision, basis: converter.basis},
    engine: {...parts.engine},
    software: parts.software,
    caller: {id: caller.id, rowFilter: caller.rowFilter, masked: caller.masked.toSorted()}
  };
  const id = createHash("sha256").update(canonicalJson(body)).digest("hex");
  return {id, ...body, asOf: question.asOf ?? now};
}

/** JSON with the keys of every object in order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}
