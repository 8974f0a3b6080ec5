import type {CapabilityDeclaration} from "../declaration.ts";
import {tiles} from "./tiles.data.ts";

const proof = "src/capabilities/governance-policy-risk/exceptions.test.ts";

export const governancePolicyRisk: CapabilityDeclaration = {
  id: "governance-policy-risk",
  needs: [{dataDomain: "tag_policy", level: "soft"}],
  provides: ["exceptions with their end"],
  indicators: [],
  kpis: [],
  workKinds: [],
  requirements: {
    "GOV-I1": {
      extent: "part",
      operations: ["exceptions.add", "exceptions.list", "practice.show"],
      tests: [proof],
      note: "Policies stand in the practice file with mode, scope and the way to an exception. Approved services, duties by law and appetite for risk are not kept."
    },
    "GOV-O1": {
      extent: "part",
      operations: ["exceptions.list", "exceptions.show"],
      tests: [proof],
      note: "A register of exceptions with reason, owner and end. Whether charges keep to a policy is not computed, and there is no register of risks."
    },
    "GOV-W1": {
      extent: "part",
      operations: ["exceptions.add", "exceptions.renew", "exceptions.end"],
      tests: [proof],
      note: "An exception is granted, renewed or ended, and seen once it has expired. Policies are not tried, enforced or measured."
    }
  },
  tiles,
  pages: [{path: "/work/exceptions", title: "Exceptions"}],
  library: "governance-policy-risk"
};
