import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {sql} from "../../engine/query.ts";
import {type Charge, charge, csv} from "../fixtures/charges.ts";
import {type Workshop, workshop} from "../fixtures/workshop.ts";
import {quarantineListOperation, quarantineShowOperation} from "../operations/quarantine.ts";

let shop: Workshop;
let sources = 0;

beforeAll(async () => {
  shop = await workshop();
});
afterAll(() => shop.close());

interface Shown {
  readonly rows: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: string;
    readonly reason: string;
    readonly text: string | null;
    readonly more: readonly string[];
    readonly row: Readonly<Record<string, string | null>>;
    readonly currency: string | null;
    readonly billed: string | null;
  }[];
  readonly total: number;
}

/** Ingests a good row and one with each value of a column; gives what was quarantined of them. */
async function quarantineOf(column: string, values: readonly string[]): Promise<{shown: Shown; source: string}> {
  const source = `s${++sources}`;
  const rows = [charge(), ...values.map((value, n) => charge({[column]: value, ChargeDescription: `value ${n}`}))];
  const report = await shop.ingest(await shop.file(`${source}.csv`, csv(rows)), {source});
  const [row] = report.rows;
  if (row === undefined) throw new Error("no unit");
  expect(row.rows + row.quarantined).toBe(rows.length);
  return {shown: await shop.run(quarantineShowOperation, {snapshot: row.snapshot}), source};
}

const faults: Readonly<Record<string, {column: string; values: readonly string[]; reason: RegExp}>> = {
  "text, separators, floats and overlong digits where an amount must be": {
    column: "BilledCost",
    values: [
      "ten",
      "1,234.5",
      "1.234,5",
      "12,5",
      "1_000",
      "NaN",
      "inf",
      "-Infinity",
      "1".repeat(40),
      "0.1234567890123456789"
    ],
    reason: /^is not a number that fits 20 digits before and 18 after the point exactly$/
  },
  "dates that are not ISO, and those that are none": {
    column: "ChargePeriodStart",
    values: ["10/01/2026", "01.10.2026", "20261001", "2026-13-01T00:00:00Z", "2026-02-30", "46296"],
    reason: /^is not an ISO date or instant such as/
  },
  "what ends before it begins": {
    column: "ChargePeriodEnd",
    values: ["2026-09-30T00:00:00Z"],
    reason: /^is before ChargePeriodStart$/
  },
  "a billing period that ends before it begins": {
    column: "BillingPeriodEnd",
    values: ["2026-09-01"],
    reason: /^is before BillingPeriodStart$/
  },
  "nothing where there must be something": {column: "BillingCurrency", values: [""], reason: /^is empty$/},
  "tags that are no object of distinct keys": {
    column: "Tags",
    values: ["[]", '["a"]', "x", "1", '"s"', '{"a":"1","a":"2"}', '{"a":"x"} more', "{'a':'b'}", '{"a":'],
    reason: /^is not a JSON object with distinct keys$/
  }
};

describe("a row with a value that cannot be taken exactly", () => {
  test.for(Object.entries(faults))("%s", async ([, {column, values, reason}]) => {
    const {shown, source} = await quarantineOf(column, values);
    expect(shown.total).toBe(values.length);
    shown.rows.forEach((row, n) => {
      expect(row).toMatchObject({
        file: `${source}.csv`,
        line: n + 3,
        column,
        text: values[n] === "" ? null : values[n]
      });
      expect(row.reason).toMatch(reason);
      expect(row.row["ChargeDescription"]).toBe(`value ${n}`);
      expect(row.row[column]).toBe(values[n] === "" ? null : values[n]);
    });
    expect(await shop.totals({sources: [source]})).toEqual({});
  });

  test("with several faults shows them all", async () => {
    const source = `s${++sources}`;
    const bad = charge({BilledCost: "x", EffectiveCost: "y", ChargePeriodEnd: "z"});
    const report = await shop.ingest(await shop.file(`${source}.csv`, csv([charge(), bad])), {source});
    const shown: Shown = await shop.run(quarantineShowOperation, {snapshot: report.rows[0]?.snapshot});
    expect([shown.rows[0]?.column, ...(shown.rows[0]?.more ?? [])].join(" ")).toMatch(
      /BilledCost.*ChargePeriodEnd|ChargePeriodEnd.*BilledCost/
    );
    expect(shown.rows[0]?.more).toHaveLength(2);
  });

  test("is counted with its money where that can be read", async () => {
    const source = `s${++sources}`;
    const rows = [charge(), charge({BilledCost: "2.50", ListCost: "x"}), charge({BilledCost: "3", ListCost: "y"})];
    await shop.ingest(await shop.file(`${source}.csv`, csv(rows)), {source});
    const listed = await shop.run(quarantineListOperation, {source});
    expect(listed).toMatchObject({
      rows: [{column: "ListCost", rows: 2, state: "held", billed: [{currency: "USD", amount: "5.5"}]}],
      totals: [{rows: 2}]
    });
  });

  test("in a file of nothing else is held back all the same", async () => {
    const source = `s${++sources}`;
    const report = await shop.ingest(await shop.file(`${source}.csv`, csv([charge({BilledCost: "x"})])), {source});
    expect(report).toMatchObject({verdict: "quality", rows: [{status: "held", rows: 0, quarantined: 1}]});
  });
});

