import {spawn} from "node:child_process";
import {chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {parse} from "yaml";
import {type Workshop, workshop} from "../../lake/fixtures/workshop.ts";
import {practiceText} from "../fixtures/practice-text.ts";
import {practiceHistoryOperation} from "../history.ts";
import {practiceShowOperation} from "../show.ts";
import {practiceApplyOperation} from "./apply.ts";
import {practicePlanOperation} from "./plan.ts";

let shop: Workshop;
beforeEach(async () => {
  shop = await workshop();
  await shop.file("ashlar.yaml", practiceText);
});
afterEach(() => shop.close());

interface Changed {
  readonly base: string | null;
  readonly revision: string;
  readonly diff: string;
  readonly changes: readonly {
    readonly path: string;
    readonly label: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  readonly newFindings: readonly {readonly rule: string; readonly capability: string | null}[];
  readonly resolvedFindings: readonly {readonly rule: string; readonly capability: string | null}[];
  readonly verdict: string;
  readonly applied: boolean;
  readonly id: string | null;
}

const plan = (input: object = {}): Promise<Changed> => shop.run(practicePlanOperation, input);
const apply = (input: object = {}): Promise<Changed> => shop.run(practiceApplyOperation, input);
const history = async (): Promise<
  readonly {id: string; summary: string; note: string | null; by: string; revision: string}[]
> => ((await shop.run(practiceHistoryOperation, {})) as {rows: never}).rows;
const onDisk = (): Promise<string> => readFile(join(shop.root, "ashlar.yaml"), "utf8");
const watch = "scopes.cloud.blocks.budgeting.state=watch";

describe("a plan", () => {
  test("says in plain words what changes, shows the diff and what it settles, and writes nothing", async () => {
    const planned = await plan({set: ["scopes.cloud.blocks.invoicing-chargeback.state=watch"]});
    expect(planned).toMatchObject({
      changes: [
        {
          path: "scopes.cloud.blocks.invoicing-chargeback",
          label: "Cloud: capability Invoicing & Chargeback added, watch",
          before: null,
          after: {capability: "invoicing-chargeback", state: "watch"}
        }
      ],
      newFindings: [],
      resolvedFindings: [{rule: "dependency-stated", capability: "invoicing-chargeback"}],
      verdict: "ok",
      applied: false
    });
    expect(planned.diff).toBe(
      [
        "--- a/ashlar.yaml",
        "+++ b/ashlar.yaml",
        "@@ -55,6 +55,7 @@",
        "         # Finance asked for it.",
        "         owner: bo",
        "       - {capability: anomaly-management, state: watch}",
        "+      - {capability: invoicing-chargeback, state: watch}",
        "     kpiTargets: []",
        "     overlaps:",
        "       - {scope: ai, rule: include-and-explain}",
        ""
      ].join("\n")
    );
    expect(await onDisk()).toBe(practiceText);
    expect(await readdir(shop.root)).toEqual(["ashlar.yaml"]);
  });

  test("of what stands there already has an empty diff", async () => {
    const values = parse(practiceText) as {people: {id: string; name: string}[]; scopes: {id: string; title: string}[]};
    const same = fc.oneof(
      fc.constantFrom(...values.people).map(({id, name}) => `people.${id}.name=${JSON.stringify(name)}`),
      fc.constantFrom(...values.scopes).map(({id, title}) => `scopes.${id}.title=${JSON.stringify(title)}`),
      fc.constantFrom(
        "scopes.cloud.blocks.allocation.state=active",
        "scopes.ai.categories=[ai, saas]",
        "edition='2026'"
      )
    );
    await fc.assert(
      fc.asyncProperty(fc.array(same, {minLength: 1, maxLength: 5}), async (set) => {
        expect(await plan({set})).toMatchObject({diff: "", changes: [], newFindings: [], resolvedFindings: []});
      }),
      {numRuns: 8}
    );
  });

  test("without a change compares the file with what was applied last", async () => {
    expect(await plan()).toMatchObject({base: null, changes: expect.arrayContaining([])});
    await apply();
    expect(await plan()).toMatchObject({diff: "", changes: []});
    await shop.file("ashlar.yaml", practiceText.replace("title: Cloud", "title: Clouds"));
    expect(await plan()).toMatchObject({
      changes: [{path: "scopes.cloud.title", label: "Clouds: title Clouds instead of Cloud"}]
    });
  });

  test("of a mistake gives its findings, and applying it is refused with nothing written", async () => {
    const set = ["scopes.cloud.blocks.budgeting.state=inactive"];
    expect(await plan({set})).toMatchObject({verdict: "policy", newFindings: [{rule: "inactive-reason"}]});
    expect(await shop.refusal(() => apply({set}))).toMatchObject({
      code: "practice.invalid",
      message: "Budgeting is inactive in Cloud, and nothing says why",
      at: {file: "ashlar.yaml", line: 58}
    });
    expect(await plan({set: ["scopes.cloud.blocks.budgeting.stat=active"]})).toMatchObject({
      verdict: "policy",
      newFindings: [{rule: "file-value"}, {rule: "file-key"}]
    });
    expect(await onDisk()).toBe(practiceText);
    expect(await history()).toEqual([]);
  });

  test("keeps passwords to itself, and leaves the place of the state to owners", async () => {
    const set = ["state.url='postgres://ann:secret@host/db'"];
    expect(JSON.stringify(await plan({set}))).not.toContain("secret");
    const writer = {...shop.context, caller: {...shop.context.caller, id: "t", roles: ["writer"]}};
    expect(await shop.refusal(() => practicePlanOperation.run({set}, writer))).toMatchObject({code: "caller.refused"});
  });

  test("leaves where sources are fetched from to owners", async () => {
    const writer = {...shop.context, caller: {...shop.context.caller, id: "t", roles: ["writer"]}};
    const place = ["sources=[{id: fetched, location: 's3://bills/exports'}]"];
    expect(await shop.refusal(() => practicePlanOperation.run({set: place}, writer))).toMatchObject({
      code: "caller.refused",
      message: expect.stringContaining("sources")
    });
    await apply({set: place});
    const title = ["sources.fetched.title=Fetched"];
    expect(await practicePlanOperation.run({set: title}, writer)).toMatchObject({verdict: "ok"});
    const other = ["sources.fetched.location='s3://others/exports'"];
    expect(await shop.refusal(() => practicePlanOperation.run({set: other}, writer))).toMatchObject({
      code: "caller.refused"
    });
  });
});

describe("what is applied", () => {
  test("is what was planned, to the letter, with who, when and why", async () => {
    const set = [watch, "people.di={name: Di, personas: [finance]}"];
    const planned = await plan({set});
    const dry = await apply({set, dryRun: true});
    expect(dry).toMatchObject({revision: planned.revision, applied: false, id: null});
    expect(await onDisk()).toBe(practiceText);
    const done = await apply({set, note: "after the review"});
    expect(done).toMatchObject({revision: planned.revision, diff: planned.diff, applied: true});
    expect(await shop.run(practiceShowOperation, {})).toMatchObject({revision: planned.revision});
    expect(await history()).toMatchObject([
      {
        id: done.id,
        by: "local",
        note: "after the review",
        revision: planned.revision,
        summary: "person Di added; Cloud: capability Budgeting added, watch"
      }
    ]);
    expect(await apply({set})).toMatchObject({applied: false, diff: ""});
    expect(await history()).toHaveLength(1);
  });

  test("can be taken back", async () => {
    const first = await apply();
    await apply({set: [watch]});
    expect(await apply({restore: first.id})).toMatchObject({revision: first.revision, applied: true});
    expect(await onDisk()).toBe(practiceText);
    expect(await shop.refusal(() => plan({restore: "nowhere"}))).toMatchObject({code: "not-found"});
  });

  test("keeps mode and link of the file", async () => {
    const real = join(shop.root, "real.yaml");
    await writeFile(real, practiceText);
    await rm(join(shop.root, "ashlar.yaml"));
    await symlink(real, join(shop.root, "ashlar.yaml"));
    await chmod(real, 0o640);
    await apply({set: [watch]});
    expect(await readFile(real, "utf8")).toContain("capability: budgeting");
    expect((await stat(real)).mode & 0o777).toBe(0o640);
  });

  test("is refused where the file changed on disk meanwhile, with the difference", async () => {
    const {revision} = await apply();
    await shop.file("ashlar.yaml", practiceText.replace("title: Cloud", "title: Clouds"));
    const refusal = await shop.refusal(() => apply({set: [watch], base: revision}));
    expect(refusal).toMatchObject({
      code: "practice.changed",
      message: "ashlar.yaml changed since it was read",
      at: {file: "ashlar.yaml"},
      data: {base: revision, diff: expect.stringContaining("+    title: Clouds")}
    });
    expect(refusal.status).toBe(409);
    expect(await onDisk()).not.toContain("budgeting");
    // What was shown and never applied is known, too.
    const {revision: shown} = (await shop.run(practiceShowOperation, {})) as {revision: string};
    await shop.file("ashlar.yaml", practiceText.replace("title: Cloud", "title: Fog"));
    expect(await shop.refusal(() => apply({set: [watch], base: shown}))).toMatchObject({
      data: {changes: [{path: "scopes.cloud.title", before: "Clouds", after: "Fog"}]}
    });
  });
});

describe("two at once", () => {
  test("on one base: one wins and the other is told", async () => {
    const {revision: base} = await apply();
    const results = await Promise.allSettled(
      Array.from({length: 6}, (_, n) => apply({set: [`people.p${n}={name: P, personas: [finance]}`], base}))
    );
    expect(results.filter(({status}) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({code: "practice.changed"});
    expect((parse(await onDisk()) as {people: unknown[]}).people).toHaveLength(4);
  });

  test("without a base both are made, one after the other", async () => {
    await Promise.all(Array.from({length: 5}, (_, n) => apply({set: [`people.p${n}={name: P, personas: [finance]}`]})));
    const ids = (parse(await onDisk()) as {people: {id: string}[]}).people.map(({id}) => id);
    expect(ids.toSorted()).toEqual(["ann", "bo", "cy", "p0", "p1", "p2", "p3", "p4"]);
    expect(await history()).toHaveLength(5);
  });

  test("from two processes: none is lost, and on one base one wins", async () => {
    const {revision: base} = await apply();
    const free = await Promise.all([0, 1].map((n) => command("apply", `people.q${n}={name: Q, personas: [finance]}`)));
    expect(free.map(({code}) => code)).toEqual([0, 0]);
    expect(await onDisk()).toMatch(/id: q0[\s\S]*id: q1|id: q1[\s\S]*id: q0/);
    const {revision} = (await shop.run(practiceShowOperation, {})) as {revision: string};
    expect(revision).not.toBe(base);
    const held = await Promise.all(
      [0, 1].map((n) => command("apply", `people.r${n}={name: R, personas: [finance]}`, "--base", revision))
    );
    expect(held.filter(({code}) => code === 0)).toHaveLength(1);
    expect(held.find(({code}) => code === 1)?.err).toContain("practice.changed");
    expect(((await onDisk()).match(/id: r\d/g) ?? []).length).toBe(1);
  });
});

test("a process that is killed between writing aside and replacing leaves the old file, and no rubbish after the next", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ashlar-kill-"));
  const file = join(folder, "ashlar.yaml");
  await writeFile(file, practiceText);
  const script = join(folder, "hold.ts");
  const module = join(import.meta.dirname, "replace-file.ts");
  await writeFile(
    script,
    `import {prepareFile} from ${JSON.stringify(module)};
await prepareFile(${JSON.stringify(file)}, "half: done\\n", "01JAAAAAAAAAAAAAAAAAAAAAAA");
console.log("ready");
setInterval(() => {}, 1000);
`
  );
  const child = spawn(process.execPath, [script], {stdio: ["ignore", "pipe", "inherit"]});
  await new Promise((resolve) => child.stdout.once("data", resolve));
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(await readFile(file, "utf8")).toBe(practiceText);
  expect((await readdir(folder)).filter((name) => name.endsWith(".aside"))).toHaveLength(1);
  const {prepareFile} = await import("./replace-file.ts");
  await (await prepareFile(file, "whole: done\n", "01JBBBBBBBBBBBBBBBBBBBBBBB")).activate();
  expect(await readFile(file, "utf8")).toBe("whole: done\n");
  expect((await readdir(folder)).toSorted()).toEqual(["ashlar.yaml", "hold.ts"]);
  await rm(folder, {recursive: true});
});

/** `ashlar practice …` in a process of its own. */
function command(...words: readonly string[]): Promise<{readonly code: number | null; readonly err: string}> {
  const main = join(import.meta.dirname, "..", "..", "..", "bin", "ashlar.js");
  const child = spawn(process.execPath, [main, "practice", ...words, "--practice", shop.root, "--output", "json"], {
    stdio: ["ignore", "ignore", "pipe"]
  });
  let err = "";
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  return new Promise((resolve) => child.once("exit", (code) => resolve({code, err})));
}
