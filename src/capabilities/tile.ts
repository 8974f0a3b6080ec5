import {costOperation} from "../cost/ask.operation.ts";
import type {cost} from "../cost/contract.ts";
import {canonicalFilter} from "../cost/filter/canonical.ts";
import {parseFilter} from "../cost/filter/parse.ts";
import {filterText} from "../cost/filter/text.ts";
import {questionFromUrl, questionToUrl} from "../cost/question-text.ts";
import type {CostQuestion} from "../cost/question.ts";
import {UserError} from "../errors.ts";
import type {Context, Output} from "../operation.ts";
import type {Person, Scope} from "../practice/practice-file.ts";
import type {homesShow} from "./contract.ts";
import type {NextStep, Shows, Tile} from "./declaration.ts";
import {declarations} from "./declarations.ts";
import {meaningsIn, tagKeyFor, withTags} from "./tag-key.ts";
import {tileOperation} from "./tile-operations.ts";

export type ShownTile = Output<typeof homesShow>["tiles"][number];

/** Whose home the tile is on. */
export interface Viewer {
  readonly persona: string;
  readonly scope: Scope | null;
  readonly person: Person | null;
}

/** A tile that the practice has something for, or why not. */
export type Resolved =
  | {readonly shown: ShownTile}
  | {readonly shown: null; readonly missing: string; readonly next: NextStep | null};

/** Answers whether a question has any charges, each question once. */
export type Probe = (question: CostQuestion) => Promise<boolean>;

/** The tile named `capability/name`. Throws where none is declared: a mistake of the program. */
export function tileNamed(id: string): {readonly capability: string; readonly tile: Tile} {
  const [capability = "", name] = id.split("/");
  const tile = declarations.find((each) => each.id === capability)?.tiles.find((each) => each.id === name);
  if (tile === undefined) throw new Error(`no tile ${id} is declared`);
  return {capability, tile};
}

/** The tile as this viewer sees it, if the practice has something for it. */
export async function resolveTile(id: string, viewer: Viewer, probe: Probe, context: Context): Promise<Resolved> {
  const {capability, tile} = tileNamed(id);
  const keys = context.settings.tags;
  const write = (text: string): string => withTags(text, keys);
  const shown = {
    id,
    title: write(tile.title),
    why: write(tile.why),
    kind: tile.kind,
    capability,
    question: null,
    operation: null,
    columns: tile.columns.map(({key, title}) => ({key: write(key), title})),
    page: tile.page
  };
  try {
    if ("question" in tile.shows) {
      const lacking = meaningsIn(tile.shows.question).find((meaning) => tagKeyFor(meaning, keys) === null);
      if (lacking !== undefined) return lackingTag(lacking);
      const question = tileQuestion(tile.shows.question, viewer.scope, keys);
      if (await probe(question)) return {shown: {...shown, question: questionToUrl(question)}};
      return absent(tile.absent ?? noCharges, viewer);
    }
    const input = tileInput(tile.shows, viewer);
    const {operation: name} = tile.shows;
    if (tile.absent !== undefined) {
      const answer = (await tileOperation(name).run(input, context)) as {readonly rows: readonly unknown[]};
      if (answer.rows.length === 0) return absent(tile.absent, viewer);
    }
    return {shown: {...shown, operation: {name, input}}};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {shown: null, missing: error.message, next: error.remedy === undefined ? null : {text: error.remedy}};
  }
}

/** The question of a tile in a scope, with the practice's tags. Throws `filter.invalid` for the filter of a scope. */
export function tileQuestion(text: string, scope: Scope | null, keys: readonly string[]): CostQuestion {
  const question = questionFromUrl(withTags(text, keys, encodeURIComponent));
  if (scope?.filter === undefined) return question;
  const both = [scope.filter, ...(question.filter === undefined ? [] : [question.filter])].map(parseFilter);
  return {...question, filter: filterText(canonicalFilter({all: both}))};
}

/** The input of a tile's operation, for this viewer. */
export function tileInput(
  {input, scopeField, personField, personaField}: Extract<Shows, {operation: string}>,
  {scope, person, persona}: Viewer
): Record<string, unknown> {
  return {
    ...input,
    ...(scopeField === undefined || scope === null ? {} : {[scopeField]: scope.id}),
    ...(personField === undefined || person === null ? {} : {[personField]: person.id}),
    ...(personaField === undefined ? {} : {[personaField]: persona})
  };
}

/** Asks only for totals, which roll-ups mostly have. */
export function probeIn(context: Context): Probe {
  const known = new Map<string, Promise<boolean>>();
  return (question) => {
    const {granularity: _g, compare: _c, top: _t, ...rest} = question;
    const total: CostQuestion = {...rest, by: []};
    const key = questionToUrl(total);
    const asked = known.get(key) ?? hasCharges(total, context);
    known.set(key, asked);
    return asked;
  };
}

async function hasCharges(question: CostQuestion, context: Context): Promise<boolean> {
  const answer = (await costOperation.run(question, context)) as Output<typeof cost>;
  return answer.totals.length > 0;
}

const noCharges = {
  missing: "There is no charge of this time.",
  next: {text: "See how far the data of each source reaches", path: "/data", command: "sources list"}
};

function absent({missing, next}: NonNullable<Tile["absent"]>, {scope}: Viewer): Resolved {
  return {shown: null, missing: scope === null ? missing : `In the scope ${scope.title}: ${lowered(missing)}`, next};
}

function lackingTag(meaning: string): Resolved {
  return {
    shown: null,
    missing: `No tag key of the practice says the ${meaning.replaceAll("-", " ")} of a charge.`,
    next: {text: "Add the key that says it to tags in ashlar.yaml"}
  };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
