import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {argv} from "node:process";
import {fileURLToPath} from "node:url";

/**
 * Completes `package-lock.json` (`npm run lock`, after dependencies changed): npm leaves out the packages of other
 * platforms where it cannot fetch them, and then `npm ci` refuses the whole file, on every platform. They are named with
 * their version and platform; the machine that needs one fetches it.
 */
interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  packages: Record<string, Locked>;
}

/** Optional dependencies that a lock does not hold, as entries by their path. */
export function missingPlatforms({packages}: Lock): Readonly<Record<string, Locked>> {
  const missing: Record<string, Locked> = {};
  for (const [path, {dev, optionalDependencies = {}}] of Object.entries(packages))
    for (const [name, wanted] of Object.entries(optionalDependencies)) {
      if (isFound(packages, path, name)) continue;
      const version = wanted.replace(/^[\^~]/, "");
      missing[`node_modules/${name}`] = {version, ...(dev === true ? {dev} : {}), optional: true, ...platformOf(name)};
    }
  return missing;
}

function isFound(packages: Lock["packages"], path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === "") return false;
  }
}

/** Such packages say in their names what they are for. */
function platformOf(name: string): {os?: string[]; cpu?: string[]; libc?: string[]} {
  const os = /(?:^|[-/])(android|darwin|freebsd|linux|openharmony|win32)(?:-|$)/.exec(name)?.[1];
  const cpu = /-(arm64|x64|ia32|arm|ppc64|riscv64|s390x)(?:-|$)/.exec(name)?.[1];
  const libc =
    os !== "linux" ? undefined : name.includes("musl") ? "musl" : name.includes("-gnu") ? "glibc" : undefined;
  return {
    ...(os === undefined ? {} : {os: [os]}),
    ...(cpu === undefined ? {} : {cpu: [cpu]}),
    ...(libc === undefined ? {} : {libc: [libc]})
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(dirname(dirname(fileURLToPath(import.meta.url))), "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
  const all = Object.entries({...lock.packages, ...missingPlatforms(lock)});
  lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
