import {expect, test} from "vitest";
import {anchorsOf, commandsIn, linksIn, shellWords} from "./markdown.ts";

test("links in prose are found, those in code are not", () => {
  const text = '[a](b.md#c) ![d](<e.png> "f") `[g](h)`\n\n[i]: j.md\n<img src="k.svg">\n```\n[l](m)\n```\n';
  expect(linksIn(text)).toEqual(["b.md#c", "e.png", "j.md", "k.svg"]);
});

test("anchors are those of the headings", () => {
  expect(anchorsOf("# The `cost` question, asked\n## A & B\n## A & B\n```\n# no\n```\n")).toEqual([
    "the-cost-question-asked",
    "a--b",
    "a--b-1"
  ]);
});

test("commands are found with what the shell does taken off", () => {
  const text = `\`\`\`sh
# a remark
npm ci && npx ashlar cost --by service \\
  --filter "a = 'x;y' # z" | less
$ ashlar rows > rows.csv   # all of them
ashlar
echo ashlar no
\`\`\`
\`\`\`js
ashlar neither
\`\`\``;
  expect(commandsIn(text)).toEqual([`cost --by service  --filter "a = 'x;y' # z"`, "rows", ""]);
});

test("words are as a shell makes them", () => {
  expect(shellWords(`cost --filter "a = 'x \\"y'" --by 'tag.x y',b\\ c  d ""`)).toEqual([
    "cost",
    "--filter",
    `a = 'x "y'`,
    "--by",
    "tag.x y,b c",
    "d",
    ""
  ]);
});
