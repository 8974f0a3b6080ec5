/** Quillhaven, an online retailer of house and garden goods with warehouses and vans of its own. It does not exist. */

export const company = {name: "Quillhaven Ltd", home: "Bristol", domain: "quillhaven.example"} as const;

export interface Team {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly costCentre: string;
}

export const teams = {
  web: {id: "web", title: "Web Storefront", unit: "Retail", costCentre: "CC-1010"},
  payments: {id: "payments", title: "Payments", unit: "Retail", costCentre: "CC-1020"},
  catalogue: {id: "catalogue", title: "Catalogue and Search", unit: "Retail", costCentre: "CC-1030"},
  fulfilment: {id: "fulfilment", title: "Warehouse and Fulfilment", unit: "Logistics", costCentre: "CC-2010"},
  mobile: {id: "mobile", title: "Driver and Customer Apps", unit: "Logistics", costCentre: "CC-2020"},
  data: {id: "data", title: "Data and Machine Learning", unit: "Technology", costCentre: "CC-3010"},
  platform: {id: "platform", title: "Cloud Platform", unit: "Technology", costCentre: "CC-3020"},
  security: {id: "security", title: "Security", unit: "Technology", costCentre: "CC-3030"},
  workplace: {id: "workplace", title: "Workplace Technology", unit: "Corporate", costCentre: "CC-4010"}
} as const satisfies Record<string, Team>;

export type TeamId = keyof typeof teams;

export const products = {
  storefront: "Storefront",
  checkout: "Checkout",
  catalogue: "Catalogue",
  fulfilment: "Fulfilment",
  insights: "Insights",
  "driver-app": "Driver App"
} as const;

export type ProductId = keyof typeof products;

export type Environment = "prod" | "staging" | "dev" | "sandbox";
