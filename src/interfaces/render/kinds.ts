import type {Contract} from "../../operation.ts";
import {type Fields, isFields} from "./cells.ts";
import {type FieldKind, fieldKinds} from "./fields.ts";

/** Kinds of the fields of the rows where the contract's schema cannot tell them. */
const own: Readonly<Record<string, (field: string, output: unknown) => FieldKind>> = {
  cost: costKind,
  rows: chargeKind
};

/** The kind of each field of the rows of an answer; `name` is the field that holds them, null where it is a row itself. */
export function kindsOf(contract: Contract, output: unknown, name: string | null): (field: string) => FieldKind {
  const known = own[contract.name];
  if (known !== undefined) return (field) => known(field, output);
  return name === null ? fieldKinds(contract) : fieldKinds(contract, name);
}

/** Amounts and changes are numbers; dimension values never are, whatever they look like. */
export function costKind(field: string, output: unknown): FieldKind {
  return isOfMetric(field, metricsAsked(isFields(output) ? output : {})) ? "amount" : "text";
}

/** Costs, prices and quantities are known by the names that FOCUS gives them. */
export function chargeKind(field: string): FieldKind {
  if (field.endsWith("Cost") || /^(billed|effective|contracted|list)$/.test(field)) return "amount";
  return /(Price|Quantity)$/.test(field) ? "exact" : "text";
}

/** The metrics of the question that an answer to a cost question repeats. */
export function metricsAsked({question}: Fields): readonly string[] {
  const metric = isFields(question) ? question["metric"] : null;
  return Array.isArray(metric) ? metric.map(String) : [];
}

/** Whether a field is an amount of one of these metrics, or what it is compared with, or its change. */
export function isOfMetric(field: string, metrics: readonly string[]): boolean {
  return metrics.some((metric) => field === metric || field.startsWith(`${metric}_`));
}
