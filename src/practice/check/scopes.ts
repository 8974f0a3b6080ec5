import {parseFilter} from "../../cost/filter/parse.ts";
import {UserError} from "../../errors.ts";
import type {Remark} from "../finding.ts";
import type {Scope} from "../practice-file.ts";
import {listed, type Rule, type World, scopesIn} from "./world.ts";

/** What every scope says: who decides, what it is about, why something is left out. */
export const scopeBasics: Rule = (world) =>
  scopesIn(world).flatMap(({scope, index}) => [...basics(scope, index), ...blocksOf(scope, index, world)]);

function basics(scope: Scope, index: number): readonly Remark[] {
  const remarks: Remark[] = [];
  if (scope.decisionOwner === undefined) {
    remarks.push({
      severity: scope.status === "draft" ? "warning" : "error",
      rule: "decision-owner",
      message: `Nobody decides on the scope ${scope.title}`,
      remedy: `Name the person who does: ashlar practice plan scopes.${scope.id}.decisionOwner=PERSON`,
      path: ["scopes", index],
      scope: scope.id
    });
  }
  if (scope.filter !== undefined) {
    try {
      parseFilter(scope.filter);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      remarks.push({
        severity: "error",
        rule: "filter-unreadable",
        message: `The filter of the scope ${scope.title} cannot be read: ${error.message.replace(/^Filter: /, "")}`,
        remedy: error.remedy ?? "Write it as in ashlar cost --filter.",
        path: ["scopes", index, "filter"],
        scope: scope.id
      });
    }
  }
  return remarks;
}

function blocksOf(scope: Scope, index: number, {edition}: World): readonly Remark[] {
  const highest = edition.maturity.levels.filter(({official}) => official).at(-1)?.slug;
  return scope.blocks.flatMap((block, at): readonly Remark[] => {
    const title = edition.capabilities.find(({slug}) => slug === block.capability)?.title ?? block.capability;
    const where = {scope: scope.id, capability: block.capability};
    const path = ["scopes", index, "blocks", at];
    const remarks: Remark[] = [];
    if (block.state === "inactive" && block.reason === undefined) {
      remarks.push({
        severity: "error",
        rule: "inactive-reason",
        message: `${title} is inactive in ${scope.title}, and nothing says why`,
        remedy: `Say it: ashlar practice plan 'scopes.${scope.id}.blocks.${block.capability}.reason=WHY'`,
        path: [...path, "state"],
        ...where
      });
    }
    if (
      block.state === "active" &&
      highest !== undefined &&
      block.target === highest &&
      block.valueCase === undefined
    ) {
      remarks.push({
        severity: "warning",
        rule: "run-value-case",
        message: `${title} in ${scope.title} aims at ${highest}, and nothing says what that is worth`,
        remedy: "Give the case as valueCase, or aim lower: the highest level everywhere is no aim.",
        path: [...path, "target"],
        ...where
      });
    }
    return remarks;
  });
}

/** Money that goes to others stands on something that somebody has approved. */
export const approvals: Rule = (world) =>
  scopesIn(world).flatMap(({scope, index}) =>
    world.rules.approvals.flatMap(({active, needs}): readonly Remark[] => {
      const at = scope.blocks.findIndex((block) => block.capability === active && block.state === "active");
      if (at < 0) return [];
      const base = scope.blocks.find((block) => block.capability === needs);
      if (base?.state === "active" && base.approved !== undefined) return [];
      const title = (slug: string): string =>
        world.edition.capabilities.find((each) => each.slug === slug)?.title ?? slug;
      return [
        {
          severity: "error",
          rule: "chargeback-allocation",
          message: `${title(active)} is active in ${scope.title} without an approved view of ${title(needs)}`,
          remedy: `Activate ${title(needs)} there and say who approved its view: approved: {by: PERSON, on: DAY}; or set ${title(active)} to watch.`,
          path: ["scopes", index, "blocks", at, "state"],
          scope: scope.id,
          capability: active
        }
      ];
    })
  );

