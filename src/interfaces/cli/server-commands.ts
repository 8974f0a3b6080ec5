import {resolve} from "node:path";
import {z} from "zod";
import {type Context, type Contract, contract, type Operation} from "../../operation.ts";
import type {Practice} from "../../practice/load.ts";

const serveContract = contract({
  name: "serve",
  summary: "Serves the practice: the page in the browser, the API and MCP at one address.",
  description:
    "Listens to this machine alone unless --host says otherwise; beyond it every call needs a token, which an owner makes " +
    "with tokens create. The page is at /, the API below /api with its description at /api/docs, MCP at /mcp, health at " +
    "/healthz and /readyz, metrics at /metrics. Ends with an interrupt, after the calls that run.",
  kind: "read",
  input: z.strictObject({
    port: z.int().min(0).max(65_535).optional().describe("port; default: the first free one from 4680 to 4690"),
    host: z.string().min(1).max(255).default("127.0.0.1").describe("address to listen at"),
    demo: z.boolean().default(false).describe("make the demo practice first where it is not there, and serve it"),
    open: z.boolean().default(false).describe("open the page in the browser"),
    tokenRequired: z.boolean().default(false).describe("ask for a token on this machine too"),
    allowHost: z.array(z.string().min(1).max(255)).default([]).describe("further names that the server is called by"),
    mcpWrite: z.boolean().default(false).describe("MCP at /mcp also has the tools that change something"),
    sync: z.boolean().default(true).describe("do not fetch sources at their cadence"),
    uploadLimit: z
      .string()
      .regex(/^\d{1,6}\s*(MB|GB)$/i, "a size such as 500MB")
      .optional()
      .describe("largest file that is uploaded; default 2 GiB"),
    log: z
      .enum(["silent", "error", "warn", "info", "debug"])
      .default("warn")
      .describe("log lines (JSON, on standard error) from this level on; info has one for each call")
  }),
  output: z.void(),
  examples: [
    {command: "serve --open", remark: "and look at it"},
    {command: "serve --demo", remark: "thirteen months of a company that does not exist"},
    {command: "serve --host 0.0.0.0 --allow-host costs.example.com", remark: "for others, with tokens"}
  ]
});

const mcpContract = contract({
  name: "mcp",
  summary: "Speaks the Model Context Protocol on standard input and output, for an agent that starts it.",
  description:
    "Gives an agent tools that ask the practice and change nothing; with --write also tools that change it, each of which " +
    "first says what it would do. Over HTTP the same tools are at /mcp of ashlar serve.",
  kind: "read",
  input: z.strictObject({write: z.boolean().default(false).describe("also the tools that change something")}),
  output: z.void(),
  examples: [{command: "mcp", remark: "the command to put into the settings of an agent"}]
});

/** The commands that keep a server running; they are no operations, and load it only when they run. */
export function serverCommands(operations: readonly Operation[]): readonly Operation[] {
  return [
    command(serveContract, async (input, context) => {
      const {port, uploadLimit, allowHost, demo, ...rest} = input;
      const {serve} = await import("../http/serve.ts");
      const options = {...rest, port: port ?? null, uploadLimit: bytesOf(uploadLimit), allowHosts: allowHost};
      const place = demo ? {...context, ...(await demoPractice(operations, context))} : context;
      return serve(options, operations, place, (address) => {
        process.stdout.write(`Ashlar serves ${place.folder.root} at ${address}\nStop it with Ctrl-C.\n`);
      });
    }),
    command(mcpContract, async ({write}, context) => {
      const {serveStdio} = await import("../mcp/stdio.ts");
      return serveStdio(operations, {write}, context);
    })
  ];
}

/** The demo practice below the current folder, made where it is not there. */
async function demoPractice(operations: readonly Operation[], context: Context): Promise<Practice> {
  const demo = operations.find(({contract}) => contract.name === "demo");
  if (demo === undefined) throw new Error("there is no demo");
  const folder = "ashlar-demo";
  await demo.run({folder}, context);
  const {loadPractice} = await import("../../practice/load.ts");
  return loadPractice(resolve(context.effects.cwd(), folder));
}

function command<I extends z.ZodObject, O extends z.ZodType>(
  contract: Contract<I, O>,
  run: (input: z.output<I>, context: Context) => Promise<z.input<O>>
): Operation {
  return {contract, run: (input, context) => run(contract.input.parse(input), context)};
}

function bytesOf(size: string | undefined): number | null {
  const [, count = "", unit = ""] = /^(\d+)\s*(MB|GB)$/i.exec(size ?? "") ?? [];
  return size === undefined ? null : Number(count) * (unit.toUpperCase() === "GB" ? 1024 ** 3 : 1024 ** 2);
}
