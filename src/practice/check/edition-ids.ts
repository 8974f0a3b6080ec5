import type {Edition, Framework, Mapping} from "../../framework/framework.ts";
import {didYouMean} from "../../nearest.ts";
import type {Remark} from "../finding.ts";
import type {Path} from "../yaml-text.ts";
import {listed, type Rule, scopesIn} from "./world.ts";

type Where = Pick<Remark, "path" | "scope" | "capability">;

/** Every capability that the practice names is in its edition. */
export const capabilities: Rule = ({arrangement, framework, edition}) => {
  const blocks = scopesIn({arrangement}).flatMap(({scope, index}) =>
    scope.blocks.map(({capability}, at) => ({
      id: capability,
      where: {path: ["scopes", index, "blocks", at, "capability"], scope: scope.id, capability}
    }))
  );
  const duties = arrangement.duties.flatMap(({capability}, index) =>
    capability === undefined ? [] : [{id: capability, where: {path: ["duties", index, "capability"], capability}}]
  );
  return [...blocks, ...duties].flatMap(({id, where}) => capabilityRemark(id, where, framework, edition));
};

function capabilityRemark(id: string, where: Where, framework: Framework, edition: Edition): readonly Remark[] {
  const ids = edition.capabilities.map(({slug}) => slug);
  if (ids.includes(id)) return [];
  const others = framework.editions.filter(
    (other) => other.id !== edition.id && other.capabilities.some(({slug}) => slug === id)
  );
  const base = edition.own && (others.some((other) => other.id === edition.extends) || edition.extends === edition.id);
  if (base) {
    return [
      {
        severity: "error",
        rule: "capability-dropped",
        message: `Edition ${edition.id} (${edition.file}) leaves out ${id}, which is in use here`,
        remedy: `Keep it in ${edition.file}, or take this out of the practice first.`,
        ...where
      }
    ];
  }
  const [moved] = others.length === 0 ? [] : mappings(framework, id, edition.id).filter(({ids}) => ids.length > 0);
  if (moved !== undefined) {
    return [
      {
        severity: "error",
        rule: "capability-unknown",
        message: `Edition ${edition.id} has no capability ${id}: that is its name in ${moved.from}, and here it is ${listed(moved.ids)}`,
        remedy: `Write ${moved.ids[0] ?? ""}, or let the practice be moved: ashlar practice plan --upgrade ${edition.id}`,
        ...where
      }
    ];
  }
  const dropped = edition.own && others.length > 0;
  return [
    {
      severity: "error",
      rule: dropped ? "capability-dropped" : "capability-unknown",
      message: dropped
        ? `Edition ${edition.id} (${edition.file}) has no capability ${id}, which is in use here; edition ${others[0]?.id ?? ""} has it`
        : `There is no capability ${id} in edition ${edition.id}${didYouMean(id, ids)}`,
      remedy: dropped
        ? `Add it to ${edition.file}, or take this out of the practice first.`
        : `See: ashlar framework list capabilities --edition ${edition.id}`,
      ...where
    }
  ];
}

function mappings(framework: Framework, id: string, to: string): readonly Mapping[] {
  try {
    return framework.map(id, undefined, to);
  } catch {
    return [];
  }
}

