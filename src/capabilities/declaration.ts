/** How far a requirement is met: whole, or in part with a note that says what of it is there and what is not. */
export type Claim = Evidence & ({readonly extent: "whole"} | {readonly extent: "part"; readonly note: string});

export interface Evidence {
  /** Operations that do it; each is in the list of this software. */
  readonly operations: readonly string[];
  /** Test files from the root, each of which names the requirement in the title of the test that proves it. */
  readonly tests: readonly string[];
}

/** What a capability reads: a domain of data of the framework, or what another capability gives. */
export type Need = {readonly level: "hard" | "soft"} & ({readonly dataDomain: string} | {readonly capability: string});

export interface NextStep {
  readonly text: string;
  readonly path?: string;
  /** Arguments after `ashlar`. */
  readonly command?: string;
}

/** What a tag key is about, whatever a practice calls it; see `tag-meaning.data.ts`. */
export type TagMeaning = "owner" | "product" | "environment" | "cost-centre";

/** A part of a home page: one cost question, or the rows of one operation. */
export interface Tile {
  /** Name within its capability. */
  readonly id: string;
  readonly title: string;
  /** What it is looked at for. */
  readonly why: string;
  readonly kind: "number" | "bars" | "lines" | "table" | "list";
  readonly shows: Shows;
  readonly columns: readonly {readonly key: string; readonly title: string}[];
  /** Page that goes deeper; a cost question always goes to Explore with the question itself. */
  readonly page: string;
  /** Said in place of the tile where the practice has nothing for it. Absent where nothing is an answer, too. */
  readonly absent?: {readonly missing: string; readonly next: NextStep};
}

export type Shows =
  | {
      /** The question as the query part of a URL; `{owner}` and the like stand for the practice's tag of that meaning. */
      readonly question: string;
    }
  | {
      readonly operation: string;
      readonly input: Readonly<Record<string, unknown>>;
      /** Input fields that take the scope, the person and the persona whose home it is. */
      readonly scopeField?: string;
      readonly personField?: string;
      readonly personaField?: string;
    };

/** What a capability of the framework is in this software: data next to its code, held true by a test. */
export interface CapabilityDeclaration {
  /** Its id in the newest edition. */
  readonly id: string;
  readonly needs: readonly Need[];
  /** What others get of it. */
  readonly provides: readonly string[];
  /** Indicators of maturity that are measured. */
  readonly indicators: readonly string[];
  /** KPIs that are computed. */
  readonly kpis: readonly string[];
  /** Kinds of work objects that it makes or takes. */
  readonly workKinds: readonly string[];
  readonly requirements: Readonly<Record<string, Claim>>;
  readonly tiles: readonly Tile[];
  readonly pages: readonly {readonly path: string; readonly title: string}[];
  /** Id of its playbook in the library. */
  readonly library: string;
}
