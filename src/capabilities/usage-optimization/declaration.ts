import type {CapabilityDeclaration} from "../declaration.ts";

const proof = "src/capabilities/finops-practice-operations/work.test.ts";

export const usageOptimization: CapabilityDeclaration = {
  id: "usage-optimization",
  needs: [
    {dataDomain: "focus_cost", level: "hard"},
    {dataDomain: "utilization", level: "soft"}
  ],
  provides: ["verified effects"],
  indicators: [],
  kpis: [],
  workKinds: ["waste"],
  requirements: {
    "USE-O1": {
      extent: "part",
      operations: ["work.list", "work.summary", "exceptions.add"],
      tests: [proof],
      note: "Findings that people enter stand in a list by value, and what they brought is kept from bills. Nothing finds waste by itself, makes tickets or cleans up."
    },
    "USE-W1": {
      extent: "part",
      operations: ["work.add", "work.advance", "work.verify"],
      tests: [proof],
      note: "From a finding that a person enters to accepting or dismissing it with a reason, and to its effect in later bills. The sensing is missing."
    }
  },
  tiles: [],
  pages: [{path: "/work", title: "Work"}],
  library: "usage-optimization"
};
