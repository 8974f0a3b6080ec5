import {type ChildProcess, execFile, spawn} from "node:child_process";
import {globSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {root} from "../source.ts";

/** The built web client; built when it is not there or older than its sources. */
export async function builtClient(): Promise<string> {
  const built = join(root, "dist", "web");
  const when = (file: string): number => statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
  const sources = globSync("src/{interfaces/web,cost,focus,money}/**/*.{ts,tsx,css,html,svg}", {cwd: root});
  const newest = Math.max(...sources.map((file) => when(join(root, file))));
  if (when(join(built, "index.html")) >= newest) return built;
  // In a process of its own: a build under the tests' NODE_ENV would have the libraries' development code in it.
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const config = join(root, "src", "interfaces", "web", "vite.config.ts");
  const {NODE_ENV: _, ...environment} = process.env;
  await promisify(execFile)(process.execPath, [vite, "build", "--config", config, "--logLevel", "error"], {
    cwd: root,
    env: environment
  });
  return built;
}

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** A real server, as `ashlar serve` starts it, on a practice folder that is empty. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "ashlar-site-"));
  const child = spawn(process.execPath, [join(root, "bin", "ashlar.js"), "serve", "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"]
  });
  const url = await addressOf(child);
  return {
    url,
    async close() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, {recursive: true, force: true});
    }
  };
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