describe("odd but exact", () => {
  async function only(fields: Charge, column: string) {
    const source = `s${++sources}`;
    const report = await shop.ingest(await shop.file(`${source}.csv`, csv([charge(fields)])), {source});
    expect(report.verdict).toBe("ok");
    const [row] = await shop.rows(sql`select to_json(${column === "x" ? sql`x` : sql`"Tags"`}) as value from charges`, {
      sources: [source]
    });
    return row?.["value"] === null ? null : (JSON.parse(String(row?.["value"])) as unknown);
  }

  test.for([
    ["", null],
    ["null", null],
    ["{}", {}],
    ['{"":"e"}', {"": "e"}],
    ['{"a":""}', {a: ""}],
    ['{"a":null}', {a: null}],
    ['{"a":1,"b":true}', {a: "1", b: "true"}],
    ['{"a":{"b":[1,2]}}', {a: '{"b":[1,2]}'}],
    ['{"A":"1","a":"2"}', {A: "1", a: "2"}],
    ['{"constructor":"c","toString":"t"}', {constructor: "c", toString: "t"}],
    [`{"it's":"\\"; drop table x;--","\u202E":"💰"}`, {"it's": '"; drop table x;--', "\u202E": "💰"}]
  ] as const)("tags %s", async ([text, value]) => {
    expect(await only({Tags: text}, "Tags")).toEqual(value);
  });

  test("a tag key __proto__ is a key", async () => {
    expect(Object.entries((await only({Tags: '{"__proto__":"p"}'}, "Tags")) ?? {})).toEqual([["__proto__", "p"]]);
  });

  test("an extension that is empty has no key", async () => {
    expect(await only({x_full: "1", x_empty: ""}, "x")).toEqual({x_full: "1"});
  });

  test("promoted tags are columns of their own, whatever they are called", async () => {
    const keys = ["team", "it's", 'a"b', "a b;", "__proto__", "💰", "../x", "%00"];
    const own = await workshop({settings: {tags: keys}});
    try {
      const tags = Object.fromEntries(keys.map((key) => [key, `of ${key}`]));
      const content = csv([charge({Tags: JSON.stringify(Object.assign(Object.create(null), tags, {}))})]);
      await own.ingest(await own.file("a.csv", content));
      const [row] = await own.rows(sql`select "tag_team", "tag_it's", "tag_a""b", "tag_💰", "tag_../x" from charges`);
      expect(row).toEqual({
        tag_team: "of team",
        "tag_it's": "of it's",
        'tag_a"b': 'of a"b',
        "tag_💰": "of 💰",
        "tag_../x": "of ../x"
      });
    } finally {
      await own.close();
    }
  });
});

describe("settings", () => {
  test("refuse tag keys that differ only in case, which are one column to an engine", async () => {
    const {settings} = await import("../../settings.ts");
    const parsed = settings.safeParse({tags: ["team", "Team"]});
    expect(parsed.error?.issues[0]).toMatchObject({path: ["tags", 1]});
    expect(parsed.error?.issues[0]?.message).toMatch(/"Team" and "team" would be one column/);
    expect(settings.safeParse({tags: ["a\0b"]}).success).toBe(false);
  });
});
