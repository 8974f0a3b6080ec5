import {type Query, identifier, raw} from "../engine/query.ts";
import {UserError} from "../errors.ts";
import {extensionColumn} from "../focus/columns.ts";
import type {Caller} from "../operation.ts";
import {isMasked} from "./access.ts";
import {chargeColumns} from "./charge-column.ts";
import {fieldNamed} from "./field.ts";
import {type Terms, columnOf, valueOf} from "./terms.ts";

/** Columns that rows show where none are named: what a reader needs to recognise a charge and to check its cost. */
export const defaultColumns: readonly string[] = [
  "source",
  "ChargePeriodStart",
  "ChargePeriodEnd",
  "ServiceProviderName",
  "SubAccountId",
  "SubAccountName",
  "RegionId",
  "ServiceName",
  "ResourceId",
  "ResourceName",
  "ChargeCategory",
  "ChargeDescription",
  "ConsumedQuantity",
  "ConsumedUnit",
  "BillingCurrency",
  "ListCost",
  "EffectiveCost",
  "BilledCost"
];

/** A column that rows show. */
export interface RowColumn {
  /** Its key in the answer, as it was asked for. */
  readonly key: string;
  readonly kind: "text" | "amount" | "map";
  /** What it reads of a charge. */
  readonly reads: string;
  readonly value: Query;
}

/**
 * The columns to show: those named, `all` for every column of the lake, the default where none is named. What the
 * caller must not see is left out of the last two; named, it is a `UserError` caller.refused.
 */
export function rowColumns(
  names: readonly string[],
  caller: Caller,
  terms: Terms
): {readonly columns: readonly RowColumn[]; readonly hidden: readonly string[]} {
  const all = names.length === 1 && names[0]?.toLowerCase() === "all";
  if (names.length > 0 && !all) {
    const columns = names.map((name) => rowColumn(name, terms));
    const refused = names.filter((name) => isHidden(name, caller));
    if (refused.length === 0) return {columns, hidden: []};
    throw new UserError("caller.refused", `${caller.id} may not see ${refused.join(", ")}`, {
      remedy: "Leave it out, or ask whoever gives the permissions."
    });
  }
  const wanted = all ? ["source", ...chargeColumns().map(({name}) => name)] : defaultColumns;
  return {
    columns: wanted.filter((name) => !isHidden(name, caller)).map((name) => rowColumn(name, terms)),
    hidden: wanted.filter((name) => isHidden(name, caller))
  };
}

function rowColumn(key: string, terms: Terms): RowColumn {
  const map = mapNamed(key);
  if (map !== null) return {key, kind: "map", reads: map, value: identifier(map)};
  const field = fieldNamed(key);
  const reads = columnOf(field, terms.promoted);
  return {key, kind: field.type === "decimal" ? "amount" : "text", reads, value: valueOf(field, terms)};
}

/** A map is hidden whole where one of its keys is. */
function isHidden(name: string, caller: Caller): boolean {
  const map = mapNamed(name);
  if (map === null) return isMasked(caller, fieldNamed(name));
  const prefix = map === extensionColumn ? "x" : "tag.";
  return caller.masked.some((mask) => mask === map || mask.toLowerCase().startsWith(prefix));
}

function mapNamed(name: string): string | null {
  const lower = name.toLowerCase();
  return lower === "tags" ? "Tags" : lower === extensionColumn ? extensionColumn : null;
}

/** Rows from the greatest billed amount, credits too; the shown columns settle what is equal. */
export function rowOrder(columns: readonly RowColumn[], isBilledHidden: boolean): readonly Query[] {
  const ties = columns.flatMap(({kind}, index) => (kind === "map" ? [] : [raw(`${index + 1} asc nulls last`)]));
  return isBilledHidden ? ties : [raw('abs("BilledCost") desc nulls last'), ...ties];
}
