import {type ErrorCode, messageOf, type Place, UserError} from "../../errors.ts";
import type {Row} from "../engine.ts";
import type {Value} from "../query.ts";
import type {DuckdbOptions} from "./duckdb.ts";

/** A query without its class, as it travels. */
export interface PlainQuery {
  readonly texts: readonly string[];
  readonly values: readonly Value[];
}

/** What the engine's process is asked. Every request but `cancel` and `end` is answered under its id. */
export type Request =
  | {readonly kind: "open"; readonly id: number; readonly options: DuckdbOptions}
  | {
      readonly kind: "rows";
      readonly id: number;
      readonly query: PlainQuery;
      readonly caller: string;
      readonly session?: number;
    }
  | {readonly kind: "run"; readonly id: number; readonly query: PlainQuery; readonly session: number}
  | {readonly kind: "session"; readonly id: number}
  | {readonly kind: "session-close"; readonly id: number; readonly session: number}
  | {
      readonly kind: "stream";
      readonly id: number;
      readonly query: PlainQuery;
      readonly caller: string;
      readonly session?: number;
    }
  /** The next batch of a stream: asked for one at a time, so that a slow reader slows the engine. */
  | {readonly kind: "next"; readonly id: number; readonly stream: number}
  | {readonly kind: "end"; readonly stream: number}
  | {readonly kind: "cancel"; readonly id: number}
  | {readonly kind: "memory"; readonly id: number}
  | {readonly kind: "close"; readonly id: number};

export type Response =
  /** A part of the rows of an answer; `done` follows. */
  | {readonly kind: "batch"; readonly id: number; readonly rows: readonly Row[]}
  | {readonly kind: "done"; readonly id: number; readonly value: unknown}
  | {readonly kind: "failed"; readonly id: number; readonly error: PlainError};

export interface PlainError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly at?: Place;
  readonly remedy?: string;
  readonly data?: unknown;
  readonly cause?: string;
}

export function plainError(error: unknown): PlainError {
  if (!(error instanceof UserError)) return {code: null, message: messageOf(error)};
  const {code, message, at, remedy, data, cause} = error;
  return {
    code,
    message,
    ...(at === undefined ? {} : {at}),
    ...(remedy === undefined ? {} : {remedy}),
    ...(data === undefined ? {} : {data}),
    ...(cause === undefined ? {} : {cause: messageOf(cause)})
  };
}

export function errorOf({code, message, at, remedy, data, cause}: PlainError): Error {
  if (code === null) return new Error(message);
  return new UserError(code, message, {
    ...(at === undefined ? {} : {at}),
    ...(remedy === undefined ? {} : {remedy}),
    ...(data === undefined ? {} : {data}),
    ...(cause === undefined ? {} : {cause: new Error(cause)})
  });
}
