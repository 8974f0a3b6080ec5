import picocolors from "picocolors";
import {defaultEffects} from "../../effects.ts";
import type {Effects} from "../../effects.ts";
import {exitCodes, UserError} from "../../errors.ts";
import {localCaller} from "../../operation.ts";
import type {Operation} from "../../operation.ts";
import {reportFailure} from "./failure.ts";
import {wantsColor} from "./io.ts";
import type {Io} from "./io.ts";
import type {PracticeLoader} from "./practice.ts";
import type {Call} from "./program.ts";
import {versionText} from "./version.ts";

/** What a call of the command line is made with; the real ones are loaded only when a call needs them. */
export interface RunParts {
  readonly operations?: readonly Operation[];
  readonly loader?: PracticeLoader;
  readonly effects?: Effects;
}

/** Runs one call and gives its exit status. Nothing is thrown: what goes wrong is said on standard error. */
export async function run(argv: readonly string[], io: Io, parts: RunParts = {}): Promise<number> {
  const words = beforeEnd(argv);
  const colors = picocolors.createColors(wantsColor(io, !words.includes("--no-color")));
  const verbose = words.includes("--verbose");
  try {
    if (words.includes("--version") || words.includes("-V")) {
      await io.out(versionText(verbose));
      return exitCodes.ok;
    }
    const call = await understand(argv, io, parts);
    if (call.kind === "run") return await perform(call, io, parts);
    if (call.exit === "ok") await io.out(call.text);
    else io.err(call.text);
    return exitCodes[call.exit];
  } catch (error) {
    const failure = io.signal.aborted && !(error instanceof UserError) ? interrupted(error) : error;
    return reportFailure(failure, io, {json: wantsJson(words), verbose, colors});
  }
}

async function understand(argv: readonly string[], io: Io, parts: RunParts): Promise<Call> {
  const [{parseCall}, {commandTree}, {completionCommand}, {serverCommands}, {operations}] = await Promise.all([
    import("./program.ts"),
    import("./command-tree.ts"),
    import("./completion.ts"),
    import("./server-commands.ts"),
    parts.operations === undefined ? import("../../operations.ts") : {operations: parts.operations}
  ]);
  const colors = picocolors.createColors(wantsColor(io, !beforeEnd(argv).includes("--no-color")));
  const columns = Math.min(io.columns, 110);
  const all = [...operations, ...serverCommands(operations)];
  return parseCall(commandTree([...all, completionCommand(all)]), argv, {columns, colors});
}

async function perform(call: Call & {kind: "run"}, io: Io, parts: RunParts): Promise<number> {
  const {operation, parameters, globals, typed} = call;
  const [
    {inputOf},
    {openWorkplace},
    {practiceOf},
    {progressView},
    {renderAnswer, requireForm},
    {exitOf},
    {isLocal},
    {withBaseView}
  ] = await Promise.all([
    import("./input.ts"),
    import("../../workplace.ts"),
    import("./practice.ts"),
    import("./progress.ts"),
    import("./render/answer.ts"),
    import("./render/verdict.ts"),
    import("./completion.ts"),
    import("../base-view.ts")
  ]);
  requireForm(globals.output, operation.contract);
  const input = inputOf(operation.contract, parameters, typed);
  const style = {columns: io.columns, colors: picocolors.createColors(wantsColor(io, globals.color))};
  if (isLocal(operation)) {
    await io.out(operation.text(input));
    return exitCodes.ok;
  }
  const loader = parts.loader ?? (await import("../../practice/load.ts"));
  const practice = await practiceOf(globals.practice, io.cwd, loader);
  const progress = progressView(io, globals.quiet);
  const workplace = openWorkplace({
    ...practice,
    caller: localCaller,
    effects: {...(parts.effects ?? defaultEffects), cwd: () => io.cwd},
    signal: io.signal,
    progress: (step) => progress.step(step)
  });
  try {
    const asked = await withBaseView(operation.contract, input, workplace.context);
    const output = await operation.run(asked, workplace.context);
    progress.end();
    // A server has said what it had to say.
    if (output === undefined) return exitCodes.ok;
    for (const text of renderAnswer(globals.output, operation.contract, output, style)) await io.out(text);
    return io.signal.aborted ? exitCodes.interrupted : exitOf(output);
  } finally {
    progress.end();
    await workplace.close();
  }
}

function beforeEnd(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf("--");
  return end < 0 ? argv : argv.slice(0, end);
}

function wantsJson(words: readonly string[]): boolean {
  return (
    words.includes("--output=json") || (words[words.indexOf("--output") + 1] === "json" && words.includes("--output"))
  );
}

function interrupted(cause: unknown): UserError {
  return new UserError("cancelled", "interrupted", {cause});
}
