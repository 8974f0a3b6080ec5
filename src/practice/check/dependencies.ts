import {isInEffect} from "../address.ts";
import type {Remark} from "../finding.ts";
import type {Scope} from "../practice-file.ts";
import {listed, type Rule, type World, scopesIn} from "./world.ts";

/**
 * Capabilities whose results active ones use and that nobody works on: one remark for each that is missing in a scope,
 * with all that use it, so that one decision settles it. A block that is inactive with a reason is a decision.
 */
export const dependencies: Rule = (world) => scopesIn(world).flatMap(({scope, index}) => missing(scope, index, world));

function missing(scope: Scope, index: number, world: World): readonly Remark[] {
  const {edition, rules, arrangement} = world;
  const title = (slug: string): string => edition.capabilities.find((each) => each.slug === slug)?.title ?? slug;
  const state = (slug: string): string | undefined => scope.blocks.find(({capability}) => capability === slug)?.state;
  const active = scope.blocks.filter((block) => block.state === "active").map(({capability}) => capability);
  const users = new Map<string, {readonly stated: string[]; readonly inferred: string[]}>();
  for (const user of active) {
    for (const {from, basis} of edition.needsOf(user)) {
      if (state(from) !== undefined) continue;
      const entry = users.get(from) ?? {stated: [], inferred: []};
      (basis === "inferred" ? entry.inferred : entry.stated).push(user);
      users.set(from, entry);
    }
  }
  return [...users].map(([slug, {stated, inferred}]): Remark => {
    const elsewhere = arrangement.scopes.find(
      (other) =>
        other.id !== scope.id &&
        other.status === "active" &&
        other.blocks.some((block) => block.capability === slug && block.state === "active")
    );
    const grave = stated.length >= rules.dependencyUsers.value && elsewhere === undefined;
    const said =
      stated.length === 0 ? "" : `${listed(stated.map(title))} ${stated.length === 1 ? "uses" : "use"} its results`;
    const ours = inferred.length === 0 ? "" : `${listed(inferred.map(title))} would gain by it`;
    return {
      severity: grave ? "warning" : "hint",
      rule: stated.length > 0 ? "dependency-stated" : "dependency-inferred",
      message: `${title(slug)} is not in ${scope.title}: ${[said, ours].filter((part) => part !== "").join("; ")}${elsewhere === undefined ? "" : ` (it is active in ${elsewhere.title})`}`,
      remedy: `Decide on it: ashlar practice plan scopes.${scope.id}.blocks.${slug}.state=watch (or active); or inactive with a reason, if its results come from elsewhere.`,
      path: ["scopes", index, "blocks"],
      scope: scope.id,
      capability: slug
    };
  });
}

/** Core personas of active capabilities that nobody is. */
export const absentPersonas: Rule = (world) => {
  const {arrangement, edition, today} = world;
  const here = new Set(
    arrangement.people.filter((person) => isInEffect(person, today)).flatMap(({personas}) => personas)
  );
  const active = [
    ...new Set(
      scopesIn(world).flatMap(({scope}) =>
        scope.blocks.filter(({state}) => state === "active").map(({capability}) => capability)
      )
    )
  ];
  if (active.length === 0) return [];
  return edition.personas.flatMap((persona): readonly Remark[] => {
    if (persona.group !== "core" || here.has(persona.slug)) return [];
    const without = edition.capabilities.filter(
      ({slug, personas}) => active.includes(slug) && personas?.core.includes(persona.slug) === true
    );
    if (without.length === 0) return [];
    return [
      {
        severity: "warning",
        rule: "persona-absent",
        message: `Nobody is ${persona.title}, a core persona of ${listed(without.map((each) => each.title))}`,
        remedy: `Add who that is: ashlar practice plan 'people.ID={name: NAME, personas: [${persona.slug}]}', or add the persona to somebody.`,
        path: ["people"]
      }
    ];
  });
};

/** Active capabilities that nobody owns. */
export const unowned: Rule = (world) =>
  scopesIn(world).flatMap(({scope, index}): readonly Remark[] => {
    const without = scope.blocks.filter(({state, owner}) => state === "active" && owner === undefined);
    if (without.length === 0) return [];
    const titles = without.map(
      ({capability}) => world.edition.capabilities.find(({slug}) => slug === capability)?.title ?? capability
    );
    return [
      {
        severity: "hint",
        rule: "block-owner",
        message: `Nobody owns ${listed(titles)} in ${scope.title}`,
        remedy: `Name a person: ashlar practice plan scopes.${scope.id}.blocks.${without[0]?.capability ?? ""}.owner=PERSON`,
        path: ["scopes", index, "blocks"],
        scope: scope.id
      }
    ];
  });
