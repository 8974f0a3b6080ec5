import {isDeepStrictEqual} from "node:util";
import {parseDocument} from "yaml";
import {UserError} from "../../errors.ts";
import {addressText, isFields, keyFieldOf, locate} from "../address.ts";
import {isTextFault, type Path, readYaml, type YamlText} from "../yaml-text.ts";
import {splicedInsert, splicedRemoval, splicedReplacement} from "./splice.ts";

/** One change of a practice file. `comment` lines are put above the place. */
export type Edit =
  | {
      readonly kind: "set";
      readonly parts: readonly string[];
      readonly value: unknown;
      readonly comment?: readonly string[];
    }
  | {readonly kind: "unset"; readonly parts: readonly string[]};

/** The value that the right side of a `--set` says. Throws `usage.invalid`. */
export function valueFromText(text: string, parts: readonly string[]): unknown {
  const read = readYaml(text);
  if (!isTextFault(read)) return text.trim() === "" ? null : read.value;
  throw new UserError("usage.invalid", `${addressText(parts)}: the value is ${read.message}`, {
    at: {column: "set"},
    remedy: "Give the value as YAML: active, 12, [a, b], {state: active}, or a text in quotes."
  });
}

/**
 * A practice file with one change made. All that the change is not about stays letter for letter: the text is cut and
 * filled at the place, and the result is read again to see that it says what was meant; where the form of the file
 * defies that, it is written anew, with its comments. Throws `usage.invalid` where the address cannot be followed.
 */
export function edited(text: string, edit: Edit): string {
  const read = readText(text);
  const goal = changed(read.value, edit);
  if (isDeepStrictEqual(goal.value, read.value) && (edit.kind === "unset" || edit.comment === undefined)) return text;
  const direct = spliced(text, read, edit, goal);
  if (direct !== null && says(direct, goal.value)) return direct;
  const anew = rewritten(text, edit, goal);
  if (anew !== null && says(anew, goal.value)) return anew;
  throw new UserError("usage.invalid", `${addressText(edit.parts)} cannot be changed here`, {
    at: {column: edit.kind},
    remedy: "Another place of the file refers to it (&name and *name): write those out first, or edit the file by hand."
  });
}

/** What a change makes of a value, and where: the path that is written, with the value that comes to stand there. */
interface Goal {
  readonly value: unknown;
  readonly path: Path;
  /** Undefined where something is taken out. */
  readonly at: unknown;
  /** Did something stand at the path before? */
  readonly present: boolean;
}

function changed(value: unknown, edit: Edit): Goal {
  const {path, missing} = locate(value, edit.parts);
  const copy: unknown = structuredClone(value);
  if (edit.kind === "unset") {
    if (missing.length > 0) {
      throw new UserError("usage.invalid", `nothing stands at ${addressText(edit.parts)}`, {
        at: {column: "unset"},
        remedy: "See what there is with: ashlar practice show --output json"
      });
    }
    removeAt(copy, path);
    return {value: copy, path, at: undefined, present: true};
  }
  const [step, ...rest] = missing;
  if (step === undefined) {
    const at = sameItem(value, path, edit);
    return {value: path.length === 0 ? at : putAt(copy, path, at), path, at, present: true};
  }
  const parent = valueAt(value, path);
  const list = listNamed(path);
  if (Array.isArray(parent)) {
    const at = itemOf(list, step, rest, edit);
    return {value: putAt(copy, [...path, parent.length], at), path: [...path, parent.length], at, present: false};
  }
  if (parent === null || parent === undefined) {
    // What has a key and no value yet becomes a list or map, as its name asks.
    const at = built(list, missing, edit);
    return {value: path.length === 0 ? at : putAt(copy, path, at), path, at, present: true};
  }
  const at = built(step, rest, edit);
  return {value: putAt(copy, [...path, step], at), path: [...path, step], at, present: false};
}

/** The value of what is missing: nested maps, and lists of one item where the field is a list. */
function built(name: string, rest: readonly string[], edit: Edit & {kind: "set"}): unknown {
  const [step, ...further] = rest;
  if (step === undefined) return edit.value;
  return keyFieldOf(name) === null ? {[step]: built(step, further, edit)} : [itemOf(name, step, further, edit)];
}

