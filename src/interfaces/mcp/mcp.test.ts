import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {Client} from "@modelcontextprotocol/sdk/client/index.js";
import {StdioClientTransport} from "@modelcontextprotocol/sdk/client/stdio.js";
import {StreamableHTTPClientTransport} from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type {Transport} from "@modelcontextprotocol/sdk/shared/transport.js";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {charge, csv, inMonth} from "../../lake/fixtures/charges.ts";
import {openSite, type Site} from "../http/fixtures/site.ts";

const core = [
  "ask_cost",
  "explain_cost",
  "charge_rows",
  "list_sources",
  "list_snapshots",
  "check_health",
  "list_framework",
  "show_framework",
  "search_framework",
  "map_framework",
  "search_library",
  "read_library"
];
const writes = ["ingest_files", "publish_snapshot", "prune_snapshots"];
const launcher = fileURLToPath(new URL("../../../bin/ashlar.js", import.meta.url));

let site: Site;
let address: string;
const clients: Client[] = [];

beforeAll(async () => {
  site = await openSite();
  address = await site.server({mcpWrite: true}).listen({port: 0, host: "127.0.0.1"});
});
afterAll(async () => {
  for (const client of clients) await client.close();
  await site.close();
});

async function connected(transport: Transport): Promise<Client> {
  const client = new Client({name: "test", version: "0"});
  await client.connect(transport);
  clients.push(client);
  return client;
}

const overHttp = (): Promise<Client> => connected(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
const overStdio = (...more: readonly string[]): Promise<Client> =>
  connected(
    new StdioClientTransport({
      command: process.execPath,
      args: [launcher, "mcp", "--practice", site.root, ...more],
      stderr: "inherit"
    })
  );

async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  const {content, structuredContent, isError} = await client.callTool({name, arguments: args});
  const [first] = content as {type: string; text: string}[];
  return {
    text: first?.text ?? "",
    structured: (structuredContent ?? {}) as Record<string, unknown>,
    isError: isError ?? false
  };
}

