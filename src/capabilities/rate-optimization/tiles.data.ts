import type {Tile} from "../declaration.ts";

const effective = {key: "effective", title: "Effective"};

const noCommitment = {
  missing: "No charge of this time belongs to a commitment discount.",
  next: {
    text: "Read what a first commitment needs",
    path: "/library/playbook/rate-optimization",
    command: "library show rate-optimization"
  }
};

export const tiles: readonly Tile[] = [
  {
    id: "commitment-use",
    title: "Commitments: used and unused",
    why: "What the commitments of last month paid for, and what of them was paid for nothing.",
    kind: "bars",
    shows: {
      question:
        "metric=effective&by=commitment-status&window=last-month&compare=previous&filter=commitment is not null and charge = 'Usage'"
    },
    columns: [effective, {key: "effective_change", title: "Change"}],
    page: "/explore",
    absent: noCommitment
  },
  {
    id: "commitment-days",
    title: "Use of commitments, day by day",
    why: "An unused part is seen on the day it begins, not at the end of the month.",
    kind: "lines",
    shows: {
      question:
        "metric=effective&by=commitment-status&window=30d&granularity=day&filter=commitment is not null and charge = 'Usage'"
    },
    columns: [effective],
    page: "/explore",
    absent: noCommitment
  },
  {
    id: "unused-commitments",
    title: "Which commitments go unused",
    why: "Thirty days of unused commitment, one by one.",
    kind: "table",
    shows: {
      question:
        "metric=effective&by=commitment&by=commitment-type&window=30d&compare=previous&top=15&filter=commitment-status = 'Unused'"
    },
    columns: [
      {key: "commitment", title: "Commitment"},
      {key: "commitment-type", title: "Kind"},
      effective,
      {key: "effective_change", title: "Change"}
    ],
    page: "/explore",
    absent: {
      missing: "Of the last thirty days no charge is an unused commitment: all was used, or there are none.",
      next: {text: "See the price that usage is paid at", path: "/explore", command: "cost --by pricing --window 30d"}
    }
  },
  {
    id: "price-kinds",
    title: "At which kind of price",
    why: "Usage of last month at standard, committed and dynamic prices, beside its list price.",
    kind: "table",
    shows: {question: "metric=effective&metric=list&by=pricing&window=last-month&filter=charge = 'Usage'"},
    columns: [{key: "pricing", title: "Price"}, effective, {key: "list", title: "At list price"}],
    page: "/explore"
  },
  {
    id: "discounts",
    title: "What our discounts are worth",
    why: "List price less effective cost of last month, negotiated and committed discounts together.",
    kind: "number",
    shows: {question: "metric=savings&metric=list&metric=effective&window=last-month&compare=previous"},
    columns: [{key: "savings", title: "Saved"}, {key: "list", title: "At list price"}, effective],
    page: "/explore"
  }
];
