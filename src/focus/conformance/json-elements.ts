import {join, literal, type Query, sql} from "../../engine/query.ts";
import {texts} from "./formats.ts";
import type {JsonPart} from "./rule.ts";

/** What a JSON column holds: an object with a list of objects. Keys of the vendor's own begin with `x_`. */
interface Elements {
  readonly list: string;
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
  /** Keys that each element must have; the others may be absent or null. */
  readonly required: readonly string[];
}

const elements: Readonly<Record<string, Elements>> = {
  ContractApplied: {
    list: "Elements",
    texts: ["ContractId", "ContractCommitmentId", "ContractCommitmentAppliedUnit"],
    numbers: ["ContractCommitmentAppliedCost", "ContractCommitmentAppliedQuantity"],
    required: ["ContractId", "ContractCommitmentId"]
  },
  AllocatedMethodDetails: {
    list: "Elements",
    texts: ["UsageUnit"],
    numbers: ["AllocatedRatio", "UsageQuantity"],
    required: ["AllocatedRatio"]
  },
  CommitmentProgramEligibilityDetails: {
    list: "CommitmentPrograms",
    texts: ["ProgramType"],
    numbers: [],
    required: ["ProgramType"]
  }
};

/** Whether the text of a JSON column is as a part of its rules has it; what is no JSON is the matter of another rule. */
export function hasElements(column: string, text: Query, part: JsonPart): Query {
  const facts = elements[column];
  if (facts === undefined) throw new Error(`nothing known of the JSON in ${column}`);
  const path = literal(`$.${facts.list}`);
  const each = literal(`$.${facts.list}[*]`);
  const found = sql`json_extract(${text}, ${each})`;
  const hasList = sql`json_type(${text}, ${path}) = 'ARRAY' and json_array_length(${text}, ${path}) > 0
    and len(list_filter(${found}, lambda e: json_type(e) <> 'OBJECT')) = 0`;
  const checked =
    part === "List"
      ? sql`${hasList} and len(list_filter(json_keys(${text}), lambda k: k <> ${literal(facts.list)} and not starts_with(k, 'x_'))) = 0`
      : sql`case when not (${hasList}) then true else len(list_filter(${found}, lambda e: not (${fits(part, facts)}))) = 0 end`;
  return sql`case when ${text} is null or not json_valid(${text}) then true when json_type(${text}) <> 'OBJECT' then ${part === "List" ? sql`false` : sql`true`}
    else coalesce(${checked}, false) end`;
}

/** Whether an element `e` is as a part of the rules has it. */
function fits(part: Exclude<JsonPart, "List">, {texts: words, numbers, required}: Elements): Query {
  switch (part) {
    case "Keys": {
      const known = texts([...words, ...numbers]);
      const has = required.map((key) => sql`list_contains(json_keys(e), ${literal(key)})`);
      const others = sql`len(list_filter(json_keys(e), lambda k: k not in (${known}) and not starts_with(k, 'x_'))) = 0`;
      return join([...has, others], " and ");
    }
    case "Types": {
      const optional = (key: string): Query => (required.includes(key) ? sql`` : sql`, 'NULL'`);
      const typed = (key: string, types: Query): Query =>
        sql`coalesce(json_type(e, ${literal(`$.${key}`)}) in (${types}${optional(key)}), true)`;
      const number = sql`'UBIGINT', 'BIGINT', 'HUGEINT', 'UHUGEINT', 'DOUBLE'`;
      return join(
        [...words.map((key) => typed(key, sql`'VARCHAR'`)), ...numbers.map((key) => typed(key, number))],
        " and "
      );
    }
    case "Alternatives": {
      const [cost, quantity, unit] = ["Cost", "Quantity", "Unit"].map(
        (name) => sql`coalesce(json_type(e, ${literal(`$.ContractCommitmentApplied${name}`)}) <> 'NULL', false)`
      );
      return sql`${quantity ?? sql`false`} = ${unit ?? sql`false`} and ${cost ?? sql`false`} <> ${quantity ?? sql`false`}`;
    }
  }
}
