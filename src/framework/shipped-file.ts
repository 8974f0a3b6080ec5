import {basename} from "node:path";
import type {z} from "zod";
import {isFindings, readYamlFile} from "./yaml-file.ts";

/** Reads a file that ships with the software. What is wrong with it is a mistake of ours, so it throws a plain error. */
export async function readShippedFile<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  const name = `framework/${basename(path)}`;
  const read = await readYamlFile(path, name);
  if (isFindings(read)) throw new Error(`${name} is damaged: ${read[0]?.message ?? ""}`);
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.filter((step) => typeof step !== "symbol") ?? [];
  throw new Error(`${name}, line ${read.place(at).line}: ${at.join(".")}: ${issue?.message ?? ""}`);
}
