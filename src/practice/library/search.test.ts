import {expect, test} from "vitest";
import {entryOf} from "./entry.ts";
import {entriesWith} from "./search.ts";

const place = {kind: "story", id: "story/x", own: true, path: "/library/story/x", file: "x.md"} as const;
const excerptOf = (markdown: string, words: string): string | null | undefined =>
  entriesWith([entryOf(markdown, place)], words)[0]?.excerpt;

test("an excerpt has the words of links and no marks", () => {
  expect(excerptOf("| `Tags` | **of** [the team](b.md#run) |\n", "team")).toBe("Tags of the team");
  expect(excerptOf("[a [team](b.md)\n", "team")).toBe("[a team");
  expect(excerptOf("[team](b.md)\n", "b.md")).toBeUndefined();
});

test("a text of nothing but beginnings of links is searched, too", () => {
  for (const part of ["[", "[]("]) {
    const begun = part.repeat(200_000 / part.length);
    expect(excerptOf(`${begun} team\n`, "team")).toMatch(/^….* team$/);
  }
});
