import type {Selectable, Transaction} from "kysely";
import {askContextOf} from "../../cost/ask-context.ts";
import {askCost} from "../../cost/ask.ts";
import {questionFromUrl} from "../../cost/question-text.ts";
import type {Receipt} from "../../cost/receipt.ts";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation as organisation} from "../../store/organisation.ts";
import type {Tables} from "../../store/tables.ts";
import {numberText} from "../number.ts";
import {keepReceipt, questionsOf} from "../receipt.ts";
import {workEvidence as evidenceContract} from "./contract.ts";
import {workNamed} from "./item.ts";

export const workEvidenceOperation = operation(evidenceContract, workEvidence);

type EvidenceInput = Input<typeof evidenceContract>;
type EvidenceRow = Selectable<Tables["work_evidence"]>;
const forms = ["question", "receipt", "link", "text"] as const;

/** Throws `usage.invalid` unless one form is given, `not-found` for a receipt that is not kept, and as `askCost`. */
export async function workEvidence(input: EvidenceInput, context: Context): Promise<Output<typeof evidenceContract>> {
  const {effects, caller} = context;
  const form = formOf(input);
  const receipt = input.question === undefined ? null : await receiptNow(input.question, context);
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const {id, number} = await workNamed(tx, input.work);
    const kind = form === "question" ? "receipt" : form;
    const content = receipt?.id ?? input[form] ?? "";
    if (form === "receipt") await requireKept(tx, content);
    const row: EvidenceRow = {
      id: effects.id(),
      organisation,
      work: id,
      at: nowText(effects),
      caller: caller.id,
      kind,
      title: input.title,
      content
    };
    if (!input.dryRun) {
      if (receipt !== null) await keepReceipt(tx, receipt, caller.id, effects);
      await tx.insertInto("work_evidence").values(row).execute();
      const detail = {evidence: row.id, kind};
      const event = {organisation, caller: caller.id, operation: "work.evidence", subject: id, detail};
      await recordEvent(tx, event, effects);
    }
    const questions = await questionsOf(tx, kind === "receipt" ? [content] : []);
    const evidence = {...evidenceOf(row), question: questions.get(content) ?? null};
    return {work: numberText("work", number), evidence, dryRun: input.dryRun};
  });
}

export function evidenceOf({id, at, caller, kind, title, content}: EvidenceRow) {
  return {id, at, by: caller, kind: kind as "receipt" | "link" | "text", title, content};
}

function formOf(input: EvidenceInput): (typeof forms)[number] {
  const given = forms.filter((form) => input[form] !== undefined);
  const [form] = given;
  if (form !== undefined && given.length === 1) return form;
  throw new UserError("usage.invalid", given.length === 0 ? "evidence of what?" : `${given.join(" and ")} at once`, {
    at: {column: given[1] ?? "question"},
    remedy: "Give one of --question, --receipt, --link and --text."
  });
}

async function receiptNow(question: string, context: Context): Promise<Receipt> {
  return (await askCost(questionFromUrl(question), await askContextOf(context))).receipt;
}

async function requireKept(tx: Transaction<Tables>, receipt: string): Promise<void> {
  const kept = await tx
    .selectFrom("receipt")
    .select("id")
    .where("organisation", "=", organisation)
    .where("id", "=", receipt)
    .executeTakeFirst();
  if (kept !== undefined) return;
  throw new UserError("not-found", `No receipt ${receipt.slice(0, 80)} is kept here`, {
    at: {column: "receipt"},
    remedy: "Give the question with --question, which keeps its receipt, or pin it first: ashlar receipts pin FILE"
  });
}
