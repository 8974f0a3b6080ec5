/** A line of a list of invoices, or why it is none. */
export interface InvoiceLine {
  /** In the file, from 1. */
  readonly line: number;
  readonly input: Readonly<Record<string, string>>;
  readonly problem: string | null;
}

const required = ["issuer", "invoice", "period", "currency", "total"] as const;
const optional = ["tax", "date", "note"] as const;

export interface InvoiceFile {
  readonly lines: readonly InvoiceLine[];
  /** Why the file as a whole is not what is expected. */
  readonly problem: string | null;
}

/** Reads a CSV of invoices: columns by name, comma, semicolon or tab between them, quotes as in RFC 4180. */
export function invoiceLines(text: string): InvoiceFile {
  const records = recordsOf(text.replace(/^\uFEFF/, ""));
  const [head, ...rest] = records;
  if (head === undefined) return {lines: [], problem: "The file is empty."};
  const names = head.cells.map((cell) => cell.trim().toLowerCase());
  const lacking = required.filter((name) => !names.includes(name));
  if (lacking.length > 0)
    return {lines: [], problem: `The file has no column ${lacking.join(", ")}; it needs ${required.join(", ")}.`};
  const lines = rest.map(({line, cells}): InvoiceLine => {
    const input = Object.fromEntries(
      [...required, ...optional].flatMap((name) => {
        const value = (cells[names.indexOf(name)] ?? "").trim();
        return names.includes(name) && value !== "" ? [[name, value]] : [];
      })
    );
    const empty = required.filter((name) => input[name] === undefined);
    return {line, input, problem: empty.length === 0 ? null : `${empty.join(", ")} is empty`};
  });
  return {lines, problem: lines.length === 0 ? "The file has no line but its header." : null};
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function recordsOf(text: string): readonly CsvRecord[] {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const counts = [",", ";", "\t"].map((sign) => [sign, firstLine.split(sign).length] as const);
  const [sign] = counts.toSorted((a, b) => b[1] - a[1])[0] ?? [","];
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let first = 1;
  const end = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== "") records.push({line: first, cells});
    cells = [];
    cell = "";
  };
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? "";
    if (letter === "\n") line += 1;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === sign) {
      cells.push(cell);
      cell = "";
    } else if (letter === "\n") {
      end();
      first = line;
    } else if (letter !== "\r") cell += letter;
  }
  if (cell !== "" || cells.length > 0) end();
  return records;
}
