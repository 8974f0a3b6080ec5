import type {Query} from "../../engine/query.ts";
import type {FocusVersion} from "../column.ts";
import type {Flavour} from "../flavours.data.ts";

/**
 * A known fault of a vendor's FOCUS export and how it is mended. It works on lake columns (typed, by their newest names),
 * which all rules of a file see as they were delivered. What was mended stands in `x_SourceChanges` of the row.
 * No repair may touch BilledCost.
 */
export interface Repair {
  /** Kebab-case; what `x_SourceChanges` lists. */
  readonly id: string;
  readonly flavour: Flavour;
  /** Versions of the export that have the fault, both inclusive. */
  readonly from: FocusVersion;
  readonly to: FocusVersion;
  readonly column: string;
  /** Columns of the delivery without which it is not applied. */
  readonly needs: readonly string[];
  /** What is wrong and what is done, in a sentence, with its source. */
  readonly about: string;
  /** True for a row that has the fault. */
  when(column: (name: string) => Query): Query;
  value(column: (name: string) => Query): Query;
}
