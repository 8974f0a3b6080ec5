import type {CapabilityDeclaration} from "../declaration.ts";

export const kpisBenchmarking: CapabilityDeclaration = {
  id: "kpis-benchmarking",
  needs: [{dataDomain: "focus_cost", level: "hard"}],
  provides: [],
  indicators: [],
  kpis: [],
  workKinds: [],
  requirements: {
    "KPI-I1": {
      extent: "part",
      operations: ["framework.list", "framework.show", "practice.check", "practice.apply"],
      tests: ["src/capabilities/kpis-benchmarking/targets.test.ts"],
      note: "The catalogue of KPIs with formulas and inputs, and targets by scope that are held against the data there is. No KPI is computed, and values of others are not taken in."
    }
  },
  tiles: [],
  pages: [],
  library: "kpis-benchmarking"
};
