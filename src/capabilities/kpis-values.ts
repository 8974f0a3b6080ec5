import {UserError} from "../errors.ts";
import {kpisValues as valuesContract} from "../kpi/contract.ts";
import {didYouMean} from "../nearest.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {arranged, scopeNamed} from "./arranged.ts";
import {evaluators} from "./evaluators.ts";
import {measured} from "./measured.ts";

export const kpisValuesOperation = operation(valuesContract, kpisValues);

/** Throws `not-found` for an unknown edition, capability, scope or measure. */
async function kpisValues(
  input: Input<typeof valuesContract>,
  context: Context
): Promise<Output<typeof valuesContract>> {
  const practice = await arranged(context, input.edition);
  const {edition} = practice;
  const scope = input.scope === undefined ? null : scopeNamed(practice, input.scope);
  const wanted = wantedOf(input, practice);
  const {rows: all, levels} = await measured(wanted, practice, scope, context);
  if (input.measure !== undefined) requireMeasure(input.measure, practice);
  const rows = all.filter(
    ({id, readiness}) =>
      (input.measure === undefined || id === input.measure) && (input.unbuilt || readiness !== "not built")
  );
  const unbuilt = all.filter(({readiness}) => readiness === "not built").length;
  return {
    edition: edition.id,
    scope: scope?.id ?? null,
    rows,
    capabilities: wanted.map((slug) => ({
      capability: slug,
      title: edition.capability(slug).title,
      ...(levels.get(slug) ?? {level: null, measured: 0, total: 0, reason: null})
    })),
    notes: [
      ...practice.notes,
      ...(unbuilt === 0 || input.unbuilt || input.measure !== undefined
        ? []
        : [`${unbuilt} more are not computed yet: --unbuilt shows them.`])
    ],
    source: edition.source,
    licence: edition.licence
  };
}

type Practice = Awaited<ReturnType<typeof arranged>>;

/** The capabilities asked about: that of a name, else those that anything is measured of. */
function wantedOf(
  {capability, unbuilt, measure}: Input<typeof valuesContract>,
  {edition}: Practice
): readonly string[] {
  if (capability !== undefined) return [edition.capability(capability).slug];
  if (unbuilt || measure !== undefined) return edition.capabilities.map(({slug}) => slug);
  return edition.capabilities
    .map(({slug}) => slug)
    .filter((slug) => evaluators.some((each) => each.capability === slug));
}

function requireMeasure(measure: string, {edition}: Practice): void {
  const ids = [...edition.indicators.map(({id}) => id), ...edition.kpis.map(({slug}) => slug)];
  if (ids.includes(measure)) return;
  throw new UserError("not-found", `The edition ${edition.id} has no measure ${measure}${didYouMean(measure, ids)}`, {
    at: {column: "measure"},
    remedy: "List them with: ashlar kpis values --unbuilt"
  });
}
