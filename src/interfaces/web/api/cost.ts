import {type Parameters, type Server, ask, ownServer} from "./call.ts";
import type {CostAnswer} from "./contracts.ts";

/** Asks a cost question. Throws `Problem`. */
export async function askCost(
  question: Parameters,
  signal?: AbortSignal,
  server: Server = ownServer
): Promise<CostAnswer> {
  return ask<CostAnswer>("cost", question, signal, server);
}