describe.each([
  ["standard input and output", () => overStdio("--write")],
  ["HTTP", overHttp]
] as const)("over %s", (_name, open) => {
  let client: Client;
  beforeAll(async () => {
    client = await open();
  });

  test("there are the core tools and, apart, marked, those that write", async () => {
    const {tools} = await client.listTools();
    expect(tools.map(({name}) => name)).toEqual([...core, ...writes]);
    for (const {name, annotations, description = "", inputSchema} of tools) {
      expect({name, readOnly: annotations?.readOnlyHint}).toEqual({name, readOnly: core.includes(name)});
      expect(annotations?.destructiveHint).toBe(writes.includes(name));
      expect(description.length).toBeGreaterThan(60);
      for (const [field, schema] of Object.entries(inputSchema.properties ?? {})) {
        expect({name, field, described: "description" in schema}).toEqual({name, field, described: true});
      }
    }
    expect(client.getInstructions()).toMatch(/receipt/);
  });

  test("an answer names metric, period, axis, currency and the version of the data", async () => {
    const {text, structured} = await call(client, "ask_cost", {by: ["service"], period: "2026-10", metric: ["billed"]});
    const {receipt} = structured as {receipt: {id: string; snapshots: string[]}};
    for (const part of [
      "**Metric** billed",
      "**Period** 2026-10-01 to 2026-10-31, UTC",
      "**Axis** charge",
      "**Currency** EUR, USD (one row each, never summed)",
      "| service | currency | billed |",
      `receipt ${receipt.id}`,
      receipt.snapshots[0] ?? "none",
      "All 10 rows."
    ]) {
      expect(text).toContain(part);
    }
  });

  test("rows are limited, and it is said", async () => {
    const {text, structured} = await call(client, "charge_rows", {limit: 5, period: "2026-10"});
    expect(structured["rows"]).toHaveLength(5);
    expect(text).toContain("5 of 20 rows");
    expect(text).toContain("offset 5");
    const refused = await call(client, "charge_rows", {limit: 100_000});
    expect(refused.isError).toBe(true);
  });

  test("an explanation has the statement and its parameters", async () => {
    const {text} = await call(client, "explain_cost", {filter: "service = 'Machines'"});
    expect(text).toContain("```sql");
    expect(text).toContain('"Machines"');
  });

  test("sources, snapshots and health are lists", async () => {
    expect((await call(client, "list_sources")).text).toContain("| quarry |");
    expect((await call(client, "list_snapshots", {period: "2026-10"})).structured["rows"]).toHaveLength(1);
    expect((await call(client, "check_health")).structured).toMatchObject({verdict: "ok"});
  });

  test("a mistake is an error that says what to do", async () => {
    for (const [name, args, part] of [
      ["ask_cost", {filter: "service = "}, "filter.invalid"],
      ["ask_cost", {by: ["sevice"]}, "did you mean"],
      ["ask_cost", {nonsense: 1}, "nonsense"],
      ["ask_cost", {explain: true}, "explain"],
      ["no_tool", {}, "no tool"]
    ] as const) {
      const {isError, text} = await call(client, name, args);
      expect({name, isError}).toEqual({name, isError: true});
      expect(text).toContain(part);
      expect(text).not.toContain(site.root);
    }
  });

  test("a write changes nothing before it is confirmed, and then does exactly what was shown", async () => {
    const month = _name === "HTTP" ? "2026-06" : "2026-07";
    const file = await site.file(`${month}.csv`, csv([charge(inMonth(month))]));
    const paths = [_name === "HTTP" ? file : join(site.root, file)];
    const input = {paths, source: `s${month}`};
    const count = async (): Promise<number> =>
      ((await call(client, "list_snapshots", {source: input.source})).structured["rows"] as object[]).length;
    const first = await call(client, "ingest_files", input);
    expect(first.text).toContain("Nothing was changed");
    expect(await count()).toBe(0);
    const confirm = first.structured["confirm"];
    expect((await call(client, "ingest_files", {...input, replace: true, confirm})).isError).toBe(true);
    expect((await call(client, "ingest_files", {...input, confirm: "guess"})).isError).toBe(true);
    expect((await call(client, "ingest_files", {...input, dryRun: false})).isError).toBe(true);
    expect(await count()).toBe(0);
    expect((await call(client, "ingest_files", {...input, confirm})).isError).toBe(false);
    expect(await count()).toBe(1);
    expect((await call(client, "ingest_files", {...input, confirm})).isError).toBe(true);
  });
});

test("a section of a playbook is handed on as Markdown, with its source", async () => {
  const {text, structured} = await call(await overStdio(), "read_library", {id: "allocation", section: "walk"});
  expect(text).toMatch(/^# Allocation\n\n## Walk\n/);
  expect(text).toContain("CC BY 4.0");
  expect(structured).toMatchObject({id: "playbook/allocation", section: "walk"});
});

test("without --write there are no tools that write", async () => {
  const client = await overStdio();
  const {tools} = await client.listTools();
  expect(tools.map(({name}) => name)).toEqual(core);
  expect((await call(client, "prune_snapshots")).isError).toBe(true);
});

test("over HTTP, files of the machine outside the practice cannot be named, and a reader cannot write", async () => {
  const client = await overHttp();
  const refused = await call(client, "ingest_files", {paths: ["/etc/passwd"], source: "x"});
  expect(refused.text).toContain("caller.refused");
  const {out} = await site.cli("tokens", "create", "agent", "--output", "json");
  const {token} = JSON.parse(out) as {token: string};
  const reader = await connected(
    new StreamableHTTPClientTransport(new URL(`${address}/mcp`), {
      requestInit: {headers: {authorization: `Bearer ${token}`}}
    })
  );
  expect((await call(reader, "ask_cost")).isError).toBe(false);
  expect((await call(reader, "prune_snapshots")).text).toContain("role writer");
});
