import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import type {z} from "zod";
import {messageOf} from "../../../errors.ts";
import type {Importer} from "../importer.ts";
import {compileDeclaration} from "./compile.ts";
import {type DeclaredForm, declaredForm} from "./form.ts";
import {DeclarationError, type DeclaredProblem, problemError} from "./problem.ts";
import {schemaProblems} from "./schema-problem.ts";
import {isProblem, readDeclaration} from "./yaml.ts";

export {problemError};

/** The folder of a practice that its declared importers lie in. */
export const declaredFolder = "importers";

export interface DeclaredImporter {
  /** Path below the practice folder. */
  readonly file: string;
  readonly text: string;
  readonly form: DeclaredForm;
  readonly importer: Importer;
}

export interface DeclaredImporters {
  readonly declared: readonly DeclaredImporter[];
  readonly problems: readonly DeclaredProblem[];
  /** SHA-256 of all declarations: rows of a file can change where it does. */
  readonly digest: string;
}

/** All importers that a practice declares, in the order of their files, with what is wrong with those that cannot be. */
export async function readDeclaredImporters(folder: string): Promise<DeclaredImporters> {
  const hash = createHash("sha256");
  const declared: DeclaredImporter[] = [];
  const problems: DeclaredProblem[] = [];
  for (const name of await namesIn(join(folder, declaredFolder))) {
    const file = `${declaredFolder}/${name}`;
    const text = await readFile(join(folder, declaredFolder, name), "utf8");
    hash.update(JSON.stringify([file, text]));
    const read = parseDeclaration(text, file);
    if ("problems" in read) problems.push(...read.problems);
    else {
      const other = declared.find(({importer}) => importer.id === read.importer.id);
      if (other === undefined) declared.push(read);
      else problems.push(taken(file, read.importer.id, other.file));
    }
  }
  return {declared, problems, digest: hash.digest("hex")};
}

/** The importers that a practice declares. Throws `importer.invalid` for the first mistake, with its line and column. */
export async function declaredImporters(folder: string): Promise<readonly Importer[]> {
  const {declared, problems} = await readDeclaredImporters(folder);
  const [first] = problems;
  if (first !== undefined) throw problemError(first);
  return declared.map(({importer}) => importer);
}

/** What one declaration says, or all that is wrong with it. */
export function parseDeclaration(
  text: string,
  file: string
): DeclaredImporter | {readonly problems: readonly DeclaredProblem[]} {
  const read = readDeclaration(text, file);
  if (isProblem(read)) return {problems: [read]};
  const parsed = declaredForm.safeParse(read.value);
  if (!parsed.success)
    return {
      problems: schemaProblems(parsed.error as z.ZodError, read.value).map(({path, message, remedy}) => ({
        file,
        ...read.position(path),
        message,
        remedy
      }))
    };
  try {
    return {file, text, form: parsed.data, importer: compileDeclaration(parsed.data)};
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    const {path, offset, message, remedy} = error;
    return {problems: [{file, ...read.position(path, offset), message: `${path.join(".")}: ${message}`, remedy}]};
  }
}

function taken(file: string, id: string, other: string): DeclaredProblem {
  return {
    file,
    line: 1,
    column: 1,
    message: `the id ${id} is taken by ${other}`,
    remedy: "Give one of them another id."
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, {withFileTypes: true});
    return entries
      .filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name))
      .map(({name}) => name)
      .toSorted();
  } catch (error) {
    if (/ENOENT|ENOTDIR/.test(messageOf(error))) return [];
    throw error;
  }
}