/** Targets, personas, technology categories and KPIs that the edition knows. */
export const namesOfEdition: Rule = (world) => {
  const {arrangement, edition} = world;
  const levels = edition.maturity.levels.map(({slug}) => slug);
  const personas = edition.personas.map(({slug}) => slug);
  const categories = edition.technologyCategories.map(({slug}) => slug);
  const one = (
    rule: string,
    what: string,
    id: string,
    ids: readonly string[],
    where: Where,
    list: string
  ): readonly Remark[] => {
    if (ids.includes(id)) return [];
    // Of an edition whose part is not known nothing can be said.
    if (ids.length === 0) return [];
    return [
      {
        severity: "error",
        rule,
        message: `Edition ${edition.id} has no ${what} ${id}${didYouMean(id, ids)}`,
        remedy:
          ids.length <= 12
            ? `It has ${listed(ids, 12)}.`
            : `See: ashlar framework list ${list} --edition ${edition.id}`,
        ...where
      }
    ];
  };
  return [
    ...scopesIn(world).flatMap(({scope, index}) => [
      ...scope.blocks.flatMap(({target, capability}, at) =>
        target === undefined
          ? []
          : one(
              "target-unknown",
              "maturity level",
              target,
              levels,
              {path: ["scopes", index, "blocks", at, "target"], scope: scope.id, capability},
              "maturity"
            )
      ),
      ...scope.categories.flatMap((id, at) =>
        one(
          "category-unknown",
          "technology category",
          id,
          categories,
          {path: ["scopes", index, "categories", at], scope: scope.id},
          "technology-categories"
        )
      ),
      ...scope.kpiTargets.flatMap(({kpi}, at) =>
        one(
          "kpi-unknown",
          "KPI",
          kpi,
          edition.kpis.map(({slug}) => slug),
          {path: ["scopes", index, "kpiTargets", at, "kpi"], scope: scope.id},
          "kpis"
        )
      )
    ]),
    ...arrangement.people.flatMap((person, index) =>
      person.personas.flatMap((id, at) =>
        one("persona-unknown", "persona", id, personas, {path: ["people", index, "personas", at]}, "personas")
      )
    ),
    ...arrangement.duties.flatMap(({accountable, responsible}, index) => [
      ...accountable.flatMap((id, at) =>
        one("persona-unknown", "persona", id, personas, {path: ["duties", index, "accountable", at]}, "personas")
      ),
      ...responsible.flatMap((id, at) =>
        one("persona-unknown", "persona", id, personas, {path: ["duties", index, "responsible", at]}, "personas")
      )
    ])
  ];
};

/** A part of leadership is said of people who are of a persona that has such parts. */
export const variants: Rule = ({arrangement, edition}) =>
  arrangement.people.flatMap(({variant, personas, name}, index): readonly Remark[] => {
    if (variant === undefined || edition.personas.every((each) => each.variants.length === 0)) return [];
    const fits = edition.personas.some(
      (each) => personas.includes(each.slug) && each.variants.some(({slug}) => slug === variant)
    );
    if (fits) return [];
    return [
      {
        severity: "warning",
        rule: "variant-persona",
        message: `${name} is ${variant}, and of no persona that has this part`,
        remedy: "Add the persona (leadership), or take the variant out.",
        path: ["people", index, "variant"]
      }
    ];
  });

/** Ids of scopes in policies and overlap rules, and of data domains that are planned. */
export const otherIds: Rule = ({arrangement, framework}) => {
  const ids = arrangement.scopes.map(({id}) => id);
  const scope = (id: string, path: Path, own?: string): readonly Remark[] =>
    ids.includes(id) && id !== own
      ? []
      : [
          {
            severity: "error",
            rule: "scope-unknown",
            message: id === own ? `The scope ${id} names itself` : `There is no scope ${id}${didYouMean(id, ids)}`,
            remedy: `The scopes are ${listed(ids, 12)}.`,
            path,
            scope: own
          }
        ];
  const domains = framework.dataDomains.map((domain) => domain.id);
  return [
    ...arrangement.policies.flatMap((policy, index) =>
      policy.scope === undefined ? [] : scope(policy.scope, ["policies", index, "scope"])
    ),
    ...arrangement.scopes.flatMap((each, index) =>
      each.overlaps.flatMap((overlap, at) => scope(overlap.scope, ["scopes", index, "overlaps", at, "scope"], each.id))
    ),
    ...arrangement.planned.flatMap((id, index): readonly Remark[] =>
      domains.includes(id)
        ? []
        : [
            {
              severity: "warning",
              rule: "data-domain-unknown",
              message: `There is no data domain ${id}${didYouMean(id, domains)}`,
              remedy: "See: ashlar framework list data-domains",
              path: ["planned", index]
            }
          ]
    )
  ];
};
