import {UserError} from "../../errors.ts";
import type {Context, Input, Output} from "../../operation.ts";
import {operation} from "../../operation.ts";
import {arrangementOf, type ReadArrangement, readArrangement} from "../arrangement.ts";
import {type Checker, editionOf, openChecker} from "../check/check.ts";
import {readRules} from "../check/rules.ts";
import {type PracticeFinding, practicePlan} from "../contract.ts";
import {findingKey} from "../finding.ts";
import {practiceFile} from "../practice-file-name.ts";
import {lastApplied, type Revision, revisions} from "../revision.ts";
import {remembered} from "../seen-texts.ts";
import {isTextFault, readYaml} from "../yaml-text.ts";
import {changesBetween, type TitleOf} from "./changes.ts";
import {unifiedDiff} from "./diff.ts";
import {withRequested} from "./requested.ts";

export const practicePlanOperation = operation(practicePlan, plan);

export type ChangeInput = Input<typeof practicePlan>;
export type PlanOutput = Output<typeof practicePlan>;

/** A plan with the text that it comes to and the file that it starts from. */
export interface Planned {
  /** The file as it lay on disk. */
  readonly disk: ReadArrangement;
  readonly text: string;
  readonly last: Revision | null;
  readonly output: PlanOutput;
}

/** Throws `practice.changed`, `practice.invalid`, `usage.invalid`, `not-found`, `caller.refused`. */
async function plan(input: ChangeInput, context: Context): Promise<PlanOutput> {
  return (await planned(input, context, await openChecker(context))).output;
}

/** What a change would do to the file as it lies on disk now. */
export async function planned(input: ChangeInput, context: Context, checker: Checker): Promise<Planned> {
  const disk = await readArrangement(context.folder);
  await requireBase(input.base, disk, context);
  const last = await lastApplied(context);
  const asked = isChange(input);
  const start = input.restore === undefined ? disk.text : await restored(input.restore, context);
  const {framework} = checker;
  const read = (text: string): ReadArrangement => arrangementOf(text);
  const text = asked ? withRequested(start, input, {framework, rules: await readRules(), read}) : disk.text;
  const before = asked ? disk : last === null ? null : read(last.text);
  const after = read(text);
  requireOwnerForState(before, after, context);
  const findings = await checker.check(after);
  const earlier = before === null || before.text === text ? [] : await checker.check(before);
  const same = before?.text === text;
  return {
    disk,
    text,
    last,
    output: {
      base: before?.revision ?? null,
      revision: after.revision,
      diff: unifiedDiff(before?.text ?? "", text, practiceFile),
      changes: [...changesBetween(valueOf(before?.text ?? ""), valueOf(text), titlesOf(after, checker))],
      findings: [...findings],
      newFindings: same ? [] : without(findings, earlier),
      resolvedFindings: same ? [] : without(earlier, findings),
      verdict: findings.some(({severity}) => severity === "error") ? "policy" : "ok",
      applied: false
    }
  };
}

export function isChange(input: ChangeInput): boolean {
  const {set, unset, starter, preset, upgrade, restore} = input;
  return set.length > 0 || unset.length > 0 || [starter, preset, upgrade, restore].some((part) => part !== undefined);
}

/** Throws `practice.changed` where the file is not the one that the change was made on, with the difference where it is known. */
export async function requireBase(base: string | undefined, disk: ReadArrangement, context: Context): Promise<void> {
  if (base === undefined || base === disk.revision) return;
  const applied = (await revisions(context, 1000)).find(({revision}) => revision === base)?.text;
  const known = applied ?? (await remembered(base, context));
  const diff = known === null ? null : unifiedDiff(known, disk.text, practiceFile);
  const changes = known === null ? null : changesBetween(valueOf(known), valueOf(disk.text), (slug) => slug);
  throw new UserError("practice.changed", `${practiceFile} changed since it was read`, {
    at: {file: practiceFile},
    remedy: "Read it again, look at what changed, and make the change on that. Nothing was written.",
    data: {base, revision: disk.revision, diff, changes}
  });
}

async function restored(id: string, context: Context): Promise<string> {
  const found = (await revisions(context, 1000)).find((each) => each.id === id || each.revision === id);
  if (found !== undefined) return found.text;
  throw new UserError("not-found", `There is no applied revision ${id}`, {remedy: "See: ashlar practice history"});
}

/** Where the state is kept may hold a password, and is not for everybody to move. */
function requireOwnerForState(before: ReadArrangement | null, after: ReadArrangement, {caller}: Context): void {
  if (caller.roles.includes("owner")) return;
  const state = (read: ReadArrangement | null): string => {
    const value = valueOf(read?.text ?? "");
    return JSON.stringify((value as Readonly<Record<string, unknown>>)["state"] ?? null);
  };
  if (state(before) !== state(after))
    throw new UserError("caller.refused", "only an owner may change where the state is kept (state)", {
      remedy: "Ask an owner, or leave that part as it is."
    });
  if (sourcePlaces(before) === sourcePlaces(after)) return;
  throw new UserError("caller.refused", "only an owner may change where sources are fetched from (sources)", {
    remedy: "Ask an owner, or leave location, endpoint and credentials as they are."
  });
}

/** Where sources are fetched from, and with what: a server follows it with its own eyes and its own credentials. */
function sourcePlaces(read: ReadArrangement | null): string {
  const {sources} = valueOf(read?.text ?? "") as Readonly<Record<string, unknown>>;
  const places = (Array.isArray(sources) ? sources : []).flatMap((source: unknown) => {
    if (typeof source !== "object" || source === null) return [];
    const {id, location, endpoint, credentials} = source as Readonly<Record<string, unknown>>;
    return location === undefined ? [] : [JSON.stringify([id, location, endpoint ?? null, credentials ?? null])];
  });
  return places.toSorted().join("\n");
}

function valueOf(text: string): unknown {
  const read = readYaml(text);
  return isTextFault(read) ? {} : read.value;
}

function titlesOf(read: ReadArrangement, {framework}: Checker): TitleOf {
  const chosen = read.arrangement === null ? null : editionOf(read.arrangement, framework);
  const known = chosen === null || "remark" in chosen ? [] : chosen.edition.capabilities;
  const all = [...known, ...framework.editions.flatMap(({capabilities}) => capabilities)];
  return (slug) => all.find((each) => each.slug === slug)?.title ?? slug;
}

/** Findings that others do not have. The same one is known by its words, else by its remedy, else by rule and place. */
function without(findings: readonly PracticeFinding[], others: readonly PracticeFinding[]): PracticeFinding[] {
  let left = [...findings];
  const rest = [...others];
  const keys = [
    (each: PracticeFinding) => `${findingKey(each)} ${each.message}`,
    (each: PracticeFinding) => `${findingKey(each)} ${each.remedy}`,
    findingKey
  ];
  for (const keyOf of keys) {
    left = left.filter((finding) => {
      const at = rest.findIndex((other) => keyOf(other) === keyOf(finding));
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
  }
  return left;
}
