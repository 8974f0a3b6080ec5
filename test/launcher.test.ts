import {execFile, execFileSync, spawn} from "node:child_process";
import {copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {promisify} from "node:util";
import {afterAll, describe, expect, test} from "vitest";
import {root} from "./source.ts";

const run = promisify(execFile);
const launcher = join(root, "bin", "ashlar.js");

/** Another, older Node of this machine, where there is one. */
function olderNode(): string | null {
  for (const node of ["/usr/bin/node", "/usr/local/bin/node"]) {
    if (!existsSync(node)) continue;
    const version = execFileSync(node, ["--version"], {encoding: "utf8"});
    const major = Number(/^v(\d+)\./.exec(version)?.[1] ?? "0");
    if (major >= 18 && major < 26) return node;
  }
  return null;
}

describe("the launcher", () => {
  test("runs the sources on this Node", async () => {
    const {stdout, stderr} = await run(process.execPath, [launcher, "--version"]);
    expect({stdout, stderr}).toEqual({stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, stderr: ""});
  });

  test("gives the exit status", async () => {
    await expect(run(process.execPath, [launcher, "frobnicate"])).rejects.toMatchObject({code: 2});
  });

  test("ends quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [launcher, "--help"], {stdio: ["ignore", "pipe", "pipe"]});
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (data: Buffer) => (err += data.toString()));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({code, err}).toEqual({code: 0, err: ""});
  });
});

const older = olderNode();
describe.skipIf(older === null)("on an older Node", () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

  /** The launcher in a package of its own whose `main` is this text. */
  const packageOf = (main: string, text: string, withNode = true): string => {
    const folder = mkdtempSync(join(tmpdir(), "ashlar-launcher-"));
    folders.push(folder);
    for (const path of ["bin", dirname(main)]) mkdirSync(join(folder, path), {recursive: true});
    copyFileSync(launcher, join(folder, "bin", "ashlar.js"));
    writeFileSync(join(folder, "package.json"), '{"type": "module"}');
    writeFileSync(join(folder, main), text);
    if (withNode) symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    return join(folder, "bin", "ashlar.js");
  };

  test("runs what was built where there are no sources, with the arguments as they are", async () => {
    const text = "export const main = async (argv) => console.log(JSON.stringify(argv));";
    const built = packageOf(join("dist", "src", "interfaces", "cli", "main.js"), text);
    const {stdout} = await run(older ?? "", [built, "a b", "--c=$d", ""]);
    expect(JSON.parse(stdout)).toEqual(["a b", "--c=$d", ""]);
  });

  test.for(["SIGINT", "SIGTERM"] as const)("forwards %s and waits for the clean end", async (signal) => {
    const text = `export async function main() {
      const timer = setInterval(() => undefined, 1000);
      process.once("${signal}", () => { console.log("cleaned up"); clearInterval(timer); process.exitCode = 130; });
      console.log("ready");
    }`;
    const waiting = packageOf(join("src", "interfaces", "cli", "main.ts"), text);
    const child = spawn(older ?? "", [waiting], {stdio: ["ignore", "pipe", "inherit"]});
    let out = "";
    child.stdout.on("data", (data: Buffer) => {
      if (out === "") child.kill(signal);
      out += data.toString();
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({code, out}).toEqual({code: 130, out: "ready\ncleaned up\n"});
  });

  test("says what is missing where there is no newer one", async () => {
    const alone = packageOf(join("src", "interfaces", "cli", "main.ts"), "", false);
    await expect(run(older ?? "", [alone])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^error: Ashlar needs Node 26 or newer; this is Node v.*\n→ Install Node 26/
      ) as string
    });
  });

  test("hands over to the newer one that npm installed", async () => {
    const {stdout} = await run(older ?? "", [launcher, "--version", "--verbose"]);
    expect(stdout).toMatch(/^node 2[6-9]\./m);
  });

  test("gives the exit status of the newer one", async () => {
    await expect(run(older ?? "", [launcher, "frobnicate"])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("there is no command") as string
    });
  });
});
