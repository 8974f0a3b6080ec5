/**
 * What kind of technology a source is the cost of, by the names of its providers, its own and its title; the first that
 * fits counts. A practice says it itself with `category` under sources.
 */
export const categoryNames: readonly {readonly category: string; readonly names: RegExp}[] = [
  {
    category: "data-cloud-platforms",
    names: /\b(snowflake|snowfield|databricks|mongodb|confluent|clickhouse|cloudera|starburst|fivetran)\b/i
  },
  {category: "ai", names: /\b(openai|anthropic|openrouter|mistral|cohere|hugging ?face|ai)\b/i},
  {category: "data-center", names: /\b(data ?cent(re|er)|colocation|on[- ]prem(ises)?)\b/i},
  {
    category: "public-cloud",
    names: /^(aws|amazon|microsoft|azure|google cloud|google|gcp|oracle|oci|alibaba|ibm cloud|digitalocean|ovh)/i
  },
  {
    category: "saas",
    names:
      /\b(datadog|github|gitlab|atlassian|salesforce|slack|zoom|okta|new relic|twilio|servicenow|adobe|licen[cs]\w*|saas)\b/i
  }
];
