import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type DuckdbEngine, openDuckdb, type Session} from "../../engine/duckdb/duckdb.ts";
import {literal, type Query, sql} from "../../engine/query.ts";
import type {Importer} from "../../focus/importers/importer.ts";
import {refusal} from "../fixtures/workshop.ts";
import {fingerprint, hashOf} from "../input/file.ts";
import {exactMacros, partMacros} from "./exact.ts";
import {importFiles} from "./import.ts";
import {type HashedFile, readFile} from "./read-file.ts";

let folder: string;
let engine: DuckdbEngine;
let session: Session;
let count = 0;
const {signal} = new AbortController();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ashlar-import-"));
  const settings = {memory: "500MB", spill: "1GB", spillFolder: join(folder, "spill"), parallel: 1};
  engine = await openDuckdb({...settings, allowedDirectories: [folder]});
  session = await engine.session();
  for (const macro of [...partMacros, ...exactMacros]) await session.run(macro);
});
afterAll(async () => {
  await session.close();
  await engine.close();
  await rm(folder, {recursive: true, force: true});
});

/** A vendor that bills stone by the day. */
const quarry: Importer = {
  id: "quarry",
  title: "a bill of the quarry",
  about: "For tests.",
  vendor: "plain",
  focus: "1.2",
  reads: "table",
  recognises: (names) => names.has("day") && names.has("stone.price"),
  columns: [
    {
      name: "day",
      kind: "instant",
      spelled: ["day"],
      filled: true,
      read: (text) =>
        sql`concat(split_part(${text}, '.', 3), '-', split_part(${text}, '.', 2), '-', split_part(${text}, '.', 1))`
    },
    {name: "price", kind: "decimal", spelled: ["stone.price"], required: true, filled: true},
    {name: "weight", kind: "float", spelled: ["weight", "mass"]},
    {name: "kind", kind: "text", spelled: ["kind"], values: ["granite", "slate"]},
    {name: "marks", kind: "map", spelled: ["marks"]},
    {name: "papers", kind: "json", spelled: ["papers"]}
  ],
  families: [{name: "labels", key: (spelling) => /^label:(.+)$/i.exec(spelling)?.[1] ?? null}],
  money: {period: "day", billed: "price"},
  rows: ({query}) => rows(query),
  invoices: ({query}) => invoices(query),
  checks: ({query}) =>
    sql`select 'light' as "check", 'info' as level, 'Some stones are light' as message, count(*) as rows
        from ${query} where weight < 1`
};

function rows(query: Query): Query {
  return sql`select price as "BilledCost", price as "EffectiveCost", 'EUR' as "BillingCurrency",
    date_trunc('month', day) as "BillingPeriodStart", day as "ChargePeriodStart", day + interval 1 day as "ChargePeriodEnd",
    'Usage' as "ChargeCategory", kind as "ServiceName", labels as "Tags", cast(weight as varchar) as "x_Weight",
    marks['a'] as "x_Mark", json_extract_string(papers, '$.n') as "x_Paper" from ${query}`;
}

function invoices(query: Query): Query {
  return sql`select cast(null as varchar) as invoice, strftime(day, '%Y-%m') as period, 'EUR' as currency, price as billed
    from ${query}`;
}

async function hashed(name: string, content: string): Promise<HashedFile> {
  const file = {name, path: join(folder, name)};
  await writeFile(file.path, content);
  return {...file, partition: "all", fingerprint: await fingerprint(file), sha256: await hashOf(file, signal)};
}

async function imported(files: readonly HashedFile[], importer: Importer = quarry, format?: string) {
  const options = {
    hints: {},
    importers: [importer],
    ...(format === undefined ? {} : {format}),
    asDelivered: false,
    tags: [],
    folder,
    signal
  };
  const native = [];
  for (const file of files) {
    const read = await readFile(session, file, ++count, options);
    if (!("native" in read)) throw new Error("not native");
    native.push(read.native);
  }
  return importFiles(session, native, (count += 100), options);
}

const header = "Day,Stone.Price,Mass,kind,Marks,Papers,label:Team,LABEL:Site,other";

