import type {Account, StreamSpec} from "./estate.ts";
import {streamOf} from "./estate.ts";
import {offer, type Offer, type OfferSpec} from "./offer.ts";
import {billingColumns, type Plan} from "./plan.ts";
import {vendorEstate, vendorHeader, type Vendor} from "./vendor.ts";
import {shiftOf, type World} from "./world.ts";

const workspace = (
  id: string,
  team: Account["team"],
  product: Account["product"],
  env: Account["env"] = "prod"
): Account => ({
  id: `ws-${id}`,
  name: id,
  env,
  team,
  product,
  region: ""
});

const lumenVendor = {
  source: "lumen-ai",
  name: "Lumen AI",
  currency: "USD",
  pricingCurrency: "USD",
  customer: "org-quillhaven",
  subAccountType: "Workspace",
  discount: 0n,
  accounts: {
    copy: workspace("product-copy", "web", "storefront"),
    returns: workspace("returns-agent", "data", "fulfilment"),
    support: workspace("support-chat", "mobile", "driver-app"),
    labels: workspace("parcel-labels", "fulfilment", "fulfilment"),
    search: workspace("semantic-search", "catalogue", "catalogue"),
    code: workspace("code-assistant", "platform", null, "dev"),
    forecast: workspace("forecast-notes", "data", "insights")
  }
} as const satisfies Vendor<string>;

type Workspace = keyof typeof lumenVendor.accounts;

type Kind = "input" | "cached input" | "output";

function tokens(model: string, kind: Kind, price: string): Offer {
  const spec: OfferSpec = {
    service: "Lumen API",
    in: ["AI and Machine Learning", "Generative AI"],
    meter: `${model} ${kind} tokens`,
    text: `${model}, ${kind} tokens`,
    unit: "1000000 Tokens",
    price,
    resource: ["API key", "lumen:key:{hex}"],
    details: {x_Model: model, x_TokenType: kind}
  };
  return offer(spec);
}

const models = {
  large: {
    input: tokens("lumen-large-4", "input", "3"),
    cached: tokens("lumen-large-4", "cached input", "0.3"),
    output: tokens("lumen-large-4", "output", "15")
  },
  small: {
    input: tokens("lumen-small-4", "input", "0.4"),
    cached: tokens("lumen-small-4", "cached input", "0.04"),
    output: tokens("lumen-small-4", "output", "1.6")
  },
  embed: {input: tokens("lumen-embed-2", "input", "0.02"), cached: null, output: null}
} as const;

type Spec = StreamSpec<Workspace>;

/** Tokens of an AI vendor: input, cached input and output of three models in seven workspaces. */
export function lumenPlan(world: World): Plan {
  const estate = vendorEstate<Workspace>(lumenVendor);
  return {
    source: "lumen-ai",
    currency: "USD",
    header: vendorHeader,
    streams: specsOf(world).map((spec) => streamOf(world, estate, spec)),
    commitments: [],
    monthly: () => [],
    ofMonth: (month) => ({...billingColumns(month), InvoiceId: month.complete ? `LUM-${month.name}-8E1` : ""})
  };
}

/** Millions of tokens a day of one workspace and model; the meters share the API key. */
function meters(
  account: Workspace,
  model: keyof typeof models,
  millions: readonly [input: number, cached: number, output: number],
  more: Partial<Spec> & Pick<Spec, "shape">
): readonly Spec[] {
  const {input, cached, output} = models[model];
  const [fresh, repeated, answers] = millions;
  const name = `${account}-${model}`;
  const spec = (of: Offer | null, base: number): readonly Spec[] =>
    of === null || base === 0
      ? []
      : [{account, offer: of, name: `${name}-${of.meter}`, resource: `${name}-key`, base, growth: 0.9, ...more}];
  return [...spec(input, fresh), ...spec(cached, repeated), ...spec(output, answers)];
}

function specsOf(world: World): readonly Spec[] {
  const loop = shiftOf(world, "agent-loop", {factor: 30});
  const change = shiftOf(world, "model-switch", {factor: 3});
  return [
    ...meters("copy", "large", [3.4, 8, 1.1], {shape: "office", shifts: [change]}),
    ...meters("copy", "small", [9, 14, 2.6], {shape: "office"}),
    ...meters("copy", "embed", [40, 0, 0], {shape: "nightly"}),
    ...meters("returns", "large", [2.2, 6, 0], {shape: "retail"}),
    ...meters("returns", "large", [0, 0, 0.9], {shape: "retail", shifts: [loop]}),
    ...meters("returns", "small", [6, 10, 1.8], {shape: "retail"}),
    ...meters("support", "large", [1.8, 7, 0.7], {shape: "retail"}),
    ...meters("support", "small", [14, 40, 4.4], {shape: "retail"}),
    ...meters("labels", "large", [6.5, 0, 0.05], {shape: "retail", growth: 0.4, waste: "large-model-for-labels"}),
    ...meters("search", "embed", [310, 0, 0], {shape: "retail"}),
    ...meters("search", "small", [11, 18, 0.8], {shape: "retail"}),
    ...meters("code", "large", [5, 34, 2.1], {shape: "office"}),
    ...meters("code", "small", [12, 60, 3], {shape: "office"}),
    ...meters("forecast", "small", [4, 4, 1.1], {shape: "month-end"}),
    ...meters("forecast", "large", [0.6, 1, 0.3], {shape: "month-end"}),
    ...meters("forecast", "embed", [12, 0, 0], {shape: "nightly"}),
    {
      account: "copy",
      offer: models.small.input,
      name: "copy-batch",
      base: 62,
      shape: "nightly",
      growth: 0.3,
      waste: "uncached-prompts"
    }
  ];
}
