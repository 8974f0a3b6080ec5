import type {Operation} from "../../operation.ts";

/** A command or a group of commands; a group with a `list` runs that when no other is named. */
export interface CommandNode {
  readonly name: string;
  readonly path: readonly string[];
  readonly operation: Operation | null;
  readonly children: readonly CommandNode[];
}

/** The tree that the names of the contracts describe: `snapshots.list` is `list` in `snapshots`. */
export function commandTree(operations: readonly Operation[], path: readonly string[] = []): CommandNode {
  const depth = path.length;
  const here = operations.filter(({contract}) => contract.name.split(".").length === depth);
  if (here.length > 1) throw new Error(`two operations are named ${path.join(".")}`);
  const names = [...new Set(operations.flatMap(({contract}) => contract.name.split(".")[depth] ?? []))];
  const children = names.map((name) =>
    commandTree(
      operations.filter(({contract}) => contract.name.split(".")[depth] === name),
      [...path, name]
    )
  );
  return {name: path.at(-1) ?? "ashlar", path, operation: here[0] ?? null, children};
}

export function childNamed(node: CommandNode, name: string): CommandNode | null {
  return node.children.find((child) => child.name === name) ?? null;
}

/** The child that stands for a group named alone. */
export function defaultChild(node: CommandNode): CommandNode | null {
  return node.operation === null ? childNamed(node, "list") : null;
}

/** Every node below, itself first. */
export function allNodes(node: CommandNode): readonly CommandNode[] {
  return [node, ...node.children.flatMap(allNodes)];
}
