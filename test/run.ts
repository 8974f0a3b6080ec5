import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {summaryLine, testCounts} from "./counts.ts";
import type {Counts} from "./counts.ts";

/** `npm test`: every stage runs whatever the others did; the last line has the counts, the exit status the verdict. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const local = join(root, "node_modules", ".bin");
const ci = (process.env["CI"] ?? "") !== "";

// Stages are found where npm put them, and run on the Node that runs this file.
const environment = {...process.env, PATH: [dirname(process.execPath), local, process.env["PATH"]].join(delimiter)};

const stages = [
  {name: "types", command: "tsc", args: ["--noEmit"]},
  {name: "types of the page", command: "tsc", args: ["--noEmit", "--project", "src/interfaces/web"]},
  {name: "lint", command: "oxlint", args: ["--type-aware", "--deny-warnings"]},
  {name: "format", command: "oxfmt", args: ["--check", "."]},
  {name: "unused", command: "knip", args: []}
] as const;

async function stage(name: string, command: string, args: readonly string[]): Promise<boolean> {
  const start = performance.now();
  console.log(`\n── ${name}: ${[command, ...args].join(" ")}`);
  const exit = await new Promise<number>((resolve) => {
    const windows = process.platform === "win32";
    const child = spawn(command, [...args], {cwd: root, env: environment, stdio: "inherit", shell: windows});
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${exit === 0 ? "passed" : `FAILED (${exit})`} in ${seconds} s`);
  return exit === 0;
}

async function tests(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "ashlar-tests-"));
  const file = join(folder, "result.json");
  try {
    const only = process.argv.slice(2);
    const passed = await stage("tests", "vitest", [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...only
    ]);
    return testCounts(JSON.parse(readFileSync(file, "utf8")), passed, ci);
  } catch (error) {
    console.error(`The results of the tests cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return {passed: 0, failed: 1, skipped: 0, complaints: []};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const results: {name: string; passed: boolean}[] = [];
for (const {name, command, args} of stages) results.push({name, passed: await stage(name, command, args)});
const counts = await tests();

for (const complaint of counts.complaints) console.error(complaint);
const broken = results.filter(({passed}) => !passed);
if (broken.length > 0) console.error(`Failed stages: ${broken.map(({name}) => name).join(", ")}`);
const total = {
  ...counts,
  passed: counts.passed + results.length - broken.length,
  failed: counts.failed + broken.length
};
console.log(`\n${summaryLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
