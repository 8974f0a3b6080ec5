import type {frameworkCoverage} from "../../../../capabilities/contract.ts";
import type {
  FrameworkRow,
  FrameworkWhat,
  frameworkEditions,
  frameworkList,
  frameworkMap,
  frameworkSearch,
  frameworkShow
} from "../../../../framework/contract.ts";
import type {Output} from "../../../../operation.ts";

/** What the operations of the framework answer, inferred from their contracts. */
export type {FrameworkWhat} from "../../../../framework/contract.ts";
export type Listed<K extends FrameworkWhat> = Omit<Output<typeof frameworkList>, "rows"> & {
  readonly rows: readonly FrameworkRow<K>[];
};
export type Shown = Output<typeof frameworkShow>;
export type CapabilityFacts = NonNullable<Shown["capability"]>;
export type Editions = Output<typeof frameworkEditions>;
export type EditionRow = Editions["rows"][number];
export type Found = Output<typeof frameworkSearch>;
export type Mapped = Output<typeof frameworkMap>;
export type Coverage = Output<typeof frameworkCoverage>;
export type CoverageRow = Coverage["rows"][number];
export type Kpi = FrameworkRow<"kpis">;
export type Indicator = FrameworkRow<"indicators">;
export type Persona = FrameworkRow<"personas">;
export type Phase = FrameworkRow<"phases">;
export type Domain = FrameworkRow<"domains">;
export type Capability = FrameworkRow<"capabilities">;
