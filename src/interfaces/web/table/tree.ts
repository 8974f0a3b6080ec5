import {type Block, type Group, compareAmounts, plus} from "../answer/pivot.ts";
import {valueTitle} from "../format/words.ts";

/** A row of the answer's table: a group, or the sum of the groups that share its first values. */
export interface TreeRow {
  readonly key: string;
  readonly title: string;
  readonly level: number;
  readonly role: Group["role"];
  readonly series: readonly (string | null)[];
  readonly sums: Readonly<Record<string, string | null>>;
  /** The group itself; for a sum, a group with the values that are shared. */
  readonly group: Group;
  /** The place of the group in the block, for its colour; -1 for a sum. */
  readonly place: number;
  readonly children?: readonly TreeRow[];
}

/** The groups of a block as rows: with several dimensions, nested by them with exact sums. */
export function treeOf(block: Block, dimensions: number, metric: string): readonly TreeRow[] {
  const leaves = block.groups.map((group, place) => ({group, place}));
  return dimensions < 2
    ? leaves.map(({group, place}) => leaf(group, place, 0, group.title))
    : nested(leaves, 0, dimensions, [], metric);
}

type Placed = {readonly group: Group; readonly place: number};

function leaf(group: Group, place: number, level: number, title: string): TreeRow {
  return {key: group.key, title, level, role: group.role, series: group.series, sums: group.sums, group, place};
}

function nested(
  leaves: readonly Placed[],
  level: number,
  dimensions: number,
  path: readonly (string | null)[],
  metric: string
): readonly TreeRow[] {
  if (level === dimensions - 1) {
    return leaves.map(({group, place}) =>
      leaf(group, place, level, group.role === "other" ? group.title : valueTitle(group.values[level]))
    );
  }
  const rows: TreeRow[] = [];
  for (const [value, own] of Map.groupBy(leaves, ({group}) =>
    group.role === "other" ? "other" : JSON.stringify(group.values[level] ?? null)
  )) {
    const [first] = own;
    if (first === undefined) continue;
    if (value === "other") {
      rows.push(leaf(first.group, first.place, level, first.group.title));
      continue;
    }
    const shared = [...path, first.group.values[level] ?? null];
    const sums = sumOf(own.map(({group}) => group));
    const key = `sum:${JSON.stringify(shared)}`;
    const title = valueTitle(shared.at(-1));
    const group: Group = {key, values: shared, role: "value", title: shared.map(valueTitle).join(" · "), ...sums};
    rows.push({
      key,
      title,
      level,
      role: "value",
      ...sums,
      group,
      place: -1,
      children: nested(own, level + 1, dimensions, shared, metric)
    });
  }
  return rows.toSorted(
    (a, b) =>
      Number(a.role === "other") - Number(b.role === "other") ||
      compareAmounts(b.sums[metric] ?? null, a.sums[metric] ?? null)
  );
}

function sumOf(groups: readonly Group[]): Pick<Group, "series" | "sums"> {
  const [first] = groups;
  const names = Object.keys(first?.sums ?? {});
  return {
    series: (first?.series ?? []).map((_, index) =>
      groups.reduce<string | null>((sum, {series}) => plus(sum, series[index] ?? null), null)
    ),
    sums: Object.fromEntries(
      names.map((name) => [name, groups.reduce<string | null>((sum, {sums}) => plus(sum, sums[name] ?? null), null)])
    )
  };
}
