export interface DiffRow {
  readonly kind: "same" | "add" | "drop" | "jump";
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
}

const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** The lines of a unified diff with their numbers on both sides; its heading is left out. */
export function diffRows(diff: string): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  let before = 0;
  let after = 0;
  let inside = false;
  for (const line of diff.replace(/\n$/, "").split("\n")) {
    const start = hunk.exec(line);
    if (start !== null) {
      before = Number(start[1]);
      after = Number(start[2]);
      inside = true;
      rows.push({kind: "jump", before: null, after: null, text: `from line ${after}`});
    } else if (!inside || line.startsWith("\\")) continue;
    else if (line.startsWith("+")) rows.push({kind: "add", before: null, after: after++, text: line.slice(1)});
    else if (line.startsWith("-")) rows.push({kind: "drop", before: before++, after: null, text: line.slice(1)});
    else rows.push({kind: "same", before: before++, after: after++, text: line.slice(1)});
  }
  return rows;
}
