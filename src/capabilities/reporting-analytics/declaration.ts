import type {CapabilityDeclaration} from "../declaration.ts";
import {tiles} from "./tiles.data.ts";

export const reportingAnalytics: CapabilityDeclaration = {
  id: "reporting-analytics",
  needs: [
    {dataDomain: "focus_cost", level: "hard"},
    {dataDomain: "people", level: "soft"},
    {dataDomain: "allocation", level: "soft"}
  ],
  provides: ["answers with receipts", "saved views", "home pages", "exports"],
  indicators: [],
  kpis: [],
  workKinds: [],
  requirements: {
    "REP-I1": {
      extent: "part",
      operations: ["cost", "tokens.create", "homes.show"],
      tests: ["src/capabilities/homes-show.test.ts"],
      note: "Cost, quantities, people with their personas, and what a caller may not see. Utilisation, emissions, licences and an allocated ledger are not there."
    },
    "REP-C1": {
      extent: "part",
      operations: ["cost", "rows"],
      tests: ["src/cost/ask.property.test.ts", "src/cost/rows.test.ts", "src/interfaces/http/same-answers.test.ts"],
      note: "Five measures of cost that agree everywhere, comparison with an earlier time, and the charges behind each number. A change is not taken apart into price, usage and mix."
    },
    "REP-C2": {
      extent: "part",
      operations: ["tokens.create", "cost", "rows"],
      tests: ["src/cost/ask-caller.test.ts", "src/interfaces/http/security.test.ts"],
      note: "A token sees its rows and metrics alone. The limits hang on tokens, not yet on scopes and personas."
    },
    "REP-C3": {
      extent: "part",
      operations: ["cost", "receipts.pin", "receipts.list"],
      tests: ["src/cost/completeness.test.ts", "src/cost/ask-caller.test.ts"],
      note: "Every answer says how fresh it is and carries a receipt. Who looks at what is not counted."
    },
    "REP-O1": {
      extent: "part",
      operations: ["homes.show", "homes.list", "views.save", "views.list", "cost"],
      tests: [
        "src/capabilities/homes-show.test.ts",
        "src/records/views/views.test.ts",
        "src/interfaces/http/server.test.ts"
      ],
      note: "Home pages by persona, saved views, exports and an API. There are no statements, schedules, alerts or messages, and no calendar of ends."
    },
    "REP-W1": {
      extent: "part",
      operations: ["cost", "views.save", "views.star"],
      tests: ["src/records/views/views.test.ts"],
      note: "A question is asked, kept, shared by its address and asked again. Whether it is used, and what people think of it, is not collected."
    }
  },
  tiles,
  pages: [
    {path: "/", title: "Home"},
    {path: "/home/finops-practitioner", title: "Homes of the personas"},
    {path: "/explore", title: "Explore"},
    {path: "/explore/views", title: "Saved views"}
  ],
  library: "reporting-analytics"
};