function itemOf(list: string, id: string, rest: readonly string[], edit: Edit & {kind: "set"}): unknown {
  const field = keyFieldOf(list);
  const [step, ...further] = rest;
  const body = step === undefined ? edit.value : {[step]: built(step, further, edit)};
  if (field === null || !isFields(body)) {
    throw new UserError(
      "usage.invalid",
      `${addressText(edit.parts)}: ${list} takes ${field === null ? "a whole list" : "items with fields"}`,
      {
        at: {column: "set"},
        remedy:
          field === null
            ? `Set the list as a whole: ${list}=[a, b].`
            : `Set one of its fields, as in ${id}.title=…, or give the item in braces: {…}.`
      }
    );
  }
  return withId(field, id.replace(/@\d{4}-\d\d-\d\d$/, ""), body, edit);
}

/** An item that is replaced as a whole keeps its id where the new one does not say it. */
function sameItem(value: unknown, path: Path, edit: Edit & {kind: "set"}): unknown {
  const field = typeof path.at(-1) === "number" ? keyFieldOf(String(path.at(-2) ?? "")) : null;
  if (field === null || !isFields(edit.value)) return edit.value;
  const old = valueAt(value, path);
  return isFields(old) ? withId(field, String(old[field]), edit.value, edit) : edit.value;
}

function withId(field: string, id: string, body: Readonly<Record<string, unknown>>, edit: Edit): unknown {
  if (body[field] !== undefined && body[field] !== id) {
    throw new UserError(
      "usage.invalid",
      `${addressText(edit.parts)}: the item says ${field} ${JSON.stringify(body[field])}`,
      {
        at: {column: "set"},
        remedy: `Leave ${field} out, or give the same in both places.`
      }
    );
  }
  return {[field]: id, ...body};
}

function listNamed(path: Path): string {
  const last = path.at(-1);
  return typeof last === "string" ? last : "";
}

function valueAt(value: unknown, path: Path): unknown {
  let here: unknown = value;
  for (const step of path) here = (here as Record<string | number, unknown>)[step];
  return here;
}

function putAt(copy: unknown, path: Path, value: unknown): unknown {
  const last = path.at(-1);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  if (last !== undefined) {
    Object.defineProperty(parent, last, {value, writable: true, enumerable: true, configurable: true});
  }
  return copy;
}

function removeAt(copy: unknown, path: Path): void {
  const last = path.at(-1);
  const parent = valueAt(copy, path.slice(0, -1));
  if (Array.isArray(parent) && typeof last === "number") parent.splice(last, 1);
  else if (last !== undefined) delete (parent as Record<string | number, unknown>)[last];
}

function readText(text: string): YamlText {
  const read = readYaml(text);
  if (!isTextFault(read)) return read;
  throw new UserError("practice.invalid", read.message, {at: {line: read.line}, remedy: read.remedy});
}

function says(text: string, value: unknown): boolean {
  const read = readYaml(text);
  return !isTextFault(read) && isDeepStrictEqual(read.value, value);
}

function spliced(text: string, read: YamlText, edit: Edit, goal: Goal): string | null {
  const comment = edit.kind === "set" ? (edit.comment ?? []) : [];
  if (goal.at === undefined) return splicedRemoval(text, read.document, goal.path);
  return goal.present
    ? splicedReplacement(text, read.document, goal.path, goal.at, comment)
    : splicedInsert(text, read.document, goal.path, goal.at, comment);
}

/** The file as the YAML library writes it: the same comments and order, in its own spacing. Null where it cannot. */
function rewritten(text: string, edit: Edit, goal: Goal): string | null {
  try {
    const document = parseDocument(text);
    if (goal.at === undefined) document.deleteIn(goal.path);
    else {
      const node = document.createNode(goal.at);
      const comment = edit.kind === "set" ? (edit.comment ?? []) : [];
      if (comment.length > 0) node.commentBefore = comment.map((line) => ` ${line}`).join("\n");
      document.setIn(goal.path, node);
    }
    return document.toString({lineWidth: 0, flowCollectionPadding: false});
  } catch {
    return null;
  }
}
