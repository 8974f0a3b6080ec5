import {UserError, messageOf} from "../errors.ts";

/** The `code` of an error of Node, SQLite or PostgreSQL; empty where it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** A failure of the state file in words that a user can act on; any other error as it came. */
export function fileFailure(error: unknown, file: string): unknown {
  if (error instanceof UserError) return error;
  const code = codeOf(error);
  const at = {file};
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "EDQUOT") {
    return new UserError("storage.full", `there is no room left to write the state file ${file}`, {
      at,
      remedy: "Free some space on that disk and try again; what was stored before is intact.",
      cause: error
    });
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new UserError(
      "store.damaged",
      `the state file ${file} is damaged or is no SQLite file (${messageOf(error)})`,
      {
        at,
        remedy: "Put a backup in its place, or move the file away and run ashlar doctor --rebuild.",
        cause: error
      }
    );
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new UserError("store.busy", `another process held the state file ${file} for more than ten seconds`, {
      at,
      remedy: "Wait until it is done, then try again.",
      cause: error
    });
  }
  if (
    /^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|EISDIR|ELOOP|ENAMETOOLONG)/.test(
      code
    )
  ) {
    return new UserError(
      "storage.denied",
      `the state file ${file} cannot be opened for writing (${messageOf(error)})`,
      {
        at,
        remedy: "Give this user the right to write the file and its folder, or choose another folder with --practice.",
        cause: error
      }
    );
  }
  if (code.startsWith("SQLITE_IOERR")) {
    return new UserError("store.damaged", `the disk failed while the state file ${file} was used (${code})`, {
      at,
      remedy: "Check the disk; SQLite needs a local one, not a network share.",
      cause: error
    });
  }
  return error;
}
