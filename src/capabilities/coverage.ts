import type {Capability} from "../framework/edition-file.ts";
import type {Edition, Framework, Requirement} from "../framework/framework.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {arranged} from "./arranged.ts";
import {frameworkCoverage as coverageContract} from "./contract.ts";
import type {CapabilityDeclaration, Claim} from "./declaration.ts";
import {declarations} from "./declarations.ts";
import {platformClaims} from "./platform.data.ts";

export const frameworkCoverageOperation = operation(coverageContract, frameworkCoverage);

type Coverage = Output<typeof coverageContract>;
export type CoverageRow = Coverage["rows"][number];

/** Throws `not-found` for an unknown edition or capability. */
async function frameworkCoverage(input: Input<typeof coverageContract>, context: Context): Promise<Coverage> {
  const {framework, edition} = await arranged(context, input.edition);
  const wanted = input.capability === undefined ? edition.capabilities : [edition.capability(input.capability)];
  const rows = wanted.map((capability) => coverageOf(capability, edition, framework));
  const platform = framework.requirements.filter(({capability}) => capability === null);
  const count = (status: CoverageRow["status"]): number => rows.filter((row) => row.status === status).length;
  return {
    edition: edition.id,
    rows,
    platform: {...tally(platform, platformClaims), operations: operationsOf(platformClaims)},
    totals: {
      capabilities: rows.length,
      works: count("works"),
      partly: count("partly"),
      notYet: count("not yet"),
      requirements: rows.reduce((total, row) => total + row.requirements, 0),
      done: rows.reduce((total, row) => total + row.done, 0)
    },
    source: edition.source,
    licence: edition.licence
  };
}

/**
 * What this software does of a capability. Claims count as they stand: that each names operations of this software and
 * a test that proves it is held by a test of its own, as tests are not shipped.
 */
export function coverageOf(capability: Capability, edition: Edition, framework: Framework): CoverageRow {
  const names = currentNames(capability.slug, edition, framework);
  const own = declarations.filter(({id}) => names.includes(id));
  const claims = Object.assign({}, ...own.map(({requirements}) => requirements)) as Claims;
  const requirements = framework.requirements.filter(({capability: of}) => of !== null && names.includes(of));
  const counted = tally(requirements, claims);
  const {featured, related, suggested} = capability.kpis;
  return {
    capability: capability.slug,
    code: capability.code ?? null,
    title: capability.title,
    domain: capability.domain,
    status: statusOf(requirements, claims),
    ...counted,
    operations: operationsOf(claims),
    indicators: {
      measured: own.flatMap(({indicators}) => indicators).length,
      total: capability.indicators.length
    },
    kpis: {
      computed: own.flatMap(({kpis}) => kpis).length,
      total: new Set([...featured, ...related, ...suggested]).size
    },
    pages: own.flatMap(({pages}) => pages.map(({title, path}) => ({title, path}))),
    library: own[0] === undefined && names[0] === undefined ? null : `/library/playbook/${own[0]?.library ?? names[0]}`
  };
}

type Claims = CapabilityDeclaration["requirements"];

/** What a capability of an edition is called in the newest one, whose names the declarations use. */
export function currentNames(slug: string, edition: Edition, framework: Framework): readonly string[] {
  const {newest} = framework;
  if (edition.id === newest.id || newest.capabilities.some((each) => each.slug === slug)) return [slug];
  const mapped = framework.map(slug, edition.id, newest.id).filter(({what}) => what === "capabilities");
  return [...new Set(mapped.flatMap(({ids}) => ids))];
}

type Tally = Pick<CoverageRow, "requirements" | "done" | "partly" | "missing">;

function tally(requirements: readonly Requirement[], claims: Claims): Tally {
  const extent = ({id}: Requirement): Claim["extent"] | null => claims[id]?.extent ?? null;
  return {
    requirements: requirements.length,
    done: requirements.filter((each) => extent(each) === "whole").length,
    partly: requirements.filter((each) => extent(each) === "part").length,
    missing: requirements.flatMap(({id, title}): Tally["missing"] => {
      const claim = claims[id];
      if (claim === undefined) return [{id, title, done: "not yet", note: null}];
      return claim.extent === "whole" ? [] : [{id, title, done: "in part", note: claim.note}];
    })
  };
}

/** To have what a capability reads is no practice of it: something must be computed, given out or worked through. */
function statusOf(requirements: readonly Requirement[], claims: Claims): CoverageRow["status"] {
  if (requirements.length > 0 && requirements.every(({id}) => claims[id]?.extent === "whole")) return "works";
  return requirements.some(({id, kind}) => kind !== "input" && claims[id] !== undefined) ? "partly" : "not yet";
}

function operationsOf(claims: Claims): string[] {
  return [...new Set(Object.values(claims).flatMap(({operations}) => operations))];
}
