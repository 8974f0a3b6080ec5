import type {Transaction} from "kysely";
import type {CanonicalQuestion} from "../cost/canonical-question.ts";
import {questionOf, questionToUrl} from "../cost/question-text.ts";
import type {Receipt} from "../cost/receipt.ts";
import {type Effects, nowText} from "../effects.ts";
import {localOrganisation} from "../store/organisation.ts";
import type {Tables} from "../store/tables.ts";
import type {Db} from "./history.ts";

/** Keeps a receipt, and with it the rows it was made from, for as long as something names it. */
export async function keepReceipt(
  tx: Transaction<Tables>,
  receipt: Receipt,
  caller: string,
  effects: Effects
): Promise<void> {
  const row = {body: JSON.stringify(receipt), pinned: 1, caller, created_at: nowText(effects)};
  await tx
    .insertInto("receipt")
    .values({id: receipt.id, organisation: localOrganisation, ...row})
    .onConflict((conflict) => conflict.column("id").doUpdateSet({pinned: 1}))
    .execute();
}

/** The questions of those receipts that are kept, as query parts of URLs, by receipt id. */
export async function questionsOf(db: Db, receipts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (receipts.length === 0) return new Map();
  const rows = await db
    .selectFrom("receipt")
    .select(["id", "body"])
    .where("organisation", "=", localOrganisation)
    .where("id", "in", [...receipts])
    .execute();
  return new Map(
    rows.flatMap(({id, body}): [string, string][] => {
      const url = urlOf((JSON.parse(body) as {question?: unknown}).question);
      return url === null ? [] : [[id, url]];
    })
  );
}

/** Null for a question that this version does not read. */
function urlOf(question: unknown): string | null {
  try {
    return questionToUrl(questionOf(question as CanonicalQuestion));
  } catch {
    return null;
  }
}
