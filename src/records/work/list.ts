import {compare} from "../../money/amount.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {sums} from "../value.ts";
import {type WorkItem, workList as listContract} from "./contract.ts";
import {workItems} from "./item.ts";
import {isOpen} from "./way.ts";

export const workListOperation = operation(listContract, workList);

type ListInput = Input<typeof listContract>;

export async function workList(input: ListInput, context: Context): Promise<Output<typeof listContract>> {
  const all = (await workItems(context)).filter((item) => matches(item, input)).toSorted(orders[input.sort]);
  return {
    rows: all.slice(input.offset, input.offset + input.limit),
    totals: sums(all.flatMap(({value}) => value ?? [])),
    count: all.length,
    stages: Object.fromEntries([...Map.groupBy(all, ({stage}) => stage)].map(([stage, items]) => [stage, items.length]))
  };
}

function matches(item: WorkItem, input: ListInput): boolean {
  const text = input.text?.toLowerCase();
  return (
    (input.stage.length === 0 ? !input.open || isOpen(item.stage) : input.stage.includes(item.stage)) &&
    (input.scope === undefined || item.scope === input.scope) &&
    (input.capability === undefined || item.capability === input.capability) &&
    (input.phase === undefined || item.phase === input.phase) &&
    (input.kind === undefined || item.kind === input.kind) &&
    (input.owner === undefined || (item.owner ?? "nobody") === input.owner) &&
    (!input.overdue || item.overdue) &&
    (text === undefined ||
      [item.number, item.title, item.note, item.filter].some((each) => each?.toLowerCase().includes(text) === true))
  );
}

/** The newest come first among those that are equal, as they came. */
const orders: Readonly<Record<ListInput["sort"], (a: WorkItem, b: WorkItem) => number>> = {
  newest: () => 0,
  due: (a, b) => compareText(a.due ?? "9999", b.due ?? "9999"),
  // Amounts of different currencies or rhythms cannot be compared: each kind stands together.
  value: (a, b) => {
    if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1;
    const kinds = compareText(`${a.value.currency} ${a.value.per}`, `${b.value.currency} ${b.value.per}`);
    return kinds === 0 ? compare(b.value.amount, a.value.amount) : kinds;
  }
};

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
