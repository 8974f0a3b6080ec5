import {anthropicCsvImporter} from "./anthropic/csv.ts";
import {anthropicImporter} from "./anthropic/importer.ts";
import {awsImporter} from "./aws/importer.ts";
import {azureImporter} from "./azure/importer.ts";
import {confluentImporter} from "./confluent/importer.ts";
import {databricksImporter, databricksJsonImporter} from "./databricks/importer.ts";
import {datadogImporter} from "./datadog/importer.ts";
import {gcpUsageImporter, gcpUsageJsonImporter} from "./gcp/importer.ts";
import type {Importer} from "./importer.ts";
import {atlasImporter} from "./mongodb-atlas/importer.ts";
import {ociCostReportImporter} from "./oci/importer.ts";
import {openaiCsvImporter} from "./openai/csv.ts";
import {openaiImporter} from "./openai/importer.ts";
import {opencostCustomCostImporter} from "./opencost/custom-cost.ts";
import {opencostCsvImporter, opencostImporter} from "./opencost/importer.ts";
import {openrouterImporter, openrouterCsvImporter} from "./openrouter/importer.ts";
import {snowflakeImporter} from "./snowflake/importer.ts";

/** Every importer of the package; the first that recognises a file reads it. */
export const importers: readonly Importer[] = [
  awsImporter,
  azureImporter,
  gcpUsageImporter,
  gcpUsageJsonImporter,
  ociCostReportImporter,
  opencostImporter,
  opencostCsvImporter,
  opencostCustomCostImporter,
  openaiImporter,
  openaiCsvImporter,
  anthropicImporter,
  anthropicCsvImporter,
  openrouterImporter,
  openrouterCsvImporter,
  confluentImporter,
  snowflakeImporter,
  databricksImporter,
  databricksJsonImporter,
  datadogImporter,
  atlasImporter
];

/** Raised when an importer or repair makes other rows of the same bytes, so that they are read again. */
export const importerRevision = 1;
