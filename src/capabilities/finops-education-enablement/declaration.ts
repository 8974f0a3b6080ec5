import type {CapabilityDeclaration} from "../declaration.ts";
import {tiles} from "./tiles.data.ts";

const proof = "src/capabilities/finops-education-enablement/library.test.ts";

export const finopsEducationEnablement: CapabilityDeclaration = {
  id: "finops-education-enablement",
  needs: [{dataDomain: "people", level: "soft"}],
  provides: ["lessons by persona", "playbooks", "glossary"],
  indicators: [],
  kpis: [],
  workKinds: [],
  requirements: {
    "EDU-I1": {
      extent: "part",
      operations: ["library.list", "library.glossary"],
      tests: [proof],
      note: "Personas, lessons, playbooks and a glossary. Records of courses and what a role has to know are not taken in."
    },
    "EDU-O1": {
      extent: "part",
      operations: ["library.list", "library.show", "library.glossary"],
      tests: [proof],
      note: "A lesson for each persona, a playbook for each capability, a glossary, own stories. Nobody is enrolled, and there are no events."
    }
  },
  tiles,
  pages: [{path: "/library", title: "Library"}],
  library: "finops-education-enablement"
};
