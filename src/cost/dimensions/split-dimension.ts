import {join, sql} from "../../engine/query.ts";
import {exactUnits} from "../../money/amount.ts";
import type {SharedDimension} from "../dimension.ts";
import type {Field} from "../field.ts";
import {textValue, valueOf} from "../terms.ts";

/** One value's part of a key, from `lower` to `upper` of the whole: decimals in [0, 1] with at most 12 decimals. */
export interface Bound {
  readonly key: string;
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
}

const one = 10n ** 12n;

/**
 * A dimension that splits charges by the text of a field. Throws an `Error` where the bounds of a key are not
 * contiguous from 0 to 1.
 */
export function splitDimension(name: string, key: Field, bounds: readonly Bound[]): SharedDimension {
  if (key.type !== "text") throw new Error(`a split needs a text key: ${key.name}`);
  requireWhole(name, bounds);
  return {
    kind: "shared",
    name,
    fields: [key],
    key: (terms) => valueOf(key, terms),
    bounds: (dialect) => {
      const decimal = dialect.types.decimal(18, 12);
      const rows = bounds.map(
        (bound) =>
          sql`(${textValue(bound.key, dialect)}, ${textValue(bound.value, dialect)}, cast(${bound.lower} as ${decimal}), cast(${bound.upper} as ${decimal}))`
      );
      return sql`(select * from (values ${join(rows)}) as bounds ("key", "value", "lower", "upper"))`;
    }
  };
}

function requireWhole(name: string, bounds: readonly Bound[]): void {
  if (bounds.length === 0) throw new Error(`split ${name} has no bounds`);
  for (const [key, parts] of Map.groupBy(bounds, (bound) => bound.key)) {
    const units = parts
      .map(({lower, upper}) => [exactUnits(lower, 12), exactUnits(upper, 12)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    let reached = 0n;
    for (const [lower, upper] of units) {
      if (lower !== reached || upper < lower) throw new Error(`split ${name}: the bounds of ${key} are not contiguous`);
      reached = upper;
    }
    if (reached !== one) throw new Error(`split ${name}: the shares of ${key} do not sum to one`);
  }
}
