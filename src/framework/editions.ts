import {type Context, operation, type Output} from "../operation.ts";
import {frameworkEditions as editionsContract} from "./contract.ts";
import {chosenEdition, frameworkIn} from "./open.ts";
import {partNames} from "./part-names.ts";

export const frameworkEditionsOperation = operation(editionsContract, (_, context) => frameworkEditions(context));

/** Every edition that can be used, and a note for each own file that cannot. */
export async function frameworkEditions(context: Context): Promise<Output<typeof editionsContract>> {
  const {editions, faults, newest} = await frameworkIn(context);
  const inUse = (await chosenEdition(context)) ?? newest.id;
  return {
    source: newest.source,
    licence: newest.licence,
    rows: editions.map((each) => ({
      edition: each.id,
      title: each.title,
      released: each.released ?? null,
      capabilities: each.capabilities.length,
      kpis: each.kpis.length,
      own: each.own,
      inUse: each.id === inUse,
      extends: each.extends,
      file: each.file,
      changes: each.changes,
      basis: partNames.map((part) => {
        const {confidence, basis, note} = each.parts[part];
        return {part, confidence, basis, note: note ?? null};
      })
    })),
    notes: faults.map(
      ({file, findings}) =>
        `${file} is not used: ${findings[0]?.message ?? "it has a mistake"}. See: ashlar framework check ${file}`
    )
  };
}
