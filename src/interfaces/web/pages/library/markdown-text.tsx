import {type ComponentProps, useMemo} from "react";
import Markdown, {type Components} from "react-markdown";
import remarkGfm from "remark-gfm";
import {CopyButton} from "../../blocks/copy-button.tsx";
import {useHashTarget} from "../framework/hash-target.ts";
import {PathLink} from "../practice/path-link.tsx";
import type {Section} from "./facts.ts";

/** A node of a parsed text, as far as headings are looked for in it. */
interface TextNode {
  readonly type: string;
  readonly children?: readonly TextNode[];
  data?: {hProperties?: Record<string, string>};
}

/** Gives the headings of a text the ids that the server gave them, in their order. */
function headingIds(sections: readonly Section[]) {
  return () => (tree: TextNode) => {
    let next = 0;
    const visit = (node: TextNode): void => {
      if (node.type === "heading") {
        const id = sections[next]?.id;
        next += 1;
        if (id !== undefined) node.data = {...node.data, hProperties: {...node.data?.hProperties, id}};
      }
      for (const child of node.children ?? []) visit(child);
    };
    visit(tree);
  };
}

/** HTML in a text is not taken as such: it is left out. Pictures are links, as the page loads nothing from elsewhere. */
const components: Components = {
  a: ({href = "", children}) => {
    if (href.startsWith("/") && !href.startsWith("//")) return <PathLink path={href}>{children}</PathLink>;
    if (href.startsWith("#")) return <a href={href}>{children}</a>;
    return (
      <a href={href} rel="noreferrer">
        {children}
      </a>
    );
  },
  img: ({src, alt}) => (
    <a href={typeof src === "string" ? src : ""} rel="noreferrer">
      {alt === undefined || alt === "" ? "picture" : `picture: ${alt}`}
    </a>
  ),
  pre: (props) => <Fence {...props} />,
  table: ({children}) => (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Table">
      <table className="table">{children}</table>
    </div>
  )
};

/** A text in Markdown, set as a page. */
export function MarkdownText({markdown, sections}: {readonly markdown: string; readonly sections: readonly Section[]}) {
  const plugins = useMemo(() => [remarkGfm, headingIds(sections)], [sections]);
  useHashTarget(true);
  return (
    <div className="text">
      <Markdown remarkPlugins={plugins} components={components}>
        {markdown}
      </Markdown>
    </div>
  );
}

/** Commands as they are typed, each with a button that copies it. */
function Fence({children}: ComponentProps<"pre">) {
  const text = textOf(children).replace(/\n$/, "");
  const lines = text.split("\n");
  const commands = lines.every((line) => line.startsWith("ashlar ") || line.startsWith("#") || line === "");
  if (!commands || lines.length > 12) {
    return (
      <div className="fence">
        <pre tabIndex={0}>{children}</pre>
        <CopyButton text={text} label="Copy" />
      </div>
    );
  }
  return (
    <ul className="commands" aria-label="Commands">
      {lines
        .filter((line) => line !== "")
        .map((line) => (
          <li key={line}>
            <code tabIndex={0}>{line}</code>
            {line.startsWith("#") ? null : <CopyButton text={line} label="Copy command" />}
          </li>
        ))}
    </ul>
  );
}

function textOf(node: React.ReactNode): string {
  if (typeof node === "string") return node;
  if (Array.isArray(node)) return node.map(textOf).join("");
  if (typeof node === "object" && node !== null && "props" in node)
    return textOf((node.props as {readonly children?: React.ReactNode}).children);
  return "";
}
