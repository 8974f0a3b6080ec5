import {spawn} from "node:child_process";
import {UserError} from "../../errors.ts";
import type {Context, Operation} from "../../operation.ts";
import {hasTokens} from "../../records/tokens/tokens.ts";
import {storeOf} from "../../store/open.ts";
import {isLoopback} from "./caller.ts";
import {inOwnProcess} from "./heavy.ts";
import {listen} from "./listen.ts";
import {serverWorkplace} from "./server-workplace.ts";
import {createServer} from "./server.ts";
import {type SyncSchedule, syncSchedule} from "./sync-schedule.ts";
import {inTurn} from "./turns.ts";
import {webFolder} from "./web-folder.ts";

export interface ServeOptions {
  readonly host: string;
  readonly port: number | null;
  readonly open: boolean;
  readonly tokenRequired: boolean;
  readonly allowHosts: readonly string[];
  readonly mcpWrite: boolean;
  /** Sources are fetched at their cadence. */
  readonly sync: boolean;
  readonly uploadLimit: number | null;
  readonly log: string;
}

/** How long calls that run may go on when the server is asked to stop, in milliseconds. */
const patience = 10_000;

/**
 * Serves a practice until the signal of the context aborts; `say` is told the address. Finishes the calls that run.
 * Throws `caller.unknown` where the server would be open to others without any token.
 */
export async function serve(
  options: ServeOptions,
  operations: readonly Operation[],
  context: Pick<Context, "folder" | "settings" | "effects" | "signal" | "progress">,
  say: (text: string) => void
): Promise<void> {
  const {folder, settings, effects, signal} = context;
  const tokenRequired = options.tokenRequired || !isLoopback(options.host);
  const place = serverWorkplace({folder, settings, effects});
  try {
    const store = await place.context.use(storeOf);
    if (tokenRequired && !(await hasTokens(store, effects))) {
      throw new UserError("caller.unknown", "nobody could call this server: there is no token yet", {
        remedy: "Make one first: ashlar tokens create NAME --role owner"
      });
    }
    const web = await webFolder((message) => context.progress({stage: message}));
    const heavy = inTurn(inOwnProcess);
    let schedule: SyncSchedule | null = null;
    const app = createServer({
      operations,
      workplace: place,
      options: {
        host: options.host,
        allowHosts: options.allowHosts,
        tokenRequired,
        mcpWrite: options.mcpWrite,
        web,
        ...(options.uploadLimit === null ? {} : {uploadLimit: options.uploadLimit}),
        ...(options.log === "silent" ? {} : {log: {level: options.log, stream: process.stderr}}),
        settings: place.settings,
        engine: place.engine,
        heavy,
        schedule: () => schedule?.state() ?? {on: false, running: null, next: null}
      }
    });
    const address = await listen(app, options.host, options.port);
    say(address);
    if (options.open) openBrowser(address);
    if (options.sync)
      schedule = syncSchedule({
        context: place.context,
        settings: place.settings,
        heavy,
        done: (source, code) => {
          if (code === null) app.log.info({source}, "fetched");
          else app.log.warn({source, code}, "could not be fetched");
        }
      });
    await stopped(signal);
    const halted = schedule?.stop();
    const late = setTimeout(() => app.server.closeAllConnections(), patience);
    await app.close();
    clearTimeout(late);
    await halted;
  } finally {
    await place.close();
  }
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), {once: true});
  });
}

function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  const child = spawn(command ?? "", args, {stdio: "ignore", detached: true});
  // A machine without a browser still serves.
  child.on("error", () => undefined);
  child.unref();
}
