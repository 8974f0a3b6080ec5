import type {Account, Region} from "./estate.ts";

/** Accounts of the AWS organisation of Quillhaven; the first pays. */
const home = "eu-west-1";

export const awsPayer = {id: "410000000001", name: "quillhaven-payer"} as const;

export const awsAccounts = {
  network: {id: "410000000012", name: "shared-network", env: "prod", team: "platform", product: null, region: home},
  security: {id: "410000000023", name: "shared-security", env: "prod", team: "security", product: null, region: home},
  storefront: {
    id: "410000000034",
    name: "storefront-prod",
    env: "prod",
    team: "web",
    product: "storefront",
    region: home
  },
  storefrontStaging: {
    id: "410000000045",
    name: "storefront-staging",
    env: "staging",
    team: "web",
    product: "storefront",
    region: home
  },
  checkout: {
    id: "410000000056",
    name: "checkout-prod",
    env: "prod",
    team: "payments",
    product: "checkout",
    region: home
  },
  checkoutStaging: {
    id: "410000000067",
    name: "checkout-staging",
    env: "staging",
    team: "payments",
    product: "checkout",
    region: home
  },
  catalogue: {
    id: "410000000078",
    name: "catalogue-prod",
    env: "prod",
    team: "catalogue",
    product: "catalogue",
    region: home
  },
  fulfilment: {
    id: "410000000089",
    name: "fulfilment-prod",
    env: "prod",
    team: "fulfilment",
    product: "fulfilment",
    region: home
  },
  logistics: {
    id: "410000000090",
    name: "fulfilment-eu-prod",
    env: "prod",
    team: "fulfilment",
    product: "fulfilment",
    region: "eu-central-1"
  },
  data: {id: "410000000101", name: "data-prod", env: "prod", team: "data", product: "insights", region: home},
  engineering: {id: "410000000112", name: "engineering-dev", env: "dev", team: "platform", product: null, region: home},
  sandbox: {id: "410000000123", name: "sandbox", env: "sandbox", team: "platform", product: null, region: "us-east-1"}
} as const satisfies Record<string, Account>;

export type AwsAccount = keyof typeof awsAccounts;

export const awsRegions: Readonly<Record<string, Region>> = {
  "eu-west-1": {name: "Europe (Ireland)", price: 1_000_000n, zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"]},
  "eu-central-1": {name: "Europe (Frankfurt)", price: 1_070_000n, zones: ["eu-central-1a", "eu-central-1b"]},
  "us-east-1": {name: "US East (N. Virginia)", price: 897_000n, zones: ["us-east-1a", "us-east-1d"]}
};
