import type {Colors} from "picocolors/types.js";
import {exitCodes} from "../../errors.ts";
import {defaultChild} from "./command-tree.ts";
import type {CommandNode} from "./command-tree.ts";
import type {Parameter} from "./parameter.ts";

/** What stands behind an option in help: what it is, what it may be, what it is where it is not given. */
export function optionText(parameter: Parameter): string {
  const facts: string[] = [];
  if (parameter.choices.length > 0) facts.push(`one of: ${parameter.choices.join(", ")}`);
  if (parameter.kind === "list" && parameter.position === null) facts.push("several by commas or by repeating");
  if (parameter.kind === "map") facts.push("repeatable");
  const initial = initialText(parameter);
  if (initial !== "") facts.push(`default: ${initial}`);
  if (parameter.required) facts.push("required");
  const text = parameter.flag.startsWith("--no-") ? `turns off: ${parameter.description}` : parameter.description;
  return facts.length === 0 ? text : `${text}${text === "" ? "" : " "}(${facts.join("; ")})`;
}

function initialText({initial, kind}: Parameter): string {
  if (initial === undefined || initial === null || kind === "flag") return "";
  if (Array.isArray(initial)) return initial.map(String).join(",");
  return typeof initial === "object"
    ? Object.keys(initial).length === 0
      ? ""
      : JSON.stringify(initial)
    : String(initial);
}

const exitMeanings: readonly (readonly [number, string])[] = [
  [exitCodes.ok, "done"],
  [exitCodes.error, "error"],
  [exitCodes.usage, "the call is not understood"],
  [exitCodes.policy, "a policy or a threshold failed"],
  [exitCodes.quality, "the quality of data failed"],
  [exitCodes.partial, "the answer is of partial data"],
  [exitCodes.interrupted, "interrupted"]
];

/** What follows the options: examples of a command, or what the whole of it is and where to read on. */
export function afterHelp(node: CommandNode, colors: Colors): string {
  if (node.path.length === 0) return topHelp(colors);
  const shown = node.operation ?? defaultChild(node)?.operation ?? null;
  const examples = shown?.contract.examples ?? [];
  const lines = examples.flatMap(({command, remark}) => [`  ${colors.dim(`# ${remark}`)}`, `  ashlar ${command}`, ""]);
  const implied = defaultChild(node) === null ? "" : `Without a command: ${node.name} list.\n\n`;
  const shownExamples = lines.length === 0 ? "" : `${colors.bold("Examples:")}\n${lines.slice(0, -1).join("\n")}\n\n`;
  return `${implied}${shownExamples}Also: --practice, --output, --quiet and others, see ashlar --help\n`;
}

function topHelp(colors: Colors): string {
  const exits = exitMeanings.map(([code, meaning]) => `  ${String(code).padEnd(4)} ${meaning}`).join("\n");
  return `${colors.bold("Exit status:")}
${exits}

${colors.bold("Learn:")}
  ashlar <command> --help   what a command does, its options, examples to try
  docs/errors.md            what each error means and what to do about it
`;
}
