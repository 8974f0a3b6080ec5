import type {practiceBoard} from "../../../../capabilities/contract.ts";
import type {FrameworkRow, FrameworkWhat, frameworkEditions, frameworkList} from "../../../../framework/contract.ts";
import type {Output} from "../../../../operation.ts";
import type {
  practiceApply,
  practiceCheck,
  practiceHistory,
  practicePeople,
  practicePlan,
  practiceShow
} from "../../../../practice/contract.ts";

/** What the operations of the practice answer, inferred from their contracts. */
export type Board = Output<typeof practiceBoard>;
export type Domain = Board["domains"][number];
export type Card = Domain["cards"][number];
export type ScopeTab = Board["scopes"][number];
export type Finding = Board["findings"][number];
export type Severity = Finding["severity"];
export type Plan = Output<typeof practicePlan>;
export type Change = Plan["changes"][number];
export type Applied = Output<typeof practiceApply>;
export type Checked = Output<typeof practiceCheck>;
export type History = Output<typeof practiceHistory>;
export type People = Output<typeof practicePeople>;
export type Person = People["rows"][number];
export type Practice = Output<typeof practiceShow>;
export type Scope = Practice["scopes"][number];
export type Unit = Practice["organisation"]["units"][number];

/** The parts of a card that people set. */
export const blockFields = ["state", "reason", "strictness", "target", "owner", "cadence", "valueCase"] as const;
export type BlockField = (typeof blockFields)[number];

/** Rows of `framework.list`, as far as these pages read them. */
type Listed<K extends FrameworkWhat> = Omit<Output<typeof frameworkList>, "rows"> & {
  readonly rows: readonly FrameworkRow<K>[];
};
export type Edges = Listed<"edges">;
export type Starters = Listed<"starters">;
export type Capabilities = Listed<"capabilities">;
export type Kpis = Listed<"kpis">;
export type Editions = Output<typeof frameworkEditions>;
export type Personas = Listed<"personas">;
