import type {Evaluator} from "../kpi/measure.ts";
import {dataIngestionEvaluator} from "./data-ingestion/measures/evaluator.ts";

/** What computes indicators and KPIs, by capability; one that is not here is measured by nobody yet. */
export const evaluators: readonly Evaluator[] = [dataIngestionEvaluator];
