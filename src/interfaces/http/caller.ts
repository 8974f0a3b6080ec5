import {isIP} from "node:net";
import {hostname, networkInterfaces} from "node:os";
import type {FastifyRequest} from "fastify";
import type {Effects} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {type Caller, localCaller} from "../../operation.ts";
import {callerOfToken} from "../../records/tokens/tokens.ts";
import type {Store} from "../../store/store.ts";

const loopback = ["127.0.0.1", "localhost", "::1"];

/** Whether nobody but this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return loopback.includes(host) || (host.startsWith("127.") && isIP(host) === 4);
}

/**
 * The names that a server answers to. A page of another site can make its own name point to this machine (DNS
 * rebinding), and then the browser sends that name: so the names are listed, on loopback too.
 */
export function allowedHosts(host: string, more: readonly string[]): ReadonlySet<string> {
  const own = isLoopback(host)
    ? []
    : [
        hostname().toLowerCase(),
        ...Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({address}) => address))
      ];
  return new Set([...loopback, host.toLowerCase(), ...own, ...more.map((name) => name.toLowerCase())]);
}

/** Throws `origin.refused` for a call by a foreign name or from a page of another site. */
export function requireOwnSite({headers, method}: FastifyRequest, allowed: ReadonlySet<string>): void {
  const {host, origin} = headers;
  const name = nameOf(host ?? "");
  if (host === undefined || name === null || !allowed.has(name)) {
    throw new UserError("origin.refused", "the server does not answer to this host name", {
      remedy: "Use the address that ashlar serve printed, or start it with --allow-host."
    });
  }
  const foreign =
    origin === undefined
      ? headers["sec-fetch-site"] === "cross-site" && !(method === "GET" && headers["sec-fetch-mode"] === "navigate")
      : !sameHost(origin, host);
  if (foreign) {
    throw new UserError("origin.refused", "the server does not answer to pages of other sites", {
      remedy: "Open the page by the address that ashlar serve printed."
    });
  }
}

/** The host without its port, in small letters; null for what is none. */
function nameOf(host: string): string | null {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(host) ?? [];
  const name = bracketed ?? plain;
  return name === undefined || (bracketed !== undefined && isIP(bracketed) !== 6) ? null : name.toLowerCase();
}

function sameHost(origin: string, host: string): boolean {
  const [, authority] = /^https?:\/\/([^/?#]+)$/i.exec(origin) ?? [];
  return authority?.toLowerCase() === host.toLowerCase();
}

/**
 * Who calls: the bearer of a token, or `local` for this machine where no token is asked for.
 * Throws `caller.unknown`.
 */
export async function callerOf(
  {headers, ip}: FastifyRequest,
  {tokenRequired, store, effects}: {tokenRequired: boolean; store: () => Promise<Store>; effects: Effects}
): Promise<Caller> {
  const {authorization} = headers;
  if (authorization === undefined) {
    if (!tokenRequired && isLoopback(ip.replace(/^::ffff:/, ""))) return localCaller;
    throw unknown("the call has no token");
  }
  const [, token] = /^Bearer +([A-Za-z0-9_.~+/=-]{1,200})$/i.exec(authorization) ?? [];
  const caller = token === undefined ? null : await callerOfToken(token, await store(), effects);
  if (caller === null) throw unknown("the token is unknown, expired or revoked");
  return caller;
}

function unknown(message: string): UserError {
  return new UserError("caller.unknown", message, {
    remedy: "Send Authorization: Bearer with a token; an owner makes one with: ashlar tokens create"
  });
}
