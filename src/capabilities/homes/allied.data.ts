import type {Home} from "./home.ts";

/** Homes of the allied personas. */
export const alliedHomes: readonly Home[] = [
  {
    persona: "itam",
    asks: [
      {ask: "Whose products do we pay for?", tile: "reporting-analytics/by-publisher"},
      {ask: "What was bought up front, and what comes again?", tile: "reporting-analytics/purchases"},
      {ask: "Do we use the commitments that we own?", tile: "rate-optimization/commitment-days"},
      {ask: "What runs that nobody has on their list?", tile: "reporting-analytics/resources-without-owner"},
      {ask: "What do I need to know of FinOps?", tile: "finops-education-enablement/lessons"},
      {
        ask: "Do we own as many licences as we use?",
        lacks: "licensing-saas",
        missing: "Entitlements, assignments and sign-ins are not taken in, so nothing is compared.",
        next: {
          text: "Read what a licence position is made of",
          path: "/library/playbook/licensing-saas#crawl",
          command: "library show licensing-saas --section crawl"
        }
      },
      {
        ask: "Which cost belongs to which asset?",
        lacks: "intersecting-disciplines",
        missing: "The asset register is not taken in, so charges are not matched to assets.",
        next: {
          text: "Compare resource ids with your register",
          path: "/library/playbook/intersecting-disciplines#crawl",
          command: "cost --by resource,service --window 30d --top 100 --output csv"
        }
      }
    ]
  },
  {
    persona: "itfm",
    asks: [
      {ask: "What does all of technology cost, by its kind?", tile: "reporting-analytics/by-category"},
      {ask: "How much is clouds, how much data centre, how much software?", tile: "reporting-analytics/by-provider"},
      {ask: "Which cost centre carries it?", tile: "reporting-analytics/by-cost-centre"},
      {ask: "Did numbers change after I took them?", tile: "data-ingestion/replaced"},
      {ask: "Was anything left out of them?", tile: "data-ingestion/quarantine"},
      {ask: "What do I need to know of FinOps?", tile: "finops-education-enablement/lessons"},
      {
        ask: "How is shared cost split, and by which rule?",
        lacks: "allocation",
        missing: "Shared cost is not split by rules yet; it stands where it was billed.",
        next: {
          text: "Read how a first sharing rule is agreed",
          path: "/library/playbook/allocation#crawl",
          command: "library show allocation --section crawl"
        }
      },
      {
        ask: "Does it agree with our cost model and the ledger?",
        lacks: "intersecting-disciplines",
        missing: "Neither the ledger nor the cost model is taken in, so totals are not compared.",
        next: {
          text: "Take the totals by cost centre as a file into your model",
          path: "/library/playbook/intersecting-disciplines#crawl",
          command: "cost --by tag.cost-center --window last-month --output csv"
        }
      }
    ]
  },
  {
    persona: "itsm-itil",
    asks: [
      {ask: "Who owns what runs?", tile: "reporting-analytics/resources-without-owner"},
      {ask: "What do the services cost?", tile: "reporting-analytics/by-service"},
      {ask: "Which accounts are there, and did one jump?", tile: "reporting-analytics/accounts"},
      {ask: "What is open with my teams?", tile: "finops-practice-operations/open-work"},
      {ask: "Which exceptions are about to end?", tile: "governance-policy-risk/exceptions"},
      {ask: "What do I need to know of FinOps?", tile: "finops-education-enablement/lessons"},
      {
        ask: "Which configuration item does a charge belong to?",
        lacks: "intersecting-disciplines",
        missing: "The configuration database is not taken in, so charges are not matched to its items.",
        next: {
          text: "Take resources with their owners as a file, and compare",
          path: "/library/playbook/intersecting-disciplines#crawl",
          command: "cost --by resource,service --window 30d --top 100 --output csv"
        }
      }
    ]
  },
  {
    persona: "security",
    asks: [
      {ask: "What do we spend on security?", tile: "reporting-analytics/security-services"},
      {ask: "In which regions does anything run?", tile: "reporting-analytics/by-region"},
      {ask: "What runs with nobody's name on it?", tile: "reporting-analytics/resources-without-owner"},
      {ask: "Which accounts are there, and did one jump?", tile: "reporting-analytics/accounts"},
      {ask: "What was let stand, and until when?", tile: "governance-policy-risk/exceptions"},
      {ask: "What do I need to know of FinOps?", tile: "finops-education-enablement/lessons"},
      {
        ask: "Is anything used that nobody approved?",
        lacks: "governance-policy-risk",
        missing: "Policies are kept, but nothing holds the charges against them yet.",
        next: {
          text: "See which services are there, and keep what is not allowed as a finding",
          path: "/explore",
          command: "cost --by service --window 30d"
        }
      }
    ]
  },
  {
    persona: "sustainability",
    asks: [
      {ask: "Where does it run?", tile: "reporting-analytics/by-region"},
      {ask: "How much computing is used there?", tile: "reporting-analytics/compute-by-region"},
      {ask: "How much AI do we use?", tile: "reporting-analytics/ai-quantities"},
      {ask: "How much runs for tests that could sleep?", tile: "reporting-analytics/by-environment"},
      {ask: "What do I need to know of FinOps?", tile: "finops-education-enablement/lessons"},
      {
        ask: "What are our emissions, and by which method?",
        lacks: "sustainability",
        missing: "Emissions are not taken in, and cost is no measure of them.",
        next: {
          text: "Read what to ask your providers for first",
          path: "/library/playbook/sustainability#crawl",
          command: "library show sustainability --section crawl"
        }
      },
      {
        ask: "Are we within our carbon budget?",
        lacks: "sustainability",
        missing: "There is neither a carbon budget nor anything to hold against it.",
        next: {
          text: "Read how a first target is set",
          path: "/library/playbook/sustainability#walk",
          command: "library show sustainability --section walk"
        }
      }
    ]
  }
];
