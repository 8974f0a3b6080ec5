import {z} from "zod";
import type {Contract} from "../../operation.ts";

export type ParameterKind = "flag" | "text" | "integer" | "number" | "list" | "map" | "json";

/** One input field of a contract as the command line takes it. */
export interface Parameter {
  readonly field: string;
  /** `--as-of`, or `--no-checks` for a flag that is on by default. */
  readonly flag: string;
  readonly kind: ParameterKind;
  /** Kind of the elements of a list. */
  readonly element: "text" | "integer" | "number" | "json";
  readonly placeholder: string;
  readonly choices: readonly string[];
  readonly description: string;
  readonly initial: unknown;
  readonly required: boolean;
  /** Taken by position, from 0; null where it is an option. */
  readonly position: number | null;
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
}

/** Names that belong to every command; an input field of such a name could not be told from them. */
export const globalFields: readonly string[] = ["practice", "output", "color", "quiet", "verbose", "version", "help"];

/** The parameters of a contract in the order of its fields, those by position first. */
export function parametersOf(contract: Contract): readonly Parameter[] {
  const schema = z.toJSONSchema(contract.input, {io: "input", unrepresentable: "any", reused: "inline"}) as Schema;
  const positional = contract.positional ?? [];
  const parameters = Object.entries(schema.properties ?? {}).map(([field, value]): Parameter => {
    if (globalFields.includes(field))
      throw new Error(`${contract.name}: the field ${field} is an option of every command`);
    const position = positional.indexOf(field);
    return {
      field,
      ...shape(field, value),
      description: value.description ?? "",
      initial: value.default,
      required: schema.required?.includes(field) ?? false,
      position: position < 0 ? null : position
    };
  });
  return parameters.toSorted((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || 0);
}

export function kebab(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

type Shape = Pick<Parameter, "flag" | "kind" | "element" | "placeholder" | "choices">;

function shape(field: string, declared: Schema): Shape {
  const flag = `--${kebab(field)}`;
  const schema = simplest(declared);
  const choices = choicesOf(schema);
  switch (schema.type) {
    case "boolean":
      return {
        flag: declared.default === true ? `--no-${kebab(field)}` : flag,
        kind: "flag",
        element: "text",
        placeholder: "",
        choices: []
      };
    case "integer":
    case "number":
      return {flag, kind: schema.type, element: schema.type, placeholder: "n", choices};
    case "array": {
      const items = simplest(schema.items ?? {});
      return {
        flag,
        kind: "list",
        element: elementKind(items),
        placeholder: `${placeholderOf(items)},…`,
        choices: choicesOf(items)
      };
    }
    case "object": {
      const values = schema.additionalProperties;
      const map = typeof values === "object" && schema.properties === undefined;
      return {
        flag,
        kind: map ? "map" : "json",
        element: map ? elementKind(simplest(values)) : "json",
        placeholder: map ? "key=value" : "json",
        choices: []
      };
    }
    default:
      return {flag, kind: "text", element: "text", placeholder: placeholderOf(schema), choices};
  }
}

/** What is left of a choice between forms: null is what leaving the option out means, and a list takes one value too. */
function simplest(schema: Schema): Schema {
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms === undefined) {
    return schema.allOf?.length === 1 && schema.allOf[0] !== undefined ? simplest(schema.allOf[0]) : schema;
  }
  const left = forms.map(simplest).filter(({type}) => type !== "null");
  const choices = left.flatMap(choicesOf);
  const list = left.find(({type}) => type === "array");
  if (list !== undefined) return list;
  if (left.length > 0 && left.every((form) => choicesOf(form).length > 0)) return {type: "string", enum: choices};
  return left.find(({type}) => type === "string") ?? left[0] ?? {};
}

function choicesOf(schema: Schema): readonly string[] {
  if (schema.enum !== undefined) return schema.enum.map(String);
  return schema.const === undefined ? [] : [String(schema.const)];
}

function elementKind(schema: Schema): Parameter["element"] {
  if (schema.type === "integer" || schema.type === "number") return schema.type;
  return schema.type === "object" || schema.type === "array" ? "json" : "text";
}

function placeholderOf(schema: Schema): string {
  if (schema.type === "integer" || schema.type === "number") return "n";
  if (schema.format === "date") return "date";
  if (schema.format === "date-time") return "instant";
  if (schema.format === "uri") return "url";
  return choicesOf(schema).length > 0 ? "name" : "text";
}
