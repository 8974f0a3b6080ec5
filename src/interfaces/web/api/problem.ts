import type {Place} from "../../../errors.ts";

/** What the server says of a failure (RFC 9457), or what the client says when there is no server. */
export interface ProblemFacts {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly remedy?: string | undefined;
  readonly at?: Place | undefined;
  /** Facts for the page, as the code of the problem has them. */
  readonly data?: unknown;
}

/** A failure of a call, with what the user can do about it. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly facts: ProblemFacts;

  constructor(facts: ProblemFacts) {
    super(facts.detail);
    this.facts = facts;
  }
}

export const serverGone: ProblemFacts = {
  code: "server.gone",
  status: 0,
  title: "The server does not answer",
  detail: "No connection to the server of this page.",
  remedy: "Start it again with: ashlar serve. This page goes on by itself when the server is back."
};

/** The problem that anything thrown is. */
export function problemOf(error: unknown): ProblemFacts {
  if (error instanceof Problem) return error.facts;
  const detail = error instanceof Error ? error.message : String(error);
  return {code: "client.failed", status: 0, title: "This page made a mistake", detail, remedy: "Load the page again."};
}

/** The problem that a response carries. */
export async function problemOfResponse(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => null);
  return new Problem(problemFacts(body, response.status, response.statusText));
}

export function problemFacts(body: unknown, status: number, statusText = ""): ProblemFacts {
  const facts = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string | undefined => (typeof facts[name] === "string" ? facts[name] : undefined);
  return {
    code: text("code") ?? `http.${status}`,
    status,
    title: text("title") ?? (statusText === "" ? "The call failed" : statusText),
    detail: text("detail") ?? text("message") ?? text("title") ?? `The server answered ${status}.`,
    remedy: text("remedy"),
    at: typeof facts["at"] === "object" && facts["at"] !== null ? facts["at"] : undefined,
    data: facts["data"]
  };
}
