import type {Colors} from "picocolors/types.js";
import {messageOf, placeAsText, UserError} from "../../errors.ts";
import type {Io} from "./io.ts";

export interface FailureStyle {
  readonly json: boolean;
  readonly verbose: boolean;
  readonly colors: Colors;
}

/** Says on standard error what went wrong, and gives the exit status that it means. */
export function reportFailure(error: unknown, io: Io, {json, verbose, colors}: FailureStyle): number {
  if (error instanceof UserError) {
    io.err(json ? `${JSON.stringify(errorObject(error))}\n` : userErrorAsText(error, colors));
    if (verbose && error.cause !== undefined) io.err(`${causes(error.cause)}\n`);
    return error.exit;
  }
  const message = messageOf(error);
  if (json) io.err(`${JSON.stringify({error: {code: "unexpected", message, exit: 1}})}\n`);
  else
    io.err(`${colors.red("unexpected:")} ${message}${verbose ? "" : " (run again with --verbose for the details)"}\n`);
  if (verbose) io.err(`${causes(error)}\n`);
  return 1;
}

/** What `--output json` says of an error, on standard error. */
export function errorObject(error: UserError): object {
  const {code, message, at, remedy, data, exit} = error;
  return {
    error: {
      code,
      message,
      ...(at === undefined ? {} : {at}),
      ...(remedy === undefined ? {} : {remedy}),
      ...(data === undefined ? {} : {data}),
      exit
    }
  };
}

function userErrorAsText({message, at, remedy}: UserError, colors: Colors): string {
  const place = at === undefined ? "" : placeAsText(at);
  const lines = [`${colors.red("error:")} ${message}`];
  if (place !== "") lines.push(`  at ${place}`);
  if (remedy !== undefined) lines.push(`→ ${remedy}`);
  return `${lines.join("\n")}\n`;
}

function causes(error: unknown): string {
  const lines: string[] = [];
  let at = error;
  for (let depth = 0; at !== undefined && depth < 8; depth++) {
    const text = at instanceof Error ? (at.stack ?? at.message) : String(at);
    lines.push(depth === 0 ? text : `caused by ${text}`);
    at = at instanceof Error ? at.cause : undefined;
  }
  return lines.join("\n");
}
