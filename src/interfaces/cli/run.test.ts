import {describe, expect, test} from "vitest";
import {z} from "zod";
import {contract, operation} from "../../operation.ts";
import {call, emptyPractice} from "./fixtures/call.ts";
import type {Said} from "./fixtures/call.ts";
import {sampleOperations} from "./fixtures/operations.ts";

async function ashlar(line: string, log: string[] = [], signal?: AbortSignal): Promise<Said> {
  const parts = {operations: sampleOperations(log), loader: emptyPractice};
  return call(line === "" ? [] : line.split(" "), parts, signal === undefined ? {} : {signal});
}

describe("help", () => {
  test.each(["", "--help", "weigh --help", "quarries --help", "help quarries show", "tests fail --help"])(
    "ashlar %s",
    async (line) => {
      const {exit, out, err} = await ashlar(line);
      expect({exit, err}).toEqual({exit: 0, err: ""});
      await expect(out).toMatchFileSnapshot(
        `fixtures/help/${line.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "top"}.txt`
      );
      expect(Math.max(...out.split("\n").map((row) => row.length))).toBeLessThanOrEqual(80);
    }
  );

  test("a group named alone explains itself and is a misuse", async () => {
    const {exit, out, err} = await ashlar("tests");
    expect({exit, out}).toEqual({exit: 2, out: ""});
    expect(err).toContain("Usage: ashlar tests <command>");
  });
});

describe("options", () => {
  const given = async (line: string): Promise<unknown> => {
    const {exit, out, err} = await ashlar(`${line} --output json`);
    expect({exit, err}).toEqual({exit: 0, err: ""});
    return (JSON.parse(out) as {input: unknown}).input;
  };
  const defaults = {metric: ["gross", "net"], memory: "4GB", checks: true, dryRun: false};

  test("defaults come from the contract", async () => {
    expect(await given("weigh a")).toEqual({stones: ["a"], ...defaults});
  });

  test("lists take commas and repetition; arguments are never split", async () => {
    const line = "weigh a,b c --metric net,gross --by service,tag.team --by x\\,y";
    const expected = {...defaults, stones: ["a,b", "c"], metric: ["net", "gross"], by: ["service", "tag.team", "x,y"]};
    expect(await given(line)).toEqual(expected);
  });

  test("flags, negated flags, numbers, maps, instants", async () => {
    const line =
      "weigh a --no-checks --dry-run --top 7 --cell a=b=c --cell d= --as-of 2026-10-01T00:00:00Z --granularity month";
    const expected = {
      ...defaults,
      stones: ["a"],
      checks: false,
      dryRun: true,
      top: 7,
      cell: {a: "b=c", d: ""},
      asOf: "2026-10-01T00:00:00Z",
      granularity: "month"
    };
    expect(await given(line)).toEqual(expected);
  });

  test("options of every command stand anywhere", async () => {
    for (const line of [
      "--output ndjson quarries list",
      "quarries --output=ndjson",
      "quarries --quiet --output ndjson list"
    ]) {
      const {exit, out} = await ashlar(line);
      expect({exit, lines: out.split("\n").length}).toEqual({exit: 0, lines: 3});
    }
  });

  test("what follows -- is an argument", async () => {
    const {out} = await ashlar("weigh --output json -- --help");
    expect((JSON.parse(out) as {input: {stones: unknown}}).input.stones).toEqual(["--help"]);
  });

  test("a contract cannot take the name of an option of every command", async () => {
    const bad = contract({
      name: "bad",
      summary: "",
      kind: "read",
      input: z.object({output: z.string()}),
      output: z.string()
    });
    const {err} = await call(["bad"], {operations: [operation(bad, async () => "")], loader: emptyPractice});
    expect(err).toContain("bad: the field output is an option of every command");
  });
});

