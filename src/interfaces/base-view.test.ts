import {Client} from "@modelcontextprotocol/sdk/client/index.js";
import {InMemoryTransport} from "@modelcontextprotocol/sdk/inMemory.js";
import type {FastifyInstance} from "fastify";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {questionToCommand, questionToUrl} from "../cost/question-text.ts";
import {type CostQuestionInput, costQuestion} from "../cost/question.ts";
import {operations} from "../operations.ts";
import {openSite, type Site} from "./http/fixtures/site.ts";
import {confirmations} from "./mcp/confirmation.ts";
import {mcpServer} from "./mcp/mcp-server.ts";

let site: Site;
let app: FastifyInstance;
let client: Client;

beforeAll(async () => {
  site = await openSite();
  app = site.server();
  const save = (name: string, question: string) =>
    site.cli("views", "save", name, "--folder", "Team", "--question", question);
  await save("Services", "metric=list&by=service&window=last-month&top=2");
  await save("Lists", "metric=list");
  const server = mcpServer(operations, async () => site.place.context, {
    write: false,
    confirmations: confirmations(site.place.context.effects)
  });
  client = new Client({name: "test", version: "0"});
  const [here, there] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(there), client.connect(here)]);
});
afterAll(async () => {
  await client.close();
  await site.close();
});

type Answer = {readonly receipt: {readonly id: string}; readonly rows: readonly object[]};

async function byCli(view: string, given: CostQuestionInput): Promise<Answer> {
  const options = questionToCommand(costQuestion.parse(given)).split(" ").slice(2);
  const {exit, out, err} = await site.cli("cost", "--view", view, ...options, "--output", "json");
  expect({exit, err}).toEqual({exit: 0, err: ""});
  return JSON.parse(out) as Answer;
}

const get = async (url: string) => (await app.inject({url})).json<Answer>();

async function byMcp(args: Record<string, unknown>): Promise<Answer> {
  return (await client.callTool({name: "ask_cost", arguments: args})).structuredContent as Answer;
}

describe("a question over a saved view", () => {
  test.for<[string, CostQuestionInput, CostQuestionInput]>([
    ["as it is", {}, {metric: ["list"], by: ["service"], window: "last-month", top: 2}],
    ["with another time", {period: "2026-09"}, {metric: ["list"], by: ["service"], period: "2026-09", top: 2}],
    ["of other groups", {by: ["provider"], top: 1}, {metric: ["list"], by: ["provider"], window: "last-month", top: 1}]
  ])("%s has the receipt of the question in full, on every interface", async ([, given, whole]) => {
    const {receipt, rows} = await get(`/api/cost?${questionToUrl(costQuestion.parse(whole))}`);
    expect(rows.length).toBeGreaterThan(0);
    const posted = await app.inject({method: "POST", url: "/api/cost/query", payload: {view: "Services", ...given}});
    const answers = {
      cli: await byCli("Team/Services", given),
      get: await get(`/api/cost?view=Services&${questionToUrl(costQuestion.parse(given))}`),
      post: posted.json<Answer>(),
      mcp: await byMcp({view: "Services", ...given})
    };
    expect(Object.values(answers).map((answer) => answer.receipt.id)).toEqual(Array(4).fill(receipt.id));
    expect(answers.get.rows).toEqual(rows);
    expect(posted.headers["etag"]).toContain(receipt.id.slice(0, 32));
  });

  test("may be asked with what is the default elsewhere", async () => {
    const {receipt} = await get("/api/cost?by=service");
    expect((await get("/api/cost?view=Lists&metric=billed,effective&by=service")).receipt).toBeUndefined();
    expect((await get("/api/cost?view=Lists&metric=billed&metric=effective&by=service")).receipt.id).toBe(receipt.id);
    const {out} = await site.cli(
      "cost",
      "--view",
      "Lists",
      "--metric",
      "billed,effective",
      "--by=service",
      "--output=json"
    );
    expect((JSON.parse(out) as Answer).receipt.id).toBe(receipt.id);
  });

  test("has its charges, page by page and as an export", async () => {
    const {count} = (await app.inject({url: "/api/rows?view=Services&limit=3"})).json<{count: number}>();
    const next = /<(.*)>/.exec(
      String((await app.inject({url: "/api/rows?view=Services&limit=3"})).headers["link"])
    )?.[1];
    expect((await app.inject({url: next ?? ""})).json<Answer>().rows).toHaveLength(3);
    const lines = (await app.inject({url: "/api/rows?view=Services&format=ndjson&limit=1000"})).body.trim().split("\n");
    expect([count, lines.length]).toEqual([20, 21]);
  });

  test("is refused with the nearest name where there is no such view", async () => {
    const response = await app.inject({url: "/api/cost?view=Servces"});
    expect([response.statusCode, response.json<object>()]).toMatchObject([
      404,
      {code: "not-found", detail: 'There is no view Servces; did you mean "Services"?'}
    ]);
    const {exit, err} = await site.cli("cost", "--view", "Team/Service");
    expect(exit).toBe(1);
    expect(err).toContain('did you mean "Team/Services"?');
    const told = await client.callTool({name: "ask_cost", arguments: {view: "nothing like it"}});
    expect(told.isError).toBe(true);
    for (const url of ["/api/cost?view=", `/api/cost?view=${"x".repeat(301)}`]) {
      expect((await app.inject({url})).json()).toMatchObject({code: "usage.invalid", at: {column: "view"}});
    }
  });
});
