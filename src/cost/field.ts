import {UserError} from "../errors.ts";
import type {LakeKind} from "../focus/columns.ts";
import {didYouMean} from "../nearest.ts";
import {aliases} from "./aliases.data.ts";
import {chargeColumns} from "./charge-column.ts";

/** How the values of a field are written in a filter: `month` is `2026-10`. */
export type FieldType = "text" | "decimal" | "instant" | "month";

/** Something of a charge that can be filtered by and grouped by. */
export type Field =
  | {readonly kind: "column"; readonly name: string; readonly type: FieldType}
  | {readonly kind: "tag"; readonly name: string; readonly key: string; readonly type: "text"}
  | {readonly kind: "extension"; readonly name: string; readonly key: string; readonly type: "text"}
  | {readonly kind: "source"; readonly name: "source"; readonly type: "text"}
  | {readonly kind: "billing-period"; readonly name: "billing-period"; readonly type: "month"};

/** What a bare key may look like; any other stands in double quotes. */
export const bareKey = /^[A-Za-z0-9_][A-Za-z0-9_.:/@-]*$/;

const keyed = /^(tag|x)\.(?:"((?:[^"]|"")+)"|([A-Za-z0-9_][A-Za-z0-9_.:/@-]*))$/i;
const types: Readonly<Record<LakeKind, FieldType | null>> = {
  text: "text",
  json: "text",
  decimal: "decimal",
  instant: "instant",
  map: null
};

/** The field a name means, or null: a FOCUS column, an alias, `tag.key`, `x.x_Name`, `x_Name`, `source`, `billing-period`. */
export function findField(name: string): Field | null {
  const [, prefix, quoted, bare] = keyed.exec(name) ?? [];
  const key = bare ?? quoted?.replaceAll('""', '"');
  if (prefix !== undefined && key !== undefined)
    return prefix.toLowerCase() === "tag" ? tagField(key) : extensionField(key);
  if (/^x_/i.test(name) && bareKey.test(name)) return extensionField(name);
  const lower = name.toLowerCase();
  if (lower === "source") return {kind: "source", name: "source", type: "text"};
  if (lower === "billing-period") return {kind: "billing-period", name: "billing-period", type: "month"};
  const wanted = (Object.hasOwn(aliases, lower) ? aliases[lower] : name)?.toLowerCase();
  const column = chargeColumns().find((candidate) => candidate.name.toLowerCase() === wanted);
  const type = column === undefined ? null : types[column.kind];
  return column === undefined || type === null ? null : {kind: "column", name: column.name, type};
}

/** The field a name means. Throws `UserError` question.invalid with the name that was probably meant. */
export function fieldNamed(name: string): Field {
  const field = findField(name);
  if (field !== null) return field;
  throw new UserError(
    "question.invalid",
    `There is no column or dimension "${name.slice(0, 80)}"${didYouMean(name, fieldNames())}`,
    {
      remedy: unknownFieldRemedy
    }
  );
}

export const unknownFieldRemedy =
  "Use a FOCUS column such as ServiceName, a short name such as service, tag.<key>, x.<name>, source or billing-period.";

export function tagField(key: string): Field {
  return {kind: "tag", name: `tag.${keyText(key)}`, key, type: "text"};
}

export function extensionField(key: string): Field {
  return {kind: "extension", name: `x.${keyText(key)}`, key, type: "text"};
}

/** Every name without a key of its own: short names first, then columns. */
export function fieldNames(): readonly string[] {
  const columns = chargeColumns().filter(({kind}) => types[kind] !== null);
  return [...Object.keys(aliases), "source", "billing-period", ...columns.map(({name}) => name)];
}

function keyText(key: string): string {
  return bareKey.test(key) ? key : `"${key.replaceAll('"', '""')}"`;
}
