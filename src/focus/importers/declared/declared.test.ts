import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, test} from "vitest";
import {declaredImporters, parseDeclaration, readDeclaredImporters} from "./load.ts";
import {templateNames} from "./template-names.ts";
import {templates} from "./templates.data.ts";

const good = `id: power
title: Power bill
reads:
  format: csv
columns:
  month: {from: [Month, Monat], kind: date, format: MM/YYYY, required: true}
  kind: {from: Kind, values: [Day, Night]}
  amount: {from: Amount, kind: decimal, scale: 2, required: true}
  labels: {from: Labels, kind: map}
tables:
  names: {Day: {Service: Power by day}, Night: {Service: Power by night}}
define:
  gross: amount * 1.19
common:
  set:
    BillingAccountId: {constant: power}
    BillingCurrency: {constant: EUR}
    ProviderName: {constant: Grid}
    ServiceCategory: {constant: Other}
    ServiceName: {expression: "lookup('names', kind, 'Service')"}
    ChargePeriodStart: {column: month}
    ChargePeriodEnd: {expression: month_end(month)}
    ChargeCategory: {constant: Usage}
  tags:
    site: {constant: here}
rows:
  - when: kind = 'Day'
    set:
      BilledCost: {expression: gross}
  - when: kind = 'Night'
    set:
      BilledCost: {column: amount}
    tagsFrom: [labels]
skip:
  - {when: kind is null, because: sub-totals}
total:
  billed: {expression: "if(kind = 'Day', gross, amount)"}
  period: {column: month}
  currency: {constant: EUR}
`;

function problems(text: string) {
  const read = parseDeclaration(text, "importers/power.yaml");
  return "problems" in read ? read.problems : [];
}

test("a declaration becomes an importer that knows its files by their columns", () => {
  const read = parseDeclaration(good, "importers/power.yaml");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const {importer} = read;
  expect(importer).toMatchObject({id: "power", reads: "table", focus: "1.2", vendor: "plain"});
  expect(importer.recognises(new Set(["monat", "amount", "more"]))).toBe(true);
  expect(importer.recognises(new Set(["month", "kind"]))).toBe(false);
  expect(importer.money).toEqual({period: "month"});
  expect(importer.columns.map(({name, kind, values}) => [name, kind, values])).toEqual([
    ["month", "instant", undefined],
    ["kind", "text", ["Day", "Night"]],
    ["amount", "decimal", undefined],
    ["labels", "map", undefined]
  ]);
});

test("every template is a declaration, with tests of its own", () => {
  for (const name of templateNames) {
    const read = parseDeclaration(templates[name], `${name}.yaml`);
    expect("problems" in read ? read.problems : read.form.tests.length > 0).toBe(true);
  }
});

