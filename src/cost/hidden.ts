import type {Dataset} from "../focus/dataset.ts";
import type {Caller} from "../operation.ts";
import {findField} from "./field.ts";
import {type MetricName, metrics} from "./metric.ts";

/** Which columns of charges and of files a caller must not see. */
export interface Hidden {
  column(name: string): boolean;
  /** A key of the map `x`. */
  extension(key: string): boolean;
  /** A dataset that tells what is hidden, whatever its columns are called. */
  dataset(dataset: Dataset): boolean;
}

const money = /(Billed|Effective|Contracted|List)(Cost|UnitPrice)/;

/**
 * A mask of a cost hides everything that would tell it: the unit price and the same in another currency, of whatever
 * dataset, and columns of vendors with that in their name. A mask of a unit price hides unit prices. Rates that were
 * negotiated are the subject of the contracts, so that any mask of money hides those whole.
 */
export function hiddenFrom(caller: Caller): Hidden {
  const names = caller.masked.flatMap(columnsOfMask);
  const parts = names.flatMap((name) => {
    const [, word = "", what] = money.exec(name) ?? [];
    if (word === "") return [];
    return what === "Cost" ? [`${word}Cost`, `${word}UnitPrice`] : [`${word}UnitPrice`];
  });
  const tells = (name: string): boolean =>
    parts.some((part) => name.toLowerCase().includes(part.toLowerCase())) ||
    (parts.length > 0 && name === "ContractApplied");
  return {
    column: (name) => names.includes(name) || tells(name),
    extension: (key) =>
      caller.masked.some((mask) => mask === "x" || keyOf(mask) === key) || names.includes(key) || tells(key),
    dataset: (dataset) => dataset === "ContractCommitment" && parts.length > 0
  };
}

/** A map is hidden whole where one of its keys is, except the extensions, which are columns of their own in a file. */
function columnsOfMask(mask: string): readonly string[] {
  if (mask === "Tags" || mask === "x") return [mask];
  if (isMetric(mask)) {
    const {columns, unit} = metrics[mask];
    return unit === null ? columns : [...columns, unit];
  }
  const field = findField(mask);
  if (field === null) return [mask];
  if (field.kind === "tag") return ["Tags"];
  return field.kind === "column" ? [field.name] : [];
}

function keyOf(mask: string): string | null {
  const field = findField(mask);
  return field?.kind === "extension" ? field.key : null;
}

function isMetric(name: string): name is MetricName {
  return Object.hasOwn(metrics, name);
}
