import {UserError} from "../../errors.ts";

const around = 32;

/** A `UserError` filter.invalid whose message shows the place with a caret. `offset` counts UTF-16 units from 0. */
export function filterProblem(text: string, offset: number, message: string, remedy?: string): UserError {
  const from = Math.max(0, offset - around);
  const to = Math.min(text.length, offset + around);
  const before = (from > 0 ? "…" : "") + oneLine(text.slice(from, offset));
  const after = oneLine(text.slice(offset, to)) + (to < text.length ? "…" : "");
  const caret = `${" ".repeat(before.length)}^`;
  return new UserError("filter.invalid", `Filter: ${message}\n  ${before}${after}\n  ${caret}`, {
    at: {offset},
    ...(remedy === undefined ? {} : {remedy})
  });
}

/** Control characters, line ends too, as spaces, so that the caret stands where it should. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, " ");
}
