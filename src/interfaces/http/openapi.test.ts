import fc from "fast-check";
import type {FastifyInstance, InjectOptions} from "fastify";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {operations} from "../../operations.ts";
import {openSite, type Site} from "./fixtures/site.ts";
import {routeOf} from "./route.ts";

/** Generated calls: 500 in a usual run, more where the environment says so. */
const runs = Number(process.env["ASHLAR_FUZZ_RUNS"] ?? "500");
const seed = Number(process.env["ASHLAR_FUZZ_SEED"] ?? "20261115");

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly $ref?: string;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, {readonly schema: Schema}>>;
}
interface Call {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {readonly content: Readonly<Record<string, {readonly schema: Schema}>>};
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Call>>>>;
}

let site: Site;
let app: FastifyInstance;
let document: Document;

beforeAll(async () => {
  site = await openSite();
  app = site.server({mcpWrite: true});
  document = (await app.inject({url: "/api/openapi.json"})).json();
});
afterAll(() => site.close());

const callsOf = ({paths}: Document) =>
  Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, call]) => ({url, method: method.toUpperCase(), call}))
  );

describe("the description", () => {
  test("is OpenAPI 3.1 with every operation under its own id, and refers to nothing that is not there", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    const ids = callsOf(document).map(({call}) => call.operationId);
    expect(ids).toEqual([...new Set(ids)]);
    for (const {contract} of operations) {
      const path = document.paths[routeOf(contract.name)];
      expect(Object.keys(path ?? {})).toEqual([contract.kind === "read" ? "get" : "post"]);
    }
    const text = JSON.stringify(document);
    for (const [, pointer = ""] of text.matchAll(/"\$ref":"#([^"]*)"/g)) {
      const target = pointer
        .split("/")
        .slice(1)
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
      expect({pointer, found: target !== undefined}).toEqual({pointer, found: true});
    }
    expect(text).not.toContain("$schema");
  });

  test("describes every input, and every answer has its schema and its problems", () => {
    for (const {url, method, call} of callsOf(document)) {
      expect({url, summary: call.summary}).toEqual({url, summary: expect.stringMatching(/^[A-Z].*\.$/)});
      for (const parameter of call.parameters ?? []) {
        expect({url, name: parameter.name, has: Object.keys(parameter)}).toMatchObject({
          has: expect.arrayContaining(["description", "required"])
        });
        expect(parameter.schema ?? parameter.content).toBeDefined();
      }
      const isHealth = /^\/(healthz|readyz|api\/openapi.json)$/.test(url);
      expect({url, method, has: Object.keys(call.responses)}).toMatchObject({
        has: expect.arrayContaining(isHealth ? ["200"] : ["200", "4XX", "5XX"])
      });
    }
  });

  test("is a page too, with a call to try for each operation, and no script", async () => {
    const {body, headers} = await app.inject({url: "/api/docs"});
    for (const {contract} of operations) {
      expect(body).toContain(`<article id="${contract.name}">`);
      expect(body).toContain(routeOf(contract.name));
    }
    expect(body.match(/curl /g)?.length).toBe(operations.length);
    expect(body).not.toMatch(/<script|style=|\son[a-z]+=/);
    expect(headers["content-security-policy"]).not.toContain("script-src");
    expect((await app.inject({url: "/api/docs.css"})).body).toContain("color-scheme: light dark");
  });
});

describe("generated calls", () => {
  test(`${runs} calls made from the description cause no failure of the server`, {timeout: 1_800_000}, async () => {
    const calls = callsOf(document).filter(({url}) => !/upload$|^\/api\/(demo|init)$/.test(url));
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls).chain(requestOf), async (request) => {
        const response = await app.inject(request);
        statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1);
        if (response.statusCode >= 400) {
          expect(response.headers["content-type"]).toMatch(/^application\/problem\+json/);
          expect(response.body).not.toContain(site.root);
        }
        expect({request, status: response.statusCode, body: response.body.slice(0, 300)}).toMatchObject({
          status: expect.toSatisfy((status: number) => status < 500)
        });
      }),
      {numRuns: runs, seed, endOnFailure: true}
    );
    // Calls that are all refused would prove little.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(runs / 20);
    expect(statuses.get(400) ?? 0).toBeGreaterThan(runs / 20);
  });
});

