import {UserError} from "../../errors.ts";
import type {PlainDimension} from "../dimension.ts";
import type {Field} from "../field.ts";
import {valueOf} from "../terms.ts";

/** A column, tag or extension as a dimension: instants by the day they are in, a billing period by its month. */
export function fieldDimension(field: Field): PlainDimension {
  const {name} = field;
  switch (field.type) {
    case "text":
      return {
        kind: "plain",
        name,
        fields: [field],
        type: "text",
        value: (terms) => valueOf(field, terms),
        show: (cell) => (typeof cell === "string" ? cell : null)
      };
    case "month":
    case "instant": {
      const length = field.type === "month" ? "2026-10".length : "2026-10-01".length;
      return {
        kind: "plain",
        name,
        fields: [field],
        type: "instant",
        value: (terms) => terms.dialect.bucket("day", valueOf(field, terms)),
        show: (cell) => (typeof cell === "string" ? cell.slice(0, length) : null)
      };
    }
    case "decimal":
      throw new UserError("question.invalid", `${name} holds amounts, and a question is not grouped by amounts`, {
        remedy: "Ask for it as a metric, or compare it in the filter."
      });
  }
}
