import {expect, test} from "vitest";
import {workshop} from "../../lake/fixtures/workshop.ts";
import {anthropicCsvSample, anthropicSample} from "./anthropic/fixtures/sample.ts";
import {confluentSample} from "./confluent/fixtures/sample.ts";
import {databricksSample} from "./databricks/fixtures/sample.ts";
import {datadogSample} from "./datadog/fixtures/sample.ts";
import {atlasSample} from "./mongodb-atlas/fixtures/sample.ts";
import {openaiCsvSample, openaiSample} from "./openai/fixtures/sample.ts";
import {openrouterCsvSample} from "./openrouter/fixtures/sample.ts";
import {snowflakeSample} from "./snowflake/fixtures/sample.ts";

const samples = [
  openaiSample,
  openaiCsvSample,
  anthropicSample,
  anthropicCsvSample,
  openrouterCsvSample,
  confluentSample,
  snowflakeSample,
  databricksSample,
  datadogSample,
  atlasSample
];

test.for(samples)("the rows of $importer violate no rule of FOCUS", async (sample) => {
  const shop = await workshop();
  try {
    const paths = await Promise.all(sample.make(4).files.map(({name, content}) => shop.file(name, content)));
    await shop.ingest(paths);
    const failed = (await shop.snapshots()).flatMap(
      ({manifest: {conformance}}) => conformance?.rules.map(({rule}) => rule) ?? ["unjudged"]
    );
    expect(failed).toEqual([]);
  } finally {
    await shop.close();
  }
});
