import {createHash} from "node:crypto";
import {UserError} from "../../errors.ts";

/** Where a page of rows begins; bound to the question that it is a page of. */
export function cursorText(offset: number, subject: string): string {
  return Buffer.from(`${offset}.${digest(subject)}`).toString("base64url");
}

/** The offset of a cursor. Throws `usage.invalid` for one that is none, or of another question. */
export function offsetOf(cursor: string, subject: string): number {
  const [, offset, of] = /^(\d{1,8})\.([0-9a-f]{16})$/.exec(Buffer.from(cursor, "base64url").toString("latin1")) ?? [];
  if (offset === undefined || of !== digest(subject)) {
    throw new UserError("usage.invalid", "the cursor is not one of this question", {
      at: {column: "cursor"},
      remedy: "Take it from the Link header of the page before, and change nothing else."
    });
  }
  return Number(offset);
}

function digest(subject: string): string {
  return createHash("sha256").update(subject).digest("hex").slice(0, 16);
}

/** The address of the next page, for the Link header. */
export function nextLink(path: string, search: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams([...search].filter(([key]) => key !== "cursor"));
  next.set("cursor", cursor);
  return `<${path}?${next}>; rel="next"`;
}

/** What identifies the list that a cursor walks along: everything but the cursor and the length of a page. */
export function subjectOf(name: string, input: unknown, callerId: string): string {
  const {limit: _, offset: __, ...rest} = (input ?? {}) as Record<string, unknown>;
  return JSON.stringify([name, rest, callerId]);
}
