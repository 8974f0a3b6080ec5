import {Problem, problemOfResponse, serverGone} from "./problem.ts";
import {callerHeaders} from "./token.ts";

/** Where calls go, and who makes them. */
export interface Server {
  /** Before every path: `http://127.0.0.1:4680`; empty for the server of this page. */
  readonly base: string;
  readonly fetch: typeof fetch;
  /** The headers that say who asks. */
  readonly caller: () => Record<string, string>;
}

/** The server that this page came from, asked with the token of this tab. */
export const ownServer: Server = {base: "", fetch: (...call) => fetch(...call), caller: callerHeaders};

/** Longest query that is asked by GET; longer ones are asked by POST, with the same answer and receipt. */
const longestQuery = 3800;

/** The URL of an operation: `snapshots.list` is `/api/snapshots/list`. */
export function operationUrl(name: string): string {
  return `/api/${name.replaceAll(".", "/")}`;
}

export type Parameters = Readonly<Record<string, unknown>>;

/** Input as the query part of a URL: lists repeat their key, what is absent is left out. */
export function queryOf(input: Parameters): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    for (const part of Array.isArray(value) ? value : [value]) search.append(key, String(part));
  }
  return search.toString();
}

/** Asks a read operation. Throws `Problem`. */
export async function ask<T>(
  name: string,
  input: Parameters = {},
  signal?: AbortSignal,
  server: Server = ownServer
): Promise<T> {
  const query = queryOf(input);
  const nested = Object.values(input).some((value) => isRecord(value));
  if (nested || query.length > longestQuery) return send<T>(`${operationUrl(name)}/query`, post(input), signal, server);
  return send<T>(`${operationUrl(name)}${query === "" ? "" : `?${query}`}`, {method: "GET"}, signal, server);
}

/** Runs a write operation; the key makes a repeated call harmless. Throws `Problem`. */
export async function write<T>(
  name: string,
  input: Parameters = {},
  signal?: AbortSignal,
  server: Server = ownServer
): Promise<T> {
  const request = post(input);
  return send<T>(
    operationUrl(name),
    {...request, headers: {...request.headers, "idempotency-key": crypto.randomUUID()}},
    signal,
    server
  );
}

function post(input: Parameters): {method: string; headers: Record<string, string>; body: string} {
  return {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(input)};
}

async function send<T>(path: string, init: RequestInit, signal: AbortSignal | undefined, server: Server): Promise<T> {
  const response = await reach(path, init, signal, server);
  if (!response.ok) throw await problemOfResponse(response);
  return (await response.json()) as T;
}

/** A response, whatever its status; no server is a `Problem` server.gone. */
export async function reach(
  path: string,
  init: RequestInit,
  signal?: AbortSignal,
  server: Server = ownServer
): Promise<Response> {
  const headers = {accept: "application/json", ...server.caller(), ...(init.headers as Record<string, string>)};
  try {
    return await server.fetch(`${server.base}${path}`, {...init, headers, ...(signal === undefined ? {} : {signal})});
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Problem(serverGone);
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
