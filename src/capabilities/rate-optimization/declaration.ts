import type {CapabilityDeclaration} from "../declaration.ts";
import {tiles} from "./tiles.data.ts";

export const rateOptimization: CapabilityDeclaration = {
  id: "rate-optimization",
  needs: [
    {dataDomain: "focus_cost", level: "hard"},
    {dataDomain: "contracts", level: "soft"}
  ],
  provides: ["use of commitments as billed"],
  indicators: [],
  kpis: [],
  workKinds: ["rate"],
  requirements: {
    "RAT-C1": {
      extent: "part",
      operations: ["cost", "rows"],
      tests: ["src/capabilities/rate-optimization/commitments.test.ts"],
      note: "Used and unused commitment, the kind of price and the savings against list are amounts of the cost question. Coverage, utilisation and savings rates are not computed, and draw-down is not followed."
    }
  },
  tiles,
  pages: [],
  library: "rate-optimization"
};
