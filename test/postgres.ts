import {spawn} from "node:child_process";
import {randomUUID} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {isMainThread} from "node:worker_threads";
import pg from "pg";
import {isAlive} from "./alive.ts";

/** The server of this test run, or the reason why there is none. */
export type PostgresServer = {readonly url: string} | {readonly unavailable: string};

/** How long a server may take to start, in milliseconds. */
const patience = 60_000;

/**
 * The PostgreSQL server of this test run: the first test file that asks starts it, and its keeper, a process of its own,
 * stops it and removes its files when the run has ended, however it ended.
 */
export async function postgresServer(): Promise<PostgresServer> {
  // Test files run in threads of the runner or in processes below it.
  const owner = isMainThread ? process.ppid : process.pid;
  const folder = join(tmpdir(), `ashlar-postgres-${owner}`);
  removeRemains(folder);
  if (begins(folder)) {
    const keeper = fileURLToPath(new URL("./postgres-keeper.ts", import.meta.url));
    spawn(process.execPath, [keeper, folder, String(owner)], {detached: true, stdio: "ignore"}).unref();
  }
  const ready = join(folder, "ready.json");
  for (let waited = 0; waited < patience; waited += 50) {
    if (existsSync(ready)) return JSON.parse(readFileSync(ready, "utf8")) as PostgresServer;
    await sleep(50);
  }
  return {unavailable: `PostgreSQL did not start within ${patience / 1000} s`};
}

/** The URL of a database that nothing has used yet. */
export async function freshDatabase(server: {readonly url: string}): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client(server.url);
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(server.url);
  url.pathname = name;
  return url.href;
}

/** True for the one caller that makes the folder. */
function begins(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** A keeper that was killed leaves its folder; an owner of the same number may come much later. */
function removeRemains(folder: string): void {
  const file = join(folder, "keeper");
  if (existsSync(file) && !isAlive(Number.parseInt(readFileSync(file, "utf8"), 10))) rmSync(folder, {recursive: true});
}
