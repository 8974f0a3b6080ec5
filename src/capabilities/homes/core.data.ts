import type {Home} from "./home.ts";

/** Homes of the core personas. */
export const coreHomes: readonly Home[] = [
  {
    persona: "finops-practitioner",
    asks: [
      {ask: "Is the data in, and can I trust it today?", tile: "data-ingestion/freshness"},
      {ask: "What have we spent so far this month?", tile: "reporting-analytics/month-so-far"},
      {ask: "What moved?", tile: "reporting-analytics/by-service"},
      {ask: "How much of it does nobody own?", tile: "reporting-analytics/without-owner"},
      {ask: "What is open, and whose turn is it?", tile: "finops-practice-operations/open-work"},
      {ask: "Do we only look, or does it come to something?", tile: "finops-practice-operations/loop"},
      {ask: "What is not right with how the practice is set up?", tile: "finops-practice-operations/practice-check"},
      {
        ask: "Which spikes should somebody look at now?",
        lacks: "anomaly-management",
        missing: "Nothing watches the days for spikes yet.",
        next: {
          text: "Look down the last thirty days, and keep what you see as a finding of kind anomaly",
          path: "/explore",
          command: "cost --window 30d --granularity day --by service --top 6"
        }
      }
    ]
  },
  {
    persona: "engineering",
    asks: [
      {ask: "What do the services cost that I run?", tile: "reporting-analytics/by-service"},
      {ask: "Did something I changed show up?", tile: "reporting-analytics/daily"},
      {ask: "Which resources cost most?", tile: "reporting-analytics/by-resource"},
      {ask: "What is running with nobody's name on it?", tile: "reporting-analytics/resources-without-owner"},
      {ask: "How much is not production?", tile: "reporting-analytics/by-environment"},
      {ask: "What have I been asked to do?", tile: "finops-practice-operations/open-work"},
      {
        ask: "What is too large, idle, or forgotten?",
        lacks: "usage-optimization",
        missing:
          "Nothing looks for waste by itself yet; that needs how much of each resource is used, which bills do not say.",
        next: {
          text: "Read which wastes can be seen in bills alone, and keep what you find as a finding",
          path: "/library/playbook/usage-optimization#crawl",
          command: "library show usage-optimization --section crawl"
        }
      },
      {
        ask: "What does one request cost?",
        lacks: "unit-economics",
        missing: "There are no counters of requests or customers to divide cost by.",
        next: {
          text: "Choose one unit and see that it is counted by day",
          path: "/library/playbook/unit-economics#crawl",
          command: "library show unit-economics --section crawl"
        }
      }
    ]
  },
  {
    persona: "finance",
    asks: [
      {ask: "What did last month cost, against the month before?", tile: "reporting-analytics/last-month"},
      {ask: "What will the invoices say?", tile: "reporting-analytics/invoices"},
      {ask: "Which cost centre carries it?", tile: "reporting-analytics/by-cost-centre"},
      {ask: "What of it is usage, and what is purchases, credits and tax?", tile: "reporting-analytics/by-charge"},
      {ask: "Was a month restated that I have closed?", tile: "data-ingestion/replaced"},
      {
        ask: "Where will the month and the year end?",
        lacks: "forecasting",
        missing: "There is no forecast yet.",
        next: {
          text: "Home carries the running month on at its daily rate; read what a first forecast needs",
          path: "/library/playbook/forecasting#crawl",
          command: "library show forecasting --section crawl"
        }
      },
      {
        ask: "Are we within budget?",
        lacks: "budgeting",
        missing: "There are no budgets to hold cost against.",
        next: {
          text: "Read how a first budget is cut",
          path: "/library/playbook/budgeting#crawl",
          command: "library show budgeting --section crawl"
        }
      },
      {
        ask: "Does the bill agree with the data, and the data with the ledger?",
        lacks: "invoicing-chargeback",
        missing: "Invoices and the ledger are not taken in, so nothing is matched.",
        next: {
          text: "Hold the billed cost of each invoice against the paper",
          path: "/explore",
          command: "cost --axis billing --window last-month --metric billed --by issuer,invoice"
        }
      }
    ]
  },
  {
    persona: "procurement",
    asks: [
      {ask: "What do we pay each vendor?", tile: "reporting-analytics/by-vendor"},
      {ask: "Do we use what we committed to?", tile: "rate-optimization/commitment-use"},
      {ask: "Which commitment is paid for nothing?", tile: "rate-optimization/unused-commitments"},
      {ask: "What are our discounts worth?", tile: "rate-optimization/discounts"},
      {ask: "At which kind of price do we pay?", tile: "rate-optimization/price-kinds"},
      {ask: "What have I been asked to do?", tile: "finops-practice-operations/open-work"},
      {
        ask: "What runs out, and by when must we give notice?",
        lacks: "rate-optimization",
        missing: "There is no calendar of commitments and contracts yet; bills alone do not say when they end.",
        next: {
          text: "Keep each end as an action with an owner and a day",
          path: "/work",
          command: "work add --help"
        }
      },
      {
        ask: "Do the seats we pay for have people in them?",
        lacks: "licensing-saas",
        missing: "Seats and sign-ins are not taken in, so nothing says who uses what.",
        next: {
          text: "See whose products we pay for, the largest first",
          path: "/library/playbook/licensing-saas#crawl",
          command: "cost --by publisher --window last-month --top 25"
        }
      }
    ]
  },
  {
    persona: "product",
    asks: [
      {ask: "What does my product cost?", tile: "reporting-analytics/by-product"},
      {ask: "Is that growing?", tile: "reporting-analytics/product-by-month"},
      {ask: "What is it made of?", tile: "reporting-analytics/product-services"},
      {ask: "What do its AI features cost?", tile: "reporting-analytics/ai"},
      {ask: "How much of it is for tests?", tile: "reporting-analytics/by-environment"},
      {ask: "What waits for me?", tile: "finops-practice-operations/open-work"},
      {
        ask: "What does one customer or order cost us?",
        lacks: "unit-economics",
        missing: "There are no counters of customers or orders to divide cost by.",
        next: {
          text: "Choose one unit and see that it is counted by day",
          path: "/library/playbook/unit-economics#crawl",
          command: "library show unit-economics --section crawl"
        }
      },
      {
        ask: "What would the next feature cost?",
        lacks: "planning-estimating",
        missing: "There are no estimates yet.",
        next: {
          text: "Take a feature that runs already as the measure, and ask what its resources cost",
          path: "/library/playbook/planning-estimating#crawl",
          command: "library show planning-estimating --section crawl"
        }
      }
    ]
  },
  {
    persona: "leadership",
    asks: [
      {ask: "What do we spend, and is it going up?", tile: "reporting-analytics/by-month"},
      {ask: "Where does it go?", tile: "reporting-analytics/by-provider"},
      {ask: "What waits for my decision?", tile: "finops-practice-operations/options"},
      {ask: "What did we decide, and is it time to look again?", tile: "executive-strategy-alignment/decisions"},
      {ask: "Did what we did pay off?", tile: "finops-practice-operations/verified"},
      {
        ask: "Which products is it for?",
        variants: ["ceo"],
        tile: "reporting-analytics/by-product"
      },
      {ask: "What does AI cost us?", variants: ["ceo"], tile: "reporting-analytics/ai"},
      {
        ask: "What do we get for it?",
        variants: ["ceo"],
        lacks: "unit-economics",
        missing: "Nothing of what the business counts is held beside cost yet.",
        next: {
          text: "Name the one number of the business that technology should move",
          path: "/library/playbook/unit-economics",
          command: "library show unit-economics"
        }
      },
      {ask: "How much of what we committed to is used?", variants: ["cfo"], tile: "rate-optimization/commitment-use"},
      {ask: "How much of it does nobody answer for?", variants: ["cfo"], tile: "reporting-analytics/without-owner"},
      {
        ask: "Will we end the year where we said?",
        variants: ["cfo"],
        lacks: "forecasting",
        missing: "There is no forecast and no budget yet.",
        next: {
          text: "Home carries the running month on at its daily rate; read what a first forecast needs",
          path: "/library/playbook/forecasting#crawl",
          command: "library show forecasting --section crawl"
        }
      },
      {ask: "Which services carry our cost?", variants: ["cto"], tile: "reporting-analytics/by-service"},
      {ask: "Which teams spend it?", variants: ["cto"], tile: "reporting-analytics/by-owner"},
      {ask: "What did we let stand, and until when?", variants: ["cto"], tile: "governance-policy-risk/exceptions"}
    ]
  }
];
