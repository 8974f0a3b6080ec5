import {Document} from "yaml";

/** Line breaks of a text are escaped: in quotes of any other kind they would take lines of their own. */
const options = {
  lineWidth: 0,
  flowCollectionPadding: false,
  singleQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER
} as const;

/** A value on one line, as it may stand in a list or map in brackets. */
export function flowText(value: unknown): string {
  const text = new Document([value]).toString({...options, collectionStyle: "flow", blockQuote: false}).trimEnd();
  return text.slice(1, -1);
}

/** A value on one line behind a key; null where it needs lines of its own. */
export function lineText(value: unknown): string | null {
  if (Array.isArray(value) && value.every(isPlain)) return `[${value.map(flowText).join(", ")}]`;
  if (!isPlain(value)) return isEmpty(value) ? "{}" : null;
  if (value === null) return "null";
  const text = new Document(value).toString({...options, blockQuote: false}).trimEnd();
  return text.includes("\n") ? flowText(value) : text;
}

/** `key: value` in lines, indented by nothing. */
export function pairLines(key: string, value: unknown): readonly string[] {
  const name = lineText(key) ?? JSON.stringify(key);
  const line = lineText(value);
  return line === null ? [`${name}:`, ...blockLines(value).map((each) => `  ${each}`)] : [`${name}: ${line}`];
}

/** A value in lines of its own, indented by nothing: maps by key, items behind dashes. */
export function blockLines(value: unknown): readonly string[] {
  const line = lineText(value);
  if (line !== null) return [line];
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first = "", ...rest] = blockLines(item);
      return [`- ${first}`, ...rest.map((each) => `  ${each}`)];
    });
  }
  return Object.entries(value as Record<string, unknown>).flatMap(([key, item]) => pairLines(key, item));
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