/** KPI targets whose inputs are there or on their way. */
export const kpiInputs: Rule = (world) => {
  const {edition, framework, arrangement, present, rules} = world;
  const title = (id: string): string => framework.dataDomains.find((domain) => domain.id === id)?.title ?? id;
  return scopesIn(world).flatMap(({scope, index}) =>
    scope.kpiTargets.flatMap(({kpi}, at): readonly Remark[] => {
      const found = edition.kpis.find(({slug}) => slug === kpi);
      const absent = (found?.dataDomains ?? []).filter((id) => !present.has(id) && !arrangement.planned.includes(id));
      const unplanned = absent.filter((id) => !rules.readable.includes(id));
      const path = ["scopes", index, "kpiTargets", at];
      if (found === undefined || absent.length === 0) return [];
      if (unplanned.length === 0) {
        return [
          {
            severity: "hint",
            rule: "kpi-waits",
            message: `${found.title} cannot be measured in ${scope.title} yet: there is no data on ${listed(absent.map(title))}`,
            remedy: "Ingest it: ashlar ingest FILE-OR-FOLDER --source NAME",
            path,
            scope: scope.id
          }
        ];
      }
      return [
        {
          severity: "error",
          rule: "kpi-inputs",
          message: `${found.title} has a target in ${scope.title}, and its inputs are neither there nor planned: ${listed(unplanned.map(title))}`,
          remedy: `Plan them (planned: [${unplanned.join(", ")}]), or take the target out.`,
          path,
          scope: scope.id
        }
      ];
    })
  );
};

/** How many things are begun at once. */
export const bounds: Rule = (world) => {
  const {arrangement, framework, applied} = world;
  const usual = framework.starters.limits;
  const {limits} = arrangement;
  const remarks: Remark[] = [];
  const active = arrangement.scopes.filter(({status}) => status === "active");
  const mostScopes = limits.activeScopes ?? usual.activeScopes;
  if (active.length > mostScopes) {
    remarks.push({
      severity: "warning",
      rule: "active-scopes",
      message: `${active.length} scopes are active; more than ${mostScopes} are hard to keep up`,
      remedy: "Retire or merge those whose question is answered.",
      path: ["scopes"]
    });
  }
  for (const {scope, index} of scopesIn(world)) {
    const where = {path: ["scopes", index, "blocks"], scope: scope.id};
    const now = activeIn(scope);
    const before = applied?.scopes.find(({id}) => id === scope.id);
    const known = before === undefined ? [] : activeIn(before);
    const added = now.filter((id) => !known.includes(id));
    const most =
      known.length === 0
        ? (limits.firstActive ?? usual.firstIteration.most)
        : (limits.laterActive ?? usual.laterAdditions);
    if (added.length > most) {
      remarks.push({
        severity: "warning",
        rule: known.length === 0 ? "first-active" : "later-active",
        message:
          known.length === 0
            ? `${scope.title} begins with ${added.length} capabilities at once; ${most} are enough at first`
            : `${scope.title} adds ${added.length} capabilities at once; ${most} are enough beside those that it has`,
        remedy: "Begin with those of the greatest value, and set the others to watch.",
        ...where
      });
    }
    const goals = limits.goals ?? usual.goals;
    if (scope.kpiTargets.length > goals) {
      remarks.push({
        severity: "warning",
        rule: "goals",
        message: `${scope.title} has ${scope.kpiTargets.length} KPI targets; more than ${goals} goals at once are hard to reach`,
        remedy: "Keep those that the decision depends on.",
        path: ["scopes", index, "kpiTargets"],
        scope: scope.id
      });
    }
  }
  return remarks;
};

function activeIn(scope: Scope): readonly string[] {
  return scope.blocks.filter(({state}) => state === "active").map(({capability}) => capability);
}

const spans = {
  daily: {days: 1},
  weekly: {weeks: 1},
  biweekly: {weeks: 2},
  monthly: {months: 1},
  quarterly: {months: 3},
  "semi-annual": {months: 6},
  annual: {years: 1}
} as const;

/** Scopes are looked over as often as they say. */
export const reviews: Rule = (world) =>
  scopesIn(world).flatMap(({scope, index}): readonly Remark[] => {
    if (scope.status !== "active") return [];
    const since = scope.reviewed ?? scope.from;
    if (scope.review === undefined) {
      return [
        {
          severity: "hint",
          rule: "review-unset",
          message: `Nothing says how often the scope ${scope.title} is looked over`,
          remedy: `Say it: ashlar practice plan scopes.${scope.id}.review=quarterly`,
          path: ["scopes", index],
          scope: scope.id
        }
      ];
    }
    if (since === undefined) return [];
    const missed = world.arrangement.limits.missedReviews ?? world.rules.missedReviews.value;
    let due = Temporal.PlainDate.from(since);
    for (let n = 0; n < missed; n += 1) due = due.add(spans[scope.review]);
    if (Temporal.PlainDate.compare(due, world.today) >= 0) return [];
    return [
      {
        severity: "warning",
        rule: "review-missed",
        message: `The scope ${scope.title} was last looked over on ${since}, and should be so ${scope.review}`,
        remedy: `Look it over, then: ashlar practice plan scopes.${scope.id}.reviewed=${world.today}; or retire it.`,
        path: ["scopes", index, scope.reviewed === undefined ? "review" : "reviewed"],
        scope: scope.id
      }
    ];
  });
