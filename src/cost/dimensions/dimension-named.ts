import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import type {Dimension} from "../dimension.ts";
import {fieldNames, findField, unknownFieldRemedy} from "../field.ts";
import {fieldDimension} from "./field-dimension.ts";

/**
 * The dimension a name means: one of `others` (the practice's own), or a column, alias, tag or extension.
 * Throws `UserError` question.invalid with the name that was probably meant.
 */
export function dimensionNamed(name: string, others: readonly Dimension[] = []): Dimension {
  const own = others.find((dimension) => dimension.name === name);
  if (own !== undefined) return own;
  const field = findField(name);
  if (field !== null) return fieldDimension(field);
  const names = [...others.map((dimension) => dimension.name), ...fieldNames()];
  const message = `There is no column or dimension "${name.slice(0, 80)}"${didYouMean(name, names)}`;
  throw new UserError("question.invalid", message, {remedy: unknownFieldRemedy});
}
