import {globSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import picocolors from "picocolors";
import {describe, expect, test} from "vitest";
import {commandsIn, shellWords} from "../../../test/markdown.ts";
import {parseFilter} from "../../cost/filter/parse.ts";
import {questionFromUrl} from "../../cost/question-text.ts";
import type {Edition, Indicator} from "../../framework/framework.ts";
import {openFramework} from "../../framework/open.ts";
import {commandTree} from "../../interfaces/cli/command-tree.ts";
import {completionCommand} from "../../interfaces/cli/completion.ts";
import {inputOf} from "../../interfaces/cli/input.ts";
import {parseCall} from "../../interfaces/cli/program.ts";
import {serverCommands} from "../../interfaces/cli/server-commands.ts";
import {operations} from "../../operations.ts";
import type {Entry} from "./entry.ts";
import {glossaryTerms, termsWith} from "./glossary.ts";
import {headingsOf, proseLines, sectionOf} from "./headings.ts";
import {shippedEntries, shippedFolder} from "./shipped.ts";

const edition: Edition = (await openFramework({root: tmpdir(), file: null, data: tmpdir()})).edition("2026");
const entries = await shippedEntries();
const playbooks = entries.filter(({kind}) => kind === "playbook");
const lessons = entries.filter(({kind}) => kind === "lesson");
const levels = ["crawl", "walk", "run"] as const;

/** The parts that each section of a playbook has, in this order. */
const parts = ["Good looks like.", "Next step.", "In Ashlar.", "Measured by", "Pitfalls.", "Who."];

describe("playbooks", () => {
  test("are there for each capability of the edition, under its title", () => {
    const ids = edition.capabilities.map(({slug, title}) => ({capability: slug, title}));
    const byId = (a: {capability: string | null}, b: {capability: string | null}): number =>
      (a.capability ?? "").localeCompare(b.capability ?? "");
    expect(playbooks.map(({capability, title}) => ({capability, title})).toSorted(byId)).toEqual(ids.toSorted(byId));
    expect(playbooks.filter(({file, capability}) => basename(file) !== `${capability}.md`)).toEqual([]);
  });

  test.for(playbooks)("$id has crawl, walk and run, each with all its parts", ({markdown, summary, updated}) => {
    expect(headingsOf(markdown).map(({id, level}) => [id, level])).toEqual(levels.map((level) => [level, 2]));
    for (const level of levels) {
      const bold = [...(sectionOf(markdown, level) ?? "").matchAll(/^\*\*([^*]+)\*\*/gm)].map(([, part]) => part);
      expect({level, bold}).toEqual({level, bold: parts});
    }
    expect(summary.length).toBeGreaterThan(40);
    expect(updated).not.toBeNull();
    const words = proseLines(markdown)
      .filter(({text}) => !text.startsWith("- "))
      .flatMap(({text}) => text.split(/\s+/).filter((word) => word !== "")).length;
    expect(words).toBeGreaterThan(400);
    expect(words).toBeLessThan(900);
  });

  test.for(playbooks)("$id measures by the indicators and thresholds of the edition", ({capability, markdown}) => {
    const own = edition.indicators.filter((indicator) => indicator.capability === capability);
    for (const level of levels) {
      const section = sectionOf(markdown, level) ?? "";
      const said = [...section.matchAll(/^- .*?: (≥|≤|>|<)?(yes|[\d.]+)[^(]*\(`([^`]+)`\)$/gm)].map(
        ([, sign = "", value, id]) => ({id, threshold: `${operator(sign)}${value}`})
      );
      const asked = own
        .filter((indicator) => asks(indicator, level))
        .map((indicator) => ({id: indicator.id, threshold: indicator[level].text}));
      expect({level, said}).toEqual({level, said: asked});
    }
  });

  test("a threshold is told published only where it is", () => {
    for (const {markdown, id} of playbooks) {
      for (const level of levels) {
        for (const [, indicator = ""] of (sectionOf(markdown, level) ?? "").matchAll(/, published \(`([^`]+)`\)$/gm))
          expect({id, indicator, basis: edition.indicator(indicator).basis[level]}).toEqual({
            id,
            indicator,
            basis: "P26"
          });
      }
    }
  });
});

function operator(sign: string): string {
  return {"≥": ">=", "≤": "<="}[sign] ?? sign;
}

function asks(indicator: Indicator, level: (typeof levels)[number]): boolean {
  const {text} = indicator[level];
  return text !== "no" && text !== ">=0";
}

describe("lessons", () => {
  test("are there for each persona of the edition", () => {
    const personas = edition.personas.map(({slug}) => slug);
    expect(lessons.map(({persona}) => persona).toSorted(byText)).toEqual(personas.toSorted(byText));
    expect(lessons.filter(({file, persona}) => basename(file) !== `${persona}.md`)).toEqual([]);
  });
});

describe("what people are told to type and to open", () => {
  const all = [...operations, ...serverCommands(operations), completionCommand(operations)];
  const tree = commandTree(all);
  const style = {columns: 80, colors: picocolors.createColors(false)};
  const router = readFileSync(join(shippedFolder(), "..", "src", "interfaces", "web", "app", "router.tsx"), "utf8");
  const routes = [...router.matchAll(/\b(?:page\(|path:)\s*"(\/[^"]*)"/g)].map(
    ([, path = ""]) => new RegExp(`^${path.replaceAll(/\$\w+/g, "[^/]+")}$`)
  );

  test.for(entries)("$id has commands that are whole and questions that can be asked", ({markdown}) => {
    for (const line of commandsIn(markdown)) {
      const call = parseCall(tree, shellWords(line), style);
      if (call.kind !== "run") {
        expect({line, exit: call.exit}).toEqual({line, exit: "ok"});
        continue;
      }
      const input = call.operation.contract.input.safeParse(
        inputOf(call.operation.contract, call.parameters, call.typed)
      );
      expect({line, problem: input.error?.issues[0]?.message}).toEqual({line, problem: undefined});
      const {filter, question} = (input.data ?? {}) as {filter?: unknown; question?: unknown};
      if (typeof filter === "string") expect(() => parseFilter(filter)).not.toThrow();
      if (call.operation.contract.name === "views.save") expect(() => questionFromUrl(String(question))).not.toThrow();
    }
  });

  test.for(entries)("$id names in its sentences only commands that there are", ({markdown}) => {
    const names = all.flatMap(({contract}) => {
      const words = contract.name.split(".").join(" ");
      return words.endsWith(" list") ? [words, words.slice(0, -5)] : [words];
    });
    const prose = proseLines(markdown)
      .map(({text}) => text)
      .join("\n");
    const wrong = [...prose.matchAll(/`ashlar ([^`]+)`/g)]
      .map(([, call = ""]) => call)
      .filter((call) => !names.some((name) => call === name || call.startsWith(`${name} `)));
    expect(wrong).toEqual([]);
  });

  test.for(entries)("$id opens only pages that there are", ({markdown}) => {
    const links = [...markdown.matchAll(/\]\((\/[^)\s]*)\)/g)].map(([, link = ""]) => new URL(link, "http://a"));
    expect(links.filter(({pathname}) => !routes.some((route) => route.test(pathname)))).toEqual([]);
    for (const {pathname, search} of links)
      if (pathname === "/explore") expect(() => questionFromUrl(search.slice(1))).not.toThrow();
  });
});

describe("the glossary", () => {
  test("has terms of one name each, whose references are there", async () => {
    const terms = await glossaryTerms();
    expect(terms.length).toBeGreaterThanOrEqual(80);
    const ids = terms.map(({id}) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const names = terms.flatMap(({term, also}) => [term, ...also]).map((name) => name.toLowerCase());
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(terms.flatMap(({see}) => see.filter(({id}) => !ids.includes(id)))).toEqual([]);
    expect(terms.filter(({meaning}) => !/^[A-Z].*\.$/.test(meaning))).toEqual([]);
  });

  test("finds the term before other names, and these before meanings", async () => {
    const found = termsWith(await glossaryTerms(), "project").map(({term}) => term);
    expect(found[0]).toBe("Sub-account");
    expect(termsWith(await glossaryTerms(), "SHOWBACK").map(({term}) => term)[0]).toBe("Showback");
    expect(termsWith(await glossaryTerms(), "no such word")).toEqual([]);
  });
});

test("every file of the library is of a kind that is shown", () => {
  const files = globSync("**/*", {cwd: shippedFolder(), withFileTypes: true}).filter((entry) => entry.isFile());
  const known: readonly string[] = [...entries.map((entry: Entry) => basename(entry.file)), "glossary.yaml"];
  expect(files.map(({name}) => name).filter((name) => !known.includes(name))).toEqual([]);
});

function byText(a: string | null, b: string | null): number {
  return (a ?? "").localeCompare(b ?? "");
}
