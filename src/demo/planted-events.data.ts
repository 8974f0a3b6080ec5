import type {Planted} from "./planted.ts";

type Row = readonly [
  id: string,
  kind: string,
  source: string,
  owner: string,
  from: number,
  to: number | null,
  title: string,
  seen: string
];

/** What happened and should be found. Days count from the day after the last complete month. */
const anomalies: readonly Row[] = [
  [
    "runaway-etl",
    "spike",
    "aws",
    "data",
    -47,
    -44,
    "A Glue job retried without end over a weekend",
    "Cost of the job order-history-etl is eleven times its usual for three days, then back."
  ],
  [
    "nat-detour",
    "sustained-shift",
    "aws",
    "payments",
    -75,
    null,
    "A route change sends S3 traffic of checkout through NAT gateways",
    "NAT-Gateway-Bytes of checkout-prod rise to 2.7 times and stay; gateway hours do not move."
  ],
  [
    "new-recommender",
    "new-service",
    "gcp",
    "catalogue",
    -40,
    null,
    "Vertex AI appears in the search project unannounced",
    "A service without any cost before; no budget and no forecast knows it."
  ],
  [
    "scan-stream-stopped",
    "drop-to-zero",
    "aws",
    "fulfilment",
    -30,
    -24,
    "The stream of parcel scans stopped: a broken deployment, not a saving",
    "Shard hours of parcel-scans fall to nothing for six days while its neighbours go on."
  ],
  [
    "weekend-leak",
    "weekend-leak",
    "aws",
    "platform",
    -60,
    -32,
    "The scheduler that stops build machines failed on weekends",
    "Instances of engineering-dev that cost nothing on weekends run through four of them."
  ],
  [
    "log-explosion",
    "spike",
    "beacon",
    "web",
    -18,
    -13,
    "Debug logging switched on in production",
    "Ingested logs of the storefront are seven times the usual for five days."
  ],
  [
    "agent-loop",
    "spike",
    "lumen-ai",
    "data",
    -9,
    -7,
    "An agent that handles returns called itself in a loop",
    "Output tokens of the workspace returns-agent are thirty times the usual for two days."
  ],
  [
    "cross-region-copy",
    "sustained-shift",
    "aws",
    "data",
    -60,
    -38,
    "A replication rule copied raw events to another continent",
    "Transfer from Ireland to N. Virginia is nine times the usual for three weeks."
  ],
  [
    "host-price-rise",
    "price-change",
    "beacon",
    "platform",
    -92,
    null,
    "The renewal raised the price of a monitored host by 14 %",
    "Cost per host steps up while the number of hosts does not."
  ],
  [
    "account-move",
    "account-swap",
    "aws",
    "web",
    -65,
    null,
    "Image rendering moved from storefront-prod to catalogue-prod",
    "One account falls and another rises by the same amount; the payer's total does not change."
  ],
  [
    "twin-staging",
    "duplicate-environment",
    "azure",
    "fulfilment",
    -55,
    -33,
    "A second staging environment was left after a release test",
    "A resource group named like another with -copy has the same meters at the same quantities for three weeks."
  ],
  [
    "model-switch",
    "sustained-shift",
    "lumen-ai",
    "web",
    -25,
    null,
    "The default of the product-text assistant became the large model",
    "Tokens of the large model in product-copy triple; requests do not."
  ],
  [
    "unpartitioned-report",
    "recurring-spike",
    "gcp",
    "data",
    -36,
    -6,
    "A weekly report scans whole tables",
    "Bytes analysed are eight times the usual on Mondays only."
  ],
  [
    "bucket-creep",
    "creep",
    "aws",
    "catalogue",
    -80,
    null,
    "A lifecycle rule of product images was removed",
    "Storage of the bucket grows 1.2 % of its old size every day; no single day stands out."
  ],
  [
    "warehouse-resize",
    "sustained-shift",
    "snowfield",
    "data",
    -50,
    null,
    "The reporting warehouse was doubled and never set back",
    "Hours of the reporting warehouse cost twice as many credits from one day to the next."
  ],
  [
    "build-storm",
    "spike",
    "forgehub",
    "mobile",
    -21,
    -19,
    "A dependency bot opened a build for every package",
    "Build minutes of the driver app are six times the usual for two days."
  ]
];

const planned: readonly Row[] = [
  [
    "garden-sale",
    "planned-event",
    "aws",
    "payments",
    -28,
    -24,
    "Garden sale, announced to the platform team two weeks before",
    "Containers and functions of checkout are 2.4 times the usual for four days; the calendar of events has it."
  ],
  [
    "history-backfill",
    "planned-event",
    "gcp",
    "data",
    -71,
    -69,
    "Backfill of five years of orders for the forecast model",
    "Data processing is six times the usual for two days; a change request has it."
  ]
];

const eventOf =
  (nature: "anomaly" | "planned") =>
  ([id, kind, source, owner, from, to, title, seen]: Row): Planted => ({
    id,
    nature,
    kind,
    title,
    seen,
    owner,
    source,
    from,
    to
  });

export const plantedEvents: readonly Planted[] = [
  ...anomalies.map(eventOf("anomaly")),
  ...planned.map(eventOf("planned"))
];