describe("a vendor's own format", () => {
  test("is typed exactly, with the keys of its families, and what cannot be taken goes to quarantine", async () => {
    const file = await hashed(
      "stones.csv",
      [
        header,
        `01.10.2026,1.000000000000000001,0.1000000000000000055511151231257827,granite,"{""a"": ""x""}","{""n"": 7}",Rock,North,-`,
        `02.10.2026,-2,3,slate,,,,South,-`,
        `03.10.2026,5,,marble,,,,,-`,
        `04.10.2026,five,,slate,,,,,-`,
        `31.02.2026,1,,slate,,,,,-`,
        `05.10.2026,1,,slate,,{,,,-`
      ].join("\n")
    );
    const [made] = await imported([file]);
    expect(made).toMatchObject({importer: "quarry", rows: 2, delivered: 6, columns: header.split(",")});
    expect(
      made?.quarantined.map(({line, column, reason, text, billed, period}) => [
        line,
        column,
        reason,
        text,
        billed,
        period
      ])
    ).toEqual([
      [4, "kind", "is not a known value", "marble", "5.000000000000000000", "2026-10"],
      [
        5,
        "price",
        "is not a number that fits 20 digits before and 18 after the point exactly",
        "five",
        null,
        "2026-10"
      ],
      [
        6,
        "day",
        "is not an ISO date or instant such as 2026-10-01T00:00:00Z",
        "2026-02-31",
        "1.000000000000000000",
        null
      ],
      [7, "papers", "is not JSON", "{", "1.000000000000000000", "2026-10"]
    ]);
    expect(made?.checks.map(({check, message}) => [check, message])).toEqual([
      ["imported", expect.stringContaining("2 native rows, 2 rows of FOCUS 1.2")],
      ["light", "Some stones are light"],
      ["columns-left-out", "Columns that are not carried over: other"],
      ["binary-floats", expect.stringContaining("weight")]
    ]);
    const lake = await session.rows(
      sql`select "BilledCost" as billed, "Tags" as tags, "x" as x, "ServiceProviderName" as provider
          from read_parquet(${literal(made?.path ?? "")}) order by "ChargePeriodStart"`
    );
    expect(lake).toEqual([
      {
        billed: "1.000000000000000001",
        tags: {Team: "Rock", Site: "North"},
        x: {x_Weight: "0.100000000000000006", x_Mark: "x", x_Paper: "7"},
        provider: null
      },
      {billed: "-2.000000000000000000", tags: {Site: "South"}, x: {x_Weight: "3.000000000000000000"}, provider: null}
    ]);
  });

  test("of which another total comes than the vendor bills is refused, with both totals", async () => {
    const file = await hashed("lost.csv", `${header}\n01.10.2026,1,,slate,,,,,\n02.10.2026,2,,granite,,,,,\n`);
    const lossy = {...quarry, rows: ({query}: {query: Query}) => sql`${rows(query)} where kind = 'slate'`};
    expect(await refusal(() => imported([file], lossy))).toMatchObject({
      code: "import.unbalanced",
      message:
        "lost.csv: without an invoice, 2026-10 comes to 1.000000000000000000 EUR of billed cost, the vendor bills 3.000000000000000000"
    });
  });

  test("may come to less than the vendor bills where rows are in quarantine, and says so", async () => {
    const file = await hashed("odd.csv", `${header}\n01.10.2026,1,,slate,,,,,\n02.10.2026,2,,marble,,,,,\n`);
    const stated = {
      ...quarry,
      invoices: () => sql`select 'I' as invoice, '2026-10' as period, 'EUR' as currency, 3::decimal(38, 18) as billed`
    };
    const [made] = await imported([file], stated);
    expect(made?.quarantined.length).toBe(1);
    expect(made?.checks.find(({check}) => check === "unbalanced")).toMatchObject({
      level: "error",
      message: expect.stringContaining(
        "Without what is in quarantine, odd.csv: without an invoice, 2026-10 comes to 1.0"
      )
    });
  });

  test("is read as FOCUS where the user says that it is", async () => {
    const file = await hashed("focus.csv", `${header}\n01.10.2026,1,,slate,,,,,\n`);
    expect(await refusal(() => imported([file], quarry, "focus"))).toMatchObject({code: "version.unknown"});
  });

  test("is read by what splits it, whatever importer is stated for the bill", async () => {
    const file = await hashed("shares.csv", `${header}\n01.10.2026,1,,slate,,,,,\n`);
    const options = {hints: {}, asDelivered: false, tags: [], folder, signal};
    const importers = [
      {...quarry, id: "bill", recognises: () => false},
      {...quarry, id: "shares", splits: true as const}
    ];
    const read = await readFile(session, file, ++count, {...options, importers, format: "bill"});
    expect("native" in read && read.native.importer.id).toBe("shares");
  });

  test("lacks a column that its importer cannot do without", async () => {
    const file = await hashed("short.csv", "day,kind\n01.10.2026,slate\n");
    expect(await refusal(() => imported([file], quarry, "quarry"))).toMatchObject({
      code: "columns.missing",
      at: {file: "short.csv", column: "stone.price"}
    });
  });

  test("has nested columns in Parquet, which are read by their paths", async () => {
    const path = join(folder, "nested.parquet");
    await session.run(
      sql`copy (select '01.10.2026' as day, {'price': 1.5::decimal(10, 2), 'size': {'deep': 1}} as stone, 'slate' as kind)
          to ${literal(path)} (format parquet)`
    );
    const file = {name: "nested.parquet", path};
    const whole = {...file, partition: "all", fingerprint: await fingerprint(file), sha256: await hashOf(file, signal)};
    const [made] = await imported([whole]);
    expect(made?.columns).toEqual(["day", "stone.price", "stone.size.deep", "kind"]);
    const [row] = await session.rows(sql`select "BilledCost" as b from read_parquet(${literal(made?.path ?? "")})`);
    expect(row).toEqual({b: "1.500000000000000000"});
  });

  test("sees all files of its kind that are delivered together", async () => {
    const one = await hashed("one.csv", `${header}\n01.10.2026,1,,slate,,,,,\n`);
    const two = await hashed("two.csv", `${header}\n02.10.2026,2,,granite,,,,,\n`);
    const seen: string[][] = [];
    const watching: Importer = {
      ...quarry,
      rows: (file, siblings) => {
        seen.push([file.file, ...siblings.map((each) => each.file)]);
        return quarry.rows(file, siblings);
      }
    };
    const made = await imported([one, two], watching);
    expect(seen).toEqual([
      ["one.csv", "one.csv", "two.csv"],
      ["two.csv", "one.csv", "two.csv"]
    ]);
    expect(made.map(({rows: n}) => n)).toEqual([1, 1]);
  });
});

