import {gzipSync, zstdCompressSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {sql} from "../../engine/query.ts";
import {placeAsText} from "../../errors.ts";
import {charge, csv} from "../fixtures/charges.ts";
import {refusalWithoutTrace, type Workshop, workshop} from "../fixtures/workshop.ts";

let shop: Workshop;
let sources = 0;

beforeAll(async () => {
  shop = await workshop();
  await shop.ingest(await shop.file("there.csv", csv([charge()])));
});
afterAll(() => shop.close());

const two = csv([charge({BilledCost: "1"}), charge({BilledCost: "2"})]);
const [header = "", first = "", second = ""] = two.split("\n");

function utf16(text: string, {bigEndian, mark}: {bigEndian: boolean; mark: boolean}): Buffer {
  const bytes = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

async function taken(name: string, content: string | Uint8Array) {
  const source = `s${++sources}`;
  const report = await shop.ingest(await shop.file(name, content), {source});
  const [totals] = Object.values(await shop.totals({sources: [source]}));
  return {report, source, totals};
}

describe("a text file is taken as what it says, however it is written", () => {
  const texts: Readonly<Record<string, string | Uint8Array>> = {
    plain: two,
    "byte order mark": `\uFEFF${two}`,
    "UTF-16 LE with mark": utf16(two, {bigEndian: false, mark: true}),
    "UTF-16 LE without mark": utf16(two, {bigEndian: false, mark: false}),
    "UTF-16 BE with mark": utf16(two, {bigEndian: true, mark: true}),
    "UTF-16 BE without mark": utf16(two, {bigEndian: true, mark: false}),
    "CR LF": two.replaceAll("\n", "\r\n"),
    "CR alone": two.replaceAll("\n", "\r"),
    "CR LF, then LF": `${header}\r\n${first}\n${second}\r\n`,
    "LF, then CR LF": `${header}\n${first}\r\n${second}\n`,
    "LF, then CR": `${header}\n${first}\r${second}\n`,
    "CR, then LF": `${header}\r${first}\n${second}\r`,
    "no line end at the end": two.trimEnd(),
    "blank lines": `${header}\n\n${first}\n\n\n${second}\n\n`,
    semicolons: csv([charge(), charge({BilledCost: "2"})], {delimiter: ";"}),
    tabs: csv([charge(), charge({BilledCost: "2"})], {delimiter: "\t"}),
    bars: csv([charge(), charge({BilledCost: "2"})], {delimiter: "|"}),
    gzip: gzipSync(two),
    "gzip of two members": Buffer.concat([gzipSync(`${header}\n${first}\n`), gzipSync(`${second}\n`)]),
    zstd: zstdCompressSync(Buffer.from(two)),
    "gzip of UTF-16": gzipSync(utf16(two, {bigEndian: false, mark: true}))
  };

  test.for(Object.entries(texts))("%s", async ([name, content]) => {
    const {report, totals} = await taken(`${name}.csv`, content);
    expect(report.verdict).toBe("ok");
    expect(totals).toEqual({rows: 2, billed: "3"});
  });

  test("a plain file that is named .gz, as browsers leave them", async () => {
    expect((await taken("plain.csv.gz", two)).totals).toEqual({rows: 2, billed: "3"});
  });

  test.for(["\n", "\r\n", "\r"])("quoted line ends, quotes and delimiters, lines ending in %j", async (newline) => {
    const texts = ['a\nb "q" ,\r\n c\rd', '"', 'x"y', "a;b|c\td", "'--", ""];
    const content = csv(
      texts.map((ChargeDescription) => charge({ChargeDescription})),
      {newline}
    );
    const {source} = await taken(`quoted-${sources}.csv`, content);
    const rows = await shop.rows(sql`select "ChargeDescription" as text from charges`, {sources: [source]});
    expect(new Set(rows.map(({text}) => text))).toEqual(new Set([...texts.slice(0, -1), null]));
  });

  test("columns without a name keep what is in them", async () => {
    const columns = [...Object.keys(charge()), "", " "];
    const content = `${columns.join(",")}\n${first.replace(/"?\{.*$/, "{}")},kept,too\n`;
    const {source} = await taken("unnamed.csv", content);
    const [row] = await shop.rows(sql`select x from charges`, {sources: [source]});
    expect(Object.values(row?.["x"] ?? {})).toEqual(["kept", "too"]);
  });

  test("column names with quotes, semicolons, line ends and SQL are names", async () => {
    const names = ['we"ird', "a;b", "a\nb", "');drop table x;--", "x_'", "💰", "\u202Etxt"];
    const {source} = await taken("names.csv", csv([charge(Object.fromEntries(names.map((name) => [name, name])))]));
    const [row] = await shop.rows(sql`select x from charges`, {sources: [source]});
    expect(Object.keys(row?.["x"] ?? {}).toSorted()).toEqual(names.toSorted());
  });
});

describe("a text file that is not what it should be is refused as a whole", () => {
  const gzip = gzipSync(two);
  const zstd = zstdCompressSync(Buffer.from(two));
  const withFlippedByte = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 0x55;
    return copy;
  };
  const {BilledCost: _, ...unbilled} = charge();
  const cases: Readonly<
    Record<string, {name?: string; content: string | Uint8Array; code: string; place?: string; says?: RegExp}>
  > = {
    "empty file": {content: "", code: "input.empty", says: /is empty/},
    "header only": {content: `${header}\n`, code: "input.empty", says: /a header and no rows/},
    "header only, without a line end": {content: header, code: "input.empty"},
    "byte order mark only": {content: "\uFEFF", code: "input.empty"},
    "UTF-16 cut in a character": {
      content: utf16(two, {bigEndian: false, mark: true}).subarray(0, -1),
      code: "input.unreadable",
      says: /not UTF-16/
    },
    "Latin-1": {
      content: Buffer.concat([Buffer.from(two), Buffer.from(first.replace("Quarry", "Qu\xE4rry"), "latin1")]),
      code: "input.unreadable",
      place: ", line 4",
      says: /not UTF-8/
    },
    "NUL bytes": {
      content: `${two}${first.replace("Quarry", "Qu\0rry")}\n`,
      code: "input.unreadable",
      place: ", line 4",
      says: /NUL/
    },
    "no cost": {
      content: csv([unbilled], {columns: Object.keys(unbilled)}),
      code: "columns.missing",
      place: ", line 1, column BilledCost",
      says: /no column BilledCost/
    },
    "two columns of one name": {
      content: two.replace("BillingAccountName", "BillingAccountId"),
      code: "columns.duplicate",
      place: ", column BillingAccountId",
      says: /twice/
    },
    "two columns that differ in case": {
      content: two.replace("BillingAccountName", "billingaccountid"),
      code: "columns.duplicate",
      place: ", column BillingAccountId",
      says: /both mean/
    },
    "no FOCUS at all": {content: "hello world\nthis is\n", code: "version.unknown", says: /hello world/},
    "gzip with a flipped byte": {
      name: "a.csv.gz",
      content: withFlippedByte(gzip, gzip.length >> 1),
      code: "input.unreadable",
      says: /damaged or cut short/
    },
    "gzip with a wrong sum": {
      name: "a.csv.gz",
      content: withFlippedByte(gzip, gzip.length - 6),
      code: "input.unreadable",
      says: /damaged or cut short/
    },
    "gzip cut": {name: "a.csv.gz", content: gzip.subarray(0, -20), code: "input.unreadable", says: /cut short/},
    "gzip cut in its sum": {name: "a.csv.gz", content: gzip.subarray(0, -4), code: "input.unreadable"},
    "gzip cut in its header": {name: "a.csv.gz", content: gzip.subarray(0, 5), code: "input.unreadable"},
    "gzip followed by something else": {
      name: "a.csv.gz",
      content: Buffer.concat([gzip, Buffer.from("junk")]),
      code: "input.unreadable"
    },
    "gzip of nothing": {name: "a.csv.gz", content: gzipSync(""), code: "input.empty", says: /empty once unpacked/},
    "zstd cut": {name: "a.csv.zst", content: zstd.subarray(0, -10), code: "input.unreadable", says: /cut short/},
    "zstd with a flipped byte": {name: "a.csv.zst", content: withFlippedByte(zstd, 20), code: "input.unreadable"},
    "zip archive": {
      name: "a.csv",
      content: Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(40)]),
      code: "input.unreadable",
      says: /zip archive/
    },
    "header that never ends": {
      content: `"${"x".repeat(2_000_000)}`,
      code: "input.unreadable",
      place: ", line 1",
      says: /no header within its first megabyte/
    }
  };

  test.for(Object.entries(cases))("%s", async ([, {name = "bad.csv", content, code, place = "", says = /./}]) => {
    await shop.file(name, content);
    const error = await refusalWithoutTrace(shop, () => shop.ingest(name));
    expect(error.code).toBe(code);
    expect(error.exit).toBe(4);
    expect(placeAsText(error.at ?? {})).toBe(`${name}${place}`);
    expect(error.message).toMatch(says);
    expect(error.message).not.toContain(shop.root);
    expect(error.remedy).toMatch(/^[A-Z].*\.$/);
  });
});

