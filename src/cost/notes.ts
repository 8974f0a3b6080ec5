import type {CanonicalQuestion} from "./canonical-question.ts";
import {leavesOutPurchases} from "./metric.ts";
import type {Converter} from "./rates.ts";

/** What a reader of the answer should know besides its numbers. */
export function notesOf(
  question: CanonicalQuestion,
  converter: Converter | null,
  isLimited: boolean
): readonly string[] {
  const partial = question.metric.filter(leavesOutPurchases);
  return [
    ...(partial.length === 0
      ? []
      : [
          `Purchases of commitments are left out of ${partial.join(", ")}: the usage that they cover carries these costs.`
        ]),
    ...(question.axis === "billing"
      ? ["Charges count in the month they are invoiced for, not when they were used."]
      : []),
    ...(question.without.length === 0 ? [] : [`Left out: ${question.without.join(", ")}.`]),
    ...(converter === null
      ? []
      : [
          `Converted to ${converter.target} by rate set ${converter.set} (revision ${converter.revision}), basis ${converter.basis}.`
        ]),
    ...(isLimited ? ["Only charges that you may see are counted."] : [])
  ];
}
