import type {AddressInfo} from "node:net";
import {Client} from "@modelcontextprotocol/sdk/client/index.js";
import {InMemoryTransport} from "@modelcontextprotocol/sdk/inMemory.js";
import type {FastifyInstance} from "fastify";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {questionToCommand, questionToUrl} from "../../cost/question-text.ts";
import {type CostQuestionInput, costQuestion} from "../../cost/question.ts";
import {operations} from "../../operations.ts";
import {confirmations} from "../mcp/confirmation.ts";
import {mcpServer} from "../mcp/mcp-server.ts";
import {askable, questionOf, searchOf} from "../web/answer/question.ts";
import type {Server} from "../web/api/call.ts";
import {askCost} from "../web/api/cost.ts";
import {parseSearch, searchText} from "../web/app/search.ts";
import {openSite, type Site} from "./fixtures/site.ts";

/** Thirty questions that every interface must answer with the same rows and the same receipt. */
const questions: readonly CostQuestionInput[] = [
  {},
  {by: ["service"]},
  {by: ["ServiceName"], period: "2026-10"},
  {by: ["service", "provider"], period: "2026-Q3"},
  {by: ["tag.team"]},
  {by: ["tag.team"], period: "2026-10", top: 2},
  {by: ["service"], top: 1, compare: "previous", period: "2026-10"},
  {by: ["service"], compare: "year", period: "2026-10"},
  {granularity: "month"},
  {granularity: "day", from: "2026-09-01", to: "2026-10-03"},
  {granularity: "week", window: "12w"},
  {granularity: "quarter", by: ["source"]},
  {granularity: "fiscal-year"},
  {axis: "billing", period: "2026-10", metric: ["billed"], by: ["issuer"]},
  {axis: "billing", granularity: "month"},
  {metric: ["list", "effective", "savings"], by: ["service"]},
  {metric: ["contracted"]},
  {filter: "service = 'Machines'"},
  {filter: "service = 'Network, far' or service = 'Data \"base\"'", by: ["service"]},
  {filter: "service like '=cmd%'", by: ["service"]},
  {filter: "not tag.team in ('stone', 'mortar')", by: ["tag.team"]},
  {filter: "tag.team is null"},
  {filter: "service ~ '^(Machines|Storage)$' and billed > 3.5", by: ["service"]},
  {filter: "tag.team = 'ünïcode 🧱'", by: ["subaccount"]},
  {without: ["credits"], by: ["service"], period: "2026-10"},
  {without: ["credits", "taxes", "refunds"]},
  {source: ["quarry"], by: ["resource"], top: 3},
  {asOf: "2026-11-15T12:00:00Z", by: ["service"]},
  {window: "last-month", by: ["category"]},
  {period: "2020", by: ["service"]}
];

interface Answer {
  readonly rows: unknown;
  readonly totals: unknown;
  readonly receipt: {readonly id: string};
}

type Ask = (question: CostQuestionInput) => Promise<Answer>;

let site: Site;
let app: FastifyInstance;
let client: Client;
/** The listening server, as the page reaches it. */
let server: Server;
const reached: string[] = [];

beforeAll(async () => {
  site = await openSite();
  app = site.server();
  await app.listen({host: "127.0.0.1", port: 0});
  server = {
    base: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    fetch: async (url, init) => {
      reached.push(`${init?.method ?? "GET"} ${String(url)}`);
      return fetch(url, init);
    },
    caller: () => ({})
  };
  const tools = mcpServer(operations, async () => site.place.context, {
    write: false,
    confirmations: confirmations(site.place.context.effects)
  });
  client = new Client({name: "test", version: "0"});
  const [here, there] = InMemoryTransport.createLinkedPair();
  await Promise.all([tools.connect(there), client.connect(here)]);
});
afterAll(async () => {
  await client.close();
  await site.close();
});

/** The ways to ask. */
const interfaces: Readonly<Record<string, Ask>> = {
  "the command line": async (question) => {
    const command = questionToCommand(costQuestion.parse(question));
    const {exit, out, err} = await site.cli(...words(command).slice(1), "--output", "json");
    expect({exit, err}).toEqual({exit: 0, err: ""});
    return JSON.parse(out) as Answer;
  },
  "HTTP GET": async (question) => {
    const response = await app.inject({url: `/api/cost?${questionToUrl(costQuestion.parse(question))}`});
    expect(response.statusCode).toBe(200);
    return response.json();
  },
  "HTTP POST": async (question) => {
    const response = await app.inject({method: "POST", url: "/api/cost/query", payload: question});
    expect(response.statusCode).toBe(200);
    return response.json();
  },
  MCP: async (question) => {
    const answer = await client.callTool({name: "ask_cost", arguments: {...question}});
    expect(answer.isError ?? false).toBe(false);
    return answer.structuredContent as Answer;
  },
  "the page": async (question) => {
    // As a link to Explore is opened: the URL is read, and what it says is asked.
    const link = searchText(searchOf(costQuestion.parse(question)));
    return askCost(askable(questionOf(parseSearch(link))), undefined, server);
  }
};

describe("REP-C1 PLT-8 every interface gives the same answer", () => {
  test("there are thirty questions, no two alike", () => {
    expect(new Set(questions.map((question) => JSON.stringify(question))).size).toBe(30);
  });

  test.for(questions.map((question, n) => ({n, question})))("question $n: $question", async ({question}) => {
    const answers: Record<string, unknown> = {};
    for (const [name, ask] of Object.entries(interfaces)) {
      const {rows, totals, receipt} = await ask(question);
      answers[name] = {rows, totals, id: receipt.id};
    }
    const [first] = Object.values(answers);
    expect((first as {id: string}).id).toMatch(/^[0-9a-f]{64}$/);
    expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((name) => [name, first])));
  });

  test("the page asks what is too long for an address by POST, with the same answer", async () => {
    const values = Array.from({length: 300}, (_, n) => `'no service of this name ${n}'`).join(", ");
    const question = costQuestion.parse({by: ["service"], filter: `service not in (${values})`});
    const {rows, totals, receipt} = await askCost(askable(questionOf(searchOf(question))), undefined, server);
    expect(reached.at(-1)).toBe(`POST ${server.base}/api/cost/query`);
    expect(reached.filter((call) => call.startsWith("GET")).length).toBeGreaterThanOrEqual(questions.length);
    const posted = await app.inject({method: "POST", url: "/api/cost/query", payload: question});
    expect({rows, totals, id: receipt.id}).toEqual({
      rows: posted.json<Answer>().rows,
      totals: posted.json<Answer>().totals,
      id: posted.json<Answer>().receipt.id
    });
    expect(rows.length).toBeGreaterThan(0);
  });
});

/** A POSIX command as its words: single quotes, and a backslash before one. */
function words(command: string): readonly string[] {
  const found: string[] = [];
  let word = "";
  let open = false;
  for (let at = 0; at < command.length; at++) {
    const sign = command[at] ?? "";
    if (open && sign !== "'") word += sign;
    else if (sign === "'") open = !open;
    else if (sign === "\\") word += command[++at] ?? "";
    else if (sign === " ") {
      found.push(word);
      word = "";
    } else word += sign;
  }
  return [...found, word];
}
