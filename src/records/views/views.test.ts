import {afterAll, beforeAll, expect, test} from "vitest";
import {UserError} from "../../errors.ts";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {
  viewsDeleteOperation,
  viewsListOperation,
  viewsSaveOperation,
  viewsShowOperation,
  viewsStarOperation
} from "./views.ts";

let shop: Workshop;
beforeAll(async () => {
  shop = await workshop();
});
afterAll(() => shop.close());

type View = {id: string; folder: string; name: string; star: boolean; question: string; owner: string; status: string};

const save = (input: object): Promise<View> => shop.run(viewsSaveOperation, input);
const list = async (input: object = {}): Promise<readonly View[]> =>
  (await (shop.run(viewsListOperation, input) as Promise<{rows: readonly View[]}>)).rows;
const refused = async (work: () => Promise<unknown>): Promise<string> => (await shop.refusal(work)).code;

test("REP-O1 REP-W1 a view keeps question and chart, is found by name, folder and id, and is replaced on request alone", async () => {
  const chart = {kind: "bar", stacked: true, colours: {"Amazon EC2": 3}};
  const saved = await save({name: "Services", folder: "Team", question: "by=service&window=30d&metric=billed", chart});
  expect(saved).toMatchObject({status: "saved", owner: "local", star: false, chart});
  expect(await shop.run(viewsShowOperation, {view: "Team/Services"})).toMatchObject({
    id: saved.id,
    question: "metric=billed&by=service&window=30d",
    command: "ashlar cost --metric billed --by service --window 30d"
  });
  expect(await refused(() => save({name: "Services", folder: "Team", question: ""}))).toBe("name.taken");
  expect(await save({name: "Services", question: ""})).toMatchObject({status: "saved", folder: ""});
  const replaced = await save({name: "Services", folder: "Team", question: "by=provider", replace: true});
  expect(replaced).toMatchObject({id: saved.id, status: "replaced", question: "by=provider"});
  expect(await refused(() => shop.run(viewsShowOperation, {view: "Gone"}))).toBe("not-found");
});

test("stars come first and stay when the view is replaced", async () => {
  const {id} = await save({name: "Zinc", question: "top=3&by=service"});
  await shop.run(viewsStarOperation, {view: id});
  expect((await list())[0]).toMatchObject({name: "Zinc", star: true});
  expect((await list({star: true})).map(({name}) => name)).toEqual(["Zinc"]);
  expect(await save({name: "Zinc", question: "by=service", replace: true})).toMatchObject({star: true});
  await shop.run(viewsStarOperation, {view: "Zinc", off: true});
  expect(await list({star: true})).toEqual([]);
});

test("dry runs change nothing, and what is no question or too much is refused", async () => {
  const before = await list();
  expect(await save({name: "New", question: "by=service", dryRun: true})).toMatchObject({status: "would be saved"});
  await shop.run(viewsDeleteOperation, {view: "Zinc", dryRun: true});
  await shop.run(viewsStarOperation, {view: "Zinc", dryRun: true});
  expect(await list()).toEqual(before);
  expect(await refused(() => save({name: "x", question: "nonsense=1"}))).toBe("question.invalid");
  expect(await refused(() => save({name: "x", question: "", chart: {text: "x".repeat(9000)}}))).toBe("usage.invalid");
  expect(await refused(() => save({name: "a/b", question: ""}))).toBe("usage.invalid");
});

test("a view of somebody else is neither replaced nor deleted, except by an owner", async () => {
  await save({name: "Mine", question: ""});
  const other = {...shop.context, caller: {...shop.context.caller, id: "token:other", roles: ["writer"]}};
  for (const [operation, input] of [
    [viewsDeleteOperation, {view: "Mine"}],
    [viewsSaveOperation, {name: "Mine", question: "", replace: true}]
  ] as const) {
    await expect(operation.run(input, other)).rejects.toBeInstanceOf(UserError);
  }
  await viewsDeleteOperation.run({view: "Mine"}, {...other, caller: {...other.caller, roles: ["owner"]}});
  expect((await list()).map(({name}) => name)).not.toContain("Mine");
});
