import type {Claim} from "./declaration.ts";

/** What every capability needs of the platform, as far as it is there. */
export const platformClaims: Readonly<Record<string, Claim>> = {
  "PLT-1": {
    extent: "part",
    operations: ["framework.list", "framework.show", "framework.map", "framework.editions", "framework.check"],
    tests: ["src/framework/framework.test.ts", "src/framework/own-edition.test.ts"],
    note: "Editions 2024 to 2026 and own ones, with the map between them and the names that Microsoft uses. Editions before 2024 are in the map alone."
  },
  "PLT-2": {
    extent: "part",
    operations: ["practice.scopes", "practice.check", "practice.plan", "practice.apply", "practice.board"],
    tests: ["src/capabilities/board.test.ts", "src/capabilities/finops-practice-operations/practice.test.ts"],
    note: "Scopes with filter, question, who decides, capabilities, targets, overlap and days. A scope does not choose its personas, and its cadences start nothing."
  },
  "PLT-3": {
    extent: "part",
    operations: ["homes.list", "homes.show"],
    tests: ["src/capabilities/homes-show.test.ts"],
    note: "A home page for each persona and its variants; a person may hold several, and an edition may add its own. Permissions and thresholds do not follow the persona."
  },
  "PLT-5": {
    extent: "whole",
    operations: ["work.add", "work.advance", "work.evidence", "work.verify", "decisions.add", "exceptions.add"],
    tests: [
      "src/capabilities/finops-practice-operations/work.test.ts",
      "src/capabilities/executive-strategy-alignment/decisions.test.ts",
      "src/capabilities/governance-policy-risk/exceptions.test.ts"
    ]
  },
  "PLT-6": {
    extent: "part",
    operations: ["practice.show", "practice.people", "rates.import"],
    tests: ["src/capabilities/finops-practice-operations/practice.test.ts"],
    note: "Units, cost centres, people, scopes and exchange rates know from when to when they hold. Applications, tags and calendars do not."
  },
  "PLT-7": {
    extent: "part",
    operations: ["receipts.pin", "receipts.list", "cost"],
    tests: ["src/cost/ask-caller.test.ts"],
    note: "Every answer can be had again by its receipt, also from data that was replaced since. There are no assessments and no matched invoices yet that would use it."
  },
  "PLT-8": {
    extent: "part",
    operations: ["ingest", "cost", "rows"],
    tests: ["src/interfaces/http/server.test.ts", "src/interfaces/http/same-answers.test.ts"],
    note: "FOCUS in, every operation over HTTP and MCP, answers and charges out as CSV, JSON, Parquet and workbooks. There are no webhooks and no connectors to tickets and chat."
  },
  "PLT-9": {
    extent: "part",
    operations: ["tokens.create", "tokens.list", "tokens.revoke"],
    tests: ["src/cost/ask-caller.test.ts", "src/interfaces/http/security.test.ts"],
    note: "Rows and metrics are limited by token, and writes are recorded with who made them. The record cannot be read as a log yet."
  }
};
