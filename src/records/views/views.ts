import type {Selectable} from "kysely";
import {briefQuestion, questionFromUrl, questionToCommand, questionToUrl} from "../../cost/question-text.ts";
import type {CostQuestionInput} from "../../cost/question.ts";
import {nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {didYouMean} from "../../nearest.ts";
import {type Caller, type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Store} from "../../store/store.ts";
import type {Tables} from "../../store/tables.ts";
import {
  viewsDelete as deleteContract,
  viewsList as listContract,
  viewsSave as saveContract,
  viewsShow as showContract,
  viewsStar as starContract
} from "./contract.ts";

export const viewsSaveOperation = operation(saveContract, viewsSave);
export const viewsListOperation = operation(listContract, viewsList);
export const viewsShowOperation = operation(showContract, viewsShow);
export const viewsDeleteOperation = operation(deleteContract, viewsDelete);
export const viewsStarOperation = operation(starContract, viewsStar);

const organisation = localOrganisation;

/** Bytes of the chart's state. */
const largestChart = 8192;

type ViewRow = Selectable<Tables["view"]>;
type Db = Pick<Store["db"], "selectFrom">;

/** Throws `question.invalid`, `filter.invalid`, `name.taken`, `caller.refused`. */
async function viewsSave(input: Input<typeof saveContract>, context: Context): Promise<Output<typeof saveContract>> {
  const {effects, caller} = context;
  const question = questionToUrl(questionFromUrl(input.question));
  const chart = input.chart === undefined ? null : JSON.stringify(input.chart);
  if (chart !== null && Buffer.byteLength(chart) > largestChart) {
    throw new UserError("usage.invalid", `the state of the chart has more than ${largestChart} bytes`, {
      at: {column: "chart"},
      remedy: "Keep in it what the chart looks like, and not its data."
    });
  }
  const store = await context.use(storeOf);
  const now = nowText(effects);
  return store.transaction(async (tx) => {
    const before = await tx
      .selectFrom("view")
      .selectAll()
      .where("organisation", "=", organisation)
      .where("folder", "=", input.folder)
      .where("name", "=", input.name)
      .executeTakeFirst();
    if (before !== undefined) {
      if (!input.replace) {
        throw new UserError("name.taken", `There is a view ${pathOf(before)} already`, {
          remedy: "Choose another name, or replace it with --replace."
        });
      }
      requireOwner(before, caller);
    }
    const row: ViewRow = {
      id: before?.id ?? effects.id(),
      organisation,
      folder: input.folder,
      name: input.name,
      question,
      chart,
      star: input.star === undefined ? (before?.star ?? 0) : input.star ? 1 : 0,
      owner: before?.owner ?? caller.id,
      created_at: before?.created_at ?? now,
      updated_at: now
    };
    const status = before === undefined ? ("saved" as const) : ("replaced" as const);
    if (input.dryRun) return {...shown(row), status: `would be ${status}` as const};
    if (before === undefined) await tx.insertInto("view").values(row).execute();
    else await tx.updateTable("view").set(row).where("id", "=", row.id).execute();
    const event = {organisation, caller: caller.id, operation: "views.save", subject: row.id, detail: {status}};
    await recordEvent(tx, event, effects);
    return {...shown(row), status};
  });
}

async function viewsList(input: Input<typeof listContract>, context: Context): Promise<Output<typeof listContract>> {
  const {db} = await context.use(storeOf);
  const rows = (await allViews(db)).filter(
    ({folder, star}) => (input.folder === undefined || folder === input.folder) && (!input.star || star === 1)
  );
  return {rows: rows.map(shown)};
}

async function viewsShow(input: Input<typeof showContract>, context: Context): Promise<Output<typeof showContract>> {
  const {db} = await context.use(storeOf);
  const row = await viewNamed(db, input.view);
  return {...shown(row), command: questionToCommand(questionFromUrl(row.question))};
}

/** The question of a view, with only what differs from the defaults. Throws `not-found` with the nearest name. */
export async function questionOfView(view: string, context: Context): Promise<CostQuestionInput> {
  const {db} = await context.use(storeOf);
  return briefQuestion(questionFromUrl((await viewNamed(db, view)).question));
}

async function viewsDelete(
  input: Input<typeof deleteContract>,
  {use, caller, effects}: Context
): Promise<Output<typeof deleteContract>> {
  const store = await use(storeOf);
  return store.transaction(async (tx) => {
    const row = await viewNamed(tx, input.view);
    requireOwner(row, caller);
    const {id, folder, name} = row;
    if (input.dryRun) return {id, folder, name, status: "would be deleted" as const};
    await tx.deleteFrom("view").where("id", "=", id).execute();
    const event = {organisation, caller: caller.id, operation: "views.delete", subject: id, detail: {folder, name}};
    await recordEvent(tx, event, effects);
    return {id, folder, name, status: "deleted" as const};
  });
}

async function viewsStar(
  input: Input<typeof starContract>,
  {use, caller, effects}: Context
): Promise<Output<typeof starContract>> {
  const store = await use(storeOf);
  return store.transaction(async (tx) => {
    const {id, folder, name} = await viewNamed(tx, input.view);
    if (!input.dryRun) {
      await tx
        .updateTable("view")
        .set({star: input.off ? 0 : 1})
        .where("id", "=", id)
        .execute();
      const event = {organisation, caller: caller.id, operation: "views.star", subject: id, detail: {off: input.off}};
      await recordEvent(tx, event, effects);
    }
    return {id, folder, name, star: !input.off};
  });
}

async function allViews(db: Db): Promise<readonly ViewRow[]> {
  return db
    .selectFrom("view")
    .selectAll()
    .where("organisation", "=", organisation)
    .orderBy("star", "desc")
    .orderBy("folder")
    .orderBy("name")
    .execute();
}

async function viewNamed(db: Db, text: string): Promise<ViewRow> {
  const views = await allViews(db);
  const exact = views.find((view) => view.id === text || pathOf(view) === text);
  const named = exact === undefined ? views.filter(({name}) => name === text) : [exact];
  const [view] = named;
  if (view !== undefined && named.length === 1) return view;
  if (named.length > 1) {
    throw new UserError("not-found", `There are ${named.length} views ${text}`, {
      remedy: `Name the folder too: ${named.map(pathOf).join(", ")}`
    });
  }
  const names = [...new Set(views.flatMap((each) => [pathOf(each), each.name]))];
  throw new UserError("not-found", `There is no view ${text}${didYouMean(text, names)}`, {
    remedy: "List the views with: ashlar views list"
  });
}

function requireOwner(view: ViewRow, caller: Caller): void {
  if (view.owner === caller.id || caller.roles.includes("owner")) return;
  throw new UserError("caller.refused", `the view ${pathOf(view)} belongs to ${view.owner}`, {
    remedy: "Save it under a name of your own."
  });
}

function pathOf({folder, name}: Pick<ViewRow, "folder" | "name">): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function shown(row: ViewRow) {
  return {
    id: row.id,
    folder: row.folder,
    name: row.name,
    question: row.question,
    chart: row.chart === null ? null : (JSON.parse(row.chart) as Record<string, unknown>),
    star: row.star === 1,
    owner: row.owner,
    createdAt: row.created_at,
    updatedAt: row.updated_at
  };
}