describe("JSON", () => {
  const json: Importer = {
    ...quarry,
    reads: "json",
    recognises: (names) => names.has("stones[].price"),
    records: (documents) => sql`select json_extract_string(stone, '$.day') as day,
        json_extract_string(stone, '$.price') as "stone.price", json_extract_string(stone, '$.kind') as kind
      from (select unnest(cast(json_extract(document, '$.stones') as json[])) as stone from ${documents})`
  };

  test.for([
    ["one document", `{"stones": [{"day": "01.10.2026", "price": "1.10"}, {"day": "02.10.2026", "price": 2}]}`],
    [
      "a list",
      `[{"stones": [{"day": "01.10.2026", "price": "1.10"}]}, {"stones": [{"day": "02.10.2026", "price": 2}]}]`
    ],
    [
      "one a line",
      `{"stones": [{"day": "01.10.2026", "price": "1.10"}]}\n{"stones": [{"day": "02.10.2026", "price": 2}]}\n`
    ]
  ] as const)("is read: %s", async ([name, content]) => {
    const [made] = await imported([await hashed(`${name}.json`, content)], json);
    const [row] = await session.rows(
      sql`select sum("BilledCost") as b from read_parquet(${literal(made?.path ?? "")})`
    );
    expect(row).toEqual({b: "3.100000000000000000"});
  });

  test("that nobody knows is refused where it was named, and passed over beside others", async () => {
    const file = await hashed("what.json", `{"other": 1}`);
    expect(await refusal(() => imported([file], json))).toMatchObject({code: "format.unknown"});
    const options = {hints: {}, importers: [json], asDelivered: false, tags: [], folder, signal};
    expect(await readFile(session, {...file, isExtra: true}, ++count, options)).toEqual({
      passedOver: "what.json is JSON that no importer knows; it is passed over"
    });
  });

  test("is read by what it is beside files of the importer that is stated", async () => {
    const bill = await hashed("beside.csv", `${header}\n01.10.2026,1,,slate,,,,,\n`);
    const stones = await hashed("beside.json", `{"stones": [{"day": "01.10.2026", "price": "2"}]}`);
    const other = {...(await hashed("notes.json", `{"other": 1}`)), isExtra: true};
    const importers = [quarry, {...json, id: "stones"}];
    const options = {hints: {}, importers, format: "quarry", asDelivered: false, tags: [], folder, signal};
    const read = [];
    for (const file of [bill, stones, other]) read.push(await readFile(session, file, ++count, options));
    expect(read.map((each) => ("native" in each ? each.native.importer.id : Object.keys(each)[0]))).toEqual([
      "quarry",
      "stones",
      "passedOver"
    ]);
  });

  test("that is cut short is refused", async () => {
    const file = await hashed("cut.json", `{"stones": [{"day": "01.10`);
    expect(await refusal(() => imported([file], json))).toMatchObject({
      code: "input.unreadable",
      at: {file: "cut.json"}
    });
  });
});
