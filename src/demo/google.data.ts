import type {Account, FleetSpec, Region} from "./estate.ts";
import {offer, type Offer, type OfferSpec} from "./offer.ts";

/** Google Cloud at Quillhaven: search, forecasting and the drivers' app. */

export const googleProjects = {
  search: {
    id: "quillhaven-search-prod",
    name: "search-prod",
    env: "prod",
    team: "catalogue",
    product: "catalogue",
    region: "europe-west1"
  },
  warehouse: {
    id: "quillhaven-insights-prod",
    name: "insights-prod",
    env: "prod",
    team: "data",
    product: "insights",
    region: "europe-west1"
  },
  driver: {
    id: "quillhaven-driver-prod",
    name: "driver-app-prod",
    env: "prod",
    team: "mobile",
    product: "driver-app",
    region: "europe-west4"
  },
  driverStaging: {
    id: "quillhaven-driver-staging",
    name: "driver-app-staging",
    env: "staging",
    team: "mobile",
    product: "driver-app",
    region: "europe-west4"
  },
  lab: {id: "quillhaven-ml-lab", name: "ml-lab", env: "dev", team: "data", product: "insights", region: "europe-west4"}
} as const satisfies Record<string, Account>;

export type GoogleProject = keyof typeof googleProjects;

export const googleRegions: Readonly<Record<string, Region>> = {
  "europe-west1": {name: "Belgium", price: 1_000_000n, zones: ["europe-west1-b", "europe-west1-c", "europe-west1-d"]},
  "europe-west4": {name: "Netherlands", price: 1_010_000n, zones: ["europe-west4-a", "europe-west4-b"]}
};

const compute: Pick<OfferSpec, "service" | "in" | "unit" | "resource" | "code"> = {
  service: "Compute Engine",
  in: ["Compute", "Virtual Machines"],
  unit: "Hours",
  resource: ["Instance", "//compute.googleapis.com/projects/{account}/zones/{zone}/instances/{name}"],
  code: "6F81-5844-456A"
};

const queries: Pick<OfferSpec, "service" | "in" | "code" | "resource"> = {
  service: "BigQuery",
  in: ["Databases", "Data Warehouses"],
  code: "24E6-581D-38E5",
  resource: ["Dataset", "//bigquery.googleapis.com/projects/{account}/datasets/{name}"]
};

export const google = {
  n2: offer({
    ...compute,
    meter: "N2 Instance n2-standard-8",
    text: "N2 machine with 8 vCPU and 32 GB",
    price: "0.4276",
    details: {
      InstanceType: "n2-standard-8",
      InstanceSeries: "N2",
      CoreCount: 8,
      MemorySize: 32,
      OperatingSystem: "Linux"
    }
  }),
  e2: offer({
    ...compute,
    meter: "E2 Instance e2-standard-2",
    text: "E2 machine with 2 vCPU and 8 GB",
    price: "0.0737",
    details: {
      InstanceType: "e2-standard-2",
      InstanceSeries: "E2",
      CoreCount: 2,
      MemorySize: 8,
      OperatingSystem: "Linux"
    }
  }),
  gpu: offer({
    ...compute,
    meter: "A2 Instance a2-highgpu-1g",
    text: "A2 machine with one accelerator",
    price: "4.0513",
    details: {
      InstanceType: "a2-highgpu-1g",
      InstanceSeries: "A2",
      CoreCount: 12,
      MemorySize: 85,
      GpuCount: 1,
      OperatingSystem: "Linux"
    }
  }),
  disk: offer({
    ...compute,
    in: ["Storage", "Block Storage"],
    meter: "Balanced PD Capacity",
    text: "Balanced persistent disk",
    unit: "GB-Months",
    price: "0.11",
    resource: ["Disk", "//compute.googleapis.com/projects/{account}/zones/{zone}/disks/{name}"]
  }),
  address: offer({
    ...compute,
    in: ["Networking", "Network Infrastructure"],
    meter: "Static Ip Charge",
    text: "Static address assigned and not used",
    price: "0.01",
    resource: ["Address", "//compute.googleapis.com/projects/{account}/regions/{region}/addresses/{name}"]
  }),
  cluster: offer({
    service: "Kubernetes Engine",
    in: ["Compute", "Containers"],
    meter: "Regional Kubernetes Clusters",
    text: "Cluster management fee",
    unit: "Hours",
    price: "0.1",
    resource: ["Cluster", "//container.googleapis.com/projects/{account}/locations/{region}/clusters/{name}"],
    code: "CCD8-9BF1-090E"
  }),
  run: offer({
    service: "Cloud Run",
    in: ["Compute", "Serverless Compute"],
    meter: "CPU Allocation Time",
    text: "Processor time of requests",
    unit: "1000 Seconds",
    price: "0.024",
    resource: ["Service", "//run.googleapis.com/projects/{account}/locations/{region}/services/{name}"],
    code: "152E-C115-5142"
  }),
  analysis: offer({...queries, meter: "Analysis", text: "Bytes read by queries", unit: "TiB", price: "6.25"}),
  storage: offer({
    ...queries,
    meter: "Active Logical Storage",
    text: "Table storage",
    unit: "GiB-Months",
    price: "0.02"
  }),
  dataflow: offer({
    service: "Dataflow",
    in: ["Analytics", "Data Processing"],
    meter: "vCPU Time Batch",
    text: "Batch worker time",
    unit: "Hours",
    price: "0.0652",
    resource: ["Job", "//dataflow.googleapis.com/projects/{account}/locations/{region}/jobs/{name}"],
    code: "57D6-15C4-F81E"
  }),
  messages: offer({
    service: "Pub/Sub",
    in: ["Integration", "Messaging"],
    meter: "Message Delivery Basic",
    text: "Messages delivered",
    unit: "TiB",
    price: "40",
    resource: ["Topic", "//pubsub.googleapis.com/projects/{account}/topics/{name}"],
    code: "A1E8-BE35-7EBC"
  }),
  bucket: offer({
    service: "Cloud Storage",
    in: ["Storage", "Object Storage"],
    meter: "Standard Storage Belgium",
    text: "Standard storage",
    unit: "GiB-Months",
    price: "0.02",
    resource: ["Bucket", "//storage.googleapis.com/quillhaven-{name}"],
    code: "95FF-2EF5-5EA1"
  }),
  egress: offer({
    service: "Networking",
    in: ["Networking", "Network Connectivity"],
    meter: "Network Internet Data Transfer Out",
    text: "Data transfer out to the internet",
    unit: "GiB",
    price: "0.105",
    resource: [
      "Forwarding rule",
      "//compute.googleapis.com/projects/{account}/regions/{region}/forwardingRules/{name}"
    ],
    code: "E505-1604-58F8"
  }),
  sql: offer({
    service: "Cloud SQL",
    in: ["Databases", "Relational Databases"],
    meter: "PostgreSQL: Zonal vCPU",
    text: "Database processor hour",
    unit: "Hours",
    price: "0.0454",
    resource: ["Instance", "//sqladmin.googleapis.com/projects/{account}/instances/{name}"],
    code: "9662-B51E-5089"
  }),
  maps: offer({
    service: "Places and Routes",
    in: ["Web", "Other (Web)"],
    meter: "Routes: Compute Routes Basic",
    text: "Routes computed",
    unit: "1000 Requests",
    price: "4.2",
    resource: ["API key", "//apikeys.googleapis.com/projects/{account}/keys/{name}"],
    code: "7F22-2C8F-AA10"
  }),
  vertex: offer({
    service: "Vertex AI",
    in: ["AI and Machine Learning", "Machine Learning"],
    meter: "Online Prediction n1-highmem-8",
    text: "Prediction node hour",
    unit: "Hours",
    price: "0.5994",
    resource: ["Endpoint", "//aiplatform.googleapis.com/projects/{account}/locations/{region}/endpoints/{name}"],
    code: "C7E2-9256-1C43"
  })
} as const satisfies Record<string, Offer>;

