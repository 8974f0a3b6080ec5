import type {Capability} from "../framework/edition-file.ts";
import type {Edition, Framework} from "../framework/framework.ts";
import type {Output} from "../operation.ts";
import type {CheckRules} from "../practice/check/rules.ts";
import {listed} from "../practice/check/world.ts";
import type {Scope} from "../practice/practice-file.ts";
import type {practiceBoard} from "./contract.ts";
import type {CoverageRow} from "./coverage.ts";

export type Readiness = Output<typeof practiceBoard>["domains"][number]["cards"][number]["readiness"];

/** What the readiness of a capability depends on besides itself. */
export interface Surroundings {
  readonly edition: Edition;
  readonly framework: Framework;
  readonly rules: CheckRules;
  readonly scope: Scope | null;
  /** Data domains that there is data of. */
  readonly present: ReadonlySet<string>;
  /** Data domains that the practice says are to come. */
  readonly planned: readonly string[];
}

/**
 * What a capability has of what it needs: data that it cannot begin without, data that it gains by, the results of other
 * capabilities, and this software. Only the first and the last keep it from beginning.
 */
export function readinessOf(capability: Capability, coverage: CoverageRow, around: Surroundings): Readiness {
  const {hard, soft} = capability.needs;
  const absent = (domains: readonly string[]) => domains.filter((domain) => !around.present.has(domain));
  const grave = [
    ...softwareOf(coverage),
    ...absent(hard).map((domain) => dataOf(domain, "It cannot begin without", around))
  ];
  const light = [
    ...absent(soft).map((domain) => dataOf(domain, "It gains by", around)),
    ...neighboursOf(capability, around)
  ];
  return {
    status: grave.length > 0 ? "missing" : light.length > 0 ? "partly" : "ready",
    missing: [...grave, ...light]
  };
}

function softwareOf({status, library}: CoverageRow): Readiness["missing"] {
  if (status !== "not yet") return [];
  return [
    {
      what: "Ashlar does not practise it yet",
      remedy: `Read what to do meanwhile: ashlar library show ${library?.split("/").at(-1) ?? ""}`
    }
  ];
}

function dataOf(
  domain: string,
  because: string,
  {framework, rules, planned}: Surroundings
): Readiness["missing"][number] {
  const title = framework.dataDomains.find(({id}) => id === domain)?.title ?? domain;
  const datasets = Object.entries(rules.datasets).flatMap(([name, brings]) => (brings.includes(domain) ? [name] : []));
  const records = Object.entries(rules.records).flatMap(([name, brings]) => (brings.includes(domain) ? [name] : []));
  const parts = Object.entries(rules.arranged).flatMap(([part, brings]) => (brings === domain ? [part] : []));
  const what = `${because}: ${title}${planned.includes(domain) ? " (planned)" : ""}`;
  if (datasets.length > 0) return {what, remedy: `Take in a delivery of ${listed(datasets)}: ashlar ingest --help`};
  if (records.length > 0) return {what, remedy: `Import ${listed(records)}: ashlar ${records[0] ?? ""} import --help`};
  if (parts.length > 0) return {what, remedy: `Fill ${listed(parts)} in ashlar.yaml.`};
  return {
    what,
    remedy: planned.includes(domain)
      ? "The practice says that it is to come; Ashlar does not take it in yet."
      : `Ashlar neither makes nor takes it in yet; if it is to come, say so under planned in ashlar.yaml: ${domain}`
  };
}

/** Capabilities whose results the framework says that it uses, and that nobody works on in the scope. */
function neighboursOf({slug}: Capability, {edition, scope}: Surroundings): Readiness["missing"] {
  if (scope === null) return [];
  const active = scope.blocks.filter(({state}) => state === "active").map((block) => block.capability);
  const unused = edition
    .needsOf(slug)
    .filter(({from, basis}) => basis === "stated" && !active.includes(from))
    .map(({from}) => edition.capability(from).title);
  if (unused.length === 0) return [];
  return [
    {
      what: `It uses the results of ${listed(unused)}, which ${unused.length === 1 ? "is" : "are"} not active in ${scope.title}`,
      remedy: "Activate what it should stand on, or begin with what account and tag say."
    }
  ];
}
