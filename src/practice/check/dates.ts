import {isInEffect} from "../address.ts";
import type {Remark} from "../finding.ts";
import type {Path} from "../yaml-text.ts";
import type {Rule} from "./world.ts";

interface Dated {
  readonly id: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Entries of one id with days in common; days that end before they begin. */
export const effectiveDates: Rule = ({arrangement}) => {
  const {organisation, people, scopes} = arrangement;
  return [
    ...overlapping("unit", organisation.units, ["organisation", "units"]),
    ...overlapping("cost centre", organisation.costCentres, ["organisation", "costCentres"]),
    ...overlapping("person", people, ["people"]),
    ...backward("scope", scopes, ["scopes"])
  ];
};

/** Ids that may stand once only. */
export const uniqueIds: Rule = ({arrangement}) => {
  const {scopes, policies, duties} = arrangement;
  return [
    ...repeated("scope", scopes, ["scopes"], ({id}) => id),
    ...repeated("policy", policies, ["policies"], ({id}) => id),
    ...repeated("duty", duties, ["duties"], ({id}) => id),
    ...scopes.flatMap(({blocks, kpiTargets, overlaps}, index) => [
      ...repeated("block", blocks, ["scopes", index, "blocks"], ({capability}) => capability),
      ...repeated("KPI target", kpiTargets, ["scopes", index, "kpiTargets"], ({kpi}) => kpi),
      ...repeated("overlap rule", overlaps, ["scopes", index, "overlaps"], ({scope}) => scope)
    ])
  ];
};

function repeated<T>(what: string, items: readonly T[], path: Path, idOf: (item: T) => string): readonly Remark[] {
  return items.flatMap((item, index) => {
    const first = items.findIndex((other) => idOf(other) === idOf(item));
    if (first === index) return [];
    return [
      {
        severity: "error" as const,
        rule: "id-twice",
        message: `There are two of the ${what} ${idOf(item)}`,
        remedy: "Take one of them out, or give it an id of its own.",
        path: [...path, index]
      }
    ];
  });
}

function overlapping(what: string, items: readonly Dated[], path: Path): readonly Remark[] {
  const twice = items.flatMap((item, index) => {
    const other = items.slice(0, index).find((each) => each.id === item.id && haveDaysInCommon(each, item));
    if (other === undefined) return [];
    return [
      {
        severity: "error" as const,
        rule: "dates-overlap",
        message: `The ${what} ${item.id} stands twice for the same days: ${daysText(other)}, and ${daysText(item)}`,
        remedy: `Let the earlier entry end where the later one begins: to: ${item.from ?? other.from ?? "a day"} is the day after its last.`,
        path: [...path, index]
      }
    ];
  });
  return [...backward(what, items, path), ...twice];
}

function backward(what: string, items: readonly Dated[], path: Path): readonly Remark[] {
  return items.flatMap(({id, from, to}, index) => {
    if (from === undefined || to === undefined || from < to) return [];
    return [
      {
        severity: "error" as const,
        rule: "dates-order",
        message: `The ${what} ${id} ends (to ${to}) before it begins (from ${from})`,
        remedy: "Exchange the days; to is the day after the last one.",
        path: [...path, index, "to"]
      }
    ];
  });
}

export function haveDaysInCommon(a: Omit<Dated, "id">, b: Omit<Dated, "id">): boolean {
  const latest = [a.from, b.from]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  return latest === undefined
    ? true
    : isInEffect({...a, from: undefined}, latest) && isInEffect({...b, from: undefined}, latest);
}

function daysText({from, to}: Dated): string {
  if (from === undefined && to === undefined) return "always";
  return [from === undefined ? "" : `from ${from}`, to === undefined ? "until further notice" : `to ${to}`]
    .filter((part) => part !== "")
    .join(" ");
}
