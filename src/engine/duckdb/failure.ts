import {UserError} from "../../errors.ts";

interface Kind {
  readonly pattern: RegExp;
  error(match: RegExpExecArray, cause: unknown): UserError;
}

// In this order: a full spill folder is reported as "Out of Memory Error" too.
const kinds: readonly Kind[] = [
  {
    pattern:
      /max_temp_directory_size|No space left on device|File too large|not enough space on the disk|Disk quota exceeded/i,
    error: (_, cause) =>
      new UserError("storage.full", "there is no room left on disk for what the engine has to write", {
        remedy: "Free disk space, raise engine.spill in ashlar.yaml, or ask for a shorter period or fewer dimensions.",
        cause
      })
  },
  {
    pattern: /^Out of Memory Error|std::bad_alloc/,
    error: (_, cause) =>
      new UserError("engine.memory", "the question needs more memory than the engine may use", {
        remedy: "Raise engine.memory in ashlar.yaml, or ask for a shorter period or fewer dimensions.",
        cause
      })
  },
  {
    pattern: /^INTERRUPT Error/,
    error: (_, cause) => new UserError("cancelled", "the question was cancelled", {cause})
  },
  {
    pattern:
      /^(Out of Range|Conversion) Error: (Overflow in|Could not cast value .* to DECIMAL|Casting value .* to type DECIMAL|Type (HUGEINT|INT128) with value)/,
    error: (_, cause) => overflow(cause)
  },
  {
    // The errors of RE2, which are the same for every engine that uses it.
    pattern:
      /^Invalid Input Error: ((?:no argument for repetition operator|missing [)\]]|unexpected \)|invalid (?:escape sequence|character class|repetition size|perl operator|named capture group|UTF-8|capture group name)|bad repetition operator|trailing \\).*)$/m,
    error: (match, cause) =>
      new UserError("filter.invalid", `a regular expression cannot be read: ${match[1] ?? ""}`, {
        remedy: "Correct the pattern behind ~; a backslash before a character takes it as it is.",
        cause
      })
  }
];

const wholes: readonly (readonly [RegExp, string])[] = [
  [
    /^Permission Error|configuration has been locked|disabled (by|through) configuration/,
    "the engine was asked for something that it may not touch"
  ],
  [/Cannot prepare multiple statements/, "the engine takes one statement at a time"],
  [/^(IO|HTTP) Error/, "a data file is missing or cannot be read"],
  [/^(Conversion|Out of Range|Invalid Input) Error/, "a value cannot be read as what it should be"],
  [
    /^(Parser|Binder|Catalog|Syntax) Error/,
    "the engine does not understand the query, which is a mistake of the program"
  ]
];

/** A failure of DuckDB as what a user can act on: without file paths and SQL text, which the cause keeps. */
export function failureOf(error: unknown): Error {
  if (error instanceof UserError) return error;
  if (!(error instanceof Error)) return failed("the engine could not answer", error);
  for (const kind of kinds) {
    const match = kind.pattern.exec(error.message);
    if (match !== null) return kind.error(match, error);
  }
  const whole = wholes.find(([pattern]) => pattern.test(error.message));
  return failed(whole?.[1] ?? "the engine could not answer", error);
}

/** A sum or product with more than 38 digits. */
export function overflow(cause?: unknown): UserError {
  return new UserError("amount.overflow", "a sum or product has more digits than exact amounts can hold (38)", {
    remedy: "Ask for a shorter period or a narrower filter, and look for an absurd amount among the rows.",
    ...(cause === undefined ? {} : {cause})
  });
}

function failed(message: string, cause: unknown): UserError {
  return new UserError("engine.failed", message, {
    remedy: "Run ashlar doctor; if it finds nothing, report the question and this message.",
    cause
  });
}
