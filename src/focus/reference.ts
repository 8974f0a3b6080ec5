import {type Column, type ColumnInVersion, focusVersions} from "./column.ts";
import {columnsOf, lakeColumns, versionsOf} from "./columns.ts";
import {type Dataset, datasets} from "./dataset.ts";
import {essentialColumns} from "./essential.data.ts";
import {columnAliases, flavourMarks} from "./flavours.data.ts";
import {serviceCategories, serviceSubcategories} from "./service-taxonomy.data.ts";
import {upgradeRules} from "./upgrade-rules.ts";

/** The page `docs/focus.md`: every column of every dataset by version, and what is done with them, as Markdown. */
export function focusReference(): string {
  return `${[introduction(), ...datasets.map(datasetSection), upgrades(), detection(), taxonomy()].join("\n\n")}\n`;
}

function introduction(): string {
  return `# FOCUS columns

This page is made from the data in \`src/focus\` (\`focusReference()\`); a test keeps the two equal.

Ashlar reads the versions ${focusVersions.join(", ")} of FOCUS, the FinOps Open Cost and Usage Specification, and keeps all
rows under the column names of the newest. In the tables **M** is mandatory, **C** conditional, **R** recommended, **O**
optional, a question mark means that null is allowed, and a dot that the version does not have the column.

The names of 1.0-preview are certain; its levels are read from its wording, since it had none itself.`;
}

function datasetSection(dataset: Dataset): string {
  const versions = versionsOf(dataset);
  const counts = versions.map((version) => `${version}: ${columnsOf(dataset, version).length}`).join(", ");
  const rows = columnsOf(dataset).map((column) => [
    column.name,
    column.type,
    ...versions.map((version) => levelText(column.versions[version])),
    aboutText(column)
  ]);
  const essential = essentialColumns[dataset].map(({name, or, why}) => [name, or.join(", "), why]);
  return `## ${dataset}

Columns by version: ${counts}. In the lake: ${lakeColumns(dataset).length}, and the map \`x\`.

${table(["Column", "Type", ...versions, "About"], rows)}

A file without these columns, or what they can be had from, is refused:

${table(["Column", "Or", "Why"], essential)}`;
}

function levelText(facts: ColumnInVersion | undefined): string {
  return facts === undefined ? "·" : `${facts.level.slice(0, 1)}${facts.nullable ? "?" : ""}`;
}

function aboutText(column: Column): string {
  const {about, condition, previousName, deprecated, removed, replacedBy} = column;
  const parts = [about];
  if (condition !== null) parts.push(`Present when ${condition}.`);
  if (previousName !== null) parts.push(`Was ${previousName}.`);
  if (deprecated !== null) parts.push(`Deprecated in ${deprecated}.`);
  if (removed !== null) parts.push(`Removed in ${removed}${replacedBy === null ? "" : `, replaced by ${replacedBy}`}.`);
  return [...parts, ...allowedTexts(column)].join(" ");
}

/** The allowed values where they are few, each list with the versions it is of where they differ. */
function allowedTexts({versions}: Column): readonly string[] {
  const lists = new Map<string, string[]>();
  for (const version of focusVersions) {
    const allowed = versions[version]?.allowed ?? [];
    if (allowed.length === 0 || allowed.length > 12) continue;
    const text = allowed.join(", ");
    lists.set(text, [...(lists.get(text) ?? []), version]);
  }
  return [...lists].map(([text, of]) => (lists.size === 1 ? `One of: ${text}.` : `One of (${span(of)}): ${text}.`));
}

function span(versions: readonly string[]): string {
  const [first = ""] = versions;
  const last = versions.at(-1) ?? first;
  return first === last ? first : `${first} to ${last}`;
}

function upgrades(): string {
  const rows = upgradeRules.map(({id, from, to, needs, column, about}) => [
    `\`${id}\``,
    span([from, to]),
    needs.join(", "),
    column,
    about
  ]);
  return `## Upgrades

The first rule that fits fills a column. A file that has the column keeps it, unless the rule converts its values. What a
file does not say stays null.

${table(["Rule", "Files of", "From", "To", "About"], rows)}

Columns that FOCUS does not name, with or without the prefix \`x_\`, and old columns that a rule does not carry over whole,
are kept in the map \`x\` under their own names.`;
}

function detection(): string {
  const marks = flavourMarks.map(({flavour, title, columns, prefixes}) => [
    flavour,
    title,
    [...columns, ...prefixes.map((prefix) => `${prefix}…`)].join(", ")
  ]);
  const aliases = columnAliases.map(({alias, column, about}) => [alias, column, about]);
  return `## How a file is recognised

The dataset is the one that alone has most of the file's columns. The version is the newest that any of its columns came
with, or a later one whose mandatory columns are all there where those of the former are not. Where no column tells, the
newest version counts whose mandatory columns are all there. What is stated by the user or a manifest is believed. Upper and
lower case, spaces around a name and a byte order mark make no difference.

${table(["Flavour", "Export", "Known by any of"], marks)}

These names are read as columns of the specification:

${table(["Name", "Column", "About"], aliases)}`;
}

function taxonomy(): string {
  const rows = serviceCategories.map((category) => [
    category,
    serviceSubcategories
      .filter((each) => each.category === category)
      .map(({name}) => name)
      .join(", ")
  ]);
  return `## Service categories

${table(["ServiceCategory", "ServiceSubcategory"], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
