import {execFileSync} from "node:child_process";
import {cpSync, globSync, rmSync} from "node:fs";
import {delimiter, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

/**
 * Makes `dist/` before packing: the sources as JavaScript, since Node strips no types inside node_modules, and beside
 * them the files that are read at run time.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, [...args], {
    cwd: root,
    stdio: "inherit",
    env: {...process.env, PATH: [join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter)},
    shell: process.platform === "win32"
  });
}

rmSync(join(dist, "src"), {recursive: true, force: true});
run("tsc", "--project", join("bin", "tsconfig.json"));
run("vite", "build", "--config", join("src", "interfaces", "web", "vite.config.ts"), "--logLevel", "error");

const data = ["src/**/*.{json,yaml,csv,sql,parquet,txt}", "src/capabilities/*/README.md"];
const forTests = /[\\/]fixtures[\\/]|[\\/](engine|store)[\\/]conformance[\\/]/;
for (const file of globSync(data, {cwd: root})) {
  if (!forTests.test(file)) cpSync(join(root, file), join(dist, file));
}
