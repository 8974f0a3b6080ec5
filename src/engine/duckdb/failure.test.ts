import {describe, expect, test} from "vitest";
import type {ErrorCode} from "../../errors.ts";
import {UserError} from "../../errors.ts";
import {failureOf} from "./failure.ts";

// Messages as DuckDB 1.5.6 gives them; their first words are what its other versions keep too.
const messages: readonly (readonly [code: ErrorCode, message: string])[] = [
  [
    "storage.full",
    "Out of Memory Error: failed to offload data block of size 256.0 KiB (18.9 MiB/19.0 MiB used).\nThis limit was set by the 'max_temp_directory_size' setting."
  ],
  ["storage.full", 'IO Error: Could not write file "/lake/x.parquet": No space left on device'],
  ["engine.memory", "Out of Memory Error: failed to allocate data of size 16.0 MiB (82.4 MiB/95.3 MiB used)"],
  ["engine.memory", "Out of Memory Error: could not allocate block of size 256.0 KiB (95.0 MiB/95.3 MiB used)"],
  ["cancelled", "INTERRUPT Error: Interrupted!"],
  ["amount.overflow", "Out of Range Error: Overflow in HUGEINT addition: 99 + 99"],
  ["amount.overflow", "Out of Range Error: Overflow in addition of DECIMAL(38) (99 + 1);"],
  ["amount.overflow", "Out of Range Error: Overflow in multiplication of INT128 (99 * 10)!"],
  [
    "amount.overflow",
    "Conversion Error: Could not cast value 99999999999999999999999999 to DECIMAL(38,18)\n\nLINE 1: select"
  ],
  [
    "amount.overflow",
    'Conversion Error: Casting value "99999999999999999999999999" to type DECIMAL(38,18) failed: value is out of range!'
  ],
  ["filter.invalid", "Invalid Input Error: missing ]: [a"],
  ["filter.invalid", "Invalid Input Error: no argument for repetition operator: *"],
  ["engine.failed", 'Conversion Error: Could not convert string "abc" to DECIMAL(38,18)'],
  ["engine.failed", 'IO Error: No files found that match the pattern "/home/me/lake/a.parquet"'],
  [
    "engine.failed",
    'Permission Error: Cannot access file "/etc/passwd" - file system operations are disabled by configuration'
  ],
  ["engine.failed", 'Binder Error: Referenced column "secret" not found in FROM clause!'],
  ["engine.failed", "Invalid Input Error: Cannot prepare multiple statements at once!"],
  ["engine.failed", "Something that nobody has seen before: /home/me"]
];

describe("a failure of DuckDB", () => {
  test.each(messages)("is %s: %s", (code, message) => {
    const cause = new Error(message);
    const failure = failureOf(cause);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({code, cause});
    expect(failure.message).not.toMatch(/\/|LINE|select|secret|999/);
    if (code !== "cancelled") expect((failure as UserError).remedy).toMatch(/\.$/);
  });

  test("names the mistake in a regular expression", () => {
    expect(failureOf(new Error("Invalid Input Error: missing ]: [a")).message).toBe(
      "a regular expression cannot be read: missing ]: [a"
    );
  });

  test("that is for the user already stays as it is", () => {
    const error = new UserError("engine.busy", "busy");
    expect(failureOf(error)).toBe(error);
  });

  test("that is no error is one", () => {
    expect(failureOf("odd")).toMatchObject({code: "engine.failed", cause: "odd"});
  });
});
