import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {messageOf, UserError} from "../errors.ts";
import {type Context, type Input, operation, type Output} from "../operation.ts";
import {arrangementOf, whole} from "./arrangement.ts";
import {withRequested} from "./change/requested.ts";
import {openChecker} from "./check/check.ts";
import {readRules} from "./check/rules.ts";
import {init as initContract} from "./contract.ts";
import {initText, schemaPath} from "./init-text.ts";
import {practiceFile} from "./practice-file-name.ts";
import {jsonSchema} from "./schema.ts";

export const initOperation = operation(initContract, init);

/** Writes the practice file of a folder that has none. Throws `practice.exists`, `storage.denied`, `not-found`. */
export async function init(input: Input<typeof initContract>, context: Context): Promise<Output<typeof initContract>> {
  const {root} = context.folder;
  const file = join(root, practiceFile);
  const text = await textOf(input, context);
  if (!input.dryRun) await write(root, file, text);
  return {
    file,
    written: !input.dryRun,
    text,
    notes: [
      "Next: ashlar ingest FILE-OR-FOLDER --source NAME, then: ashlar cost",
      input.starter === undefined
        ? "Compose the practice: ashlar practice plan --starter new-to-finops --scope cloud, or on the Practice page of: ashlar serve"
        : "See what to decide next: ashlar practice check"
    ]
  };
}

/** A text without errors: what it says wrong would be a mistake of ours, or of an id that was given. */
async function textOf(input: Input<typeof initContract>, context: Context): Promise<string> {
  const checker = await openChecker(context);
  const {framework} = checker;
  const edition = framework.edition(input.edition);
  const practitioner = edition.personas.find(({slug}) => slug === "finops-practitioner") ?? edition.personas[0];
  const wanted = input.owner !== undefined || input.starter !== undefined;
  const owner =
    wanted && practitioner !== undefined
      ? {
          id: idOf(input.owner ?? "owner"),
          name: input.owner ?? "Owner of the practice",
          stated: input.owner !== undefined,
          persona: practitioner.slug
        }
      : null;
  const plain = initText({
    name: input.name ?? null,
    edition: edition.id,
    tags: input.tags,
    rates: input.currency ?? null,
    owner,
    scope: input.starter !== undefined
  });
  const asked = {set: [], unset: [], starter: input.starter, preset: undefined, scope: undefined, upgrade: undefined};
  const around = {framework, rules: await readRules(), read: (text: string) => arrangementOf(text)};
  const composed = input.starter === undefined ? plain : withRequested(plain, {...asked, set: firstScope}, around);
  const read = whole(arrangementOf(composed));
  const error = (await checker.check(read)).find(({severity}) => severity === "error");
  if (error === undefined) return composed;
  throw new UserError("practice.invalid", `${error.path}: ${error.message}`, {remedy: error.remedy});
}

/** What makes the first scope whole: it is active, and somebody looks it over. */
const firstScope = ["scopes.technology.status=active", "scopes.technology.review=quarterly"];

/** `Ann Lee` → `ann-lee`. */
function idOf(name: string): string {
  const plain = name.normalize("NFKD").toLowerCase().replaceAll(/\p{M}/gu, "");
  const id = plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 64);
  return id === "" ? "owner" : id;
}

async function write(root: string, file: string, text: string): Promise<void> {
  try {
    await mkdir(root, {recursive: true});
    // Exclusive: two people or a second call must not write over what somebody has composed.
    await writeFile(file, text, {flag: "wx"});
    const schema = join(root, schemaPath);
    await mkdir(dirname(schema), {recursive: true});
    await writeFile(schema, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new UserError("practice.exists", `${practiceFile} is there already`, {
        at: {file: practiceFile},
        remedy: "Edit it, or choose another folder with --practice DIR. Nothing was changed.",
        cause: error
      });
    throw new UserError("storage.denied", `${root} cannot be written: ${messageOf(error)}`, {
      remedy: "Check the folder and its permissions, or choose another with --practice DIR.",
      cause: error
    });
  }
}
