import {z} from "zod";
import {operation} from "../operation.ts";
import {practiceSchema} from "./contract.ts";
import {practiceFileSchema} from "./practice-file.ts";

export const practiceSchemaOperation = operation(practiceSchema, () => Promise.resolve(jsonSchema()));

/** The JSON Schema of `ashlar.yaml` as people write it: with defaults, nothing but unknown keys refused for being there. */
export function jsonSchema(): Record<string, unknown> {
  const {$schema, ...schema} = z.toJSONSchema(practiceFileSchema, {
    io: "input",
    unrepresentable: "any",
    reused: "inline"
  });
  return {$schema, title: "ashlar.yaml", ...schema};
}
