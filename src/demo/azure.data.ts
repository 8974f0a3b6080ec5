import type {Account, FleetSpec, Region} from "./estate.ts";
import {offer, type Offer, type OfferSpec} from "./offer.ts";

/** Azure at Quillhaven: an enterprise agreement in euro, three products of logistics and the office's machines. */

export const azureAccounts = {
  depots: {
    id: "6c1f7a10-0b1e-4c52-9a31-11d0c5a70001",
    name: "sub-depots-prod",
    env: "prod",
    team: "fulfilment",
    product: "fulfilment",
    region: "westeurope"
  },
  depotsStaging: {
    id: "6c1f7a10-0b1e-4c52-9a31-11d0c5a70002",
    name: "sub-depots-staging",
    env: "staging",
    team: "fulfilment",
    product: "fulfilment",
    region: "westeurope"
  },
  office: {
    id: "6c1f7a10-0b1e-4c52-9a31-11d0c5a70003",
    name: "sub-workplace",
    env: "prod",
    team: "workplace",
    product: null,
    region: "northeurope"
  },
  reporting: {
    id: "6c1f7a10-0b1e-4c52-9a31-11d0c5a70004",
    name: "sub-reporting",
    env: "prod",
    team: "data",
    product: "insights",
    region: "westeurope"
  },
  portal: {
    id: "6c1f7a10-0b1e-4c52-9a31-11d0c5a70005",
    name: "sub-supplier-portal",
    env: "prod",
    team: "web",
    product: "storefront",
    region: "westeurope"
  },
  lab: {
    id: "6c1f7a10-0b1e-4c52-9a31-11d0c5a70006",
    name: "sub-lab",
    env: "dev",
    team: "workplace",
    product: null,
    region: "northeurope"
  }
} as const satisfies Record<string, Account>;

export type AzureAccount = keyof typeof azureAccounts;

export const azureRegions: Readonly<Record<string, Region>> = {
  westeurope: {name: "West Europe", price: 1_000_000n, zones: ["westeurope-1", "westeurope-2", "westeurope-3"]},
  northeurope: {name: "North Europe", price: 960_000n, zones: ["northeurope-1", "northeurope-2"]}
};

const root = "/subscriptions/{account}/resourceGroups/{group}/providers";

function machine(size: string, series: string, cores: number, memory: number, price: string, system: string): Offer {
  return offer({
    service: "Virtual Machines",
    in: ["Compute", "Virtual Machines"],
    meter: `${size}${system === "Windows" ? " Windows" : ""}`,
    text: `${size} ${system} virtual machine`,
    unit: "Hours",
    price,
    resource: ["Virtual machine", `${root}/Microsoft.Compute/virtualMachines/{name}`],
    code: "Virtual Machines",
    operation: series,
    details: {InstanceType: size, InstanceSeries: series, CoreCount: cores, MemorySize: memory, OperatingSystem: system}
  });
}

const disk: Pick<OfferSpec, "service" | "in" | "unit" | "resource" | "code"> = {
  service: "Managed Disks",
  in: ["Storage", "Block Storage"],
  unit: "Units",
  resource: ["Disk", `${root}/Microsoft.Compute/disks/{name}`],
  code: "Storage"
};

