import type {CapabilityDeclaration} from "../declaration.ts";
import {tiles} from "./tiles.data.ts";

const proof = "src/capabilities/executive-strategy-alignment/decisions.test.ts";

export const executiveStrategyAlignment: CapabilityDeclaration = {
  id: "executive-strategy-alignment",
  needs: [{capability: "reporting-analytics", level: "soft"}],
  provides: ["decisions with options and reasons"],
  indicators: [],
  kpis: [],
  workKinds: [],
  requirements: {
    "EXE-I1": {
      extent: "part",
      operations: ["practice.scopes", "practice.show", "work.list"],
      tests: ["src/capabilities/finops-practice-operations/practice.test.ts"],
      note: "Scopes name the question, the aim that they serve and who decides, and actions are on the list of work. Portfolio, forecasts over years and unit metrics are not there."
    },
    "EXE-O1": {
      extent: "part",
      operations: ["decisions.add", "decisions.list", "decisions.show"],
      tests: [proof],
      note: "A log of decisions with options, reason and owner. There is no brief, no map of exposure and no pack of scenarios."
    },
    "EXE-W1": {
      extent: "part",
      operations: ["decisions.add", "decisions.list"],
      tests: [proof],
      note: "A decision is made by somebody named, tied to its work, and comes back on the day it is to be looked at again. Options are not compared in numbers."
    }
  },
  tiles,
  pages: [{path: "/work/decisions", title: "Decisions"}],
  library: "executive-strategy-alignment"
};
