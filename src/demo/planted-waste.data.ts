import type {Planted} from "./planted.ts";

type Row = readonly [
  id: string,
  kind: string,
  source: string,
  owner: string,
  avoidable: bigint,
  evidence: "billing" | "inventory" | "metrics",
  title: string,
  seen: string
];

/** Waste that is there in every month; `avoidable` in parts of a million of its cost. */
const rows: readonly Row[] = [
  [
    "unattached-volumes",
    "unattached-volume",
    "aws",
    "platform",
    1_000_000n,
    "inventory",
    "Volumes of machines deleted long ago",
    "Volume storage whose attachment is empty; their names begin with orphan."
  ],
  [
    "idle-balancer",
    "idle-load-balancer",
    "aws",
    "web",
    1_000_000n,
    "billing",
    "A load balancer of the old shop front",
    "Load balancer hours without any capacity units."
  ],
  [
    "old-snapshots",
    "old-snapshot",
    "aws",
    "platform",
    1_000_000n,
    "inventory",
    "Snapshots of a data centre move three years ago",
    "Snapshot storage that neither grows nor shrinks, of volumes that have no storage of their own."
  ],
  [
    "idle-database",
    "idle-database",
    "aws",
    "fulfilment",
    1_000_000n,
    "metrics",
    "A database that a pilot left behind",
    "Instance hours around the clock and storage that never grows; no connections in the metrics."
  ],
  [
    "oversized-search",
    "over-provisioned",
    "aws",
    "catalogue",
    500_000n,
    "metrics",
    "Search nodes four times as large as their load",
    "r6i.4xlarge around the clock; processor and memory below a fifth."
  ],
  [
    "previous-generation",
    "previous-generation",
    "aws",
    "fulfilment",
    140_000n,
    "billing",
    "Machines of the m4 and c4 families",
    "Instance types of generation 4 in SkuPriceDetails; the current one costs a seventh less for the same work."
  ],
  [
    "dev-at-night",
    "schedule",
    "aws",
    "platform",
    702_000n,
    "billing",
    "Development machines that run at night and on weekends",
    "Environment dev with 24 hours every day; people work 50 of 168 hours."
  ],
  [
    "idle-addresses",
    "orphan-address",
    "aws",
    "platform",
    1_000_000n,
    "billing",
    "Public addresses attached to nothing",
    "Meter PublicIPv4:IdleAddress."
  ],
  [
    "gp2-volumes",
    "volume-generation",
    "aws",
    "payments",
    200_000n,
    "billing",
    "Volumes never converted from gp2 to gp3",
    "Meter VolumeUsage.gp2; gp3 costs a fifth less."
  ],
  [
    "eternal-logs",
    "log-retention",
    "aws",
    "web",
    800_000n,
    "billing",
    "Log groups without a retention",
    "Stored log bytes rise month after month while ingestion is level."
  ],
  [
    "unread-archive",
    "storage-tier",
    "aws",
    "fulfilment",
    456_500n,
    "billing",
    "Parcel photographs in the standard tier that nobody reads",
    "A bucket with storage and no requests."
  ],
  [
    "idle-nat",
    "idle-gateway",
    "aws",
    "platform",
    1_000_000n,
    "billing",
    "A NAT gateway without traffic",
    "Gateway hours with no bytes processed."
  ],
  [
    "unused-capacity",
    "unused-capacity-reservation",
    "aws",
    "payments",
    1_000_000n,
    "billing",
    "Capacity reserved for last year's peak",
    "CapacityReservationStatus Unused every day."
  ],
  [
    "extended-support",
    "extended-support",
    "aws",
    "web",
    1_000_000n,
    "billing",
    "A cluster on a version out of standard support",
    "Meter with extendedSupport."
  ],
  [
    "multi-az-staging",
    "redundancy-in-non-production",
    "aws",
    "payments",
    500_000n,
    "billing",
    "Multi-AZ databases in staging",
    "Meter Multi-AZUsage with environment staging."
  ],
  [
    "steady-on-demand",
    "uncommitted-steady-usage",
    "aws",
    "payments",
    340_000n,
    "billing",
    "Databases that have run around the clock for a year at list terms",
    "24 hours every day, PricingCategory Standard, no commitment."
  ],
  [
    "orphan-disks",
    "unattached-volume",
    "azure",
    "fulfilment",
    1_000_000n,
    "inventory",
    "Premium disks of deleted machines",
    "Disk cost in a resource group without machine hours."
  ],
  [
    "windows-without-benefit",
    "licence",
    "azure",
    "workplace",
    440_000n,
    "billing",
    "Windows machines that pay for a licence the company owns",
    "Windows in SkuPriceDetails on machines covered by owned licences."
  ],
  [
    "idle-sql",
    "idle-database",
    "azure",
    "data",
    1_000_000n,
    "metrics",
    "A business-critical database of a retired report",
    "vCore hours around the clock at no growth; no queries in the metrics."
  ],
  [
    "migrated-reservation",
    "unused-commitment",
    "azure",
    "fulfilment",
    1_000_000n,
    "billing",
    "A reservation whose machines moved to the data centre's successor",
    "CommitmentDiscountStatus Unused since the migration, the term runs on."
  ],
  [
    "empty-plan",
    "idle-compute",
    "azure",
    "web",
    1_000_000n,
    "inventory",
    "An App Service plan without apps",
    "Plan hours around the clock; no bandwidth."
  ],
  [
    "idle-gpu",
    "idle-gpu",
    "gcp",
    "data",
    1_000_000n,
    "metrics",
    "A GPU machine left after an experiment",
    "Accelerator hours around the clock in a development project; utilisation nil."
  ],
  [
    "idle-cluster",
    "idle-cluster",
    "gcp",
    "mobile",
    1_000_000n,
    "billing",
    "A Kubernetes cluster without nodes",
    "Cluster fee without any node cost in its project."
  ],
  [
    "idle-external-address",
    "orphan-address",
    "gcp",
    "mobile",
    1_000_000n,
    "billing",
    "Static addresses in use by nothing",
    "Meter for static addresses that are assigned and unused."
  ],
  [
    "never-suspends",
    "idle-warehouse",
    "snowfield",
    "data",
    620_000n,
    "metrics",
    "A warehouse that does not suspend itself",
    "24 hours of a warehouse that people use on working days."
  ],
  [
    "large-model-for-labels",
    "oversized-model",
    "lumen-ai",
    "fulfilment",
    870_000n,
    "billing",
    "The large model sorts parcels into six classes",
    "Very short answers from the large model in the workspace parcel-labels."
  ],
  [
    "uncached-prompts",
    "no-prompt-caching",
    "lumen-ai",
    "web",
    600_000n,
    "billing",
    "The same long instructions are sent uncached with every call",
    "Input tokens a hundred times the output tokens and no cached input."
  ],
  [
    "dormant-developers",
    "unused-seats",
    "forgehub",
    "mobile",
    1_000_000n,
    "metrics",
    "Seats of people who left or changed team",
    "Seats assigned less seats active in the vendor's console."
  ],
  [
    "unused-design-seats",
    "unused-seats",
    "licences",
    "workplace",
    380_000n,
    "billing",
    "Design licences that nobody opened for ninety days",
    "x_SeatsAssigned above x_SeatsActive month after month."
  ],
  [
    "duplicate-meeting-tool",
    "redundant-licence",
    "licences",
    "workplace",
    1_000_000n,
    "billing",
    "A second meeting tool beside the one in the office suite",
    "Two products of one purpose for the same business units."
  ]
];

export const plantedWaste: readonly Planted[] = rows.map(
  ([id, kind, source, owner, avoidable, evidence, title, seen]): Planted => ({
    id,
    nature: "waste",
    kind,
    title,
    seen,
    owner,
    source,
    from: id === "migrated-reservation" ? -122 : -10_000,
    to: null,
    avoidable,
    evidence
  })
);
