import {type Column, type ColumnInVersion, type FocusVersion, notAfter} from "../column.ts";
import {columnsOf} from "../columns.ts";
import type {Dataset} from "../dataset.ts";
import {ownRules} from "./own-rules.data.ts";
import {type Check, columnsIn, type Keyword, type RuleFacts, rulesIn} from "./rule.ts";

/**
 * Rules for a version or dataset whose official model is not at hand: presence, type, format, null, values and range of
 * each column by its definition, and of `others` (the rules of CostAndUsage 1.2) those that relate columns of a row,
 * where the version has the columns. All of them are ours, and their ids say so.
 */
export function columnRules(
  version: FocusVersion,
  dataset: Dataset,
  others: readonly RuleFacts[]
): readonly RuleFacts[] {
  const columns = columnsOf(dataset, version);
  const names = new Set(columns.map(({name}) => name));
  const rules = columns.flatMap((column) => {
    const facts = column.versions[version];
    return facts === undefined ? [] : rulesOf(column, facts);
  });
  return [...rules, ...(dataset === "CostAndUsage" ? related(names, others) : []), ...ownOf(version, dataset)];
}

/** The rules of ours for a version and dataset that do not follow from single columns. */
export function ownOf(version: FocusVersion, dataset: Dataset): readonly RuleFacts[] {
  const names = new Set(columnsOf(dataset, version).map(({name}) => name));
  return ownRules
    .filter(
      ({datasets, since}) => datasets.includes(dataset) && (notAfter(since, version) || version === "1.0-preview")
    )
    .map(({rule}) => rule)
    .filter(({check}) => columnsIn(check).every((name) => names.has(name)));
}

function rulesOf(column: Column, facts: ColumnInVersion): readonly RuleFacts[] {
  const {name, type, format, range} = column;
  const rule = (part: string, kind: RuleFacts["kind"], check: Check, keyword: Keyword = "MUST"): RuleFacts => ({
    id: `Ashlar-${name}-${part}`,
    on: name,
    kind,
    keyword,
    check
  });
  return [
    ...presence(column, facts),
    ...typeChecks[type].map((check) => {
      const part = check.startsWith("Type") ? "Type" : "Format";
      return rule(part, part, [check, name]);
    }),
    ...(format === "currency" ? [rule("Currency", "Format", ["FormatCurrency", name])] : []),
    ...(format === "unit" ? [rule("Unit", "Format", ["FormatUnit", name], "SHOULD")] : []),
    ...(facts.nullable ? [] : [rule("NotNull", "Nullability", ["CheckNotValue", name, null], "MUST NOT")]),
    ...(facts.allowed.length === 0 ? [] : [rule("Values", "Validation", ["OneOf", name, facts.allowed])]),
    ...bound(range?.min, (min) => rule("Least", "Validation", ["CheckGreaterOrEqualThanValue", name, min])),
    ...bound(range?.max, (max) => rule("Most", "Validation", ["CheckLessOrEqualThanValue", name, max]))
  ];
}

function bound(value: string | null | undefined, rule: (value: string) => RuleFacts): readonly RuleFacts[] {
  return value === null || value === undefined ? [] : [rule(value)];
}

const typeChecks = {
  string: ["TypeString", "FormatString"],
  decimal: ["TypeDecimal", "FormatNumeric"],
  datetime: ["TypeDateTime", "FormatDateTime"],
  json: ["FormatJSON"],
  keyvalue: ["FormatKeyValue"]
} as const;

/** Whether a conditional column is due is not known here, so that nothing is demanded of it. */
function presence({name, condition}: Column, {level}: ColumnInVersion): readonly RuleFacts[] {
  const keyword = {Mandatory: "MUST", Conditional: "MAY", Recommended: "RECOMMENDED", Optional: "MAY"} as const;
  if (level === "Recommended" && condition !== null) return [];
  return [
    {
      id: `Ashlar-${name}-Presence`,
      on: name,
      kind: "Presence",
      keyword: keyword[level],
      check: ["ColumnPresent", name]
    }
  ];
}

/** The rules that relate columns of one row or rows of one column, under ids of ours; composites are left out. */
function related(names: ReadonlySet<string>, others: readonly RuleFacts[]): readonly RuleFacts[] {
  const conditions = conditionsOf(others);
  return others.flatMap(({id, on, kind, keyword, check}) => {
    if (check === undefined || !relations.has(check[0])) return [];
    const when = conditions.get(id) ?? [];
    const used = [...columnsIn(check), ...when.flatMap(columnsIn)];
    if (when.length === 0 && check[0] !== "Pairs" && columnsIn(check).length < 2) return [];
    if (!used.every((name) => names.has(name))) return [];
    const rule = {id: `Ashlar-${id}`, on, kind, keyword, check};
    return [when.length === 0 ? rule : {...rule, when: ["AND", when]}];
  });
}

const relations: ReadonlySet<string> = new Set([
  "CheckValue",
  "CheckNotValue",
  "CheckSameValue",
  "CheckNotSameValue",
  "CheckDistinctCount",
  "ColumnByColumnEqualsColumnValue",
  "CheckGreaterOrEqualThanValue",
  "Pairs",
  "OR"
]);

/** The conditions of each rule with those of the composites above it. */
export function conditionsOf(rules: readonly RuleFacts[]): ReadonlyMap<string, readonly Check[]> {
  const parents = new Map<string, RuleFacts[]>();
  for (const rule of rules)
    for (const child of childrenOf(rule)) parents.set(child, [...(parents.get(child) ?? []), rule]);
  const above = (rule: RuleFacts, seen: ReadonlySet<string>): readonly RuleFacts[] =>
    seen.has(rule.id)
      ? []
      : [rule, ...(parents.get(rule.id) ?? []).flatMap((parent) => above(parent, new Set([...seen, rule.id])))];
  return new Map(
    rules.map((rule) => [
      rule.id,
      [...new Set(above(rule, new Set()))].flatMap(({when}) => (when === undefined ? [] : [when]))
    ])
  );
}

function childrenOf({kind, check}: RuleFacts): readonly string[] {
  return kind === "Composite" ? rulesIn(check) : [];
}
