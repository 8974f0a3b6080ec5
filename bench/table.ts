/** One line of the table: what was done, what it should take and what it took. */
export interface Line {
  readonly work: string;
  readonly target: string;
  readonly measured: string;
  readonly bare: string;
  /** Of wall time, and of CPU time, which suffers less where others use the machine. */
  readonly ratio: string;
  readonly cpuRatio: string;
  /** Null where there is no target. */
  readonly meets: boolean | null;
  /** CPU seconds and peak of memory in MB, ours and that of bare DuckDB. */
  readonly cpu: string;
  readonly peak: string;
}

const heads = ["Work", "Target", "Ashlar", "Bare DuckDB", "Ratio", "Verdict", "CPU ratio", "CPU s", "Peak MB"];

/** The lines as a Markdown table. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({work, target, measured, bare, ratio, cpuRatio, meets, cpu, peak}) => {
    const verdict = meets === null ? "–" : meets ? "meets" : "**misses**";
    return [work, target, measured, bare, ratio, verdict, cpuRatio, cpu, peak];
  });
  const rule = heads.map((_, index) => (index < 2 ? "---" : "--:"));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
