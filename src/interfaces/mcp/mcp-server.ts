import {Server} from "@modelcontextprotocol/sdk/server/index.js";
import {type CallToolResult, CallToolRequestSchema, ListToolsRequestSchema} from "@modelcontextprotocol/sdk/types.js";
import {type Place, placeAsText, UserError} from "../../errors.ts";
import type {Context, Operation} from "../../operation.ts";
import {requireRole} from "../../records/tokens/role.ts";
import {softwareVersion} from "../../version.ts";
import {withBaseView} from "../base-view.ts";
import {isFields} from "../render/cells.ts";
import type {Confirmations} from "./confirmation.ts";
import {type Tool, toolsOf} from "./tool.ts";

export interface McpOptions {
  /** Also the tools that change something. */
  readonly write: boolean;
  readonly confirmations: Confirmations;
  /** Refuses input that may not be given this way, such as files of the server's machine. */
  readonly inspect?: (operation: string, input: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Runs an operation, which a server may do elsewhere; default: here. */
  readonly run?: (operation: Operation, input: unknown, context: Context) => Promise<unknown>;
  /** What an agent is told of a failure; default: what a `UserError` says, and nothing of any other. */
  readonly failure?: (error: unknown) => Failure;
}

export interface Failure {
  readonly code: string;
  readonly detail: string;
  readonly at?: Place;
  readonly remedy?: string;
}

const instructions =
  "Ashlar answers questions about technology cost from FOCUS billing data, exactly. Begin with list_sources to see what data " +
  "there is. Amounts are exact decimal strings with a currency each; never add amounts of different currencies. Every answer " +
  "has a receipt id: name it with every number you report, together with metric, currency, axis and period. " +
  "What is marked incomplete is not the whole cost yet.";

/** A server of the Model Context Protocol over operations; each call gets a context of its own. */
export function mcpServer(
  operations: readonly Operation[],
  contextOf: (signal: AbortSignal) => Promise<Context>,
  options: McpOptions
): Server {
  const tools = toolsOf(operations).filter(({writes}) => options.write || !writes);
  const server = new Server(
    {name: "ashlar", title: "Ashlar", version: softwareVersion()},
    {capabilities: {tools: {}}, instructions}
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({name, title, description, inputSchema, outputSchema, writes, destroys}) => ({
      name,
      title,
      description,
      inputSchema: plainSchema(inputSchema),
      outputSchema: plainSchema(outputSchema),
      annotations: {
        title,
        readOnlyHint: !writes,
        destructiveHint: destroys,
        idempotentHint: !writes,
        openWorldHint: false
      }
    }))
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({params}, {signal}): Promise<CallToolResult> => {
    try {
      const tool = tools.find(({name}) => name === params.name);
      if (tool === undefined) {
        throw new UserError("not-found", `there is no tool ${params.name}`, {remedy: "List the tools."});
      }
      return await called(tool, params.arguments ?? {}, await contextOf(signal), options);
    } catch (error) {
      return {isError: true, content: [{type: "text", text: failureText(error, options)}]};
    }
  });
  return server;
}

async function called(
  tool: Tool,
  {confirm, ...given}: Record<string, unknown>,
  context: Context,
  {confirmations, inspect, run = here}: McpOptions
): Promise<CallToolResult> {
  const {operation} = tool;
  const {contract} = operation;
  const unknown = Object.keys(given).find((name) => !(name in (tool.inputSchema.properties ?? {})));
  if (unknown !== undefined) throw new UserError("usage.invalid", `${tool.name}: there is no input ${unknown}`);
  if (tool.writes || contract.kind === "read") requireRole(context.caller, contract);
  const input = tool.input(given);
  await inspect?.(contract.name, input);
  if (!tool.writes) return result(tool, await run(operation, await withBaseView(contract, input, context), context));
  if (confirm === undefined) {
    const output = await run(operation, {...input, dryRun: true}, context);
    return result(tool, output, confirmations.offer(context.caller.id, tool.name, input));
  }
  confirmations.take(String(confirm), context.caller.id, tool.name, input);
  return result(tool, await run(operation, {...input, dryRun: false}, context));
}

function here(operation: Operation, input: unknown, context: Context): Promise<unknown> {
  return operation.run(input, context);
}

function result(tool: Tool, output: unknown, confirm?: string): CallToolResult {
  const limited = limitedRows(output, tool.mostRows);
  const structured = {...limited, ...(confirm === undefined ? {} : {confirm})};
  const ask =
    confirm === undefined
      ? ""
      : `**Nothing was changed.** This is what would change. To do it, call ${tool.name} again with the same input and confirm: ${confirm}\n\n`;
  return {content: [{type: "text", text: ask + tool.text(limited)}], structuredContent: structured};
}

function limitedRows(output: unknown, most: number): Record<string, unknown> {
  if (!isFields(output)) return {value: output};
  const {rows} = output;
  if (!Array.isArray(rows)) return {...output};
  return {...output, rows: rows.slice(0, most), rowLimit: {shown: Math.min(rows.length, most), of: rows.length}};
}

function failureText(error: unknown, {failure = failureOf}: McpOptions): string {
  const {code, detail, at, remedy} = failure(error);
  const place = at === undefined ? "" : placeAsText(at);
  const lines = [
    `Error ${code}: ${detail}`,
    ...(place === "" ? [] : [`At ${place}`]),
    ...(remedy === undefined ? [] : [remedy])
  ];
  return lines.join("\n");
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof UserError)) return {code: "unexpected", detail: "Something unexpected happened in Ashlar."};
  const {code, message, at, remedy} = error;
  return {code, detail: message, ...(at === undefined ? {} : {at}), ...(remedy === undefined ? {} : {remedy})};
}

function plainSchema(schema: Tool["inputSchema"]): {type: "object"; properties?: Record<string, object>} {
  const {properties, required, ...rest} = schema;
  return {
    ...rest,
    type: "object",
    properties: {...properties},
    ...(required === undefined ? {} : {required: [...required]})
  };
}
