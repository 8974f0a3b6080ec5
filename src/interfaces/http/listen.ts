import type {FastifyInstance} from "fastify";
import {UserError} from "../../errors.ts";

export const firstPort = 4680;

/** How many ports after the first are tried where none was named. */
const tries = 10;

/**
 * Binds a server; without a port that was named, the first free one from 4680 on. Gives its address.
 * Throws `server.busy` where the port is taken.
 */
export async function listen(app: FastifyInstance, host: string, port: number | null): Promise<string> {
  const ports = port === null ? Array.from({length: tries + 1}, (_, n) => firstPort + n) : [port];
  for (const each of ports) {
    try {
      await app.listen({host, port: each});
      return addressOf(app, host);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (code === "EADDRNOTAVAIL" || code === "EACCES" || code === "ENOTFOUND") {
        throw new UserError("usage.invalid", `${host}:${each} cannot be bound: ${code}`, {
          remedy: "Give another --host or --port.",
          cause: error
        });
      }
      if (code !== "EADDRINUSE") throw error;
    }
  }
  throw new UserError("server.busy", `port ${ports.join(", ")} is taken`, {
    remedy: "Give a free one with --port, or stop what holds it."
  });
}

function addressOf(app: FastifyInstance, host: string): string {
  const bound = app.server.address();
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${typeof bound === "object" && bound !== null ? bound.port : firstPort}/`;
}
