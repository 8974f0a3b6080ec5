import type {Dialect} from "../engine/dialect.ts";
import type {Cell} from "../engine/engine.ts";
import type {Query} from "../engine/query.ts";
import type {Field} from "./field.ts";
import type {Terms} from "./terms.ts";

/**
 * What a question can be grouped by: a provider that maps a charge to (value, share) pairs whose shares sum to one.
 * A column or a tag gives one value with the whole share and says it as an expression of the charge; a shared
 * dimension gives a relation of bounds to which charges are joined by a key.
 */
export type Dimension = PlainDimension | SharedDimension;

export interface PlainDimension {
  readonly kind: "plain";
  /** Its canonical name. */
  readonly name: string;
  /** What it reads of a charge. */
  readonly fields: readonly Field[];
  /** The SQL type of its values. */
  readonly type: "text" | "instant";
  value(terms: Terms): Query;
  /** The value as answers show it. */
  show(cell: Cell): string | null;
}

/**
 * The shares of one key as cumulative bounds: decimals with at most 12 digits after the point, contiguous from 0 to 1.
 * With R rounding to 18 decimals, the piece of an amount is R(amount × upper) − R(amount × lower): the pieces
 * telescope, and their sum is the amount to the last digit.
 */
export interface SharedDimension {
  readonly kind: "shared";
  readonly name: string;
  readonly fields: readonly Field[];
  /** The key of a charge, as text; a charge whose key has no bounds counts whole, without a value. */
  key(terms: Terms): Query;
  /** A relation with the columns `key` and `value` (text), `lower` and `upper` (DECIMAL(18,12)). */
  bounds(dialect: Dialect): Query;
}