describe("a mistake is named with its line and column", () => {
  test.for([
    ["title: Power bill", "titel: Power bill", 2, 1, 'unknown key titel; did you mean "title"?'],
    ["id: power\n", "id: Power\n", 1, 1, "small letters"],
    ["format: csv", "format: xls", 4, 3, "must be one of csv, json, parquet"],
    ["  kind: {from: Kind,", "  kind: {from: Kind, kind: decimal,", 7, 37, "only a text has known values"],
    ["scale: 2,", "scale: 20,", 8, 41, "a number of decimals from 0 to 18"],
    ["format: MM/YYYY", "format: QQ/YYYY", 6, 45, "is no format of dates"],
    ["format: MM/YYYY", "format: MM/DD", 6, 45, "lacks the year"],
    ["from: Kind, values", "from: Kind, thousands: comma, values", 7, 22, "thousands is for numbers"],
    ["amount * 1.19", "amout * 1.19", 13, 10, 'there is no column or definition amout; did you mean "amount"?'],
    ["amount * 1.19", "amount * 1.19 / 2", 13, 24, "a quotient needs its decimals"],
    ["amount * 1.19", "labels", 13, 10, "there is no column or definition labels"],
    ["{constant: EUR}\n    ProviderName", "{constant: EURO}\n    ProviderName", 17, 23, "EURO is no currency"],
    ["ProviderName: {", "ProviderNam: {", 18, 5, 'FOCUS 1.2 has no column ProviderNam; did you mean "ProviderName"?'],
    ["ServiceCategory: {constant: Other}", "ServiceCategory: {constant: Power}", 19, 23, 'never "Power"'],
    ["'Service')\"", "'Servic')\"", 20, 54, 'names has no field Servic; did you mean "Service"?'],
    [
      "ChargePeriodStart: {column: month}",
      "ChargePeriodStart: {column: kind}",
      21,
      25,
      "kind is a text, and a point in time"
    ],
    [
      "ChargePeriodEnd: {expression: month_end(month)}",
      "ChargePeriodEnd: {expression: month_end(kind)}",
      22,
      45,
      "must be a point in time, not a text"
    ],
    ["kind = 'Day'\n", "kind = 1\n", 27, 18, "must be a text, not a number"],
    ["BilledCost: {expression: gross}", "BilledCost: {constant: '12,50'}", 29, 20, "is not a number"],
    ["BilledCost: {expression: gross}", "BilledCost: {colum: gross}", 29, 7, "is not of a form"],
    ["BilledCost: {expression: gross}", "ListCost: {expression: gross}", 27, 5, "the row has no BilledCost"],
    ["BilledCost: {expression: gross}", "Tags: {expression: kind}", 29, 7, "Tags are not set as a whole"],
    ["tagsFrom: [labels]", "tagsFrom: [kind]", 33, 16, "kind is no column of kind map"],
    ["  period: {column: month}\n", "", 36, 1, "total.period is missing"],
    ["required: true}\n  kind", "}\n  kind", 0, 0, ""],
    ["  gross:", "  amount:", 13, 3, "amount is a column already"],
    ["rows:\n", "rows: [\n", 0, 0, ""]
  ] as const)("%s → %s", ([from, to, line, column, message]) => {
    expect(good).toContain(from);
    const [first] = problems(good.replace(from, to));
    if (line === 0) return expect(first === undefined || first.line > 0).toBe(true);
    expect(first).toMatchObject({
      file: "importers/power.yaml",
      line,
      column,
      message: expect.stringContaining(message)
    });
    expect(first?.remedy).toMatch(/\.$/);
    return undefined;
  });

  test("all that the form refuses is named at once", () => {
    const found = problems(good.replace("title: Power bill", "titel: x").replace("format: csv", "format: xls"));
    expect(found.map(({line}) => line)).toEqual(expect.arrayContaining([2, 4]));
  });

  test("no YAML, keys twice, and aliases without end are problems, not crashes", () => {
    expect(problems("a: [1\nb: 2")[0]?.message).toContain("not YAML");
    expect(problems("id: a\nid: b")[0]?.message).toContain("not YAML");
    expect(problems("- just\n- a list")[0]?.line).toBe(1);
    expect(problems("")[0]?.line).toBe(1);
    const bomb = `a: &a [x, x]\n${Array.from({length: 30}, (_, n) => `b${n}: &b${n} [*${n === 0 ? "a" : `b${n - 1}`}, *${n === 0 ? "a" : `b${n - 1}`}]`).join("\n")}`;
    expect(problems(bomb)[0]?.message).toContain("not YAML");
  });

  test("a name of an object's own is a name like others", () => {
    expect(problems(good.replace("define:", "define:\n  constructor: amount"))).toEqual([]);
    expect(problems(good.replace("{expression: gross}", "{expression: toString}"))[0]?.message).toContain(
      "no column or definition toString"
    );
  });
});

describe("the folder of a practice", () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, {recursive: true, force: true});
  });
  async function practice(files: Readonly<Record<string, string>>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "ashlar-declared-"));
    folders.push(folder);
    await mkdir(join(folder, "importers"));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, "importers", name), text);
    return folder;
  }

  test("is read in the order of names; other files and no folder are nothing", async () => {
    const folder = await practice({"b.yaml": good, "a.yml": good.replace("id: power", "id: other"), "notes.txt": "x"});
    expect((await declaredImporters(folder)).map(({id}) => id)).toEqual(["other", "power"]);
    expect(await declaredImporters(join(folder, "none"))).toEqual([]);
  });

  test("has a digest that changes with every letter", async () => {
    const [one, same, other] = await Promise.all([
      practice({"a.yaml": good}),
      practice({"a.yaml": good}),
      practice({"a.yaml": good.replace("1.19", "1.20")})
    ]);
    const digests = await Promise.all(
      [one, same, other].map(async (folder) => (await readDeclaredImporters(folder)).digest)
    );
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  test("with a mistake is refused with its place, and one id stands once", async () => {
    const broken = await practice({"a.yaml": good.replace("amount * 1.19", "amout")});
    await expect(declaredImporters(broken)).rejects.toMatchObject({
      code: "importer.invalid",
      message: expect.stringMatching(/^importers\/a\.yaml:13:10: define\.gross: /)
    });
    const twice = await practice({"a.yaml": good, "b.yaml": good});
    const {declared, problems: found} = await readDeclaredImporters(twice);
    expect(declared).toHaveLength(1);
    expect(found).toMatchObject([{file: "importers/b.yaml", message: "the id power is taken by importers/a.yaml"}]);
  });
});

test("docs/importers.md shows the templates as they are written", async () => {
  const page = await readFile(join(import.meta.dirname, "../../../../docs/importers.md"), "utf8");
  const shown = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  expect(shown).toEqual(templateNames.map((name) => templates[name]));
});
