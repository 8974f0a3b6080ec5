import {Argument, Command, CommanderError, Option} from "commander";
import type {HelpConfiguration} from "commander";
import type {Colors} from "picocolors/types.js";
import {UserError} from "../../errors.ts";
import type {Contract, Operation} from "../../operation.ts";
import {byGroup, groupSummaries, groupTitle} from "./command-groups.ts";
import {defaultChild} from "./command-tree.ts";
import type {CommandNode} from "./command-tree.ts";
import {globalOptions, globalsOf} from "./global-options.ts";
import type {GlobalOptions} from "./global-options.ts";
import {helpFormat} from "./help-format.ts";
import {afterHelp, optionText} from "./help-text.ts";
import type {Typed} from "./input.ts";
import {locate} from "./locate.ts";
import {parametersOf} from "./parameter.ts";
import type {Parameter} from "./parameter.ts";

/** What a call asks for: a text to read, or an operation with its values as typed. */
export type Call =
  | {readonly kind: "help"; readonly text: string; readonly exit: "ok" | "usage"}
  | {
      readonly kind: "run";
      readonly operation: Operation;
      readonly parameters: readonly Parameter[];
      readonly globals: GlobalOptions;
      readonly typed: Typed;
    };

export interface HelpStyle {
  readonly columns: number;
  readonly colors: Colors;
}

const about =
  "FinOps on your own data: cost and usage from every vendor enters as FOCUS, is proved and kept in a lake of " +
  "immutable snapshots, and questions about it get exact answers that can be reproduced.";

/** Reads a call. Throws `usage.invalid` for what cannot be understood. */
export function parseCall(tree: CommandNode, argv: readonly string[], style: HelpStyle): Call {
  const args = helpFirst(argv);
  const target = locate(tree, args);
  const calls: Call[] = [];
  const program = new Command("ashlar");
  program
    .description(about)
    .exitOverride()
    .configureOutput({
      writeOut: () => undefined,
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => style.columns,
      getOutHasColors: () => style.colors.isColorSupported
    })
    .configureHelp(helpStyle(style.colors))
    .helpOption(false)
    .helpCommand(false);
  for (const option of globalOptions()) program.addOption(option);
  const commands = new Map<CommandNode, Command>([[tree, program]]);
  addCommands(tree, program, target, commands, (operation, parameters, typed) => {
    calls.push({kind: "run", operation, parameters, globals: globalsOf(program), typed});
  });
  const shown = commands.get(target) ?? program;
  if (asksForHelp(args)) return {kind: "help", text: helpOf(shown, target, style), exit: "ok"};
  if (args.length === 0) return {kind: "help", text: helpOf(shown, target, style), exit: "ok"};
  try {
    program.parse([...args], {from: "user"});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.help") return {kind: "help", text: helpOf(shown, target, style), exit: "usage"};
    throw misuse(error, target);
  }
  const [call] = calls;
  return call ?? {kind: "help", text: helpOf(shown, target, style), exit: "usage"};
}

function helpOf(command: Command, node: CommandNode, style: HelpStyle): string {
  return `${command.helpInformation()}\n${afterHelp(node, style.colors)}`;
}

