import {type Context, type Input, operation, type Output} from "../operation.ts";
import {isInEffect} from "./address.ts";
import {loadArrangement, readArrangement} from "./arrangement.ts";
import {editionOf} from "./check/check.ts";
import {practicePeople, practiceScopes, practiceShow} from "./contract.ts";
import {inOrder} from "./finding.ts";
import {remember} from "./seen-texts.ts";

export const practiceShowOperation = operation(practiceShow, show);
export const practicePeopleOperation = operation(practicePeople, people);
export const practiceScopesOperation = operation(practiceScopes, scopes);

/** A file that cannot be read whole is told of by its findings, so that a page can show them. */
async function show(_: Input<typeof practiceShow>, context: Context): Promise<Output<typeof practiceShow>> {
  const {frameworkIn} = await import("../framework/open.ts");
  const [read, framework] = await Promise.all([readArrangement(context.folder), frameworkIn(context)]);
  await remember(read, context);
  const {arrangement, revision, faults} = read;
  const chosen = arrangement === null ? null : editionOf(arrangement, framework);
  const edition =
    chosen !== null && "edition" in chosen ? chosen.edition.id : (arrangement?.edition ?? framework.newest.id);
  return {
    file: read.file === null ? null : read.name,
    revision,
    edition,
    editionStated: arrangement?.edition !== undefined,
    organisation: {
      name: arrangement?.organisation.name ?? null,
      units: arrangement?.organisation.units ?? [],
      costCentres: arrangement?.organisation.costCentres ?? []
    },
    people: arrangement?.people ?? [],
    scopes: arrangement?.scopes ?? [],
    policies: arrangement?.policies ?? [],
    duties: arrangement?.duties ?? [],
    planned: arrangement?.planned ?? [],
    library: arrangement?.library ?? "library",
    findings: [...inOrder(faults)]
  };
}

/** Throws `practice.invalid`. */
async function people(
  {persona, on, all}: Input<typeof practicePeople>,
  {folder, effects}: Context
): Promise<Output<typeof practicePeople>> {
  const {arrangement} = await loadArrangement(folder);
  const day = on ?? effects.now().toZonedDateTimeISO("UTC").toPlainDate().toString();
  const found = arrangement.people.filter(
    (person) => (all || isInEffect(person, day)) && (persona === undefined || person.personas.includes(persona))
  );
  return {
    rows: found.map(({id, name, personas, variant, unit, email, from, to}) => ({
      id,
      name,
      personas,
      variant: variant ?? null,
      unit: unit ?? null,
      email: email ?? null,
      from: from ?? null,
      to: to ?? null
    }))
  };
}

/** Throws `practice.invalid`. */
async function scopes(
  {status}: Input<typeof practiceScopes>,
  {folder}: Context
): Promise<Output<typeof practiceScopes>> {
  const {arrangement} = await loadArrangement(folder);
  return {
    rows: arrangement.scopes
      .filter((scope) => status.length === 0 || status.includes(scope.status))
      .map((scope) => ({
        id: scope.id,
        title: scope.title,
        question: scope.question,
        status: scope.status,
        filter: scope.filter ?? null,
        decisionOwner: scope.decisionOwner ?? null,
        categories: scope.categories,
        active: scope.blocks.filter(({state}) => state === "active").length,
        watch: scope.blocks.filter(({state}) => state === "watch").length
      }))
  };
}
