import type {PracticeDays} from "./practice.ts";

/** What the practice of Quillhaven is about, and how far it is to go. */
export const scopesText = ({
  begun,
  reviewed
}: PracticeDays): string => `# Segments of spending, each for a question that somebody has to decide. They overlap, and say what holds there.
scopes:
  - id: cloud-core
    title: Cloud core
    question: Can the board rely on the cloud number of the year?
    decisionOwner: samuel
    priority: Margin of the year
    filter: source in ('aws', 'azure', 'gcp')
    categories: [public-cloud]
    from: ${begun}
    review: quarterly
    reviewed: ${reviewed}
    blocks:
      - {capability: data-ingestion, state: active, target: run, owner: jonas, cadence: daily, valueCase: Every other number stands on it}
      - {capability: allocation, state: active, target: walk, owner: amara, cadence: monthly}
      - {capability: reporting-analytics, state: active, target: walk, owner: jonas, cadence: weekly}
      - {capability: anomaly-management, state: active, target: walk, owner: priya, cadence: daily}
      - {capability: usage-optimization, state: active, target: walk, owner: priya, cadence: weekly}
      - {capability: rate-optimization, state: active, target: walk, owner: ingrid, cadence: monthly}
      - {capability: finops-practice-operations, state: active, target: crawl, owner: amara, cadence: monthly}
      - {capability: forecasting, state: watch, owner: farah, cadence: monthly}
      - {capability: budgeting, state: watch, owner: farah, cadence: monthly}
      - {capability: governance-policy-risk, state: watch, owner: kofi}
      - {capability: architecting-workload-placement, state: watch, owner: priya}
      - {capability: automation-tools-services, state: watch, owner: priya}
      - {capability: sustainability, state: watch, owner: lin}
      - {capability: planning-estimating, state: watch, owner: farah}
      - {capability: kpis-benchmarking, state: watch, owner: amara}
      - {capability: finops-education-enablement, state: watch, owner: amara}
      - {capability: finops-assessment, state: watch, owner: amara}
      - {capability: executive-strategy-alignment, state: watch, owner: grace}
      - {capability: intersecting-disciplines, state: watch, owner: ewa}
      # Somebody chose these, and said why.
      - {capability: unit-economics, state: inactive, reason: An order is what we count; that is done in the scope of Checkout}
      - {capability: licensing-saas, state: inactive, reason: Seats and licences are in the scope of AI and productivity}
      - {capability: invoicing-chargeback, state: inactive, reason: We show cost back to teams and do not charge it until a quarter went without disputes}
    kpiTargets:
      - {kpi: percentage-of-costs-associated-with-unallocated-csp-cloud-resources, target: 15}
    overlaps:
      - {scope: ai-productivity, rule: include-and-explain}
      - {scope: checkout, rule: include-and-explain}

  - id: ai-productivity
    title: AI and productivity
    question: Do models, developer tools and seats make people faster at a cost that we accept?
    decisionOwner: grace
    priority: Output of each team
    filter: source in ('lumen-ai', 'forgehub', 'licences') or service = 'Vertex AI'
    categories: [ai, saas]
    from: ${begun}
    review: quarterly
    reviewed: ${reviewed}
    blocks:
      - {capability: data-ingestion, state: active, target: walk, owner: jonas, cadence: daily}
      - {capability: allocation, state: active, target: crawl, owner: amara, cadence: monthly}
      - {capability: reporting-analytics, state: active, target: walk, owner: hana, cadence: weekly}
      - {capability: licensing-saas, state: active, target: crawl, owner: leo, cadence: monthly}
      - {capability: usage-optimization, state: active, target: crawl, owner: hana, cadence: biweekly}
      - {capability: anomaly-management, state: watch, owner: hana, cadence: daily}
      - {capability: governance-policy-risk, state: watch, owner: kofi}
      - {capability: forecasting, state: watch, owner: farah, cadence: monthly}
      - {capability: budgeting, state: watch, owner: farah, cadence: monthly}
      - {capability: rate-optimization, state: inactive, reason: Prices of models change each quarter; we bind ourselves to none}
    overlaps:
      - {scope: cloud-core, rule: include-and-explain}
      - {scope: checkout, rule: include-and-explain}

  - id: checkout
    title: Checkout product
    question: What does it cost to take an order, and does that fall while we grow?
    decisionOwner: mei
    priority: Growth at a margin
    filter: tag.product = 'checkout' or subaccount-name in ('checkout-prod', 'checkout-staging')
    categories: [public-cloud, saas]
    from: ${begun}
    review: monthly
    reviewed: ${reviewed}
    blocks:
      - {capability: data-ingestion, state: active, target: walk, owner: jonas, cadence: daily}
      - {capability: allocation, state: active, target: walk, owner: tomas, cadence: monthly}
      - {capability: reporting-analytics, state: active, target: walk, owner: mei, cadence: weekly}
      - {capability: usage-optimization, state: active, target: walk, owner: tomas, cadence: weekly}
      - {capability: anomaly-management, state: active, target: walk, owner: tomas, cadence: daily}
      - {capability: unit-economics, state: watch, owner: mei, cadence: monthly}
      - {capability: forecasting, state: watch, owner: farah, cadence: monthly}
      - {capability: budgeting, state: watch, owner: farah, cadence: monthly}
      - {capability: governance-policy-risk, state: watch, owner: kofi}
      - {capability: rate-optimization, state: inactive, reason: Commitments are bought for the whole of Cloud core}
    overlaps:
      - {scope: cloud-core, rule: include-and-explain}
      - {scope: ai-productivity, rule: include-and-explain}

# Rules, and the way out of those that refuse something.
policies:
  - {id: owner-tags, title: 'Every resource names its team and its cost centre', mode: audit}
  - {id: night-hours, title: 'What is not production sleeps outside office hours', mode: warn, exceptionPath: 'Ask Priya; an exception lasts a quarter at most', scope: cloud-core}
  - {id: commitments, title: 'A commitment above a month of its spend needs the CFO', mode: block, exceptionPath: 'Samuel decides within two working days', scope: cloud-core}
  - {id: model-choice, title: 'The smallest model that does the work', mode: warn, exceptionPath: 'Grace decides, with a test that shows the difference', scope: ai-productivity}

# Who answers for what. One persona is accountable.
duties:
  - {id: cost-data, title: Cost data is complete and on time, capability: data-ingestion, accountable: [finops-practitioner], responsible: [finops-practitioner, engineering]}
  - {id: owners, title: Every charge has an owner, capability: allocation, accountable: [finops-practitioner], responsible: [engineering, finance]}
  - {id: waste, title: Waste is found and removed, capability: usage-optimization, accountable: [engineering], responsible: [engineering, finops-practitioner]}
  - {id: commitments, title: Commitments are bought and used, capability: rate-optimization, accountable: [procurement], responsible: [finops-practitioner, finance]}
  - {id: anomalies, title: Anomalies are looked at within a day, capability: anomaly-management, accountable: [engineering], responsible: [engineering, product]}
  - {id: number, title: The number of the year holds, capability: forecasting, accountable: [finance], responsible: [finance, finops-practitioner]}

# Data that is to come: rules of allocation, the plan of the year, orders and parcels by day.
planned: [allocation, budget, business_metrics]
`;
