import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {entryOf} from "./entry.ts";
import {headingsOf, sectionOf, withoutTargets} from "./headings.ts";
import {linkedTo, pagesIn} from "./links.ts";

const text = `Before.

## Crawl

### What good looks like

One.

\`\`\`sh
## no heading
\`\`\`

## Walk

### What good looks like

Two. [Next](b.md#run)
`;

/** Characters of a text that is written to take hours. */
const hostile = 200_000;

describe("headings", () => {
  test("have anchors, code blocks apart", () => {
    expect(headingsOf(text).map(({id, level}) => [id, level])).toEqual([
      ["crawl", 2],
      ["what-good-looks-like", 3],
      ["walk", 2],
      ["what-good-looks-like-1", 3]
    ]);
  });

  test("a section ends where the next of its level begins", () => {
    expect(sectionOf(text, "crawl")).toBe(
      "## Crawl\n\n### What good looks like\n\nOne.\n\n```sh\n## no heading\n```\n"
    );
    expect(sectionOf(text, "what-good-looks-like-1")).toBe("### What good looks like\n\nTwo. [Next](b.md#run)\n");
    expect(sectionOf(text, "run")).toBeNull();
  });

  test.for([
    ["## A", "A"],
    ["   ## A ## \r", "A"],
    ["## A # B #", "A # B"],
    ["## ##", "#"],
    ["## [A](b.md#c) and `d`", "A and d"],
    ["## [A [b](c.md)", "[A b"],
    ["##", undefined],
    ["##A", undefined],
    ["    ## A", undefined]
  ] as const)("%j has the title %j", ([line, title]) => {
    expect(headingsOf(line)[0]?.title).toBe(title);
  });

  test("are read from a line of which every part could be its end", () => {
    const gap = " ".repeat(hostile);
    expect(headingsOf(`## A${gap}B${gap}## ##`).map(({title}) => title)).toEqual([`A${gap}B${gap}##`]);
    const marks = "# ".repeat(hostile / 2);
    expect(headingsOf(`## ${marks}A`).map(({title}) => title)).toEqual([`${marks}A`]);
  });

  test.for(["[", "[](", "[a](b", "[a [b](c"])("links that are begun with %j and never ended stay", (part) => {
    const text = part.repeat(hostile / part.length);
    expect(withoutTargets(text)).toBe(text);
    expect(withoutTargets(`${text} [d](e)`)).toBe(`${text} d`);
  });

  test("sections of the highest level and what stands before them are the whole text", () => {
    const line = fc.constantFrom("## A", "### B", "text", "", "```", "~~~sh", "## A b");
    fc.assert(
      fc.property(fc.array(line, {maxLength: 30}), (lines) => {
        const markdown = lines.join("\n");
        const top = headingsOf(markdown).filter(({level}) => level === 2);
        const before = markdown.split("\n").slice(0, headingsOf(markdown)[0]?.start ?? lines.length);
        const orphan = headingsOf(markdown)[0]?.level === 3;
        fc.pre(!orphan);
        const sections = top.map(({id}) => sectionOf(markdown, id) ?? "").join("\n");
        const plain = (value: string): string => value.replaceAll(/\s+/g, " ").trim();
        expect(plain(`${before.join("\n")}\n${sections}`)).toBe(plain(markdown));
      })
    );
  });
});

describe("links", () => {
  const pages = new Map([["playbooks/b.md", "/library/playbook/b"]]);
  const pageOf = (file: string): string | null => pages.get(file) ?? null;

  test("between files become pages; others and code stay", () => {
    expect(linkedTo("[a](b.md#run) [c](../playbooks/b.md)", "playbooks/a.md", pageOf)).toBe(
      "[a](/library/playbook/b#run) [c](/library/playbook/b)"
    );
    const left =
      "[a](c.md) [b](https://example.org/b.md) [c](/library/b.md) `[d](b.md)` [e](../../../etc/x.md) [f](%zz.md)";
    expect(linkedTo(left, "playbooks/a.md", pageOf)).toBe(left);
    const code = "```\n[a](b.md)\n```";
    expect(linkedTo(code, "playbooks/a.md", pageOf)).toBe(code);
    expect(linkedTo("`a [b](b.md) [c](b.md)", "playbooks/a.md", pageOf)).toBe(
      "`a [b](/library/playbook/b) [c](/library/playbook/b)"
    );
    expect(pagesIn("[a](/library/playbook/b#run) [b](/library/playbook/b) [c](/explore)")).toEqual([
      "/library/playbook/b"
    ]);
  });

  test.for(["](", "](b.md#", "](b.mdb.md#c"])("that are begun with %j and never ended stay", (part) => {
    const begun = part.repeat(hostile / part.length);
    expect(linkedTo(`${begun} [a](b.md#run)`, "playbooks/a.md", pageOf)).toBe(`${begun} [a](/library/playbook/b#run)`);
  });
});

describe("an entry", () => {
  const place = {kind: "story", id: "story/x", own: true, path: "/library/story/x", file: "x.md"} as const;

  test("never loses what stands below its head", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), (body) => {
        fc.pre(!/^\s*(#|---)/.test(body));
        const {markdown, title} = entryOf(`---\ntitle: T\n---\n${body}`, place);
        expect(title).toBe("T");
        expect(markdown.trim()).toBe(body.replaceAll("\r\n", "\n").trim());
      })
    );
  });

  test("takes a line in the text for no head", () => {
    expect(entryOf("Text\n---\ntitle: x\n---\n", place)).toMatchObject({title: "X", capability: null});
  });
});
