import {existsSync} from "node:fs";
import {join} from "node:path";
import {packageFolder} from "../../package-folder.ts";

/** The built web client; in a checkout without one it is built first. Null where there is none and no way to it. */
export async function webFolder(say: (text: string) => void = () => undefined): Promise<string | null> {
  const root = packageFolder();
  const built = join(root, "dist", "web");
  if (existsSync(join(built, "index.html"))) return built;
  const sources = join(root, "src", "interfaces", "web");
  if (!existsSync(join(sources, "vite.config.ts"))) return null;
  say("building the web client");
  try {
    const vite = "vite";
    const {build} = (await import(vite)) as {build(options: object): Promise<unknown>};
    await build({root: sources, configFile: join(sources, "vite.config.ts"), logLevel: "error"});
  } catch (error) {
    say(`the web client cannot be built: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  return existsSync(join(built, "index.html")) ? built : null;
}
