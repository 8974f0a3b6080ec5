import type {Asked, Evaluator, MeasureValue} from "../../../kpi/measure.ts";
import {unknown} from "../../../kpi/measure.ts";
import {type IngestionFigures, ingestionFigures, ingestionIncidents} from "./figures.ts";
import {gapOf, repositoryShare} from "./invoice-measures.ts";
import {categoriesMeasure, incidentsMeasure, normalisedMeasure, visibilityMeasure} from "./quality-measures.ts";
import {delayMeasure, historyMeasure, intervalMeasure, loadMeasure} from "./time-measures.ts";

/** What each measure is asked with. */
export interface Measuring extends IngestionFigures {
  readonly asked: Asked;
  readonly now: Temporal.Instant;
  /** Sources that deliver or are declared, as far as they are in the scope. */
  readonly sources: readonly string[];
}

/** All indicators of data ingestion, and the KPIs that deliveries, charges and invoices tell. */
export const dataIngestionEvaluator: Evaluator = {
  capability: "data-ingestion",
  measures: [
    "cost_visibility_delay_p95",
    "update_interval",
    "normalized_cost_share",
    "invoice_reconciliation_gap",
    "dq_sla_met",
    "history_months",
    "tech_categories_ingested",
    "cost-visibility-delay",
    "etl-processing-time",
    "frequency-of-data-updates",
    "percentage-of-normalized-queryable-data-within-repository",
    "unified-cost-usage-visibility"
  ],
  evaluate
};

async function evaluate(asked: Asked): Promise<ReadonlyMap<string, MeasureValue>> {
  const {context} = asked;
  const figures = await ingestionFigures(context);
  const delivering = new Set(figures.facts.snapshots.map(({manifest}) => manifest.source));
  if (delivering.size === 0) {
    const none = unknown("There is no data yet. Begin with: ashlar ingest FILE --source NAME");
    return new Map(dataIngestionEvaluator.measures.map((id) => [id, none]));
  }
  const all = [...new Set([...context.settings.sources.map(({id}) => id), ...delivering])].toSorted();
  const measuring: Measuring = {
    ...figures,
    asked,
    now: context.effects.now(),
    sources: asked.sources === null ? all : all.filter((source) => asked.sources?.includes(source))
  };
  const delay = delayMeasure(measuring);
  const interval = intervalMeasure(measuring);
  return new Map([
    ["cost_visibility_delay_p95", delay],
    ["cost-visibility-delay", delay],
    ["update_interval", interval],
    ["frequency-of-data-updates", interval],
    ["etl-processing-time", loadMeasure(measuring)],
    ["history_months", historyMeasure(measuring)],
    ["normalized_cost_share", normalisedMeasure(measuring)],
    ["tech_categories_ingested", categoriesMeasure(measuring)],
    ["unified-cost-usage-visibility", visibilityMeasure(measuring)],
    ["invoice_reconciliation_gap", gapOf(measuring)],
    ["percentage-of-normalized-queryable-data-within-repository", repositoryShare(measuring)],
    ["dq_sla_met", incidentsMeasure(measuring, await ingestionIncidents(context))]
  ]);
}
