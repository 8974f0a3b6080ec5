import {z} from "zod";
import type {Contract} from "../../operation.ts";

/** What a field of an answer holds, as far as it matters to how it is shown: `exact` numbers keep all digits. */
export type FieldKind = "amount" | "exact" | "count" | "text";

interface Schema {
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

/** Kinds of the fields of objects, by the names that lead there from the answer: `rows`, then `billed`. */
export function fieldKinds(contract: Contract, ...path: readonly string[]): (field: string) => FieldKind {
  let at = z.toJSONSchema(contract.output, {io: "input", unrepresentable: "any", reused: "inline"}) as Schema;
  for (const name of path) at = elementOf(propertyOf(at, name));
  const schema = elementOf(at);
  return (field) => kindOf(propertyOf(schema, field));
}

function propertyOf(schema: Schema, name: string): Schema {
  for (const form of forms(schema)) {
    const found =
      form.properties?.[name] ?? (typeof form.additionalProperties === "object" ? form.additionalProperties : null);
    if (found !== null && found !== undefined) return found;
  }
  return {};
}

function elementOf(schema: Schema): Schema {
  return forms(schema).find(({items}) => items !== undefined)?.items ?? schema;
}

function forms(schema: Schema): readonly Schema[] {
  return schema.anyOf === undefined ? [schema] : schema.anyOf.flatMap(forms);
}

function kindOf(schema: Schema): FieldKind {
  const left = forms(schema).filter(({type}) => type !== "null");
  if (left.length === 0) return "text";
  if (left.every(({type}) => type === "integer" || type === "number")) return "count";
  return left.every(({type, pattern}) => type === "string" && pattern === amountPattern) ? "amount" : "text";
}

/** The pattern by which contracts say that a text is an exact decimal. */
const amountPattern = "^-?\\d+(\\.\\d+)?$";
