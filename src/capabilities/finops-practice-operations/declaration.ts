import type {CapabilityDeclaration} from "../declaration.ts";
import {tiles} from "./tiles.data.ts";

const proof = "src/capabilities/finops-practice-operations/work.test.ts";

const arranged = "src/capabilities/finops-practice-operations/practice.test.ts";

export const finopsPracticeOperations: CapabilityDeclaration = {
  id: "finops-practice-operations",
  needs: [{dataDomain: "people", level: "soft"}],
  provides: ["work objects", "what was seen, could be done and was done"],
  indicators: [],
  kpis: [],
  workKinds: ["request", "other"],
  requirements: {
    "OPS-I1": {
      extent: "part",
      operations: ["practice.show", "practice.people", "decisions.list"],
      tests: [arranged],
      note: "People with their personas, units and days, duties, scopes with who decides, decisions. Capacity, meetings and what the practice costs are not kept."
    },
    "OPS-C2": {
      extent: "part",
      operations: ["practice.check"],
      tests: [arranged],
      note: "A duty that nobody or more than one persona answers for is found, and so is an absent persona. Capacity is not held against demand."
    },
    "OPS-O1": {
      extent: "part",
      operations: ["work.summary", "work.list", "decisions.list"],
      tests: [proof],
      note: "A list of work, a log of decisions, and what was verified from bills, in money. There is no charter, no plan of iterations and no newsletter."
    },
    "OPS-W1": {
      extent: "part",
      operations: ["work.add", "work.advance", "work.verify", "work.comment", "work.evidence", "work.show"],
      tests: [proof],
      note: "A request or finding is taken in, priced, taken on with a day, done and measured. There are no iterations to plan and look back on."
    }
  },
  tiles,
  pages: [
    {path: "/work", title: "Work"},
    {path: "/practice", title: "Practice"}
  ],
  library: "finops-practice-operations"
};
