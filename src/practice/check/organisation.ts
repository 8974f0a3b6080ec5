import {didYouMean} from "../../nearest.ts";
import {isInEffect} from "../address.ts";
import type {Remark} from "../finding.ts";
import type {Unit} from "../practice-file.ts";
import type {Path} from "../yaml-text.ts";
import {listed, type Rule, scopesIn} from "./world.ts";

/** Parents and cost centres that are there, and a tree without circles on every day. */
export const organisationTree: Rule = ({arrangement}) => {
  const {units, costCentres} = arrangement.organisation;
  const ids = units.map(({id}) => id);
  const centres = costCentres.map(({id}) => id);
  const missing = units.flatMap((unit, index) => [
    ...unknown("unit-parent", "unit", unit.parent, ids, ["organisation", "units", index, "parent"]),
    ...unknown("unit-cost-centre", "cost centre", unit.costCentre, centres, [
      "organisation",
      "units",
      index,
      "costCentre"
    ])
  ]);
  return [...missing, ...circles(units)];
};

function unknown(
  rule: string,
  what: string,
  id: string | undefined,
  ids: readonly string[],
  path: Path
): readonly Remark[] {
  if (id === undefined || ids.includes(id)) return [];
  return [
    {
      severity: "error",
      rule,
      message: `There is no ${what} ${id}${didYouMean(id, ids)}`,
      remedy:
        ids.length === 0 ? `Add it, or take the line out.` : `Add it, or name one of: ${listed(ids.toSorted(), 12)}.`,
      path
    }
  ];
}

/** Each circle once, on the first day that it is there. */
function circles(units: readonly Unit[]): readonly Remark[] {
  const days = ["0000-01-01", ...units.flatMap(({from}) => from ?? [])].toSorted();
  const known = new Set<string>();
  return days.flatMap((day) => {
    const now = units.flatMap((unit, index) => (isInEffect(unit, day) ? [{...unit, index}] : []));
    return now.flatMap((start) => {
      const way = wayUp(start.id, now);
      if (way === null) return [];
      const key = way.toSorted().join(" ");
      if (known.has(key)) return [];
      known.add(key);
      return [
        {
          severity: "error" as const,
          rule: "unit-cycle",
          message: `The units go in a circle: ${[...way, way[0] ?? ""].join(" → ")}${day === days[0] ? "" : `, from ${day}`}`,
          remedy: `Give one of them another parent, or none: ashlar practice plan --unset organisation.units.${start.id}.parent`,
          path: ["organisation", "units", start.index, "parent"]
        }
      ];
    });
  });
}

/** The units from one up to itself again, or null where the way ends. */
function wayUp(start: string, units: readonly Unit[]): readonly string[] | null {
  const parents = new Map(units.map(({id, parent}) => [id, parent]));
  const way: string[] = [];
  for (let here: string | undefined = start; here !== undefined && !way.includes(here); here = parents.get(here))
    way.push(here);
  return parents.get(way.at(-1) ?? "") === start ? way : null;
}

/** Units of people that are there. */
export const unitsOfPeople: Rule = ({arrangement}) => {
  const ids = arrangement.organisation.units.map(({id}) => id);
  return arrangement.people.flatMap(({unit}, index) =>
    unknown("person-unit", "unit", unit, ids, ["people", index, "unit"])
  );
};

/** Everybody who owns, decides or approves is one of the people, and still there. */
export const owners: Rule = ({arrangement, today}) => {
  const {organisation, people} = arrangement;
  const ids = people.map(({id}) => id);
  const named: {
    readonly id: string | undefined;
    readonly path: Path;
    readonly scope?: string;
    readonly capability?: string;
  }[] = [
    ...organisation.units.map(({owner}, index) => ({id: owner, path: ["organisation", "units", index, "owner"]})),
    ...organisation.costCentres.map(({owner}, index) => ({
      id: owner,
      path: ["organisation", "costCentres", index, "owner"]
    })),
    ...scopesIn({arrangement}).flatMap(({scope, index}) => [
      {id: scope.decisionOwner, path: ["scopes", index, "decisionOwner"], scope: scope.id},
      ...scope.blocks.flatMap(({owner, approved, capability}, at) => [
        {id: owner, path: ["scopes", index, "blocks", at, "owner"], scope: scope.id, capability},
        {id: approved?.by, path: ["scopes", index, "blocks", at, "approved", "by"], scope: scope.id, capability}
      ])
    ])
  ];
  return named.flatMap(({id, ...where}): readonly Remark[] => {
    if (id === undefined) return [];
    const entries = people.filter((person) => person.id === id);
    if (entries.length === 0) {
      return [
        {
          severity: "error",
          rule: "owner-unknown",
          message: `There is no person ${id}${didYouMean(id, ids)}`,
          remedy:
            ids.length === 0
              ? `Add the person first: ashlar practice plan people.${id}.name=NAME 'people.${id}.personas=[…]'`
              : `Name one of the people, or add ${id}: ${listed(ids.toSorted(), 12)} are there.`,
          ...where
        }
      ];
    }
    if (where.path.at(-1) === "by" || entries.some((person) => isInEffect(person, today))) return [];
    return [
      {
        severity: "warning",
        rule: "owner-absent",
        message: `${entries[0]?.name ?? id} (${id}) does not take part today`,
        remedy: "Name somebody else, or correct the days of the person.",
        ...where
      }
    ];
  });
};
