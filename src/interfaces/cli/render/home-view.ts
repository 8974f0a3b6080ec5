import {questionFromUrl, questionToCommand} from "../../../cost/question-text.ts";
import {cellText, type Fields, isFields, isRows} from "../../render/cells.ts";
import {notesText} from "./footer.ts";
import {type Style, tableText} from "./table.ts";
import {wrapped} from "./text-width.ts";

/** The home of a persona: each ask with the command that answers it, or what is missing and the next step. */
export function homeText(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const persona = fieldsIn(fields["persona"]);
  const variant = fieldsIn(fields["variant"]);
  const scope = fieldsIn(fields["scope"]);
  const people = rowsIn(fields["people"]).map(({name}) => cellText(name, "text"));
  const title = [persona["title"], variant["title"], scope["title"]].map((part) => cellText(part, "text"));
  const head = title.filter((part) => part !== "").join(" · ");
  const about = [cellText(persona["goal"], "text"), people.length === 0 ? "" : `Held by ${people.join(", ")}.`];
  const tiles = rowsIn(fields["tiles"]);
  return [
    `${style.colors.bold(head)}\n${wrapped(about.filter((part) => part !== "").join(" "), style.columns)}\n`,
    rowsIn(fields["asks"])
      .map((ask) => askText(ask, tiles, style))
      .join("\n"),
    notesText(fields["notes"], style),
    `${style.colors.dim(wrapped(cellText(fields["source"], "text"), style.columns))}\n`
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function askText({ask, tile, missing, next}: Fields, tiles: readonly Fields[], style: Style): string {
  const question = style.colors.bold(wrapped(cellText(ask, "text"), style.columns));
  const found = tiles.find(({id}) => id === tile);
  if (found !== undefined) {
    const command = style.colors.dim(indented(`$ ${commandOf(found)}`, style));
    return `${question}\n${indented(cellText(found["why"], "text"), style)}\n${command}\n`;
  }
  const step = fieldsIn(next);
  const way = [cellText(step["text"], "text"), cellText(step["command"], "text")];
  const shown = `→ ${way[0] ?? ""}${way[1] === "" ? "" : `: ashlar ${way[1] ?? ""}`}`;
  return `${question}\n${indented(cellText(missing, "text"), style)}\n${indented(shown, style)}\n`;
}

function commandOf({question, operation}: Fields): string {
  if (typeof question === "string") return questionToCommand(questionFromUrl(question));
  const {name, input} = fieldsIn(operation);
  const options = Object.entries(fieldsIn(input)).map(([key, value]) => {
    if (value === true) return `--${key}`;
    return `--${key} ${Array.isArray(value) ? value.join(",") : String(value)}`;
  });
  return ["ashlar", cellText(name, "text").replaceAll(".", " "), ...options].join(" ");
}

function indented(text: string, style: Style): string {
  return `  ${wrapped(text, style.columns - 2, "  ")}`;
}

/** Who has a home, and how many questions it begins with. */
export function homesTable(output: unknown, style: Style): string {
  const fields = isFields(output) ? output : {};
  const columns = [
    {title: "Persona", align: "left"},
    {title: "Group", align: "left"},
    {title: "Asks", align: "right"},
    {title: "Variants", align: "left"},
    {title: "People", align: "left"}
  ] as const;
  const rows = rowsIn(fields["rows"]).map(({persona, group, asks, variants, people}) => ({
    cells: [
      cellText(persona, "text"),
      cellText(group, "text"),
      cellText(asks, "text"),
      rowsIn(variants)
        .map(({id}) => cellText(id, "text"))
        .join(", "),
      rowsIn(people)
        .map(({name}) => cellText(name, "text"))
        .join(", ")
    ]
  }));
  return `${tableText(columns, rows, style)}\n${style.colors.dim(wrapped(cellText(fields["source"], "text"), style.columns))}\n`;
}

function fieldsIn(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function rowsIn(value: unknown): readonly Fields[] {
  return isRows(value) ? value : [];
}
