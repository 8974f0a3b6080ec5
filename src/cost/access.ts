import {UserError} from "../errors.ts";
import type {Caller} from "../operation.ts";
import {type Field, fieldNamed} from "./field.ts";
import type {Filter} from "./filter/filter.ts";
import {parseFilter} from "./filter/parse.ts";
import {hiddenFrom} from "./hidden.ts";
import {type MetricName, metrics} from "./metric.ts";

/** The filter that every charge a caller sees must meet; null sees all. */
export function rowFilterOf({rowFilter}: Caller): Filter | null {
  return rowFilter === null ? null : parseFilter(rowFilter);
}

/** Whether a caller must not see a column, tag or extension; a mask of a map covers all its keys, one of a cost all that tells it. */
export function isMasked(caller: Caller, field: Field): boolean {
  const hidden = hiddenFrom(caller);
  if (field.kind === "column" && hidden.column(field.name)) return true;
  if (field.kind === "extension" && hidden.extension(field.key)) return true;
  const names = [field.name, ...(field.kind === "tag" ? ["Tags"] : field.kind === "extension" ? ["x"] : [])];
  return caller.masked.some((mask) => names.includes(mask) || names.includes(canonicalName(mask)));
}

export function isMetricMasked(caller: Caller, name: MetricName): boolean {
  if (caller.masked.includes(name)) return true;
  const {columns, unit} = metrics[name];
  return [...columns, ...(unit === null ? [] : [unit])].some((column) =>
    caller.masked.some((mask) => column === canonicalName(mask))
  );
}

/** Throws `UserError` caller.refused where a question would show or compare what its caller must not see. */
export function refuseMasked(caller: Caller, names: readonly MetricName[], fields: readonly Field[]): void {
  const hidden = [
    ...names.filter((name) => isMetricMasked(caller, name)),
    ...fields.filter((field) => isMasked(caller, field)).map(({name}) => name)
  ];
  if (hidden.length === 0) return;
  throw new UserError("caller.refused", `${caller.id} may not see ${[...new Set(hidden)].join(", ")}`, {
    remedy: "Leave it out, or ask whoever gives the permissions."
  });
}

function canonicalName(mask: string): string {
  if (mask === "Tags" || mask === "x" || Object.hasOwn(metrics, mask)) return mask;
  return fieldNamed(mask).name;
}
