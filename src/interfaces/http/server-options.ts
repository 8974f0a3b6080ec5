import type {Operation} from "../../operation.ts";
import type {Settings} from "../../settings.ts";
import type {Workplace} from "../../workplace.ts";
import type {ScheduleState} from "./sync-schedule.ts";

/** What a server is made of. */
export interface ServerParts {
  readonly operations: readonly Operation[];
  /** Whose lake, state and engine answer; the server does not close it. */
  readonly workplace: Workplace;
  readonly options?: ServerOptions;
}

export interface ServerOptions {
  /** The address that the server is bound to; default 127.0.0.1. */
  readonly host?: string;
  /** Further names that the server is called by. */
  readonly allowHosts?: readonly string[];
  /** Every call needs a token, from this machine too. */
  readonly tokenRequired?: boolean;
  /** MCP also has the tools that change something. */
  readonly mcpWrite?: boolean;
  /** Folder of the built web client; null where there is none. */
  readonly web?: string | null;
  /** Calls that one caller may make in a minute; default 3000. */
  readonly callsPerMinute?: number;
  /** Bytes of a JSON body; default 1 MB. */
  readonly bodyLimit?: number;
  /** Bytes of an uploaded file; default 2 GB. */
  readonly uploadLimit?: number;
  /** Bytes of answers that are kept in memory; default 64 MB. */
  readonly cacheBytes?: number;
  /** Milliseconds that the event loop may lag before calls are put off; 0 for no limit; default 3000. */
  readonly lagLimit?: number;
  /** Where log lines (JSON) go, and from which level on; nothing is logged where it is absent. */
  readonly log?: {readonly level: string; readonly stream?: {write(line: string): void}};
  /** The settings of the practice as they are now; default: those of the workplace. */
  readonly settings?: () => Promise<Settings>;
  /** Runs an operation that is heavy on memory or processor somewhere else; default: in this process. */
  readonly heavy?: Heavy;
  /** What the schedule of sources does, for who asks how the server is. */
  readonly schedule?: () => ScheduleState;
  /** What the engine's process does, for the metrics. */
  readonly engine?: () => Promise<EngineLoad | null>;
}

export type Heavy = (operation: Operation, input: unknown, context: HeavyContext) => Promise<unknown>;
export type HeavyContext = Parameters<Operation["run"]>[1];

export interface EngineLoad {
  /** Questions that were sent to the engine and are not answered. */
  readonly pending: number;
  /** Resident memory in bytes; null where it is not known. */
  readonly memory: number | null;
}

export const defaultLimits = {
  callsPerMinute: 3000,
  bodyLimit: 1024 * 1024,
  uploadLimit: 2 * 1024 ** 3,
  cacheBytes: 64 * 1024 ** 2,
  lagLimit: 3000,
  /** Bytes of an address with its query; longer questions are asked by POST. */
  urlLength: 4096
} as const;
