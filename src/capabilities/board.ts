import type {Capability} from "../framework/edition-file.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {openChecker} from "../practice/check/check.ts";
import {dataAtHand, domainsIn, hasStore} from "../practice/check/present-data.ts";
import {readRules} from "../practice/check/rules.ts";
import type {PracticeFinding} from "../practice/contract.ts";
import type {Block, Scope} from "../practice/practice-file.ts";
import {sums} from "../records/value.ts";
import type {WorkItem} from "../records/work/contract.ts";
import {workItems} from "../records/work/item.ts";
import {isOpen} from "../records/work/way.ts";
import {type Arranged, arranged, scopeNamed} from "./arranged.ts";
import {practiceBoard as boardContract} from "./contract.ts";
import {coverageOf} from "./coverage.ts";
import {evaluators} from "./evaluators.ts";
import {measured} from "./measured.ts";
import {readinessOf, type Surroundings} from "./readiness.ts";

export const practiceBoardOperation = operation(boardContract, practiceBoard);

type Board = Output<typeof boardContract>;
type Card = Board["domains"][number]["cards"][number];

/** Throws `not-found` for an unknown scope or edition. */
async function practiceBoard(input: Input<typeof boardContract>, context: Context): Promise<Board> {
  const practice = await arranged(context, input.edition);
  const {read, arrangement, framework, edition} = practice;
  const scope = input.scope === undefined ? firstScope(practice) : scopeNamed(practice, input.scope);
  const [checker, rules, data, work] = await Promise.all([
    openChecker(context),
    readRules(),
    dataAtHand(context),
    hasStore(context) ? workItems(context) : []
  ]);
  const findings = (await checker.check(read)).filter(
    (finding) => scope === null || finding.scope === null || finding.scope === scope.id
  );
  const slugs = new Set(edition.capabilities.map(({slug}) => slug));
  const open = work.filter((item) => isOpen(item.stage) && (scope === null || item.scope === scope.id));
  const around = {
    edition,
    framework,
    rules,
    scope,
    present: domainsIn(data, arrangement, rules),
    planned: arrangement.planned
  };
  const {levels} = await measured(
    edition.capabilities.map(({slug}) => slug).filter((slug) => evaluators.some((each) => each.capability === slug)),
    practice,
    scope,
    context
  );
  const cardOf = (slug: string): Card =>
    card(edition.capability(slug), {
      ...around,
      level: levels.get(slug)?.level ?? null,
      practice,
      findings: findings.filter((finding) => finding.capability === slug),
      work: open.filter((item) => item.capability === slug)
    });
  return {
    edition: edition.id,
    revision: read.file === null ? null : read.revision,
    scopes: arrangement.scopes.map(({id, title, question, status}) => ({id, title, question, status})),
    scope: scope?.id ?? null,
    domains: edition.domains.map(({slug, title, capabilities}) => ({slug, title, cards: capabilities.map(cardOf)})),
    findings: findings.filter(({capability}) => capability === null || !slugs.has(capability)),
    source: edition.source,
    licence: edition.licence
  };
}

/** The first that is active; where none is, the first that is not retired. */
function firstScope({arrangement: {scopes}}: Arranged): Scope | null {
  return scopes.find(({status}) => status === "active") ?? scopes.find(({status}) => status !== "retired") ?? null;
}

interface CardSurroundings extends Surroundings {
  readonly practice: Arranged;
  readonly level: string | null;
  readonly findings: readonly PracticeFinding[];
  readonly work: readonly WorkItem[];
}

function card(capability: Capability, around: CardSurroundings): Card {
  const coverage = coverageOf(capability, around.edition, around.framework);
  const block = around.scope?.blocks.find((each) => each.capability === capability.slug);
  return {
    capability: capability.slug,
    code: capability.code ?? null,
    title: capability.title,
    definition: capability.definition ?? null,
    implemented: coverage.status,
    ...arrangedAs(block, around.practice),
    readiness: readinessOf(capability, coverage, around),
    valueAtStake: sums(around.work.flatMap(({value}) => value ?? [])).map(({currency, per, amount, count}) => ({
      currency,
      amount,
      per,
      basis: `what ${count === 1 ? "one open work object is" : `${count} open work objects are`} estimated or agreed to be worth`
    })),
    openWork: around.work.length,
    level: around.level,
    playbook: coverage.library,
    findings: [...around.findings]
  };
}

function arrangedAs(block: Block | undefined, {arrangement}: Arranged) {
  const owner = block?.owner;
  return {
    state: block?.state ?? null,
    strictness: block?.strictness ?? null,
    target: block?.target ?? null,
    owner:
      owner === undefined ? null : {id: owner, name: arrangement.people.find(({id}) => id === owner)?.name ?? owner},
    cadence: block?.cadence ?? null,
    reason: block?.reason ?? null
  };
}
