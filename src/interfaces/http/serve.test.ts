import {type ChildProcess, spawn} from "node:child_process";
import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openSite, type Site} from "./fixtures/site.ts";
import {listen} from "./listen.ts";

const launcher = fileURLToPath(new URL("../../../bin/ashlar.js", import.meta.url));

let site: Site;
const children: ChildProcess[] = [];

beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await site.close();
});

function serve(...argv: readonly string[]) {
  const child = spawn(process.execPath, [launcher, "serve", "--practice", site.root, ...argv], {
    stdio: ["ignore", "pipe", "pipe"]
  });
  children.push(child);
  let out = "";
  let err = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  const address = async (): Promise<string> => {
    for (;;) {
      const found = /http:\/\/\S+/.exec(out)?.[0];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`it ended: ${out}${err}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return {child, ended, address, said: () => ({out, err})};
}

describe("ashlar serve", () => {
  test("prints its address, answers, and ends after an interrupt without a trace", async () => {
    const server = serve("--port", "0", "--log", "info");
    const address = await server.address();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(`${address}readyz`)).status).toBe(200);
    const answer = await fetch(`${address}api/cost?by=service`);
    expect(answer.status).toBe(200);
    server.child.kill("SIGINT");
    await server.ended;
    const {err} = server.said();
    expect(err).toContain('"route":"/api/cost"');
    expect(err).not.toMatch(/unexpected|error:/);
    await expect(fetch(`${address}readyz`)).rejects.toThrow();
  });

  test("is not started for others as long as there is no token", async () => {
    const server = serve("--port", "0", "--host", "0.0.0.0");
    expect(await server.ended).toBe(1);
    expect(server.said().err).toMatch(/no token yet[\s\S]*tokens create/);
  });

  test("takes the next port where the first is taken, unless one was named", async () => {
    const apps = [site.server(), site.server(), site.server()];
    const [first, second, third] = apps;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no server");
    const one = Number(new URL(await listen(first, "127.0.0.1", null)).port);
    const two = Number(new URL(await listen(second, "127.0.0.1", null)).port);
    expect(two).toBeGreaterThan(one);
    await expect(listen(third, "127.0.0.1", two)).rejects.toMatchObject({code: "server.busy"});
  });
});

describe("the page", () => {
  test("is given out with a fresh nonce at every address that is no file, and its files for ever", async () => {
    const web = join(site.root, "web");
    await mkdir(join(web, "assets"), {recursive: true});
    await writeFile(
      join(web, "index.html"),
      '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" nonce="__CSP_NONCE__" src="/assets/main-1.js"></script>'
    );
    await writeFile(join(web, "assets", "main-1.js"), "export const a = 1;\n");
    await writeFile(join(web, "mark.svg"), "<svg/>");
    const app = site.server({web, tokenRequired: true});
    const accept = "text/html,application/xhtml+xml";
    const nonces = new Set<string>();
    for (const url of ["/", "/explore?by=service&filter=%27", "/data/snapshots", "/index.html"]) {
      const page = await app.inject({url, headers: {accept}});
      expect([url, page.statusCode]).toEqual([url, 200]);
      const nonce = /nonce="([\w-]{20,})"/.exec(page.body)?.[1] ?? "";
      expect(page.body).not.toContain("__CSP_NONCE__");
      expect(page.headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(page.headers["content-security-policy"]).not.toContain("unsafe");
      expect(page.headers["cache-control"]).toBe("no-cache");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
    const asset = await app.inject({url: "/assets/main-1.js", headers: {accept: "*/*"}});
    expect(asset.headers["content-type"]).toMatch(/javascript/);
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await app.inject({url: "/mark.svg"})).headers["cache-control"]).toBe("no-cache");
    for (const url of ["/assets/gone.js", "/api/none", "/..%2f..%2fashlar.yaml", "/%00", "/%ff"]) {
      const {statusCode, body} = await app.inject({url, headers: {accept: "application/json"}});
      expect([url, statusCode]).toEqual([url, url === "/%ff" ? 400 : url.startsWith("/api") ? 401 : 404]);
      expect(body).not.toContain("engine:");
    }
  });
});
