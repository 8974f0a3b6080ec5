import type {Edition, Indicator, Kpi} from "../framework/framework.ts";
import type {Output} from "../operation.ts";
import type {kpisValues} from "./contract.ts";
import {levelOf, type LevelOfCapability, levelOfCapability, nextOf} from "./level.ts";
import {type Asked, type Evaluator, type MeasureValue, unknown} from "./measure.ts";

export type MeasureRow = Output<typeof kpisValues>["rows"][number];

export interface Measured {
  readonly rows: readonly MeasureRow[];
  readonly levels: ReadonlyMap<string, LevelOfCapability>;
}

const unbuilt = unknown("Ashlar does not compute it yet.", "not built");

/** Indicators and KPIs of some capabilities of an edition; each evaluator is asked once, and only where it is needed. */
export async function measure(
  edition: Edition,
  capabilities: readonly string[],
  evaluators: readonly Evaluator[],
  asked: Asked
): Promise<Measured> {
  const wanted = {
    indicators: edition.indicators.filter(({capability}) => capabilities.includes(capability)),
    kpis: edition.kpis.filter((kpi) => capabilityOf(kpi, capabilities) !== null)
  };
  const ids = new Set([...wanted.indicators.map(({id}) => id), ...wanted.kpis.map(({slug}) => slug)]);
  const needed = evaluators.filter(({measures}) => measures.some((id) => ids.has(id)));
  const values = new Map<string, MeasureValue>();
  for (const evaluator of needed)
    for (const [id, value] of await evaluator.evaluate(asked)) if (!values.has(id)) values.set(id, value);
  const indicators = wanted.indicators.map((indicator) => indicatorRow(indicator, values.get(indicator.id) ?? unbuilt));
  const kpis = wanted.kpis.map((kpi) =>
    kpiRow(kpi, capabilityOf(kpi, capabilities) ?? "", values.get(kpi.slug) ?? unbuilt)
  );
  return {
    rows: [...indicators, ...kpis],
    levels: new Map(
      capabilities.map((capability) => [
        capability,
        levelOfCapability(indicators.filter((row) => row.capability === capability))
      ])
    )
  };
}

/** The capability that a KPI is shown under: one that features it before one that it is linked to or suggested for. */
function capabilityOf({featured, capabilities, suggested}: Kpi, wanted: readonly string[]): string | null {
  return [...featured, ...capabilities, ...suggested].find((each) => wanted.includes(each)) ?? null;
}

function indicatorRow(indicator: Indicator, value: MeasureValue): MeasureRow {
  const {id, title, capability, unit, crawl, walk, run} = indicator;
  const level = levelOf(value.value, indicator);
  return {
    id,
    kind: "indicator",
    title,
    capability,
    unit,
    direction: crawl.op.startsWith("<") ? "lower" : crawl.op.startsWith(">") ? "higher" : null,
    ...value,
    level,
    thresholds: {crawl: crawl.text, walk: walk.text, run: run.text},
    next: nextOf(level, indicator)
  };
}

function kpiRow({slug, title, unit, direction}: Kpi, capability: string, value: MeasureValue): MeasureRow {
  return {
    id: slug,
    kind: "kpi",
    title,
    capability,
    unit,
    direction,
    ...value,
    level: null,
    thresholds: null,
    next: null
  };
}
