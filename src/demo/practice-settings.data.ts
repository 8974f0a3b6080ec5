/** What the demo practice says to the software. */
export const settingsText = `# The practice of Quillhaven Ltd, an online retailer that does not exist.
# Everything here has a default; what is written is what this company decided.

edition: "2026"

# Tag keys that get a column of their own, because people group by them every day. The estate on Azure was tagged by
# another generation: Team, Environment, Product and CostCenter. Keys that differ from these only in upper and lower
# case cannot have a column beside them; they are in every answer as tag.Team and so on, read from the map.
tags:
  - team
  - environment
  - product
  - cost-center
  - CostCenter

# Answers in one currency are converted with these rates; a month is converted at the average of its days.
rates:
  set: demo
  basis: month-average

# Where cost comes from, who answers for it, and how often a delivery is expected. Freshness is measured by it.
sources:
  - id: aws
    title: AWS organisation
    owner: platform
    cadence: daily
  - id: azure
    title: Azure enterprise agreement
    owner: platform
    cadence: daily
  - id: gcp
    title: Google Cloud
    owner: data
    cadence: daily
  - id: beacon
    title: Beacon Observability
    owner: platform
    category: saas
    cadence: daily
  - id: snowfield
    title: Snowfield warehouse
    owner: data
    category: data-cloud-platforms
    cadence: daily
  - id: forgehub
    title: ForgeHub code hosting
    owner: platform
    category: saas
    cadence: daily
  - id: lumen-ai
    title: Lumen AI tokens
    owner: data
    category: ai
    cadence: daily
  - id: datacentre
    title: Data centre Bristol
    owner: platform
    category: data-center
    cadence: monthly
  - id: licences
    title: Licences from Softlane
    owner: workplace
    category: saas
    cadence: monthly
`;
