import {type ChildProcess, execFile, spawn} from "node:child_process";
import {once} from "node:events";
import {globSync, mkdirSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {promisify} from "node:util";
import {root} from "../source.ts";

/** The built web client; built when it is not there or older than its sources. */
export async function builtClient(): Promise<string> {
  const built = join(root, "dist", "web");
  const when = (file: string): number => statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
  const sources = globSync("src/{interfaces/web,cost,focus,money}/**/*.{ts,tsx,css,html,svg}", {cwd: root});
  const newest = Math.max(...sources.map((file) => when(join(root, file))));
  const fresh = (): boolean => when(join(built, "index.html")) >= newest;
  // Files of tests run side by side, and one of them builds.
  const lock = join(root, "node_modules", ".ashlar-build");
  while (!fresh() && !taken(lock)) await setTimeout(200);
  if (fresh()) return built;
  // In a process of its own: a build under the tests' NODE_ENV would have the libraries' development code in it.
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const config = join(root, "src", "interfaces", "web", "vite.config.ts");
  // What was built before stays: a page that another test has open may still fetch its parts.
  const build = ["build", "--config", config, "--emptyOutDir", "false", "--logLevel", "error"];
  const {NODE_ENV: _, ...environment} = process.env;
  try {
    await promisify(execFile)(process.execPath, [vite, ...build], {
      cwd: root,
      env: environment
    });
  } finally {
    rmSync(lock, {recursive: true, force: true});
  }
  return built;
}

/** Takes a lock, also from one who died with it. */
function taken(lock: string): boolean {
  const held = statSync(lock, {throwIfNoEntry: false})?.mtimeMs;
  if (held !== undefined && Date.now() - held > 120_000) rmSync(lock, {recursive: true, force: true});
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

export interface Site {
  readonly url: string;
  /** The practice folder. */
  readonly folder: string;
  /** Ends the server; its data stays. */
  stop(): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** What is done in the folder before the server starts. */
  readonly before?: (folder: string) => Promise<void>;
  /** Further options of `ashlar serve`. */
  readonly args?: readonly string[];
}

/** A real server, as `ashlar serve` starts it, on a practice folder that is empty. */
export async function openSite({before, args = []}: SiteOptions = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "ashlar-site-"));
  await before?.(folder);
  let [url, child] = await serve(folder, ["--port", "0", ...args]);
  const site: Site = {
    url,
    folder,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
    async start() {
      [url, child] = await serve(folder, ["--port", new URL(url).port, ...args]);
    },
    async close() {
      await site.stop();
      rmSync(folder, {recursive: true, force: true});
    }
  };
  return site;
}

/** The command line in a folder; gives what it says as JSON. */
export async function ashlar(folder: string, ...args: readonly string[]): Promise<unknown> {
  const command = [join(root, "bin", "ashlar.js"), ...args, "--output", "json"];
  const {stdout} = await promisify(execFile)(process.execPath, command, {cwd: folder});
  return JSON.parse(stdout) as unknown;
}

async function serve(folder: string, args: readonly string[]): Promise<[string, ChildProcess]> {
  const child = spawn(process.execPath, [join(root, "bin", "ashlar.js"), "serve", ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"]
  });
  return [await addressOf(child), child];
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`the server ended (${code}): ${said}`)));
  });
}
