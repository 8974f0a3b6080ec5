import type {AwsAccount} from "./aws-estate.data.ts";
import {aws} from "./aws-offers.data.ts";
import {streamOf, type Estate, type StreamSpec} from "./estate.ts";
import type {Stream} from "./stream.ts";
import {shiftOf, type World} from "./world.ts";

type Spec = StreamSpec<AwsAccount>;

const day = 24;
const stored = (gigabytes: number): number => gigabytes / 30.4;

/** The streams of AWS that events change and waste consists of; none is covered by a commitment. */
export function awsPlanted(world: World, estate: Estate<AwsAccount>): readonly Stream[] {
  return [...eventsOf(world), ...wasteOf()].map((spec) => streamOf(world, estate, spec));
}

function eventsOf(world: World): readonly Spec[] {
  const moved = world.truth.window("account-move");
  const sale = shiftOf(world, "garden-sale", {factor: 2.4});
  const leak = shiftOf(world, "weekend-leak", {plus: day, on: "weekend"});
  return [
    {
      account: "data",
      offer: aws.glue,
      name: "order-history-etl",
      base: 60,
      shape: "nightly",
      shifts: [shiftOf(world, "runaway-etl", {factor: 11})]
    },
    {account: "checkout", offer: aws.natHours, name: "checkout-nat", base: day, shape: "always"},
    {
      account: "checkout",
      offer: aws.natBytes,
      name: "checkout-nat-bytes",
      resource: "checkout-nat",
      base: 900,
      shape: "retail",
      shifts: [shiftOf(world, "nat-detour", {factor: 2.7})]
    },
    {
      account: "fulfilment",
      offer: aws.kinesis,
      name: "parcel-scans",
      base: 2400,
      shape: "steady",
      shifts: [shiftOf(world, "scan-stream-stopped", {factor: 0})]
    },
    ...["01", "02", "03", "04", "05", "06"].map((n): Spec => ({
      account: "engineering",
      offer: aws.m6iXlarge,
      name: `build-machine-${n}`,
      base: 11,
      shape: "office-hours",
      shifts: [leak]
    })),
    {
      account: "data",
      offer: aws.transfer,
      name: "raw-events",
      base: 380,
      shape: "steady",
      shifts: [shiftOf(world, "cross-region-copy", {factor: 9})]
    },
    {
      account: "storefront",
      offer: aws.fargate,
      name: "image-render",
      base: 520,
      shape: "retail",
      growth: 0.1,
      like: "image-render",
      shifts: [{event: "account-move", from: moved.from, to: moved.to, factor: 0}]
    },
    {
      account: "catalogue",
      offer: aws.fargate,
      name: "image-render",
      base: 520,
      shape: "retail",
      growth: 0.1,
      like: "image-render",
      event: "account-move",
      from: moved.from
    },
    {
      account: "catalogue",
      offer: aws.standard,
      name: "product-images",
      base: stored(41_000),
      shape: "stored",
      shifts: [shiftOf(world, "bucket-creep", {ramp: 0.012})]
    },
    {
      account: "checkout",
      offer: aws.fargate,
      name: "pay-front",
      base: 620,
      shape: "retail",
      growth: 0.15,
      shifts: [sale]
    },
    {
      account: "checkout",
      offer: aws.lambda,
      name: "pay-hooks",
      base: 2600,
      shape: "retail",
      growth: 0.15,
      shifts: [sale]
    }
  ];
}

function wasteOf(): readonly Spec[] {
  const numbered = (count: number, spec: Spec): readonly Spec[] =>
    Array.from({length: count}, (_, n) => ({...spec, name: `${spec.name}-${(n + 1).toString().padStart(2, "0")}`}));
  return [
    ...numbered(4, {
      account: "engineering",
      offer: aws.gp3,
      name: "orphan-disk",
      base: stored(750),
      shape: "stored",
      waste: "unattached-volumes"
    }),
    {
      account: "storefront",
      offer: aws.loadBalancer,
      name: "old-shop-alb",
      base: day,
      shape: "always",
      waste: "idle-balancer"
    },
    ...numbered(3, {
      account: "engineering",
      offer: aws.snapshot,
      name: "move-2023",
      base: stored(3800),
      shape: "stored",
      waste: "old-snapshots"
    }),
    {
      account: "fulfilment",
      offer: aws.rdsLarge,
      name: "voice-pick-pilot",
      base: day,
      shape: "always",
      waste: "idle-database"
    },
    {
      account: "fulfilment",
      offer: aws.rdsStorage,
      name: "voice-pick-pilot-disk",
      resource: "voice-pick-pilot",
      base: stored(300),
      shape: "stored",
      waste: "idle-database"
    },
    ...numbered(3, {
      account: "catalogue",
      offer: aws.r6i4xlarge,
      name: "search-master",
      base: day,
      shape: "always",
      waste: "oversized-search"
    }),
    ...numbered(2, {
      account: "fulfilment",
      offer: aws.m4Xlarge,
      name: "label-print",
      base: day,
      shape: "always",
      waste: "previous-generation"
    }),
    {
      account: "fulfilment",
      offer: aws.c4Large,
      name: "label-queue",
      base: day,
      shape: "always",
      waste: "previous-generation"
    },
    ...numbered(4, {
      account: "engineering",
      offer: aws.m6iLarge,
      name: "feature-env",
      base: day,
      shape: "always",
      waste: "dev-at-night"
    }),
    ...numbered(5, {
      account: "network",
      offer: aws.idleAddress,
      name: "spare-ip",
      base: day,
      shape: "always",
      waste: "idle-addresses"
    }),
    ...numbered(4, {
      account: "checkout",
      offer: aws.gp2,
      name: "archive-disk",
      base: stored(1600),
      shape: "stored",
      waste: "gp2-volumes"
    }),
    {
      account: "storefront",
      offer: aws.logStorage,
      name: "shop-access-log",
      base: stored(14_000),
      shape: "stored",
      growth: 0.9,
      waste: "eternal-logs"
    },
    {
      account: "fulfilment",
      offer: aws.standard,
      name: "parcel-photos",
      base: stored(88_000),
      shape: "stored",
      growth: 0.1,
      waste: "unread-archive"
    },
    {account: "sandbox", offer: aws.natHours, name: "trial-nat", base: day, shape: "always", waste: "idle-nat"},
    {
      account: "storefront",
      offer: aws.eksExtended,
      name: "shop-old-cluster",
      base: day,
      shape: "always",
      waste: "extended-support"
    },
    ...numbered(2, {
      account: "checkoutStaging",
      offer: aws.rdsLargeMulti,
      name: "orders-stg",
      base: day,
      shape: "always",
      waste: "multi-az-staging"
    }),
    ...numbered(2, {
      account: "checkout",
      offer: aws.rdsXlargeMulti,
      name: "ledger-db",
      base: day,
      shape: "always",
      waste: "steady-on-demand"
    }),
    {
      account: "checkout",
      offer: aws.reservedCapacity,
      name: "peak-2025",
      base: 2 * day,
      shape: "always",
      waste: "unused-capacity"
    }
  ];
}
