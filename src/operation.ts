import type {z} from "zod";
import type {Effects} from "./effects.ts";
import {UserError} from "./errors.ts";
import type {Settings} from "./settings.ts";

/** Who asks. No question and no write goes without one; only the planner of cost questions applies its limits. */
export interface Caller {
  /** `local` for the command line and loopback; a person or token otherwise. */
  readonly id: string;
  readonly roles: readonly string[];
  /** A filter, in the filter language, that every row this caller sees must meet; null sees all. */
  readonly rowFilter: string | null;
  /** Metrics and columns with negotiated rates that this caller must not see. */
  readonly masked: readonly string[];
}

export const localCaller: Caller = {id: "local", roles: ["owner"], rowFilter: null, masked: []};

/** One step of long work, for whoever shows it. `done` and `total` share one unit (rows, files, bytes). */
export interface Progress {
  readonly stage: string;
  readonly message?: string;
  readonly done?: number;
  readonly total?: number;
}

/** The folders of a practice: the one that holds `ashlar.yaml`, and where lake and state lie. */
export interface PracticeFolder {
  readonly root: string;
  /** The practice file, or null where the defaults are used. */
  readonly file: string | null;
  /** `.ashlar` below the root. */
  readonly data: string;
}

/** Something opened once for a practice and shared by its operations: the state store, the engine, the lake. */
export interface Resource<T> {
  readonly name: string;
  open(context: Context): Promise<T>;
  close(value: T): Promise<void>;
}

/** What every operation is given besides its input. */
export interface Context {
  readonly caller: Caller;
  readonly folder: PracticeFolder;
  readonly settings: Settings;
  readonly effects: Effects;
  /** Aborted when the user interrupts or the client leaves. */
  readonly signal: AbortSignal;
  progress(step: Progress): void;
  /** The resource, opened on first use and closed with the workplace. */
  use<T>(resource: Resource<T>): Promise<T>;
}

/** What an operation is, as a value: every interface derives its form from this and from nothing else. */
export interface Contract<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  /** Nouns and verb joined by dots: `snapshots.list` is `ashlar snapshots list` and `/api/snapshots/list`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** A paragraph for people who want to learn the operation. */
  readonly description?: string;
  readonly kind: "read" | "write";
  readonly input: I;
  readonly output: O;
  /** Input fields that the command line takes by position; the last may be an array. */
  readonly positional?: readonly (keyof z.input<I> & string)[];
  /** Arguments after `ashlar` that a reader can try, each with a remark. */
  readonly examples?: readonly {readonly command: string; readonly remark: string}[];
}

export function contract<I extends z.ZodObject, O extends z.ZodType>(value: Contract<I, O>): Contract<I, O> {
  return value;
}

/** A contract with the function that fulfils it. */
export interface Operation {
  readonly contract: Contract;
  /** Parses the input, runs, and gives what the output schema describes. Throws `UserError` with `usage.invalid`. */
  run(input: unknown, context: Context): Promise<unknown>;
}

export type Input<C> = C extends Contract<infer I> ? z.output<I> : never;
export type Output<C> = C extends Contract<z.ZodObject, infer O> ? z.input<O> : never;

/** Joins a contract and its function; the input is parsed here, once, at the edge. */
export function operation<I extends z.ZodObject, O extends z.ZodType>(
  contract: Contract<I, O>,
  run: (input: z.output<I>, context: Context) => Promise<z.input<O>>
): Operation {
  return {
    contract,
    run: async (input, context) => run(parseInput(contract, input), context)
  };
}

function parseInput<I extends z.ZodObject>(contract: Contract<I>, input: unknown): z.output<I> {
  const parsed = contract.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw new UserError("usage.invalid", `${contract.name}: ${field === "" ? "" : `${field}: `}${issue?.message ?? ""}`, {
    ...(field === "" ? {} : {at: {column: field}}),
    remedy: `See ashlar ${contract.name.replaceAll(".", " ")} --help.`
  });
}
