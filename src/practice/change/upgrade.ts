import {UserError} from "../../errors.ts";
import type {Edition, Framework, Mapping} from "../../framework/framework.ts";
import type {WholeArrangement} from "../arrangement.ts";
import type {Block, Scope} from "../practice-file.ts";
import type {Edit} from "./edit.ts";

/**
 * What moves a practice to another edition: blocks take the names that they have there; of blocks that become one the
 * first stays, and a comment keeps what the others said; what is new comes as inactive, with an invitation; what is
 * gone goes, with a comment. Throws `not-found`.
 */
export function upgradeEdits({arrangement}: WholeArrangement, to: string, framework: Framework): readonly Edit[] {
  const from = framework.edition(arrangement.edition);
  const target = framework.edition(to);
  const where = (slug: string): Mapping | null => mappingOf(slug, from, target, framework);
  const scopes = arrangement.scopes.map((scope) => scopeEdits(scope, where, from, target));
  const duties = arrangement.duties.flatMap(({id, capability}): readonly Edit[] => {
    const [renamed] = capability === undefined ? [] : (where(capability)?.ids ?? []);
    if (renamed === undefined || renamed === capability) return [];
    return [{kind: "set", parts: ["duties", id, "capability"], value: renamed}];
  });
  const gone = scopes.flatMap((each) => each.gone);
  return [
    {kind: "set", parts: ["edition"], value: target.id, ...(gone.length === 0 ? {} : {comment: gone})},
    ...scopes.flatMap((each) => each.edits),
    ...duties
  ];
}

/** Null where the other edition has the capability under the same name and meaning. */
function mappingOf(slug: string, from: Edition, to: Edition, framework: Framework): Mapping | null {
  const here = to.capabilities.some((each) => each.slug === slug);
  if (!from.capabilities.some((each) => each.slug === slug) && here) return null;
  try {
    const found = framework.map(slug, from.id, to.id).find(({what}) => what === "capabilities") ?? null;
    return found === null || (found.kind === "same" && here) ? null : found;
  } catch (error) {
    // Of a block that neither edition knows, the checks tell.
    if (error instanceof UserError) return null;
    throw error;
  }
}

interface ScopeEdits {
  readonly edits: readonly Edit[];
  readonly gone: readonly string[];
}

function scopeEdits(scope: Scope, where: (slug: string) => Mapping | null, from: Edition, to: Edition): ScopeEdits {
  const edits: Edit[] = [];
  const gone: string[] = [];
  const taken = new Map<string, Block>();
  for (const block of scope.blocks) if (where(block.capability) === null) taken.set(block.capability, block);
  for (const block of scope.blocks) {
    const mapping = where(block.capability);
    if (mapping === null) continue;
    const parts = ["scopes", scope.id, "blocks", block.capability];
    const [slug] = mapping.ids;
    if (slug === undefined) {
      gone.push(`${said(block, from)} was in ${scope.title}; edition ${to.id} has nothing of it.`);
      edits.push({kind: "unset", parts});
      continue;
    }
    const kept = taken.get(slug);
    if (kept === undefined) {
      taken.set(slug, block);
      const note = noteOf(mapping, block, from, to);
      edits.push({
        kind: "set",
        parts: [...parts, "capability"],
        value: slug,
        ...(note === null ? {} : {comment: [note]})
      });
      continue;
    }
    edits.push({kind: "unset", parts});
    edits.push(...mergeEdits(scope, slug, kept, block, from, to));
    taken.set(slug, merged(kept, block, to));
  }
  const known = new Set(from.capabilities.map(({slug}) => slug));
  const reached = new Set(from.capabilities.flatMap(({slug}) => where(slug)?.ids ?? [slug]));
  if (scope.status === "retired" || scope.blocks.length === 0) return {edits, gone};
  for (const {slug, title} of to.capabilities) {
    if (known.has(slug) || reached.has(slug) || taken.has(slug)) continue;
    const reason = `New in edition ${to.id}: look at ${title} and decide (ashlar framework show ${slug}).`;
    edits.push({kind: "set", parts: ["scopes", scope.id, "blocks", slug], value: {state: "inactive", reason}});
  }
  return {edits, gone};
}

function noteOf(mapping: Mapping, block: Block, from: Edition, to: Edition): string | null {
  if (mapping.kind === "widen" || mapping.kind === "narrow") {
    return `${to.id}: ${mapping.kind === "widen" ? "wider" : "narrower"} than ${block.capability} of ${from.id} was; see that state and target still fit.`;
  }
  return mapping.kind === "split"
    ? `${to.id}: ${block.capability} of ${from.id} became ${mapping.ids.join(" and ")}.`
    : null;
}

/** The block that stays says in a comment what each of the two said before. */
function mergeEdits(
  scope: Scope,
  slug: string,
  kept: Block,
  other: Block,
  from: Edition,
  to: Edition
): readonly Edit[] {
  const parts = ["scopes", scope.id, "blocks", slug];
  const now = merged(kept, other, to);
  const fields = (["state", "target", "owner", "reason"] as const).flatMap((field): readonly Edit[] => {
    if (now[field] === kept[field]) return [];
    return now[field] === undefined
      ? [{kind: "unset", parts: [...parts, field]}]
      : [{kind: "set", parts: [...parts, field], value: now[field]}];
  });
  return [
    {
      kind: "set",
      parts: [...parts, "capability"],
      value: slug,
      comment: [`${to.id}: ${said(kept, from)} and ${said(other, from)} became one; confirm owner and target.`]
    },
    ...fields
  ];
}

/** The more active state, the lower target, the first owner. */
function merged(kept: Block, other: Block, to: Edition): Block {
  const states = ["inactive", "watch", "active"] as const;
  const levels = to.maturity.levels.map(({slug}) => slug);
  const state = states[Math.max(states.indexOf(kept.state), states.indexOf(other.state))] ?? kept.state;
  const targets = [kept.target, other.target].filter((target) => target !== undefined);
  const [target] = targets.toSorted((a, b) => levels.indexOf(a) - levels.indexOf(b));
  const {target: _, reason, owner, ...rest} = kept;
  const who = owner ?? other.owner;
  const why = state === "inactive" ? (reason ?? other.reason) : undefined;
  return {
    ...rest,
    state,
    ...(target === undefined ? {} : {target}),
    ...(who === undefined ? {} : {owner: who}),
    ...(why === undefined ? {} : {reason: why})
  };
}

/** `onboarding-workloads (active, owner bo, target walk)`. */
function said({capability, state, owner, target}: Block, from: Edition): string {
  const facts = [
    state,
    owner === undefined ? "no owner" : `owner ${owner}`,
    ...(target === undefined ? [] : [`target ${target}`])
  ];
  return `${capability} of ${from.id} (${facts.join(", ")})`;
}
