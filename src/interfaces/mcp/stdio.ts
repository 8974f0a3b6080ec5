import type {Context, Operation} from "../../operation.ts";

export async function serveStdio(
  _operations: readonly Operation[],
  _options: {readonly write: boolean},
  _context: Context
): Promise<void> {
  throw new Error("not yet");
}
