import {UserError} from "../errors.ts";
import {didYouMean} from "../nearest.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {capabilityDetail} from "./capability-detail.ts";
import {type FrameworkWhat, frameworkShow as showContract} from "./contract.ts";
import type {Edition, Framework} from "./framework.ts";
import {linksOf} from "./links.ts";
import {notesOf} from "./list.ts";
import {titleIn} from "./map.ts";
import {editionIn} from "./open.ts";
import {rowsOf} from "./rows.ts";

export const frameworkShowOperation = operation(showContract, frameworkShow);

type Shown = Output<typeof showContract>;

interface Row {
  readonly id: string;
  readonly title: string;
}

/** Where a name is looked for, the likeliest first. */
const order: readonly FrameworkWhat[] = [
  "capabilities",
  "domains",
  "principles",
  "personas",
  "phases",
  "kpis",
  "indicators",
  "maturity",
  "lenses",
  "technology-categories",
  "starters",
  "requirements",
  "thresholds",
  "data-domains",
  "scopes",
  "edges",
  "microsoft"
];

/** Throws `not-found`: with the nearest name, or with where it went in this edition. */
export async function frameworkShow(input: Input<typeof showContract>, context: Context): Promise<Shown> {
  const {framework, edition} = await editionIn(context, input.edition);
  const found = (input.what === undefined ? order : [input.what]).flatMap((what) => {
    const row = rowNamed(input.id, what, edition, framework);
    return row === null ? [] : [{what, row}];
  });
  const [first, ...others] = input.what === undefined ? ofMicrosoft(found, edition, framework) : found;
  if (first === undefined) throw notThere(input.id, input.what, edition, framework);
  const {what, row} = first;
  return {
    edition: edition.id,
    source: edition.source,
    licence: edition.licence,
    what,
    id: row.id,
    title: row.title,
    also: others.map((each) => ({what: each.what, id: each.row.id, title: each.row.title})),
    item: {...row},
    links: linksOf(what, row, edition, framework),
    names: namesOf(what, row.id, edition, framework),
    capability: what === "capabilities" ? capabilityDetail(edition.capability(row.id), edition, framework) : null,
    notes: notesOf(what, edition, 1, false)
  };
}

function rowNamed(text: string, what: FrameworkWhat, edition: Edition, framework: Framework): Row | null {
  const rows: readonly Row[] = rowsOf[what](edition, framework);
  const wanted = text.trim().toLowerCase();
  return (
    rows.find(({id}) => id === text) ??
    rows.find(
      (row) =>
        row.id.toLowerCase() === wanted ||
        row.title.toLowerCase() === wanted ||
        ("code" in row && typeof row.code === "string" && row.code.toLowerCase() === wanted)
    ) ??
    null
  );
}

/** A name that only Microsoft uses leads to the capability that it stands for. */
function ofMicrosoft(
  found: readonly {readonly what: FrameworkWhat; readonly row: Row}[],
  edition: Edition,
  framework: Framework
): readonly {readonly what: FrameworkWhat; readonly row: Row}[] {
  const [only] = found;
  if (only?.what !== "microsoft" || !("capability" in only.row) || typeof only.row.capability !== "string")
    return found;
  const row = rowNamed(only.row.capability, "capabilities", edition, framework);
  return row === null ? found : [{what: "capabilities", row}, ...found];
}

function notThere(text: string, what: FrameworkWhat | undefined, edition: Edition, framework: Framework): UserError {
  const went = wayOf(text, edition, framework);
  if (went !== null && (what === undefined || what === went.what)) {
    return new UserError("not-found", `There is no ${JSON.stringify(text)} in edition ${edition.id}; ${went.said}`, {
      remedy: `See: ashlar framework map ${shellWord(text)}`
    });
  }
  const names = (what === undefined ? order : [what]).flatMap((each) =>
    (rowsOf[each](edition, framework) as readonly Row[]).flatMap(({id, title}) => [id, title])
  );
  return new UserError(
    "not-found",
    `There is no ${JSON.stringify(text)} in edition ${edition.id}${didYouMean(text, names)}`,
    {remedy: `Search for it: ashlar framework search ${shellWord(text)} --edition ${edition.id}`}
  );
}

function wayOf(text: string, edition: Edition, framework: Framework): {what: FrameworkWhat; said: string} | null {
  let ways: ReturnType<Framework["map"]>;
  try {
    ways = framework.map(text, undefined, edition.id);
  } catch {
    return null;
  }
  const [way] = ways;
  if (way === undefined) return null;
  const names = way.ids.map((id) => `${titleIn(framework, way.to, way.what, id)} (${id})`).join(" and ");
  return {
    what: way.what,
    said:
      way.ids.length === 0
        ? `edition ${way.from} has it, and nothing came of it here`
        : `${way.id} of ${way.from} is ${names} here`
  };
}

function shellWord(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function namesOf(what: FrameworkWhat, id: string, edition: Edition, framework: Framework): Shown["names"] {
  if (what !== "capabilities" && what !== "domains" && what !== "principles") return [];
  return framework
    .map(id, edition.id)
    .filter((each) => each.what === what)
    .map(({to, ids, kind, note}) => ({
      edition: to,
      ids: [...ids],
      titles: ids.map((other) => titleIn(framework, to, what, other)),
      kind,
      note
    }));
}
