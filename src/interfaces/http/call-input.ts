import type {FastifyReply, FastifyRequest} from "fastify";
import {UserError} from "../../errors.ts";
import type {Contract} from "../../operation.ts";
import {isFields} from "../render/cells.ts";
import type {Form} from "./form.ts";

/** The query of a call, as it was sent. */
export function searchOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : request.url.slice(at + 1));
}

/** The input in a body. Throws `usage.invalid` for anything but an object. */
export function inputOfBody(body: unknown): Record<string, unknown> {
  if (body === undefined || body === null) return {};
  if (isFields(body)) return {...body};
  throw new UserError("usage.invalid", "the body must be a JSON object", {remedy: "Send the input as one object."});
}

/** The input as its contract reads it. Throws `usage.invalid`. */
export function parsedInput(contract: Contract, input: unknown): Record<string, unknown> {
  const parsed = contract.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw new UserError("usage.invalid", `${field === "" ? "" : `${field}: `}${issue?.message ?? "not understood"}`, {
    ...(field === "" ? {} : {at: {column: field}}),
    remedy: `See /api/docs#${contract.name} for what is taken.`
  });
}

/** Says that an answer is a file, and how it is called. */
export function attach(reply: FastifyReply, name: string, form: Form): void {
  void reply.header("content-disposition", `attachment; filename="${name.replaceAll(".", "-")}.${form}"`);
}
