import type {Tile} from "../declaration.ts";

const effective = {key: "effective", title: "Effective"};
const billed = {key: "billed", title: "Billed"};
const change = [effective, {key: "effective_change", title: "Change"}];

const seeTags = {
  text: "See which tags the charges carry",
  path: "/explore",
  command: "rows --window 30d --columns service,Tags --limit 20"
};

export const tiles: readonly Tile[] = [
  {
    id: "month-so-far",
    title: "This month so far",
    why: "Whether the running month is ahead of as many days before it.",
    kind: "number",
    shows: {question: "metric=effective&metric=billed&window=month-to-date&compare=previous"},
    columns: [effective, billed],
    page: "/explore"
  },
  {
    id: "last-month",
    title: "Last month",
    why: "The last whole month against the one before it, as invoiced and as used.",
    kind: "number",
    shows: {question: "metric=billed&metric=effective&window=last-month&compare=previous"},
    columns: [billed, effective],
    page: "/explore"
  },
  {
    id: "by-provider",
    title: "Where last month went, by provider",
    why: "Which vendors and data centres carry the cost, and which of them moved.",
    kind: "bars",
    shows: {question: "metric=effective&by=provider&window=last-month&compare=previous&top=10"},
    columns: change,
    page: "/explore"
  },
  {
    id: "by-category",
    title: "Last month by kind of service",
    why: "All of technology in the categories that FOCUS has for services.",
    kind: "bars",
    shows: {question: "metric=effective&by=category&window=last-month&compare=previous&top=12"},
    columns: change,
    page: "/explore"
  },
  {
    id: "by-service",
    title: "Services, thirty days against the thirty before",
    why: "The services that cost most, and how each moved.",
    kind: "table",
    shows: {question: "metric=effective&by=service&window=30d&compare=previous&top=15"},
    columns: [{key: "service", title: "Service"}, ...change],
    page: "/explore"
  },
  {
    id: "daily",
    title: "Thirty days, day by day",
    why: "Steps and spikes are seen on the day they begin.",
    kind: "lines",
    shows: {question: "metric=effective&by=service&window=30d&granularity=day&top=6"},
    columns: [effective],
    page: "/explore"
  },
  {
    id: "by-month",
    title: "The months of this year",
    why: "The direction over the year; the running month is not whole yet.",
    kind: "lines",
    shows: {question: "metric=effective&by=provider&window=year-to-date&granularity=month&top=6"},
    columns: [effective],
    page: "/explore"
  },
  {
    id: "by-owner",
    title: "Who spent last month",
    why: "Cost by the tag that names an owner; what names none stands as itself.",
    kind: "bars",
    shows: {question: "metric=effective&by=tag.{owner}&window=last-month&compare=previous&top=12"},
    columns: change,
    page: "/explore",
    absent: {
      missing: "No charge of last month carries the tag that says who owns it.",
      next: seeTags
    }
  },
  {
    id: "without-owner",
    title: "Cost that names no owner",
    why: "Nobody is asked about it until somebody owns it; the owner is what tag.{owner} says.",
    kind: "number",
    shows: {question: "metric=effective&window=last-month&compare=previous&filter=tag.{owner} is null"},
    columns: [effective],
    page: "/explore",
    absent: {
      missing: "No charge of last month lacks an owner, or there was none at all.",
      next: {text: "See who spent last month", path: "/explore"}
    }
  },
  {
    id: "resources-without-owner",
    title: "The largest resources that name no owner",
    why: "Where to begin asking whose they are; the owner is what tag.{owner} says.",
    kind: "table",
    shows: {
      question:
        "metric=effective&by=resource&by=service&by=subaccount&window=30d&top=20&filter=tag.{owner} is null and resource is not null"
    },
    columns: [
      {key: "resource", title: "Resource"},
      {key: "service", title: "Service"},
      {key: "subaccount", title: "Account"},
      effective
    ],
    page: "/explore",
    absent: {
      missing: "Every resource of the last thirty days names its owner, or the data has no resources.",
      next: {
        text: "See the resources that there are",
        path: "/explore",
        command: "cost --by resource --window 30d --top 20"
      }
    }
  },
  {
    id: "by-product",
    title: "Products last month",
    why: "Cost by the tag that names a product.",
    kind: "bars",
    shows: {question: "metric=effective&by=tag.{product}&window=last-month&compare=previous&top=12"},
    columns: change,
    page: "/explore",
    absent: {
      missing: "No charge of last month carries the tag that says which product it is for.",
      next: seeTags
    }
  },
  {
    id: "product-by-month",
    title: "Products over the months of this year",
    why: "Whether a product grows faster than what it earns.",
    kind: "lines",
    shows: {
      question:
        "metric=effective&by=tag.{product}&window=year-to-date&granularity=month&top=8&filter=tag.{product} is not null"
    },
    columns: [effective],
    page: "/explore",
    absent: {
      missing: "No charge of this year carries the tag that says which product it is for.",
      next: seeTags
    }
  },
  {
    id: "product-services",
    title: "What products are made of",
    why: "Services behind each product, the largest first.",
    kind: "table",
    shows: {
      question:
        "metric=effective&by=tag.{product}&by=service&window=30d&compare=previous&top=20&filter=tag.{product} is not null"
    },
    columns: [{key: "tag.{product}", title: "Product"}, {key: "service", title: "Service"}, ...change],
    page: "/explore",
    absent: {
      missing: "No charge of the last thirty days carries the tag that says which product it is for.",
      next: seeTags
    }
  },
  {
    id: "by-environment",
    title: "What runs for whom: environments",
    why: "How much runs for tests and trials, and not for customers.",
    kind: "bars",
    shows: {question: "metric=effective&by=tag.{environment}&window=30d&compare=previous&top=10"},
    columns: change,
    page: "/explore",
    absent: {
      missing: "No charge of the last thirty days carries a tag for the environment.",
      next: seeTags
    }
  },
  {
    id: "by-cost-centre",
    title: "Cost centres last month",
    why: "What each cost centre carries, as invoiced and as used, by its tag.",
    kind: "table",
    shows: {question: "metric=effective&metric=billed&by=tag.{cost-centre}&window=last-month&compare=previous&top=30"},
    columns: [{key: "tag.{cost-centre}", title: "Cost centre"}, effective, billed],
    page: "/explore",
    absent: {
      missing: "No charge of last month carries the tag that says which cost centre pays.",
      next: seeTags
    }
  },
  {
    id: "by-resource",
    title: "The most expensive resources",
    why: "Thirty days against the thirty before, resource by resource.",
    kind: "table",
    shows: {
      question: "metric=effective&by=resource&by=service&window=30d&compare=previous&top=20&filter=resource is not null"
    },
    columns: [{key: "resource", title: "Resource"}, {key: "service", title: "Service"}, ...change],
    page: "/explore",
    absent: {
      missing: "No charge of the last thirty days names its resource.",
      next: {text: "Deliver an export with resource ids", path: "/data/upload"}
    }
  },
  {
    id: "accounts",
    title: "Accounts",
    why: "Every account that costs something, and how it moved.",
    kind: "table",
    shows: {
      question: "metric=effective&by=provider&by=subaccount&by=subaccount-name&window=30d&compare=previous&top=25"
    },
    columns: [
      {key: "provider", title: "Provider"},
      {key: "subaccount", title: "Account"},
      {key: "subaccount-name", title: "Name"},
      ...change
    ],
    page: "/explore"
  },
  {
    id: "by-region",
    title: "Where it runs",
    why: "Cost by region, thirty days against the thirty before.",
    kind: "bars",
    shows: {question: "metric=effective&by=region&window=30d&compare=previous&top=12&filter=region is not null"},
    columns: change,
    page: "/explore",
    absent: {
      missing: "No charge of the last thirty days names a region.",
      next: {text: "See what the data has", path: "/data"}
    }
  },
  {
    id: "compute-by-region",
    title: "Compute used, by region",
    why: "Quantities and not money: what could be moved or switched off. It is no measure of emissions.",
    kind: "table",
    shows: {question: "metric=consumed&by=region&window=30d&compare=previous&top=12&filter=category = 'Compute'"},
    columns: [
      {key: "region", title: "Region"},
      {key: "consumed", title: "Used"},
      {key: "unit", title: "Unit"},
      {key: "consumed_change", title: "Change"}
    ],
    page: "/explore",
    absent: {
      missing: "No charge of the last thirty days is for compute with a quantity.",
      next: {text: "See what the data has", path: "/data"}
    }
  },
  {
    id: "by-vendor",
    title: "What each vendor invoices",
    why: "Billed cost by whoever sends the invoice, last month's billing period against the one before.",
    kind: "table",
    shows: {question: "metric=billed&by=issuer&axis=billing&window=last-month&compare=previous&top=25"},
    columns: [{key: "issuer", title: "Vendor"}, billed, {key: "billed_change", title: "Change"}],
    page: "/explore"
  },
  {
    id: "by-publisher",
    title: "Whose products we pay for",
    why: "Publishers of software and services, also those bought through somebody else.",
    kind: "table",
    shows: {question: "metric=effective&by=publisher&window=last-month&compare=previous&top=25"},
    columns: [{key: "publisher", title: "Publisher"}, ...change],
    page: "/explore"
  },
  {
    id: "invoices",
    title: "Invoices of last month",
    why: "Billed cost by invoice, to hold against the papers; a line without a number was not invoiced yet.",
    kind: "table",
    shows: {question: "metric=billed&by=issuer&by=invoice&axis=billing&window=last-month&top=60"},
    columns: [{key: "issuer", title: "Vendor"}, {key: "invoice", title: "Invoice"}, billed],
    page: "/explore"
  },
  {
    id: "by-charge",
    title: "Usage, purchases, credits, tax",
    why: "What last month consists of: what was used, bought up front, given back, and taxed.",
    kind: "table",
    shows: {question: "metric=billed&metric=effective&by=charge&window=last-month&compare=previous"},
    columns: [{key: "charge", title: "Kind"}, billed, effective],
    page: "/explore"
  },
  {
    id: "purchases",
    title: "Bought up front, and what comes again",
    why: "Purchases of the last twelve months by vendor, and whether they recur.",
    kind: "table",
    shows: {question: "metric=billed&by=provider&by=frequency&window=12m&top=20&filter=charge = 'Purchase'"},
    columns: [{key: "provider", title: "Vendor"}, {key: "frequency", title: "How often"}, billed],
    page: "/explore",
    absent: {
      missing: "No charge of the last twelve months is a purchase.",
      next: {text: "See usage by vendor instead", path: "/explore"}
    }
  },
  {
    id: "ai",
    title: "What AI costs, day by day",
    why: "Services of the category AI and Machine Learning, which move faster than most.",
    kind: "lines",
    shows: {
      question:
        "metric=effective&by=service&window=30d&granularity=day&top=6&filter=category = 'AI and Machine Learning'"
    },
    columns: [effective],
    page: "/explore",
    absent: {
      missing: "No charge of the last thirty days is of the category AI and Machine Learning.",
      next: {text: "Deliver the export of your AI vendor", path: "/data/upload"}
    }
  },
  {
    id: "ai-quantities",
    title: "How much AI is used",
    why: "Tokens, calls and hours by model or meter, beside what they cost.",
    kind: "table",
    shows: {
      question:
        "metric=effective&metric=consumed&by=service&by=meter&window=30d&top=15&filter=category = 'AI and Machine Learning'"
    },
    columns: [
      {key: "service", title: "Service"},
      {key: "meter", title: "Meter"},
      {key: "consumed", title: "Used"},
      {key: "unit", title: "Unit"},
      effective
    ],
    page: "/explore",
    absent: {
      missing: "No charge of the last thirty days is of the category AI and Machine Learning.",
      next: {text: "Deliver the export of your AI vendor", path: "/data/upload"}
    }
  },
  {
    id: "security-services",
    title: "What security costs",
    why: "Services of the category Security, thirty days against the thirty before.",
    kind: "bars",
    shows: {question: "metric=effective&by=service&window=30d&compare=previous&top=12&filter=category = 'Security'"},
    columns: change,
    page: "/explore",
    absent: {
      missing: "No charge of the last thirty days is of the category Security.",
      next: {text: "See all categories", path: "/explore", command: "cost --by category --window 30d"}
    }
  }
];
