import {StdioServerTransport} from "@modelcontextprotocol/sdk/server/stdio.js";
import type {Context, Operation} from "../../operation.ts";
import {confirmations} from "./confirmation.ts";
import {mcpServer} from "./mcp-server.ts";

/** Serves on standard input and output until the other side closes or the signal of the context aborts. */
export async function serveStdio(
  operations: readonly Operation[],
  {write}: {readonly write: boolean},
  context: Context
): Promise<void> {
  const server = mcpServer(
    operations,
    (signal) =>
      Promise.resolve({...context, progress: () => undefined, signal: AbortSignal.any([signal, context.signal])}),
    {write, confirmations: confirmations(context.effects)}
  );
  const ended = new Promise<void>((resolve) => {
    server.onclose = () => resolve();
    process.stdin.once("end", () => resolve());
    context.signal.addEventListener("abort", () => resolve(), {once: true});
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
