import {lineText} from "./change/inline-text.ts";

/** What a new practice file says; what is not given stands there as a comment. */
export interface InitText {
  readonly name: string | null;
  readonly edition: string;
  readonly tags: readonly string[];
  readonly rates: string | null;
  /** Does a first scope follow? Then its place is kept. */
  readonly scope: boolean;
  /** The person who decides at first, or null. */
  readonly owner: {
    readonly id: string;
    readonly name: string;
    readonly stated: boolean;
    readonly persona: string;
  } | null;
}

/** Where editors find the schema, seen from the practice folder. */
export const schemaPath = ".ashlar/ashlar.schema.json";

/** The text of a new practice file: everything that can be set, with what it is for. */
export function initText({name, edition, tags, rates, owner, scope}: InitText): string {
  return `# yaml-language-server: $schema=${schemaPath}
# The practice of this folder. Everything has a default; remove the # before a line to change it.
# Check it with: ashlar practice check. Record a change with: ashlar practice plan, then: ashlar practice apply

# Edition of the FinOps Framework that capabilities, personas and KPIs are named by: ashlar framework editions
edition: ${lineText(edition) ?? edition}

# The organisation: a tree of units and the cost centres that they book to. Entries may have days (from, and to as the
# day after the last), so that a move keeps its history.
${
  name === null ? "#organisation:\n#  name: Quarry Ltd\n" : `organisation:\n  name: ${lineText(name) ?? name}\n`
}#  units:
#    - {id: platform, title: Platform, costCentre: cc-100, owner: ann}
#    - {id: payments, title: Payments, parent: platform, from: 2026-01-01}
#  costCentres:
#    - {id: cc-100, title: Platform}

# Who takes part, and as which persona of the framework: ashlar framework list personas
${
  owner === null
    ? "#people:\n#  - {id: ann, name: Ann Lee, personas: [finops-practitioner], unit: platform}\n"
    : `people:\n${owner.stated ? "" : "  # Put the name of whoever decides here.\n"}  - id: ${lineText(owner.id) ?? owner.id}\n    name: ${lineText(owner.name) ?? owner.name}\n    personas: [${owner.persona}]\n`
}
# Scopes: segments of spending that a decision is about. Each has the capabilities that it works on (blocks): active,
# watch, or inactive with a reason; and how strictly, to which target, by whom and how often.
# A starter group fills one: ashlar practice plan --starter new-to-finops --scope cloud
${
  !scope
    ? "#scopes:\n#  - id: cloud\n#    title: Cloud\n#    question: Can we trust the cloud forecast for the annual plan?\n#    decisionOwner: ann\n#    review: quarterly\n#    blocks:\n#      - {capability: reporting-analytics, state: active, owner: ann, cadence: weekly}\n"
    : "scopes: []\n"
}
# Rules and guardrails (audit, warn, block, remediate), who answers for what, and data that is to come.
#policies:
#  - {id: tags, title: Every resource has a team, mode: audit}
#duties:
#  - {id: close, title: Month end, accountable: [finance], responsible: [finops-practitioner]}
#planned: [business_metrics]

# Tag keys that get a column of their own in the lake, because people group by them every day.
tags: ${lineText([...tags]) ?? "[]"}

# Where cost data comes from. A source is made when something is ingested; here it gets a title, an owner and
# the cadence (hourly, daily, weekly, monthly) that its freshness is measured by. With a location it is fetched by
# ashlar sync, and by the server at its cadence: s3://, azblob://, gs://, https:// or a folder.
#sources:
#  - id: aws
#    location: s3://acme-billing/exports/focus
#    title: AWS organisation
#    owner: platform
#    cadence: daily

# Exchange rates for answers in one currency: ashlar rates import FILE --set NAME
# basis: charge-day, month-average, month-end or invoice.
${rates === null ? "#rates:\n#  set: default\n#  basis: month-average" : `rates:\n  set: ${lineText(rates) ?? rates}\n  basis: month-average`}

# The month in which the fiscal year begins.
#calendar: {fiscalYearStart: 1}

# Checks before a delivery is published: quarantined rows that are tolerated, and the share of rows or cost that
# a delivery may remove without --replace; and the rows of a snapshot from which on it gets roll-ups.
#lake: {quarantine: 0, shrink: "0.05", rollups: 50000}

# The engine on this machine: memory before it spills to disk, disk it may spill to, questions at the same time.
#engine: {memory: 4GB, spill: 50GB, parallel: 3}

# A PostgreSQL server for the state, when several people write; otherwise a file in .ashlar.
#state: {url: "postgres://user@host/database"}
`;
}
