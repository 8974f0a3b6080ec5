import {UserError} from "../../errors.ts";
import type {Edition, Framework} from "../../framework/framework.ts";
import type {Context} from "../../operation.ts";
import type {ReadArrangement} from "../arrangement.ts";
import type {PracticeFinding} from "../contract.ts";
import {inOrder, type Remark} from "../finding.ts";
import type {Arrangement} from "../practice-file.ts";
import {lastApplied} from "../revision.ts";
import {remember} from "../seen-texts.ts";
import {commonCost} from "./common-cost.ts";
import {effectiveDates, uniqueIds} from "./dates.ts";
import {absentPersonas, dependencies, unowned} from "./dependencies.ts";
import {capabilities, namesOfEdition, otherIds, variants} from "./edition-ids.ts";
import {accountable, exceptionPaths} from "./guardrails.ts";
import {organisationTree, owners, unitsOfPeople} from "./organisation.ts";
import {overlapRules} from "./overlaps.ts";
import {type DataAtHand, dataAtHand, domainsIn} from "./present-data.ts";
import {type CheckRules, readRules} from "./rules.ts";
import {approvals, bounds, kpiInputs, reviews, scopeBasics} from "./scopes.ts";
import type {Rule, World} from "./world.ts";

const everyRule: readonly Rule[] = [
  organisationTree,
  unitsOfPeople,
  owners,
  effectiveDates,
  uniqueIds,
  otherIds,
  capabilities,
  namesOfEdition,
  variants,
  scopeBasics,
  overlapRules,
  approvals,
  kpiInputs,
  exceptionPaths,
  accountable,
  bounds,
  reviews,
  absentPersonas,
  dependencies,
  unowned
];

/** What checks are made with besides the file; it is the same for the file as it is and as it would be. */
export interface Checker {
  readonly framework: Framework;
  /** The findings of a practice file, errors first. */
  check(read: ReadArrangement): Promise<readonly PracticeFinding[]>;
}

/** Opens what checks need: the framework, what was applied last, which data there is. */
export async function openChecker(context: Context): Promise<Checker> {
  const {frameworkIn} = await import("../../framework/open.ts");
  const [framework, rules, applied, data] = await Promise.all([
    frameworkIn(context),
    readRules(),
    lastApplied(context),
    dataAtHand(context)
  ]);
  const {arrangementOf} = await import("../arrangement.ts");
  const before = applied === null ? null : arrangementOf(applied.text).arrangement;
  const today = context.effects.now().toZonedDateTimeISO("UTC").toPlainDate().toString();
  return {
    framework,
    check: async (read) => {
      await remember(read, context);
      if (read.arrangement === null) return inOrder(read.faults);
      const chosen = editionOf(read.arrangement, framework);
      const broken = faultsOfFiles(framework);
      if ("remark" in chosen) return inOrder([read.located(chosen.remark), ...broken]);
      const world = await worldOf(read.arrangement, {
        edition: chosen.edition,
        framework,
        rules,
        today,
        applied: before,
        data,
        context
      });
      return inOrder([...everyRule.flatMap((rule) => rule(world)).map(read.located), ...broken]);
    }
  };
}

/** The edition that a practice follows, or why it cannot. */
export function editionOf(
  {edition}: Pick<Arrangement, "edition">,
  framework: Framework
): {readonly edition: Edition} | {readonly remark: Remark} {
  try {
    return {edition: framework.edition(edition)};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const place =
      error.at?.file === undefined
        ? ""
        : ` (${error.at.file}${error.at.line === undefined ? "" : `, line ${error.at.line}`})`;
    return {
      remark: {
        severity: "error",
        rule: error.code === "not-found" ? "edition-unknown" : "edition-invalid",
        message: `${error.message}${place}`,
        remedy: error.remedy ?? "See: ashlar framework editions",
        path: ["edition"]
      }
    };
  }
}

/** Own edition files that cannot be used, whether or not the practice follows them. */
function faultsOfFiles(framework: Framework): readonly PracticeFinding[] {
  return framework.faults.map(({file, findings}) => ({
    severity: "warning",
    rule: "edition-file",
    message: `The edition file cannot be used: ${findings[0]?.message ?? ""}`,
    remedy: `${findings[0]?.remedy ?? ""} All: ashlar framework check ${file}`.trim(),
    path: "edition",
    file,
    line: findings[0]?.line ?? null,
    column: findings[0]?.column ?? null,
    scope: null,
    capability: null
  }));
}

async function worldOf(
  arrangement: Arrangement,
  {
    data,
    context,
    ...around
  }: Pick<World, "edition" | "framework" | "today" | "applied"> & {
    readonly rules: CheckRules;
    readonly data: DataAtHand;
    readonly context: Context;
  }
): Promise<World> {
  return {
    ...around,
    arrangement,
    present: domainsIn(data, arrangement, around.rules),
    common: await commonCost(arrangement, context, data.datasets.includes("CostAndUsage"))
  };
}
