import {expect, test} from "vitest";
import type {Io} from "./io.ts";
import {progressView, stepAsText} from "./progress.ts";

function recorded(errIsTerminal: boolean): {io: Io; said: string[]} {
  const said: string[] = [];
  const io: Io = {
    out: async () => undefined,
    err: (text) => void said.push(text),
    errIsTerminal,
    outIsTerminal: false,
    columns: 30,
    env: {},
    cwd: "/",
    signal: new AbortController().signal
  };
  return {io, said};
}

test("a step is said with its share", () => {
  expect(stepAsText({stage: "writing", message: "2026-10", done: 1500, total: 3000})).toBe(
    "writing 2026-10 · 1,500 of 3,000 (50 %)"
  );
  expect(stepAsText({stage: "hashing", done: 2000})).toBe("hashing · 2,000");
  expect(stepAsText({stage: "reading", message: "a\u001b[31m.csv"})).toBe("reading a [31m.csv");
});

test("on a terminal one line is redrawn, not more than ten times a second, and cleared", () => {
  const {io, said} = recorded(true);
  let clock = 0;
  const view = progressView(io, false, () => clock);
  view.step({stage: "reading", done: 1});
  clock = 50;
  view.step({stage: "reading", done: 2});
  clock = 150;
  view.step({stage: "reading", done: 3, message: "a-very-long-name-of-a-file.csv.gz"});
  view.step({stage: "writing"});
  view.end();
  view.end();
  expect(said).toEqual(
    ["reading · 1", "reading a-very-long-name-of-a-", "writing", ""].map((text) => `\r\u001b[2K${text.slice(0, 29)}`)
  );
});

test("elsewhere a stage gets one line when it has lasted two seconds", () => {
  const {io, said} = recorded(false);
  let clock = 0;
  const view = progressView(io, false, () => clock);
  for (clock = 0; clock <= 6000; clock += 1000) view.step({stage: clock < 4000 ? "reading" : "writing", done: clock});
  expect(said).toEqual(["reading · 2,000\n", "writing · 6,000\n"]);
});

test("--quiet says nothing", () => {
  const {io, said} = recorded(true);
  const view = progressView(io, true);
  view.step({stage: "reading"});
  view.end();
  expect(said).toEqual([]);
});
