import {UserError, messageOf} from "../errors.ts";
import {codeOf} from "./failure.ts";

const full = ["53100"];
const denied = ["42501", "25006"];
const damaged = ["XX001", "XX002"];
const taken = ["42P07", "42703", "42804"];

/**
 * What a message may say of the database of this URL: its name, host and port, never the user's password. Throws
 * `UserError` with `practice.invalid` where the URL cannot be read for certain.
 */
export function addressOf(url: string): string {
  const read = URL.canParse(url) ? new URL(url) : null;
  // A password with a bare /, ? or # would be taken for a host, and would then stand in messages.
  if (read === null || `${read.pathname}${read.search}${read.hash}`.includes("@")) {
    throw new UserError("practice.invalid", "state.url cannot be read as the URL of a PostgreSQL database", {
      remedy:
        "Write postgres://user:password@host:5432/database; in the password, / is %2F, ? is %3F, # is %23, @ is %40."
    });
  }
  const host = read.searchParams.get("host") ?? (read.hostname === "" ? "localhost" : read.hostname);
  const database = decodeURIComponent(read.pathname.slice(1));
  return `the PostgreSQL database ${database === "" ? "(default)" : database} at ${host}:${read.port === "" ? "5432" : read.port}`;
}

/** No connection could be had. */
export function unreachable(error: unknown, address: string): UserError {
  return new UserError("store.unreachable", `${address} cannot be reached (${reasonOf(error)})`, {
    remedy: "Check that the server runs, and host, port, database, user and password of state.url.",
    cause: error
  });
}

/** A failure of a statement in words that a user can act on; any other error as it came. */
export function serverFailure(error: unknown, address: string): unknown {
  if (error instanceof UserError) return error;
  const code = codeOf(error);
  const reason = reasonOf(error);
  if (full.includes(code)) {
    return new UserError("storage.full", `the disk of ${address} is full`, {
      remedy: "Free some space on the server and try again; what was stored before is intact.",
      cause: error
    });
  }
  if (denied.includes(code)) {
    return new UserError("storage.denied", `${address} may not be written (${reason})`, {
      remedy:
        "Give the user of state.url the right to create and write tables, on a server that is not a read-only copy.",
      cause: error
    });
  }
  if (damaged.includes(code)) {
    return new UserError("store.damaged", `${address} has damaged data (${reason})`, {
      remedy: "Restore the database from a backup.",
      cause: error
    });
  }
  const lost =
    /^(57P0\d|08\w{3}|ECONN\w+|EPIPE|ETIMEDOUT)$/.test(code) ||
    /^(Connection terminated|Client has encountered a connection error)/.test(messageOf(error));
  return lost ? unreachable(error, address) : error;
}

/** What is wrong where the tables of another program stand in the way of a migration; any other error as it came. */
export function migrationFailure(error: unknown, address: string): unknown {
  if (!taken.includes(codeOf(error))) return serverFailure(error, address);
  return new UserError("practice.invalid", `${address} holds tables of another program (${reasonOf(error)})`, {
    remedy: "Give Ashlar a database of its own.",
    cause: error
  });
}

/** Several addresses of one host fail with an error without a message of its own. */
function reasonOf(error: unknown): string {
  const message = messageOf(error);
  return message === "" ? codeOf(error) : message;
}