describe("misuse is told in the words of the caller, with exit status 2", () => {
  test.each([
    ["weigh a --metric net,grss", '--metric must be one of gross, net, not "grss"; did you mean "gross"?'],
    ["weigh a --top x", '--top takes a whole number, not "x"'],
    ["weigh a --top 0", "--top must be at least 1, not 0"],
    ["weigh a --top 101", "--top must be at most 100, not 101"],
    ["weigh a --top 1 --top 2", "--top is given 2 times"],
    ["weigh a --day 2026-13-01", '--day must be a date such as 2026-10-01, not "2026-13-01"'],
    ["weigh a --as-of yesterday", '--as-of must be an instant such as 2026-10-01T00:00:00Z, not "yesterday"'],
    ["weigh a --memory 4", '--memory must be a size such as 4GB, not "4"'],
    ["weigh a --cell x", '--cell takes key=value, not "x"'],
    ["weigh a --metrc net", `unknown option '--metrc'; did you mean "--metric"?`],
    ["weigh a --metric", "--metric needs a value"],
    ["weigh", "<stones> is required"],
    ["quarries show north", "--unit is required"],
    ["quarries show no --unit m", "<id> must have at least 3 characters"],
    [
      "quarries show north south --unit m",
      "too many arguments for 'show'. Expected 1 argument but got 2: north, south"
    ],
    ["quarrys", 'there is no command "quarrys"; did you mean "quarries"?'],
    ["quarries lst", 'there is no command "quarries lst"; did you mean "list"?'],
    ["tests fial", 'there is no command "tests fial"; did you mean "fail"?'],
    ["weigh a --output xls", "--output is not xls but one of table, json, ndjson, csv, md, sarif, junit"],
    ["--frobnicate", "unknown option '--frobnicate'"]
  ])("ashlar %s", async (line, message) => {
    const {exit, out, err} = await ashlar(line);
    expect({exit, out, first: err.split("\n")[0]}).toEqual({exit: 2, out: "", first: `error: ${message}`});
  });
});

describe("errors", () => {
  test("a user's error names place and remedy and has the exit status of its code", async () => {
    expect(await ashlar("tests fail user")).toEqual({
      exit: 4,
      out: "",
      err: "error: the column BilledCost is missing\n  at a.csv, line 1\n→ Export it again with all mandatory columns.\n"
    });
  });

  test("with --output json it is an object on standard error", async () => {
    const {exit, err} = await ashlar("tests fail user --output json");
    expect({exit, said: JSON.parse(err) as unknown}).toEqual({
      exit: 4,
      said: {
        error: {
          code: "columns.missing",
          message: "the column BilledCost is missing",
          at: {file: "a.csv", line: 1},
          remedy: "Export it again with all mandatory columns.",
          exit: 4
        }
      }
    });
  });

  test("an unexpected one shows its stack and causes only with --verbose", async () => {
    const plain = await ashlar("tests fail program");
    expect(plain).toEqual({
      exit: 1,
      out: "",
      err: "unexpected: a beam broke (run again with --verbose for the details)\n"
    });
    const {err} = await ashlar("tests fail program --verbose");
    expect(err).toMatch(/unexpected: a beam broke\nError: a beam broke\n {4}at /);
    expect(err).toContain("caused by Error: worm");
  });

  test("a verdict of the answer is the exit status", async () => {
    expect((await ashlar("tests fail verdict")).exit).toBe(4);
  });
});

describe("resources", () => {
  test("are opened once and closed in reverse order, after errors too", async () => {
    const whole = ["open cellar", "open house", "close house", "close cellar"];
    for (const line of ["weigh a", "tests fail user", "tests fail program"]) {
      const log: string[] = [];
      await ashlar(line, log);
      expect(log).toEqual(whole);
    }
  });

  test("are closed after an interruption, which is exit status 130", async () => {
    const log: string[] = [];
    const abort = new AbortController();
    const said = ashlar("tests fail wait", log, abort.signal);
    while (!log.includes("open house")) await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    expect(await said).toEqual({exit: 130, out: "", err: "error: interrupted\n"});
    expect(log.slice(-2)).toEqual(["close house", "close cellar"]);
  });
});

test("--version", async () => {
  expect((await ashlar("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await ashlar("--version --verbose")).out).toMatch(/^ashlar .*\nnode 2[6-9].*\nduckdb 1\..*\n$/);
});

test("the practice is the one named, else the nearest one", async () => {
  const asked: string[] = [];
  const loader = {
    findPractice: async (start: string) => (asked.push(`find ${start}`), "/found"),
    loadPractice: async (root: string) => (asked.push(`load ${root}`), emptyPractice.loadPractice(root))
  };
  const operations = sampleOperations();
  await call(["quarries", "--practice", "there"], {operations, loader}, {cwd: "/here"});
  await call(["quarries"], {operations, loader}, {cwd: "/here"});
  expect(asked).toEqual(["load /here/there", "find /here", "load /found"]);
});