export const azure = {
  d4: machine("D4s v5", "Dsv5 Series", 4, 16, "0.2", "Linux"),
  e8: machine("E8s v5", "Esv5 Series", 8, 64, "0.532", "Linux"),
  d8windows: machine("D8s v5", "Dsv5 Series", 8, 32, "0.772", "Windows"),
  premium: offer({...disk, meter: "P30 LRS Disk", text: "Premium SSD P30, a day's share of the month", price: "128.2"}),
  ssd: offer({...disk, meter: "E20 LRS Disk", text: "Standard SSD E20, a day's share of the month", price: "36.1"}),
  blob: offer({
    service: "Storage Accounts",
    in: ["Storage", "Object Storage"],
    meter: "Hot LRS Data Stored",
    text: "Blob storage, hot tier",
    unit: "GB-Months",
    price: "0.0184",
    resource: ["Storage account", `${root}/Microsoft.Storage/storageAccounts/{name}`],
    code: "Storage"
  }),
  sql: offer({
    service: "SQL Database",
    in: ["Databases", "Relational Databases"],
    meter: "General Purpose vCore",
    text: "SQL database compute, general purpose",
    unit: "Hours",
    price: "0.1212",
    resource: ["SQL database", `${root}/Microsoft.Sql/servers/sql-quillhaven/databases/{name}`],
    code: "SQL Database"
  }),
  sqlCritical: offer({
    service: "SQL Database",
    in: ["Databases", "Relational Databases"],
    meter: "Business Critical vCore",
    text: "SQL database compute, business critical",
    unit: "Hours",
    price: "0.3271",
    resource: ["SQL database", `${root}/Microsoft.Sql/servers/sql-quillhaven/databases/{name}`],
    code: "SQL Database"
  }),
  cosmos: offer({
    service: "Azure Cosmos DB",
    in: ["Databases", "NoSQL Databases"],
    meter: "100 RU/s",
    text: "Provisioned throughput",
    unit: "Hours",
    price: "0.0072",
    resource: ["Cosmos DB account", `${root}/Microsoft.DocumentDB/databaseAccounts/{name}`],
    code: "Azure Cosmos DB"
  }),
  plan: offer({
    service: "Azure App Service",
    in: ["Web", "Application Platforms"],
    meter: "P1 v3 App",
    text: "App Service plan P1 v3",
    unit: "Hours",
    price: "0.166",
    resource: ["App Service plan", `${root}/Microsoft.Web/serverFarms/{name}`],
    code: "Azure App Service"
  }),
  kubernetes: offer({
    service: "Azure Kubernetes Service",
    in: ["Compute", "Containers"],
    meter: "Standard Uptime SLA",
    text: "Kubernetes cluster, standard tier",
    unit: "Hours",
    price: "0.093",
    resource: ["Kubernetes service", `${root}/Microsoft.ContainerService/managedClusters/{name}`],
    code: "Azure Kubernetes Service"
  }),
  analytics: offer({
    service: "Log Analytics",
    in: ["Management and Governance", "Observability"],
    meter: "Analytics Logs Data Ingestion",
    text: "Log data ingested",
    unit: "GB",
    price: "2.53",
    resource: ["Log Analytics workspace", `${root}/Microsoft.OperationalInsights/workspaces/{name}`],
    code: "Log Analytics"
  }),
  desktop: offer({
    service: "Azure Virtual Desktop",
    in: ["Compute", "End User Computing"],
    meter: "User access",
    text: "Virtual desktop session hour",
    unit: "Hours",
    price: "0.19",
    resource: ["Host pool", `${root}/Microsoft.DesktopVirtualization/hostPools/{name}`],
    code: "Azure Virtual Desktop"
  }),
  gateway: offer({
    service: "Application Gateway",
    in: ["Networking", "Application Networking"],
    meter: "Standard v2 Fixed Cost",
    text: "Application gateway hour",
    unit: "Hours",
    price: "0.2291",
    resource: ["Application gateway", `${root}/Microsoft.Network/applicationGateways/{name}`],
    code: "Application Gateway"
  }),
  circuit: offer({
    service: "ExpressRoute",
    in: ["Networking", "Network Connectivity"],
    meter: "Standard Metered 1 Gbps",
    text: "ExpressRoute circuit, a day's share of the month",
    unit: "Units",
    price: "402",
    resource: ["ExpressRoute circuit", `${root}/Microsoft.Network/expressRouteCircuits/{name}`],
    code: "ExpressRoute"
  })
} as const satisfies Record<string, Offer>;

const share = 1 / 30.4;
const day = 24;

export const azureFleets: readonly FleetSpec<AzureAccount>[] = [
  {
    account: "depots",
    offer: azure.d4,
    name: "vm-depot",
    count: 22,
    base: day,
    shape: "always",
    covers: ["d4-reservation"]
  },
  {account: "depots", offer: azure.premium, name: "disk-depot", count: 14, base: share, shape: "stored"},
  {account: "depots", offer: azure.cosmos, name: "cosmos-stock", count: 4, base: 24 * 160, shape: "steady"},
  {account: "depots", offer: azure.sql, name: "sqldb-slots", count: 5, base: 24 * 8, shape: "steady", growth: 0.1},
  {account: "depots", offer: azure.kubernetes, name: "aks-depot", count: 2, base: day, shape: "always"},
  {account: "depots", offer: azure.analytics, name: "log-depot", count: 4, base: 16, shape: "retail", growth: 0.15},
  {account: "depotsStaging", offer: azure.d4, name: "vm-depot-stg", count: 6, base: 10, shape: "office-hours"},
  {account: "depotsStaging", offer: azure.ssd, name: "disk-depot-stg", count: 6, base: share, shape: "stored"},
  {account: "office", offer: azure.d8windows, name: "vm-files", count: 6, base: day, shape: "always"},
  {account: "office", offer: azure.ssd, name: "disk-files", count: 12, base: share, shape: "stored"},
  {account: "office", offer: azure.desktop, name: "hp-support", count: 5, base: 220, shape: "office"},
  {
    account: "office",
    offer: azure.blob,
    name: "stquillarchive",
    count: 5,
    base: 21_000 / 30.4,
    shape: "stored",
    growth: 0.2
  },
  {account: "office", offer: azure.circuit, name: "erc-bristol", count: 1, base: share, shape: "stored"},
  {account: "reporting", offer: azure.sql, name: "sqldb-report", count: 4, base: 24 * 6, shape: "steady"},
  {account: "reporting", offer: azure.sql, name: "sqldb-close", count: 2, base: 24 * 12, shape: "month-end"},
  {
    account: "reporting",
    offer: azure.blob,
    name: "stquillreport",
    count: 3,
    base: 14_000 / 30.4,
    shape: "stored",
    growth: 0.25
  },
  {account: "portal", offer: azure.plan, name: "plan-portal", count: 5, base: 3 * day, shape: "always"},
  {account: "portal", offer: azure.gateway, name: "agw-portal", count: 2, base: day, shape: "always"},
  {account: "portal", offer: azure.analytics, name: "log-portal", count: 3, base: 9, shape: "office"},
  {account: "lab", offer: azure.d4, name: "vm-lab", count: 8, base: 9, shape: "office-hours", churn: true},
  {account: "lab", offer: azure.ssd, name: "disk-lab", count: 8, base: share, shape: "stored", churn: true}
];