const hostile = fc.constantFrom(
  "",
  "'",
  '"',
  "\0",
  "%00",
  "../../etc/passwd",
  "__proto__",
  "'; drop table snapshot; --",
  "a".repeat(3000),
  "\u202e\u{1F600}",
  "9".repeat(40),
  "2026-02-31",
  "NaN",
  "{}",
  "[",
  "service = 'Machines'",
  "((((((((((",
  "service ~ '('",
  "quarry"
);
const words = fc.constantFrom(
  "service",
  "provider",
  "tag.team",
  "2026-10",
  "30d",
  "USD",
  "source",
  "BilledCost",
  "2026-10-01"
);
const anything = fc.oneof(
  hostile,
  words,
  fc.string({maxLength: 40}),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue()
);

/** A value that a schema describes, now and then one that it does not. */
function valueOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof({weight: 9, arbitrary: fitting(schema, depth)}, {weight: 1, arbitrary: anything});
}

function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((each) => fitting(each, depth)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.oneof(
        fc.integer({min: Math.max(-5, schema.minimum ?? -5), max: Math.min(50, schema.maximum ?? 50)}),
        fc.integer()
      );
    case "array":
      return fc.array(valueOf(schema.items ?? {}, depth + 1), {maxLength: 3});
    case "object": {
      if (schema.properties !== undefined) return objectOf(schema, depth);
      const values = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
      return depth > 3
        ? fc.constant({})
        : fc.dictionary(fc.oneof(words, hostile), valueOf(values, depth + 1), {maxKeys: 3});
    }
    case "string":
      if (schema.pattern !== undefined && fc.stringMatching !== undefined && !/\\p\{|\(\?/.test(schema.pattern))
        return fc.oneof(fc.stringMatching(new RegExp(schema.pattern)), words);
      return fc.oneof({weight: 3, arbitrary: words}, {weight: 1, arbitrary: hostile});
    default:
      return depth > 3 ? fc.constant(null) : fc.jsonValue({maxDepth: 2});
  }
}

/** Most optional fields are left out, so that most calls get through. */
function objectOf({properties = {}, required = []}: Schema, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const entries = Object.entries(properties).map(([name, schema]) => {
    const always = required.includes(name);
    const value = valueOf(schema, depth + 1);
    return fc.tuple(fc.constant(name), always ? value : fc.option(value, {nil: undefined, freq: 1}));
  });
  return fc
    .tuple(...entries, fc.option(fc.tuple(hostile, anything), {nil: undefined, freq: 20}))
    .map((pairs) =>
      Object.fromEntries(pairs.filter((pair) => pair !== undefined && pair[1] !== undefined) as [string, unknown][])
    );
}

function requestOf({url, method, call}: ReturnType<typeof callsOf>[number]): fc.Arbitrary<InjectOptions> {
  const parameters = (call.parameters ?? []).filter((parameter) => parameter.in === "query");
  const query = fc
    .tuple(
      ...parameters.map(({name, required, schema, content}) => {
        const own = valueOf(schema ?? content?.["application/json"]?.schema ?? {});
        return fc.tuple(fc.constant(name), required ? own : fc.option(own, {nil: undefined, freq: 1}), fc.boolean());
      })
    )
    .map((entries) => {
      const search = new URLSearchParams();
      for (const [name, value, keep] of entries) {
        if (value === undefined || !keep) continue;
        for (const each of Array.isArray(value) ? value : [value]) search.append(name, textOf(each));
      }
      return search.toString().slice(0, 3500);
    });
  const headers = fc.oneof(
    {weight: 8, arbitrary: fc.constant({})},
    {weight: 1, arbitrary: fc.constantFrom("application/x-ndjson", "text/csv", "*/*", "").map((accept) => ({accept}))},
    {weight: 1, arbitrary: fc.constantFrom("*", 'W/"x"', "\u00e9").map((tag) => ({"if-none-match": tag}))},
    {weight: 1, arbitrary: fc.constantFrom("a", "b", "x".repeat(300), "ä").map((key) => ({"idempotency-key": key}))}
  );
  const body = call.requestBody?.content["application/json"]?.schema;
  if (body === undefined) {
    return fc
      .tuple(query, headers)
      .map(([text, sent]) => ({method: method as "GET", url: `${url}?${text}`, headers: sent}));
  }
  const payload = fc.oneof(
    {weight: 12, arbitrary: fitting(body, 0).map((value) => JSON.stringify(value))},
    {weight: 1, arbitrary: anything.map((value) => JSON.stringify(value) ?? "")},
    {weight: 1, arbitrary: fc.string()}
  );
  return fc.tuple(query, headers, payload).map(([text, sent, json]) => ({
    method: method as "POST",
    url: text === "" ? url : `${url}?${text}`,
    headers: {...sent, "content-type": "application/json"},
    payload: json
  }));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
