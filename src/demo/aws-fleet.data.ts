import type {AwsAccount} from "./aws-estate.data.ts";
import {aws} from "./aws-offers.data.ts";
import type {FleetSpec} from "./estate.ts";

type Fleet = FleetSpec<AwsAccount>;

/** Gigabytes as the gigabyte-months of a day. */
const stored = (gigabytes: number): number => gigabytes / 30.4;
const day = 24;
const plan = ["compute-plan"] as const;

/** What Quillhaven runs on AWS, fleet by fleet, before anything unusual happened. Counts are those of scale 1. */
export const awsFleets: readonly Fleet[] = [
  {
    account: "storefront",
    offer: aws.m6i2xlarge,
    name: "shop-node",
    count: 14,
    base: day,
    shape: "always",
    churn: true,
    covers: plan
  },
  {
    account: "storefront",
    offer: aws.gp3,
    name: "shop-disk",
    resource: "shop-disk",
    count: 14,
    base: stored(200),
    shape: "stored"
  },
  {
    account: "storefront",
    offer: aws.cdn,
    name: "shop-edge",
    count: 3,
    base: 1700,
    shape: "retail",
    growth: 0.22,
    first: "undiscounted",
    discount: 155_000n
  },
  {
    account: "storefront",
    offer: aws.loadBalancer,
    name: "shop-alb",
    resource: "shop-alb",
    count: 4,
    base: day,
    shape: "always"
  },
  {
    account: "storefront",
    offer: aws.balancerCapacity,
    name: "shop-alb-lcu",
    resource: "shop-alb",
    count: 4,
    base: 190,
    shape: "retail",
    growth: 0.2
  },
  {account: "storefront", offer: aws.redis, name: "session-cache", count: 5, base: day, shape: "always"},
  {account: "storefront", offer: aws.logIngest, name: "shop-logs", count: 5, base: 21, shape: "retail", growth: 0.2},
  {account: "storefront", offer: aws.lambda, name: "shop-fn", count: 12, base: 420, shape: "retail", growth: 0.25},
  {account: "storefrontStaging", offer: aws.m6iLarge, name: "shop-stg", count: 7, base: 10, shape: "office-hours"},
  {account: "storefrontStaging", offer: aws.gp3, name: "shop-stg-disk", count: 7, base: stored(100), shape: "stored"},
  {account: "checkout", offer: aws.fargate, name: "payment-api", count: 9, base: 210, shape: "retail", growth: 0.18},
  {
    account: "checkout",
    offer: aws.rdsXlargeMulti,
    name: "orders-db",
    resource: "orders-db",
    count: 4,
    base: day,
    shape: "always"
  },
  {
    account: "checkout",
    offer: aws.rdsStorage,
    name: "orders-db-disk",
    resource: "orders-db",
    count: 4,
    base: stored(900),
    shape: "stored",
    growth: 0.3
  },
  {account: "checkout", offer: aws.dynamoWrite, name: "basket", count: 5, base: 34, shape: "retail", growth: 0.2},
  {account: "checkout", offer: aws.queue, name: "order-events", count: 7, base: 22, shape: "retail", growth: 0.2},
  {account: "checkout", offer: aws.keys, name: "payment-key", count: 5, base: 160, shape: "retail"},
  {account: "checkout", offer: aws.gp3, name: "ledger-disk", count: 7, base: stored(300), shape: "stored"},
  {account: "checkoutStaging", offer: aws.fargate, name: "payment-stg", count: 5, base: 26, shape: "office"},
  {
    account: "catalogue",
    offer: aws.c7g4xlarge,
    name: "search-node",
    count: 12,
    base: day,
    shape: "always",
    churn: true,
    covers: plan
  },
  {account: "catalogue", offer: aws.gp3, name: "search-disk", count: 12, base: stored(400), shape: "stored"},
  {
    account: "catalogue",
    offer: aws.standard,
    name: "images",
    resource: "images",
    count: 5,
    base: stored(16_000),
    shape: "stored",
    growth: 0.3
  },
  {
    account: "catalogue",
    offer: aws.get,
    name: "images-get",
    resource: "images",
    count: 5,
    base: 60_000,
    shape: "retail",
    growth: 0.2
  },
  {account: "catalogue", offer: aws.put, name: "images-put", resource: "images", count: 5, base: 900, shape: "office"},
  {
    account: "catalogue",
    offer: aws.infrequent,
    name: "images-cold",
    count: 4,
    base: stored(52_000),
    shape: "stored",
    growth: 0.25
  },
  {account: "fulfilment", offer: aws.m6i2xlarge, name: "wms-node", count: 10, base: day, shape: "always", covers: plan},
  {account: "fulfilment", offer: aws.gp3, name: "wms-disk", count: 10, base: stored(250), shape: "stored"},
  {
    account: "fulfilment",
    offer: aws.rdsLarge,
    name: "stock-db",
    resource: "stock-db",
    count: 5,
    base: day,
    shape: "always"
  },
  {
    account: "fulfilment",
    offer: aws.rdsStorage,
    name: "stock-db-disk",
    resource: "stock-db",
    count: 5,
    base: stored(400),
    shape: "stored",
    growth: 0.15
  },
  {account: "fulfilment", offer: aws.kinesis, name: "van-telemetry", count: 4, base: 192, shape: "steady"},
  {account: "fulfilment", offer: aws.lambda, name: "route-fn", count: 9, base: 310, shape: "retail", growth: 0.15},
  {account: "fulfilment", offer: aws.queue, name: "pick-events", count: 5, base: 18, shape: "retail"},
  {account: "logistics", offer: aws.m6iLarge, name: "depot-node", count: 7, base: day, shape: "always", covers: plan},
  {account: "logistics", offer: aws.gp3, name: "depot-disk", count: 7, base: stored(150), shape: "stored"},
  {
    account: "data",
    offer: aws.spot,
    name: "train-spot",
    count: 7,
    base: 19,
    shape: "nightly",
    dynamic: true,
    growth: 0.2
  },
  {account: "data", offer: aws.glue, name: "load-job", count: 9, base: 34, shape: "nightly", growth: 0.2},
  {account: "data", offer: aws.glue, name: "close-job", count: 4, base: 46, shape: "month-end"},
  {account: "data", offer: aws.athena, name: "analyst-query", count: 5, base: 3.6, shape: "office", first: "late"},
  {
    account: "data",
    offer: aws.standard,
    name: "lake-raw",
    count: 5,
    base: stored(21_000),
    shape: "stored",
    growth: 0.4
  },
  {
    account: "data",
    offer: aws.infrequent,
    name: "lake-old",
    count: 4,
    base: stored(60_000),
    shape: "stored",
    growth: 0.2
  },
  {
    account: "network",
    offer: aws.natHours,
    name: "shared-nat",
    resource: "shared-nat",
    count: 3,
    base: day,
    shape: "always"
  },
  {
    account: "network",
    offer: aws.natBytes,
    name: "shared-nat-bytes",
    resource: "shared-nat",
    count: 3,
    base: 620,
    shape: "retail",
    growth: 0.1
  },
  {account: "network", offer: aws.transfer, name: "backup-copy", count: 2, base: 240, shape: "steady"},
  {account: "security", offer: aws.guard, name: "detector", count: 7, base: 2.6, shape: "retail", growth: 0.1},
  {
    account: "security",
    offer: aws.logStorage,
    name: "audit-trail",
    count: 3,
    base: stored(5200),
    shape: "stored",
    growth: 0.2
  },
  {
    account: "engineering",
    offer: aws.t3Medium,
    name: "dev-box",
    count: 17,
    base: 10,
    shape: "office-hours",
    churn: true
  },
  {account: "engineering", offer: aws.gp3, name: "dev-disk", count: 17, base: stored(60), shape: "stored", churn: true},
  {account: "engineering", offer: aws.eks, name: "dev-cluster", count: 2, base: day, shape: "always"},
  {account: "sandbox", offer: aws.t3Medium, name: "try-out", count: 7, base: 8, shape: "office", churn: true},
  {account: "sandbox", offer: aws.lambda, name: "try-fn", count: 4, base: 40, shape: "office", churn: true}
];
