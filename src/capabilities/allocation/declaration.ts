import type {CapabilityDeclaration} from "../declaration.ts";

export const allocation: CapabilityDeclaration = {
  id: "allocation",
  needs: [{dataDomain: "focus_cost", level: "hard"}],
  provides: [],
  indicators: [],
  kpis: [],
  workKinds: ["untagged"],
  requirements: {
    "ALL-I1": {
      extent: "part",
      operations: ["cost", "rows"],
      tests: ["src/cost/ask.property.test.ts"],
      note: "Charges can be asked by account, resource and every tag. Naming standards and an inventory of resources are not taken in."
    },
    "ALL-I2": {
      extent: "part",
      operations: ["practice.show", "practice.check", "practice.people"],
      tests: ["src/capabilities/finops-practice-operations/practice.test.ts"],
      note: "The tree of the organisation, cost centres and people stand in the practice file, each from a day to a day. Products and required tags by scope do not."
    }
  },
  tiles: [],
  pages: [],
  library: "allocation"
};