/** `help a b` is `a b --help`. */
function helpFirst(argv: readonly string[]): readonly string[] {
  const at = argv.findIndex((arg) => !arg.startsWith("-"));
  return at >= 0 && argv[at] === "help" ? [...argv.slice(0, at), ...argv.slice(at + 1), "--help"] : argv;
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return (end < 0 ? argv : argv.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}

type Run = (operation: Operation, parameters: readonly Parameter[], typed: Typed) => void;

/** Commands beside the way to the target are stubs: they are only listed, and their contracts are not read. */
function addCommands(
  node: CommandNode,
  command: Command,
  target: CommandNode,
  commands: Map<CommandNode, Command>,
  run: Run
): void {
  const children = node.path.length === 0 ? node.children.toSorted(byGroup) : node.children;
  for (const child of children) {
    const isDefault = defaultChild(node) === child;
    const sub = command.command(child.name, {isDefault}).helpOption(false).helpCommand(false);
    commands.set(child, sub);
    sub.summary(summaryOf(child)).description(descriptionOf(child));
    if (node.path.length === 0) sub.helpGroup(`${groupTitle(child.name)}:`);
    const wanted = child === target || (isDefault && node === target);
    const onTheWay = child.path.every((name, index) => target.path[index] === name);
    if (wanted || onTheWay) addCommands(child, sub, target, commands, run);
    if (wanted && child.operation !== null) addParameters(sub, child.operation, run);
  }
}

function addParameters(command: Command, operation: Operation, run: Run): void {
  const parameters = parametersOf(operation.contract);
  for (const parameter of parameters) {
    if (parameter.position === null) command.addOption(optionOf(parameter));
    else command.addArgument(argumentOf(parameter));
  }
  const positional = parameters.filter(({position}) => position !== null);
  command.action(() => {
    const typed: Record<string, readonly string[] | boolean> = {};
    positional.forEach(({field}, index) => {
      const value: unknown = command.processedArgs[index];
      if (Array.isArray(value) ? value.length > 0 : value !== undefined) typed[field] = texts(value);
    });
    for (const parameter of parameters) {
      const name = attribute(parameter);
      if (parameter.position !== null || command.getOptionValueSource(name) !== "cli") continue;
      const value: unknown = command.getOptionValue(name);
      typed[parameter.field] = typeof value === "boolean" ? value : texts(value);
    }
    run(operation, parameters, typed);
  });
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Values are collected as they come, so that a value given twice is seen; the contract says what they mean. */
function optionOf(parameter: Parameter): Option {
  const flags = parameter.kind === "flag" ? parameter.flag : `${parameter.flag} <${parameter.placeholder}>`;
  const option = new Option(flags, optionText(parameter));
  if (parameter.kind !== "flag") {
    option.argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
  }
  return option;
}

function attribute(parameter: Parameter): string {
  return new Option(parameter.flag).attributeName();
}

function argumentOf(parameter: Parameter): Argument {
  const name = parameter.kind === "list" ? `${parameter.field}...` : parameter.field;
  return new Argument(parameter.required ? `<${name}>` : `[${name}]`, optionText({...parameter, required: false}));
}

function summaryOf(node: CommandNode): string {
  if (node.operation !== null) return node.operation.contract.summary;
  return groupSummaries[node.path.join(".")] ?? `Commands: ${node.children.map(({name}) => name).join(", ")}.`;
}

function descriptionOf(node: CommandNode): string {
  const contract: Contract | undefined = node.operation?.contract;
  return contract?.description === undefined ? summaryOf(node) : `${contract.summary}\n\n${contract.description}`;
}

function helpStyle(colors: Colors): HelpConfiguration {
  return {
    formatHelp: helpFormat,
    commandUsage: usage,
    styleTitle: (text) => colors.bold(text),
    styleOptionTerm: (text) => colors.cyan(text),
    styleArgumentTerm: (text) => colors.cyan(text),
    styleSubcommandTerm: (text) => colors.cyan(text)
  };
}

function usage(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name());
  const args = command.registeredArguments.map((argument) => {
    const name = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  const group = command.commands.length > 0 ? ["<command>"] : [];
  return [...names, ...group, ...args, "[options]"].join(" ");
}

function misuse(error: CommanderError, target: CommandNode): UserError {
  const message = error.message
    .replace(/^error: /, "")
    .replace(/^missing required argument '(.*)'$/, "<$1> is required")
    .replace(/^option '(--[a-z-]+) <.*>' argument missing$/, "$1 needs a value")
    .replace(/^option '(--[a-z-]+) <.*>' argument '(.*)' is invalid\. Allowed choices are /, "$1 is not $2 but one of ")
    .replace(/\n?\(Did you mean (.*?)\?\)/, '; did you mean "$1"?')
    .replace(/\.$/, "");
  return new UserError("usage.invalid", message, {remedy: `See ${["ashlar", ...target.path].join(" ")} --help.`});
}
