import type {z} from "zod";
import {UserError} from "../../errors.ts";
import type {Framework} from "../../framework/framework.ts";
import {parseThreshold} from "../../framework/threshold.ts";
import {addressParts, splitAssignment, unknownItem} from "../address.ts";
import type {ReadArrangement, WholeArrangement} from "../arrangement.ts";
import {whole} from "../arrangement.ts";
import type {CheckRules} from "../check/rules.ts";
import type {practicePlan} from "../contract.ts";
import {type Edit, edited, valueFromText} from "./edit.ts";
import {upgradeEdits} from "./upgrade.ts";

type Requested = Pick<
  z.output<typeof practicePlan.input>,
  "set" | "unset" | "starter" | "preset" | "scope" | "upgrade"
>;

export interface Around {
  readonly framework: Framework;
  readonly rules: CheckRules;
  read(text: string): ReadArrangement;
}

/** A practice file with everything that was asked for, in order. Throws `usage.invalid`, `not-found`, `practice.invalid`. */
export function withRequested(text: string, asked: Requested, around: Around): string {
  let now = text;
  const apply = (edits: readonly Edit[]): void => {
    now = edits.reduce(edited, now);
  };
  if (asked.upgrade !== undefined) apply(upgradeEdits(whole(around.read(now)), asked.upgrade, around.framework));
  if (asked.starter !== undefined)
    apply(starterEdits(whole(around.read(now)), asked.starter, asked.scope, around.framework));
  if (asked.preset !== undefined) apply(presetEdits(whole(around.read(now)), asked.preset, asked.scope, around));
  for (const assignment of asked.set) {
    const {parts, value} = splitAssignment(assignment);
    apply([{kind: "set", parts, value: valueFromText(value, parts)}]);
  }
  for (const address of asked.unset) apply([{kind: "unset", parts: addressParts(address)}]);
  return now;
}

/** Capabilities of a starter group, under the names of the practice's edition, become active. */
function starterEdits(
  read: WholeArrangement,
  id: string,
  wanted: string | undefined,
  framework: Framework
): readonly Edit[] {
  const {groups} = framework.starters;
  const group = groups.find((each) => each.id === id);
  if (group === undefined) {
    throw unknownItem(
      "starter group",
      id,
      groups.map((each) => each.id),
      "See: ashlar framework list starters"
    );
  }
  const edition = framework.edition(read.arrangement.edition);
  const {scope, edits} = scopeFor(read, wanted);
  const known = read.arrangement.scopes.find((each) => each.id === scope);
  const slugs = group.capabilities.flatMap((slug) =>
    edition.capabilities.some((each) => each.slug === slug)
      ? [slug]
      : framework.map(slug, group.edition, edition.id).flatMap(({ids}) => ids)
  );
  const blocks = [...new Set(slugs)].flatMap((slug): readonly Edit[] => {
    const parts = ["scopes", scope, "blocks", slug];
    const block = known?.blocks.find(({capability}) => capability === slug);
    if (block?.state === "active") return [];
    return [
      {kind: "set", parts: [...parts, "state"], value: "active"},
      ...(block?.reason === undefined ? [] : [{kind: "unset" as const, parts: [...parts, "reason"]}])
    ];
  });
  return [...edits, ...blocks];
}

/** Strictness, target and cadence for the blocks of a scope that are not inactive, and the preset's KPI targets. */
function presetEdits(
  read: WholeArrangement,
  id: string,
  wanted: string | undefined,
  {framework, rules}: Around
): readonly Edit[] {
  const {presets} = framework.starters;
  const preset = presets.find((each) => each.id === id);
  if (preset === undefined) {
    throw unknownItem(
      "preset",
      id,
      presets.map((each) => each.id),
      "See: ashlar framework list starters"
    );
  }
  const {scope, edits} = scopeFor(read, wanted);
  const edition = framework.edition(read.arrangement.edition);
  const blocks = read.arrangement.scopes.find((each) => each.id === scope)?.blocks ?? [];
  const settings = blocks
    .filter(({state}) => state !== "inactive")
    .flatMap(({capability}): readonly Edit[] => {
      const target = preset.targets.find((each) => each.capability === capability)?.target ?? preset.target;
      const values = {strictness: preset.strictness, target, cadence: preset.cadence};
      return Object.entries(values).map(([field, value]) => ({
        kind: "set",
        parts: ["scopes", scope, "blocks", capability, field],
        value
      }));
    });
  const reachable = new Set([...rules.readable, ...Object.values(rules.arranged), ...read.arrangement.planned]);
  const targets = preset.kpiTargets.flatMap(({kpi, target}): readonly Edit[] => {
    const found = edition.kpis.find(({slug}) => slug === kpi);
    // A target that nothing could be held against would be an error of its own.
    if (found === undefined || !found.dataDomains.every((domain) => reachable.has(domain))) return [];
    return [{kind: "set", parts: ["scopes", scope, "kpiTargets", kpi, "target"], value: parseThreshold(target).value}];
  });
  return [...edits, ...settings, ...targets];
}

/** The scope that is meant; one that is not there yet begins as a draft. */
function scopeFor(
  {arrangement}: WholeArrangement,
  wanted: string | undefined
): {readonly scope: string; readonly edits: readonly Edit[]} {
  const ids = arrangement.scopes.filter(({status}) => status !== "retired").map(({id}) => id);
  const [only] = ids;
  if (wanted === undefined && ids.length > 1) {
    throw new UserError("usage.invalid", `the practice has ${ids.length} scopes`, {
      at: {column: "scope"},
      remedy: `Say which: --scope ${ids.join(" or --scope ")}.`
    });
  }
  const scope = wanted ?? only ?? "technology";
  if (ids.includes(scope)) return {scope, edits: []};
  const [owner] = arrangement.people;
  const value = {
    title: `${scope[0]?.toUpperCase() ?? ""}${scope.slice(1).replaceAll(/[-_]/g, " ")}`,
    question: "What do we spend here, who owns it, and is it worth it?",
    ...(owner === undefined ? {} : {decisionOwner: owner.id}),
    status: "draft"
  };
  return {scope, edits: [{kind: "set", parts: ["scopes", scope], value}]};
}
