import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {costOperation} from "../cost/ask.operation.ts";
import type {cost} from "../cost/contract.ts";
import {questionFromUrl, questionToUrl} from "../cost/question-text.ts";
import type {Workshop} from "../lake/fixtures/workshop.ts";
import {localCaller, type Output} from "../operation.ts";
import type {homesList, homesShow} from "./contract.ts";
import {emptyEstate, estate} from "./fixtures/estate.ts";
import {homesListOperation} from "./homes-list.ts";
import {homesShowOperation} from "./homes-show.ts";
import {homes} from "./homes/homes.ts";

type Home = Output<typeof homesShow>;

let shop: Workshop;
let empty: Workshop;
const show = async (input: object, place = shop): Promise<Home> => place.run(homesShowOperation, input);

beforeAll(async () => {
  shop = await estate();
  empty = await emptyEstate();
});
afterAll(async () => {
  await shop.close();
  await empty.close();
});

const variants = homes.flatMap(({persona}) =>
  persona === "leadership" ? [{persona}, ...["ceo", "cfo", "cto"].map((variant) => ({persona, variant}))] : [{persona}]
);

/** Tiles of records that the estate has none of. */
const records = /\/(open-work|options|verified|decisions|exceptions|starred-views)$/;

describe("REP-O1 PLT-3 a home", () => {
  test.for(variants)("of $persona $variant has a tile for every ask that data can answer", async (input) => {
    const home = await show(input);
    const declared = homes.find(({persona}) => persona === input.persona)?.asks ?? [];
    for (const {ask, tile, missing, next} of home.asks) {
      const source = declared.find(
        (each) => each.ask === ask && (each.variants?.includes(home.variant?.id ?? "") ?? true)
      );
      if (source !== undefined && "tile" in source && !records.test(source.tile)) {
        expect({ask, tile, missing}).toEqual({ask, tile: source.tile, missing: null});
      }
      expect(tile === null).toBe(missing !== null);
      if (tile === null) expect(next?.text ?? "").not.toBe("");
      else expect(home.tiles.map(({id}) => id)).toContain(tile);
    }
    expect(home.answered).toBe(home.asks.filter(({tile}) => tile !== null).length);
    expect(home.licence).toContain("CC");
  });

  test.for(variants)(
    "of $persona $variant asks questions that are answered, with the columns it names",
    async (input) => {
      for (const {question, columns, id} of (await show(input)).tiles) {
        if (question === null) continue;
        expect(questionToUrl(questionFromUrl(question))).toBe(question);
        const answer: Output<typeof cost> = await shop.run(costOperation, questionFromUrl(question));
        expect({id, rows: answer.rows.length}).not.toEqual({id, rows: 0});
        const keys = Object.keys(answer.rows[0] ?? {});
        expect({id, unknown: columns.filter(({key}) => !keys.includes(key))}).toEqual({id, unknown: []});
      }
    }
  );

  test("says of an empty practice what is missing and how to begin, for each ask", async () => {
    for (const {persona} of homes) {
      const home = await show({persona}, empty);
      const shown = home.tiles.map(({id}) => id);
      // Where nothing is an answer, too, the tile is shown.
      expect(shown.filter((id) => !/(quarantine|replaced|loop|practice-check|lessons)$/.test(id))).toEqual([]);
      for (const {tile, missing, next} of home.asks.filter((ask) => ask.tile === null)) {
        expect({tile, missing: (missing ?? "") !== "", next: (next?.text ?? "") !== ""}).toEqual({
          tile: null,
          missing: true,
          next: true
        });
      }
    }
  });
});

describe("REP-I1 the people of a home", () => {
  test("are those who hold the persona today, and one may hold several", async () => {
    const list: Output<typeof homesList> = await shop.run(homesListOperation, {});
    const people = Object.fromEntries(list.rows.map((row) => [row.persona, row.people.map(({id}) => id)]));
    expect(people).toMatchObject({"finops-practitioner": ["ada"], engineering: ["ada"], finance: ["ben"], itam: []});
    expect(list.rows.filter(({group}) => group === "core")).toHaveLength(6);
    expect(list.rows.filter(({group}) => group === "allied")).toHaveLength(5);
    expect(list.rows.find(({persona}) => persona === "leadership")?.variants.map(({id}) => id)).toEqual([
      "ceo",
      "cfo",
      "cto"
    ]);
  });

  test("have their duties, and a person's own work is asked for", async () => {
    const home = await show({persona: "finance", person: "ben"});
    expect(home.person?.name).toBe("Ben Slate");
    expect(home.owns).toEqual([{id: "close", title: "Monthly close", part: "accountable"}]);
    expect((await show({persona: "finops-practitioner"})).owns).toEqual([
      {id: "close", title: "Monthly close", part: "responsible"}
    ]);
  });
});

describe("a scope", () => {
  test("narrows every question to its charges", async () => {
    const home = await show({persona: "engineering", scope: "shop"});
    expect(home.scope?.title).toBe("Shop");
    const questions = home.tiles.flatMap(({question}) => question ?? []).map(questionFromUrl);
    expect(questions.length).toBeGreaterThan(2);
    expect(questions.every(({filter}) => filter?.includes("tag.product = 'shop'"))).toBe(true);
    // What names no owner names no product either.
    expect(home.tiles.map(({id}) => id)).not.toContain("reporting-analytics/resources-without-owner");
  });

  test("without charges says so of itself", async () => {
    const {asks, tiles} = await show({persona: "product", scope: "moon"});
    expect(tiles.filter(({question}) => question !== null)).toEqual([]);
    expect(asks[0]?.missing).toContain("In the scope Moon base: ");
  });
});

test("a caller who may not see a metric is told so by its asks, and keeps the others", async () => {
  const caller = {...localCaller, id: "jo", masked: ["effective"]};
  const home = (await homesShowOperation.run({persona: "finance"}, {...shop.context, caller})) as Home;
  const asks = Object.fromEntries(home.asks.map(({ask, tile, missing}) => [ask, {tile, missing}]));
  expect(asks["What will the invoices say?"]).toEqual({tile: "reporting-analytics/invoices", missing: null});
  expect(asks["Which cost centre carries it?"]?.tile).toBeNull();
  expect(asks["Which cost centre carries it?"]?.missing).toContain("effective");
});

describe("a mistake", () => {
  test.for([
    [{persona: "finanse"}, 'did you mean "finance"?'],
    [{persona: "leadership", variant: "cxo"}, 'did you mean "ceo"?'],
    [{persona: "finance", variant: "cfo"}, "no variant"],
    [{persona: "finance", scope: "shp"}, 'did you mean "shop"?'],
    [{persona: "finance", person: "bem"}, 'did you mean "ben"?']
  ] as const)("in %j is told with the nearest name", async ([input, message]) => {
    expect(await shop.refusal(async () => show(input))).toMatchObject({
      code: "not-found",
      message: expect.stringContaining(message)
    });
  });

  test("in the practice file leaves the tiles that need no practice", async () => {
    await shop.file("ashlar.yaml", "people: [\n");
    const home = await show({persona: "finance"});
    expect(home.notes[0]).toContain("cannot be read whole");
    expect(home.people).toEqual([]);
    expect(home.tiles.length).toBeGreaterThan(3);
  });
});