const day = 24;
const stored = (gigabytes: number): number => gigabytes / 30.4;

export const googleFleets: readonly FleetSpec<GoogleProject>[] = [
  {
    account: "search",
    offer: google.n2,
    name: "ranker",
    count: 12,
    base: day,
    shape: "always",
    covers: ["flexible-commitment"],
    churn: true
  },
  {account: "search", offer: google.disk, name: "ranker-disk", count: 12, base: stored(500), shape: "stored"},
  {account: "search", offer: google.run, name: "suggest", count: 6, base: 420, shape: "retail", growth: 0.25},
  {account: "search", offer: google.egress, name: "search-edge", count: 3, base: 260, shape: "retail", growth: 0.2},
  {
    account: "search",
    offer: google.bucket,
    name: "index-snapshots",
    count: 3,
    base: stored(9000),
    shape: "stored",
    growth: 0.2
  },
  {account: "warehouse", offer: google.analysis, name: "sales", count: 6, base: 2.4, shape: "office", growth: 0.2},
  {
    account: "warehouse",
    offer: google.storage,
    name: "sales-tables",
    count: 6,
    base: stored(22_000),
    shape: "stored",
    growth: 0.4
  },
  {account: "warehouse", offer: google.dataflow, name: "enrich", count: 6, base: 96, shape: "nightly"},
  {account: "warehouse", offer: google.messages, name: "orders", count: 5, base: 0.4, shape: "retail", growth: 0.2},
  {account: "driver", offer: google.run, name: "driver-api", count: 8, base: 510, shape: "retail", growth: 0.3},
  {account: "driver", offer: google.sql, name: "driver-db", count: 3, base: 8 * day, shape: "always"},
  {account: "driver", offer: google.maps, name: "routing", count: 2, base: 26, shape: "retail", growth: 0.3},
  {
    account: "driver",
    offer: google.n2,
    name: "dispatch",
    count: 5,
    base: day,
    shape: "always",
    covers: ["flexible-commitment"]
  },
  {account: "driver", offer: google.cluster, name: "dispatch-cluster", count: 1, base: day, shape: "always"},
  {account: "driverStaging", offer: google.e2, name: "driver-stg", count: 6, base: 10, shape: "office-hours"},
  {account: "driverStaging", offer: google.run, name: "driver-api-stg", count: 4, base: 30, shape: "office"},
  {account: "lab", offer: google.e2, name: "notebook", count: 8, base: 9, shape: "office-hours", churn: true},
  {
    account: "lab",
    offer: google.disk,
    name: "notebook-disk",
    count: 8,
    base: stored(200),
    shape: "stored",
    churn: true
  },
  {
    account: "lab",
    offer: google.bucket,
    name: "experiments",
    count: 3,
    base: stored(6000),
    shape: "stored",
    growth: 0.5
  }
];
