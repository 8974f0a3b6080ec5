import {UserError} from "../../errors.ts";
import {didYouMean} from "../../nearest.ts";
import {childNamed, defaultChild} from "./command-tree.ts";
import type {CommandNode} from "./command-tree.ts";
import {globalsWithValue} from "./global-options.ts";

/**
 * The command that a call means: names are followed down the tree until something else than a name of a command
 * comes. Throws `usage.invalid` where a name is wanted and what stands there is none.
 */
export function locate(tree: CommandNode, argv: readonly string[]): CommandNode {
  let node = tree;
  for (let index = 0; index < argv.length; index++) {
    const token = argv[index] ?? "";
    if (globalsWithValue.includes(token)) index += 1;
    else if (token.startsWith("-") && isGlobal(token)) continue;
    else if (token.startsWith("-")) break;
    else {
      const child = childNamed(node, token);
      if (child === null) {
        if (takesArguments(node)) break;
        throw unknownCommand(node, token);
      }
      node = child;
    }
  }
  return node;
}

function isGlobal(token: string): boolean {
  return /^(--practice=|--output=|--no-color$|--quiet$|--verbose$|--help$|-h$)/.test(token);
}

function takesArguments(node: CommandNode): boolean {
  const contract = (node.operation ?? defaultChild(node)?.operation)?.contract;
  if (contract === undefined) return false;
  return node.children.length === 0 || (contract.positional ?? []).length > 0;
}

function unknownCommand(node: CommandNode, token: string): UserError {
  const names = node.children.map(({name}) => name);
  const said = [...node.path, token].join(" ");
  return new UserError("usage.invalid", `there is no command ${JSON.stringify(said)}${didYouMean(token, names)}`, {
    remedy: `See ${["ashlar", ...node.path].join(" ")} --help.`
  });
}
