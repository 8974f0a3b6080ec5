import {existsSync, mkdtempSync, renameSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {buildSync} from "esbuild";

interface Grammar {
  validate(
    text: string
  ): readonly {readonly message: string; readonly startLine: number; readonly startColumn: number}[];
}

const require = createRequire(import.meta.url);

/** What the grammar of Trino finds wrong with a statement; empty where it is well formed. */
export function parseTrino(sql: string): string[] {
  const {TrinoSQL} = require(bundled()) as {TrinoSQL: new () => Grammar};
  return new TrinoSQL()
    .validate(sql)
    .map(({message, startLine, startColumn}) => `line ${startLine}, column ${startColumn}: ${message}`);
}

// The modules of the package import folders, which Node does not resolve; so it is bundled, once per machine and version.
function bundled(): string {
  const manifest = require.resolve("dt-sql-parser/package.json");
  const {version} = require(manifest) as {version: string};
  const file = join(tmpdir(), `ashlar-trino-grammar-${version}-${process.getuid?.() ?? 0}.cjs`);
  if (existsSync(file)) return file;
  const folder = mkdtempSync(join(tmpdir(), "ashlar-trino-grammar-"));
  const aside = join(folder, "grammar.cjs");
  buildSync({
    stdin: {
      contents: `export {TrinoSQL} from "dt-sql-parser/dist/parser/trino/index.js"`,
      resolveDir: dirname(manifest)
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile: aside,
    logLevel: "error"
  });
  renameSync(aside, file);
  rmSync(folder, {recursive: true});
  return file;
}
