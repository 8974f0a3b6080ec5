import type {
  Capability,
  EditionFile,
  Edge,
  Domain,
  IndicatorOfFile,
  Persona,
  Phase,
  Principle
} from "./edition-file.ts";
import type {KpiFile, KpiOfFile} from "./kpi-file.ts";
import type {MapFile, MapKind} from "./map-file.ts";
import type {StarterFile} from "./starter-file.ts";
import type {Threshold} from "./threshold.ts";
import type {FileFinding} from "./yaml-file.ts";

/** An indicator with its thresholds read and the capability that it belongs to. */
export interface Indicator extends Omit<IndicatorOfFile, "crawl" | "walk" | "run"> {
  readonly capability: string;
  readonly crawl: Threshold;
  readonly walk: Threshold;
  readonly run: Threshold;
}

/** A measure with the capabilities of the edition that it is linked to. */
export interface Kpi extends KpiOfFile {
  /** Capabilities that the publisher links it to; those on whose page it stands first are in `featured`, too. */
  readonly capabilities: readonly string[];
  readonly featured: readonly string[];
  /** Capabilities that we suggest it for. */
  readonly suggested: readonly string[];
}

/** An edition of the framework, read and checked. All lists are in the order of the publisher. */
export interface Edition extends Omit<EditionFile, "edition" | "kpis" | "extends" | "drop" | "mappings"> {
  readonly id: string;
  /** From the practice's own folder, not shipped. */
  readonly own: boolean;
  readonly file: string;
  readonly extends: string | null;
  /** The measures of the edition's library and its own. Empty where they are not known. */
  readonly kpis: readonly Kpi[];
  readonly indicators: readonly Indicator[];
  /** Throw `not-found` with the nearest name. A code (`ALL`) or title is taken for a capability, too. */
  capability(slug: string): Capability;
  domain(slug: string): Domain;
  persona(slug: string): Persona;
  phase(slug: string): Phase;
  principle(slug: string): Principle;
  kpi(slug: string): Kpi;
  indicator(id: string): Indicator;
  /** Edges into a capability (what it uses) and out of it (what uses it). */
  needsOf(slug: string): readonly Edge[];
  providesOf(slug: string): readonly Edge[];
}

/** Where the id of one edition stands in another. */
export interface Mapping {
  readonly what: "capabilities" | "domains" | "principles";
  readonly from: string;
  readonly id: string;
  readonly to: string;
  /** Empty where the other edition has nothing of it. */
  readonly ids: readonly string[];
  readonly kind: MapKind;
  readonly note: string | null;
}

export interface Requirement {
  readonly id: string;
  readonly title: string;
  /** Null for what all capabilities need (PLT-1 …). */
  readonly capability: string | null;
  readonly kind: "input" | "computation" | "output" | "workflow" | "platform";
}

/** All that is known of the framework in one practice: the shipped editions and the practice's own. */
export interface Framework {
  /** Newest first; own editions before the shipped one that they extend. */
  readonly editions: readonly Edition[];
  /** Own edition files that cannot be used, with what is wrong with them. */
  readonly faults: readonly {
    readonly file: string;
    readonly edition: string | null;
    readonly findings: readonly FileFinding[];
  }[];
  /** The newest shipped edition. */
  readonly newest: Edition;
  /** Throws `not-found` with the nearest id, `framework.invalid` where its own file has a mistake. */
  edition(id?: string): Edition;
  readonly dataDomains: KpiFile["dataDomains"];
  readonly conventions: KpiFile["conventions"];
  readonly starters: StarterFile;
  readonly requirements: readonly Requirement[];
  /** Editions that are known by the ids and titles of their capabilities only. */
  readonly earlier: MapFile["earlier"];
  readonly microsoft: readonly {
    readonly name: string;
    readonly url: string;
    readonly edition: string;
    readonly id: string;
  }[];
  /**
   * Where an id, title, code or Microsoft name stands in other editions. Without `from` the newest edition that has it,
   * without `to` every other one. Throws `not-found` with the nearest name.
   */
  map(id: string, from?: string, to?: string): readonly Mapping[];
}
