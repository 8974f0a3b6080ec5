import {type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation} from "../../store/organisation.ts";
import {visibleFields} from "../amount-access.ts";
import {exceptionName, exceptionRows, statusOf} from "../exceptions/record.ts";
import {type Db, historyOf} from "../history.ts";
import {numberText} from "../number.ts";
import {questionsOf} from "../receipt.ts";
import {workShow as showContract} from "./contract.ts";
import {evidenceOf} from "./evidence.ts";
import {itemOf, todayOf, verificationOf, visibleRow, workNamed, type WorkRow} from "./item.ts";
import {nextSteps} from "./next-steps.ts";

export const workShowOperation = operation(showContract, workShow);

type Shown = Output<typeof showContract>;

/** Throws `not-found`. */
export async function workShow({work}: Input<typeof showContract>, context: Context): Promise<Shown> {
  const {db} = await context.use(storeOf);
  const {caller} = context;
  const row = visibleRow(await workNamed(db, work), caller);
  const today = todayOf(context);
  const history = (await historyOf(db, row.id)).map((line) => ({
    ...line,
    before: visibleFields(line.before, caller),
    after: visibleFields(line.after, caller)
  }));
  return {
    ...itemOf(row, today),
    claims: claimsOf(history),
    next: nextSteps(row),
    history: history.map(({at, by, kind, reason, before, after}) => ({at, by, kind, reason, before, after})),
    comments: await commentsOf(db, row.id),
    evidence: await evidenceOfWork(db, row.id),
    verification: verificationOf(row),
    decisions: await decisionsOn(db, row),
    exceptions: (await exceptionRows(db))
      .filter(({subject_kind, subject}) => subject_kind === "work" && subject === row.id)
      .map((each) => ({
        number: exceptionName(each),
        title: each.title,
        status: statusOf(each, today),
        expires: each.expires
      }))
  };
}

function claimsOf(history: Awaited<ReturnType<typeof historyOf>>): Shown["claims"] {
  return history.flatMap(({at, by, after}) => {
    const value = (after["value"] ?? null) as Shown["value"];
    return value === null
      ? []
      : [{class: value.class, amount: value.amount, currency: value.currency, per: value.per, at, by}];
  });
}

async function commentsOf(db: Db, work: string): Promise<Shown["comments"]> {
  const rows = await db
    .selectFrom("work_comment")
    .selectAll()
    .where("work", "=", work)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({id, at, caller, text}) => ({id, at, by: caller, text}));
}

async function evidenceOfWork(db: Db, work: string): Promise<Shown["evidence"]> {
  const rows = await db
    .selectFrom("work_evidence")
    .selectAll()
    .where("work", "=", work)
    .orderBy("at")
    .orderBy("id")
    .execute();
  const receipts = rows.filter(({kind}) => kind === "receipt").map(({content}) => content);
  const questions = await questionsOf(db, receipts);
  return rows.map((row) => ({...evidenceOf(row), question: questions.get(row.content) ?? null}));
}

async function decisionsOn(db: Db, {id}: WorkRow): Promise<Shown["decisions"]> {
  const rows = await db
    .selectFrom("decision")
    .select(["number", "title", "work"])
    .where("organisation", "=", localOrganisation)
    .orderBy("number")
    .execute();
  return rows
    .filter(({work}) => (JSON.parse(work) as string[]).includes(id))
    .map(({number, title}) => ({number: numberText("decision", number), title}));
}
