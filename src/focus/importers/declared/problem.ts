import {UserError} from "../../../errors.ts";

/** A way into a declaration: keys of maps and indices of lists. */
export type Path = readonly (string | number)[];

/** What is wrong with a declaration, before its place in the file is known. */
export class DeclarationError extends Error {
  override readonly name = "DeclarationError";
  readonly path: Path;
  /** Characters from the beginning of the text at the path, from 0; null for the text as a whole. */
  readonly offset: number | null;
  readonly remedy: string;

  constructor(path: Path, message: string, remedy: string, offset: number | null = null) {
    super(message);
    this.path = path;
    this.remedy = remedy;
    this.offset = offset;
  }
}

/** What is wrong with the file of a declared importer, and where; line and column from 1. */
export interface DeclaredProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

/** The error that stops work for a problem. */
export function problemError({file, line, column, message, remedy}: DeclaredProblem): UserError {
  return new UserError("importer.invalid", `${file}:${line}:${column}: ${message}`, {
    at: {file, line, column: String(column)},
    remedy
  });
}
