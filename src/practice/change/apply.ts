import {join} from "node:path";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {localOrganisation} from "../../store/organisation.ts";
import {readArrangement} from "../arrangement.ts";
import {openChecker} from "../check/check.ts";
import {practiceApply, type PracticeFinding} from "../contract.ts";
import {practiceFile} from "../practice-file-name.ts";
import {isChange, type Planned, planned, requireBase} from "./plan.ts";
import {prepareFile} from "./replace-file.ts";
import {inTurn} from "./turn.ts";

export const practiceApplyOperation = operation(practiceApply, apply);

type ApplyInput = Input<typeof practiceApply>;
type ApplyOutput = Output<typeof practiceApply>;

/** So often a change is planned anew because somebody else was faster. */
const attempts = 20;

/** Throws what a plan throws, `practice.invalid` for a result with errors, `storage.denied`, `storage.full`, `store.busy`. */
async function apply(input: ApplyInput, context: Context): Promise<ApplyOutput> {
  const checker = await openChecker(context);
  for (let left = attempts; left > 0; left -= 1) {
    const plan = await planned(input, context, checker);
    requireNoErrors(plan.output.findings);
    const done = input.dryRun || !changesAnything(plan, input) ? notApplied(plan) : await perform(plan, input, context);
    if (done !== null) return done;
  }
  throw new UserError("store.busy", "Others save the practice all the time", {
    remedy: "Try again in a moment. Nothing was written."
  });
}

function requireNoErrors(findings: readonly PracticeFinding[]): void {
  const errors = findings.filter(({severity}) => severity === "error");
  const [first] = errors;
  if (first === undefined) return;
  const more = errors.length === 1 ? "" : ` (and ${errors.length - 1} more)`;
  throw new UserError("practice.invalid", `${first.message}${more}`, {
    at: {file: first.file, ...(first.line === null ? {} : {line: first.line})},
    remedy: `${first.remedy} Nothing was written.`,
    data: {findings: errors}
  });
}

function changesAnything({text, disk, last}: Planned, input: ApplyInput): boolean {
  return isChange(input) ? text !== disk.text : last === null || last.text !== text;
}

function notApplied({output}: Planned): ApplyOutput {
  return {...output, applied: false, id: null, file: practiceFile};
}

/** Null where the file changed meanwhile and the caller did not say on what the change was made. */
async function perform(plan: Planned, input: ApplyInput, context: Context): Promise<ApplyOutput | null> {
  const {folder, effects, caller} = context;
  return inTurn(folder, async () => {
    const disk = await readArrangement(folder);
    if (disk.revision !== plan.disk.revision) {
      await requireBase(input.base, disk, context);
      return null;
    }
    const {storeOf} = await import("../../store/open.ts");
    const {recordEvent} = await import("../../lake/catalog.ts");
    const store = await context.use(storeOf);
    const id = effects.id();
    const {revision, changes} = plan.output;
    const prepared = plan.text === disk.text ? null : await prepareFile(join(folder.root, practiceFile), plan.text, id);
    let activated = false;
    try {
      await store.transaction(async (tx) => {
        await tx
          .insertInto("practice_revision")
          .values({
            id,
            organisation: localOrganisation,
            revision,
            text: plan.text,
            summary: summaryOf(changes.map(({label}) => label)),
            note: input.note ?? null,
            applied_at: nowText(effects),
            applied_by: caller.id
          })
          .execute();
        const detail = {revision, base: plan.output.base, changes: changes.length};
        await recordEvent(
          tx,
          {organisation: localOrganisation, caller: caller.id, operation: "practice.apply", subject: id, detail},
          effects
        );
        // Last of all, and once: a failure before leaves file and record as they were.
        if (!activated) await prepared?.activate();
        activated = true;
      });
    } catch (error) {
      if (!activated) await prepared?.discard();
      throw error;
    }
    return {...plan.output, applied: true, id, file: practiceFile};
  });
}

function summaryOf(labels: readonly string[]): string {
  if (labels.length === 0) return "comments and spacing";
  const shown = labels.slice(0, 3).map((label) => (label.length > 200 ? `${label.slice(0, 199)}…` : label));
  return `${shown.join("; ")}${labels.length > 3 ? `; and ${labels.length - 3} more` : ""}`;
}
