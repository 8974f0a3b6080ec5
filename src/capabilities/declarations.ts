import {allocation} from "./allocation/declaration.ts";
import {dataIngestion} from "./data-ingestion/declaration.ts";
import type {CapabilityDeclaration} from "./declaration.ts";
import {executiveStrategyAlignment} from "./executive-strategy-alignment/declaration.ts";
import {finopsEducationEnablement} from "./finops-education-enablement/declaration.ts";
import {finopsPracticeOperations} from "./finops-practice-operations/declaration.ts";
import {governancePolicyRisk} from "./governance-policy-risk/declaration.ts";
import {kpisBenchmarking} from "./kpis-benchmarking/declaration.ts";
import {rateOptimization} from "./rate-optimization/declaration.ts";
import {reportingAnalytics} from "./reporting-analytics/declaration.ts";
import {usageOptimization} from "./usage-optimization/declaration.ts";

/** What this software does of each capability, by domain; one that is not here does nothing yet. */
export const declarations: readonly CapabilityDeclaration[] = [
  dataIngestion,
  allocation,
  reportingAnalytics,
  kpisBenchmarking,
  rateOptimization,
  usageOptimization,
  finopsPracticeOperations,
  governancePolicyRisk,
  finopsEducationEnablement,
  executiveStrategyAlignment
];
