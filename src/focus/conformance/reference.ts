import {corrections, errata12, published12} from "./errata.data.ts";
import {messageOf} from "./message.ts";
import {ownRules} from "./own-rules.data.ts";

/** The page `docs/conformance-errata.md`: what the corrected reading changes of the official model, as Markdown. */
export function errataReference(): string {
  return `# Errata of the requirements model 1.2

This page is made from the data in \`src/focus/conformance/errata.data.ts\` (\`errataReference()\`); a test keeps the two equal.

## Of every rule of a kind

${table(
  ["What", "Why"],
  corrections.map(({of, reason}) => [of, reason])
)}

## Of single rules

${table(
  ["Rule", "Why"],
  errata12.map(({rule, reason}) => [`\`${rule}\``, reason])
)}

## Published

The official reading has these, too.

${table(
  ["Rule", "Why"],
  published12.map(({rule, reason}) => [`\`${rule}\``, reason])
)}

## Rules of ours

Beside those that follow from the definition of a single column.

${table(
  ["Rule", "Dataset", "Since", "What"],
  ownRules.map(({rule, datasets, since}) => [
    `\`${rule.id}\``,
    datasets.length > 1 ? "all" : datasets.join(),
    since,
    messageOf(rule)
  ])
)}
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
