import {z} from "zod";
import {contract} from "../../operation.ts";
import type {Operation} from "../../operation.ts";
import {allNodes, commandTree} from "./command-tree.ts";
import type {CommandNode} from "./command-tree.ts";
import {globalOptions, globalsWithValue, outputFormats} from "./global-options.ts";
import {parametersOf} from "./parameter.ts";
import type {Parameter} from "./parameter.ts";

export const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

const completionContract = contract({
  name: "completion",
  summary: "A script that completes commands, options and their choices in your shell.",
  kind: "read",
  input: z.strictObject({shell: z.enum(shells).describe("the shell")}),
  output: z.string(),
  positional: ["shell"],
  examples: [
    {command: "completion bash > ~/.local/share/bash-completion/completions/ashlar", remark: "for every new bash"},
    {command: "completion fish > ~/.config/fish/completions/ashlar.fish", remark: "for every new fish"}
  ]
});

/** A command of the command line alone: it gives a text and needs no practice. */
export interface LocalCommand extends Operation {
  text(input: unknown): string;
}

export function isLocal(operation: Operation): operation is LocalCommand {
  return "text" in operation;
}

export function completionCommand(operations: readonly Operation[]): LocalCommand {
  const text = (input: unknown): string => {
    const {shell} = completionContract.input.parse(input);
    const command: LocalCommand = {contract: completionContract, text, run: async (again) => text(again)};
    return completionScript(commandTree([...operations, command]), shell);
  };
  return {contract: completionContract, text, run: async (input) => text(input)};
}

interface Point {
  /** `/snapshots/list`; empty for the root. */
  readonly path: string;
  readonly commands: readonly {readonly name: string; readonly about: string}[];
  readonly flags: readonly {readonly flag: string; readonly about: string; readonly choices: readonly string[]}[];
  /** Choices of the arguments by position. */
  readonly choices: readonly string[];
}

function completionScript(tree: CommandNode, shell: Shell): string {
  const points = allNodes(tree).map(pointOf);
  if (shell === "fish") return fish(points);
  return shell === "zsh"
    ? `#compdef ashlar\nautoload -U +X bashcompinit && bashcompinit\n${bash(points)}`
    : bash(points);
}

function pointOf(node: CommandNode): Point {
  const parameters = node.operation === null ? [] : parametersOf(node.operation.contract);
  const inherited =
    node.operation === null ? (node.children.find(({name}) => name === "list")?.operation ?? null) : null;
  const all = inherited === null ? parameters : parametersOf(inherited.contract);
  return {
    path: node.path.map((name) => `/${name}`).join(""),
    commands: node.children.map((child) => ({name: child.name, about: child.operation?.contract.summary ?? ""})),
    flags: [...all.filter(({position}) => position === null).map(flagOf), ...globalFlags()],
    choices: all.filter(({position}) => position !== null).flatMap(({choices}) => choices)
  };
}

function flagOf({flag, description, choices}: Parameter): Point["flags"][number] {
  return {flag, about: description, choices};
}

function globalFlags(): Point["flags"] {
  return globalOptions().map(({long, description}) => ({
    flag: long ?? "",
    about: description,
    choices: long === "--output" ? outputFormats : []
  }));
}

function bash(points: readonly Point[]): string {
  const paths = points.filter(({path}) => path !== "").map(({path}) => `"${path}"`);
  const choices = points.flatMap(({path, flags}) =>
    flags.flatMap(({flag, choices}) =>
      choices.length === 0 ? [] : [`    "${path} ${flag}") words="${choices.join(" ")}" ;;`]
    )
  );
  const words = points.map(({path, commands, flags, choices}) => {
    const names = [...commands.map(({name}) => name), ...choices].join(" ");
    return `      "${path}") names="${names}"; flags="${flags.map(({flag}) => flag).join(" ")}" ;;`;
  });
  return `_ashlar() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path="" words="" names="" flags="" lead="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${globalsWithValue.join("|")}) i=$((i + 1)); continue ;;
    esac
    case "$path/\${COMP_WORDS[i]}" in
      ${paths.join("|")}) path="$path/\${COMP_WORDS[i]}" ;;
    esac
  done
  case "$path $prev" in
${choices.join("\n")}
  esac
  if [ -z "$words" ]; then
    case "$path" in
${words.join("\n")}
    esac
    case "$cur" in
      -*) words="$flags" ;;
      *) words="$names" ;;
    esac
  else
    case "$cur" in
      *,*) lead="\${cur%,*},"; cur="\${cur##*,}" ;;
    esac
  fi
  COMPREPLY=($(compgen -P "$lead" -W "$words" -- "$cur"))
}
complete -o default -F _ashlar ashlar
`;
}

function fish(points: readonly Point[]): string {
  const paths = points.filter(({path}) => path !== "").map(({path}) => path);
  const lines = points.flatMap(({path, commands, flags, choices}) => {
    const here = `-n 'test (__ashlar_path) = "${path}"'`;
    return [
      ...commands.map(({name, about}) => `complete -c ashlar ${here} -f -a ${name} -d ${fishText(about)}`),
      ...choices.map((choice) => `complete -c ashlar ${here} -f -a ${fishText(choice)}`),
      ...flags.map(({flag, about, choices: values}) => {
        const given = values.length === 0 ? "" : ` -x -a ${fishText(values.join(" "))}`;
        return `complete -c ashlar ${here} -l ${flag.slice(2)}${given} -d ${fishText(about)}`;
      })
    ];
  });
  return `function __ashlar_path
  set -l path ""
  for word in (commandline -opc)[2..-1]
    if contains -- "$path/$word" ${paths.join(" ")}
      set path "$path/$word"
    end
  end
  echo "$path"
end
${lines.join("\n")}
`;
}

function fishText(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
