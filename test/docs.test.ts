import {existsSync, globSync, readFileSync, statSync} from "node:fs";
import {dirname, join, relative, resolve, sep} from "node:path";
import picocolors from "picocolors";
import {describe, expect, test} from "vitest";
import {catalogue} from "../src/errors.ts";
import {commandTree} from "../src/interfaces/cli/command-tree.ts";
import {completionCommand} from "../src/interfaces/cli/completion.ts";
import {inputOf} from "../src/interfaces/cli/input.ts";
import {parseCall} from "../src/interfaces/cli/program.ts";
import {serverCommands} from "../src/interfaces/cli/server-commands.ts";
import {operations} from "../src/operations.ts";
import {anchorsOf, commandsIn, linksIn, shellWords} from "./markdown.ts";
import {readSources, root} from "./source.ts";

const pages = globSync("**/*.md", {cwd: root, exclude: (path) => /^(node_modules|dist|\.)|cases/.test(path)})
  .map((path) => path.split(sep).join("/"))
  .toSorted();

describe("links", () => {
  test.for(pages)("of %s lead somewhere", (page) => {
    const file = join(root, page);
    const broken = linksIn(readFileSync(file, "utf8")).filter((link) => !leads(file, link));
    expect(broken).toEqual([]);
  });
});

function leads(page: string, link: string): boolean {
  if (/^(https?|mailto):/.test(link)) return true;
  // The library links to pages of the web client; its own test holds these against the router.
  if (link.startsWith("/") && page.startsWith(join(root, "library"))) return true;
  const [path = "", anchor = ""] = link.split("#");
  const target = path === "" ? page : resolve(dirname(page), decodeURI(path));
  if (!existsSync(target) || relative(root, target).startsWith("..")) return false;
  if (anchor === "") return true;
  return statSync(target).isFile() && anchorsOf(readFileSync(target, "utf8")).includes(anchor);
}

describe("commands", () => {
  const tree = commandTree([...operations, ...serverCommands(operations), completionCommand(operations)]);
  const style = {columns: 80, colors: picocolors.createColors(false)};
  const understood = (line: string): void => {
    const call = parseCall(tree, shellWords(line), style);
    if (call.kind === "run") inputOf(call.operation.contract, call.parameters, call.typed);
    else if (call.exit !== "ok") throw new Error(`not a whole command: ashlar ${line}`);
  };

  test.for(pages)("of %s are understood", (page) => {
    for (const line of commandsIn(readFileSync(join(root, page), "utf8"))) understood(line);
  });

  test("of the examples in help are understood", () => {
    for (const {contract} of operations)
      for (const {command} of contract.examples ?? []) understood(withoutShell(command));
  });

  test("a command that does not exist would be seen", () => {
    expect(() => understood("frobnicate --all")).toThrow("there is no command");
    expect(() => understood("completion bash --sorce x")).toThrow("unknown option");
    expect(() => understood("completion tcsh")).toThrow("must be one of");
  });
});

function withoutShell(command: string): string {
  return commandsIn(`\`\`\`sh\nashlar ${command}\n\`\`\``)[0] ?? "";
}

describe("the catalogue of errors", () => {
  test("has a section for each code in docs/errors.md, and no other", () => {
    const text = readFileSync(join(root, "docs", "errors.md"), "utf8");
    const sections = [...text.matchAll(/^### (.+)$/gm)].map(([, name = ""]) => name);
    expect(sections.toSorted()).toEqual(Object.keys(catalogue).toSorted());
    const bare = text
      .split(/^### /m)
      .slice(1)
      .filter((section) => section.split("\n").slice(1).join("").trim().length < 60);
    expect(bare).toEqual([]);
  });

  test("has every code that is thrown", () => {
    const thrown = readSources("src/**/*.ts").flatMap(({path, text}) =>
      [...text.matchAll(/new UserError\(\s*"([^"]+)"/g)].map(([, code = ""]) => ({path, code}))
    );
    expect(thrown.length).toBeGreaterThan(0);
    expect(thrown.filter(({code}) => !(code in catalogue))).toEqual([]);
  });
});
