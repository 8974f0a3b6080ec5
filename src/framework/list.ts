import {UserError} from "../errors.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {type FrameworkWhat, frameworkList as listContract} from "./contract.ts";
import type {Edition} from "./framework.ts";
import {editionIn} from "./open.ts";
import type {partNames} from "./part-names.ts";
import {concerns, rowsOf} from "./rows.ts";

export const frameworkListOperation = operation(listContract, frameworkList);

type Filters = Pick<Input<typeof listContract>, "domain" | "persona" | "capability" | "phase">;

/** Throws `not-found` for an edition or a filter that names nothing, `usage.invalid` for a filter that does not fit. */
export async function frameworkList(
  input: Input<typeof listContract>,
  context: Context
): Promise<Output<typeof listContract>> {
  const {framework, edition} = await editionIn(context, input.edition);
  const {what, domain, persona, capability, phase} = input;
  const allowed = capabilitiesMeant({domain, persona, capability, phase}, edition);
  const all: readonly {id: string; title: string}[] = rowsOf[what](edition, framework);
  if (allowed !== null && !(what in capabilitiesIn)) {
    throw new UserError("usage.invalid", `${what} have no capability to choose them by`, {
      at: {column: filterNames.find((name) => input[name] !== undefined) ?? "what"},
      remedy: `Leave the filter out, or list ${Object.keys(capabilitiesIn).join(", ")}.`
    });
  }
  const belongs = capabilitiesIn[what];
  const rows =
    allowed === null || belongs === undefined
      ? all
      : all.filter((row) => belongs(row).some((each) => allowed.has(each)));
  return {
    edition: edition.id,
    source: edition.source,
    licence: edition.licence,
    what,
    rows: [...rows],
    notes: notesOf(what, edition, rows.length, allowed !== null)
  };
}

const filterNames = ["domain", "persona", "capability", "phase"] as const;

/** The capabilities that the filters leave; null where there is no filter. */
function capabilitiesMeant(filters: Filters, edition: Edition): ReadonlySet<string> | null {
  const {domain, persona, capability, phase} = filters;
  if (filterNames.every((name) => filters[name] === undefined)) return null;
  const tests: ((each: Edition["capabilities"][number]) => boolean)[] = [];
  if (capability !== undefined) {
    const {slug} = edition.capability(capability);
    tests.push((each) => each.slug === slug);
  }
  if (domain !== undefined) {
    const {slug} = edition.domain(domain);
    tests.push((each) => each.domain === slug);
  }
  if (persona !== undefined) {
    const {slug, group} = edition.persona(persona);
    tests.push((each) => concerns(each, slug, group));
  }
  if (phase !== undefined) {
    const {slug} = edition.phase(phase);
    tests.push((each) => each.phases.some((link) => link.phase === slug));
  }
  return new Set(edition.capabilities.filter((each) => tests.every((test) => test(each))).map(({slug}) => slug));
}

/** The capabilities that a row belongs to, for what can be chosen by them. */
const capabilitiesIn: Partial<Record<FrameworkWhat, (row: Readonly<Record<string, unknown>>) => readonly string[]>> = {
  capabilities: ({id}) => texts(id),
  domains: ({capabilities}) => ids(capabilities),
  personas: ({capabilities}) => texts(capabilities),
  phases: ({capabilities}) => ids(capabilities),
  kpis: ({capabilities, suggested}) => [...texts(capabilities), ...texts(suggested)],
  indicators: ({capability}) => texts(capability),
  edges: ({from, to}) => [...texts(from), ...texts(to)],
  starters: ({capabilities}) => texts(capabilities),
  thresholds: ({capability}) => texts(capability),
  requirements: ({capability}) => texts(capability),
  "data-domains": ({capabilities}) => texts(capabilities),
  microsoft: ({capability}) => texts(capability)
};

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
}

function ids(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each: {readonly id?: unknown}) => texts(each.id)) : [];
}

const partsOf: Partial<Record<FrameworkWhat, (typeof partNames)[number]>> = {
  principles: "principles",
  personas: "personas",
  phases: "phases",
  maturity: "maturity",
  lenses: "lenses",
  domains: "domains",
  capabilities: "capabilities",
  "technology-categories": "technologyCategories",
  scopes: "scopes",
  kpis: "kpis",
  indicators: "indicators",
  edges: "edges"
};

/** What a reader has to know of the part: that it is unknown, or what its basis does not cover. */
export function notesOf(what: FrameworkWhat, edition: Edition, rows: number, filtered: boolean): string[] {
  const name = partsOf[what];
  if (name === undefined) {
    return rows > 0 || filtered ? [] : [`Nothing of this is recorded for edition ${edition.id}.`];
  }
  const {confidence, basis, note} = edition.parts[name];
  if (confidence === "unknown") return [`Not known of edition ${edition.id}. ${note ?? basis}`];
  return [`Basis: ${basis} (${confidence}).${note === undefined ? "" : ` ${note}`}`];
}
