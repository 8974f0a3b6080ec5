import {globSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {expect, test} from "vitest";
import {root} from "./source.ts";

/** Sheets of pages stay loaded when another page is opened, so that a class of two of them would mix their rules. */
test("a class that a page's sheet defines is defined in no other sheet", () => {
  const sheets = globSync("src/interfaces/web/**/*.css", {cwd: root}).map((file) => ({
    name: basename(file),
    ofPage: file.includes("pages"),
    classes: new Set(classesOf(readFileSync(join(root, file), "utf8")))
  }));
  const wrong = sheets
    .filter(({ofPage}) => ofPage)
    .flatMap(({name, classes}) =>
      sheets
        .filter((other) => other.name !== name && other.name !== "print.css")
        .flatMap((other) =>
          [...classes].filter((each) => other.classes.has(each)).map((each) => `.${each}: ${name}, ${other.name}`)
        )
    );
  expect(sheets.filter(({ofPage}) => ofPage).length).toBeGreaterThan(2);
  expect(wrong).toEqual([]);
});

/** Classes that stand alone before a rule, which is where they get their form. */
function classesOf(sheet: string): readonly string[] {
  const rules = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return [...rules.matchAll(/^\s*\.([a-z][a-z0-9-]*)(?=\s*[{,])/gm)].map(([, name = ""]) => name);
}
