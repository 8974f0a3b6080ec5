import {execFileSync, spawnSync} from "node:child_process";
import {describe, expect, test} from "vitest";
import {call, emptyPractice} from "./fixtures/call.ts";
import {sampleOperations} from "./fixtures/operations.ts";

async function script(shell: string): Promise<string> {
  const {exit, out} = await call(["completion", shell], {operations: sampleOperations(), loader: emptyPractice});
  expect(exit).toBe(0);
  return out;
}

function has(shell: string): boolean {
  return spawnSync(shell, ["-c", "exit 0"]).status === 0;
}

describe.skipIf(!has("bash"))("in bash", () => {
  test.each([
    ["ashlar ", ["weigh", "quarries", "tests", "serve", "mcp", "completion"]],
    ["ashlar q", ["quarries"]],
    ["ashlar quarries ", ["list", "show"]],
    ["ashlar quarries show --u", ["--unit"]],
    ["ashlar weigh --metric ", ["gross", "net"]],
    ["ashlar weigh --metric gross,n", ["gross,net"]],
    ["ashlar weigh --no-c", ["--no-checks", "--no-color"]],
    ["ashlar --output j", ["json"]],
    ["ashlar tests fail ", ["user", "program", "wait", "verdict"]],
    ["ashlar --practice quarries weigh --dr", ["--dry-run"]]
  ])("%s⇥", async (line, expected) => {
    const words = line.split(" ");
    const ask = `${await script("bash")}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
_ashlar; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const said = execFileSync("bash", ["-c", ask], {encoding: "utf8"});
    expect(said.trim().split("\n")).toEqual(expected);
  });
});

test("zsh takes the script of bash", async () => {
  expect(await script("zsh")).toBe(
    `#compdef ashlar\nautoload -U +X bashcompinit && bashcompinit\n${await script("bash")}`
  );
});

test("fish gets a line for each command and option", async () => {
  const lines = (await script("fish")).split("\n");
  expect(lines).toContain(`complete -c ashlar -n 'test (__ashlar_path) = ""' -f -a weigh -d 'Weighs stones.'`);
  expect(lines).toContain(
    `complete -c ashlar -n 'test (__ashlar_path) = "/weigh"' -l metric -x -a 'gross net' -d 'weights to show'`
  );
});

test("another shell is a misuse", async () => {
  const {exit, err} = await call(["completion", "tcsh"], {operations: [], loader: emptyPractice});
  expect(exit).toBe(2);
  expect(err).toContain('<shell> must be one of bash, zsh, fish, not "tcsh"');
});
