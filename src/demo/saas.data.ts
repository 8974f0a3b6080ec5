import {offer, type Offer, type OfferSpec} from "./offer.ts";

/** Price lists of three vendors that do not exist. */

const watch: Pick<OfferSpec, "service" | "in"> = {
  service: "Beacon Observability",
  in: ["Management and Governance", "Observability"]
};

export const beacon = {
  host: offer({
    ...watch,
    meter: "Infrastructure hosts",
    text: "Monitored host, a day's share of the month",
    unit: "Hosts",
    price: "18",
    resource: ["Host group", "beacon:hosts:{name}"]
  }),
  logs: offer({
    ...watch,
    meter: "Log ingestion",
    text: "Logs ingested",
    unit: "GB",
    price: "0.1",
    resource: ["Log index", "beacon:index:{name}"]
  }),
  traces: offer({
    ...watch,
    meter: "Indexed spans",
    text: "Spans indexed",
    unit: "1000000 Spans",
    price: "1.7",
    resource: ["Service", "beacon:service:{name}"]
  }),
  sessions: offer({
    ...watch,
    meter: "Browser sessions",
    text: "Sessions recorded",
    unit: "1000 Sessions",
    price: "1.5",
    resource: ["Application", "beacon:app:{name}"]
  }),
  metrics: offer({
    ...watch,
    meter: "Custom metrics",
    text: "Custom metrics, a day's share of the month",
    unit: "100 Metrics",
    price: "5",
    resource: ["Metric set", "beacon:metrics:{name}"]
  })
} as const satisfies Record<string, Offer>;

const house: Pick<OfferSpec, "service" | "in"> = {service: "Snowfield Warehouse", in: ["Databases", "Data Warehouses"]};

export const snowfield = {
  medium: offer({
    ...house,
    meter: "Compute, size M",
    text: "Warehouse of size M",
    unit: "Hours",
    price: "12",
    credits: "4",
    resource: ["Warehouse", "snowfield:warehouse:{name}"]
  }),
  small: offer({
    ...house,
    meter: "Compute, size S",
    text: "Warehouse of size S",
    unit: "Hours",
    price: "6",
    credits: "2",
    resource: ["Warehouse", "snowfield:warehouse:{name}"]
  }),
  ingest: offer({
    ...house,
    meter: "Continuous load",
    text: "Continuous load of files",
    unit: "Hours",
    price: "3.75",
    credits: "1.25",
    resource: ["Pipe", "snowfield:pipe:{name}"]
  }),
  storage: offer({
    ...house,
    meter: "Storage",
    text: "Compressed storage",
    unit: "TB-Months",
    price: "24",
    credits: "8",
    resource: ["Storage", "snowfield:storage:{name}"]
  })
} as const satisfies Record<string, Offer>;

const forge: Pick<OfferSpec, "service" | "in"> = {
  service: "ForgeHub",
  in: ["Developer Tools", "Source Code Management"]
};

export const forgehub = {
  seat: offer({
    ...forge,
    meter: "Enterprise seat",
    text: "Seat, a day's share of the month",
    unit: "Seats",
    price: "21",
    resource: ["Team", "forgehub:team:{name}"]
  }),
  minutes: offer({
    ...forge,
    meter: "Build minutes",
    text: "Minutes of build machines",
    unit: "1000 Minutes",
    price: "8",
    resource: ["Runner group", "forgehub:runners:{name}"]
  }),
  storage: offer({
    ...forge,
    meter: "Package storage",
    text: "Storage of packages",
    unit: "GB-Months",
    price: "0.25",
    resource: ["Registry", "forgehub:packages:{name}"]
  })
} as const satisfies Record<string, Offer>;