describe("records that are none go to quarantine with their line", () => {
  const cases: Readonly<Record<string, {content: string; line: number; reason: string}>> = {
    "too few fields": {content: `${two}1,2,3\n${first}\n`, line: 4, reason: "has too few fields"},
    "too many fields": {content: `${two}${first},extra\n`, line: 4, reason: "has too many fields"},
    "a quote that does not end": {content: `${two}"abc`, line: 4, reason: "has a quote that does not end"},
    "text behind a closing quote": {
      content: `${header}\n${first.replace("Quarry", '"Qua"rry')}\n${second}\n`,
      line: 2,
      reason: "has a quote that does not end"
    }
  };

  test.for(Object.entries(cases))("%s", async ([name, {content, line, reason}]) => {
    const {report, totals} = await taken(`${name}.csv`, content);
    const [row] = report.rows;
    expect(report.verdict).toBe("quality");
    expect(row).toMatchObject({status: "held", quarantined: 1});
    expect(row?.quarantine[0]).toMatchObject({reason, column: null, rows: 1});
    expect(report.notes.join()).toMatch(/held back, 1 row in quarantine: a record has .* ashlar quarantine show/);
    expect(totals).toBeUndefined();
    const {quarantineShowOperation} = await import("../operations/quarantine.ts");
    const shown: {rows: {line: number; file: string}[]} = await shop.run(quarantineShowOperation, {
      snapshot: row?.snapshot
    });
    expect(shown.rows[0]).toMatchObject({line, file: `${name}.csv`});
  });

  test("a line of 200 MB, without memory for it, and the rows beside it", {timeout: 60_000}, async () => {
    const {open} = await import("node:fs/promises");
    await shop.file("long.csv", `${header}\n${first}\n`);
    const handle = await open(`${shop.root}/long.csv`, "a");
    const chunk = Buffer.alloc(1 << 20, "x");
    for (let n = 0; n < 200; n++) await handle.write(chunk);
    await handle.write(`\n${second}\n`);
    await handle.close();
    const report = await shop.ingest("long.csv", {source: "long", dryRun: false});
    expect(report.rows[0]).toMatchObject({status: "held", rows: 2, quarantined: 1});
    expect(report.rows[0]?.quarantine[0]?.reason).toMatch(/longer than 16 MiB|too few fields/);
  });
});
