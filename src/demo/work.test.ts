import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {invoicesTieOut} from "../capabilities/data-ingestion/contract.ts";
import type {incidentsList, incidentsScan} from "../capabilities/data-ingestion/incident-contract.ts";
import {incidentsListOperation} from "../capabilities/data-ingestion/incidents/list.ts";
import {incidentsScanOperation} from "../capabilities/data-ingestion/incidents/scan.ts";
import {invoicesTieOutOperation} from "../capabilities/data-ingestion/tie/tie-out.ts";
import {defaultEffects} from "../effects.ts";
import {round} from "../money/amount.ts";
import {type Context, localCaller, type Output} from "../operation.ts";
import {practiceCheckOperation} from "../practice/check-file.ts";
import {loadPractice} from "../practice/load.ts";
import {decisionsListOperation} from "../records/decisions/list.ts";
import {exceptionsListOperation} from "../records/exceptions/exceptions.ts";
import type {workList, workShow, workSummary} from "../records/work/contract.ts";
import {workListOperation} from "../records/work/list.ts";
import {workShowOperation} from "../records/work/show.ts";
import {workSummaryOperation} from "../records/work/summary.ts";
import {settings} from "../settings.ts";
import {openWorkplace, type Workplace} from "../workplace.ts";
import type {demo as demoContract} from "./contract.ts";
import {demo} from "./demo.ts";
import type {TruthFile} from "./truth-file.ts";

const today = "2026-11-23";
const effects = {...defaultEffects, now: () => Temporal.Instant.from(`${today}T10:00:00Z`)};
let root: string;
let place: Workplace;
let truth: TruthFile;
let made: Output<typeof demoContract>;

function contextIn(folder: string): Context {
  return openWorkplace({
    caller: localCaller,
    folder: {root: folder, file: null, data: join(folder, ".ashlar")},
    settings: settings.parse({}),
    effects: {...effects, cwd: () => folder},
    signal: new AbortController().signal,
    progress: () => undefined
  }).context;
}

const input = {folder: "demo", seed: 1, scale: "0.02", fresh: false, dryRun: false};
const items = async (): Promise<Output<typeof workList>["rows"]> =>
  ((await workListOperation.run({open: false}, place.context)) as Output<typeof workList>).rows;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "ashlar-demo-work-"));
  made = await demo(input, contextIn(root));
  const practice = await loadPractice(join(root, "demo"));
  const base = contextIn(join(root, "demo"));
  place = openWorkplace({...base, ...practice});
  truth = JSON.parse(await readFile(join(root, "demo", "exports", "truth.json"), "utf8")) as TruthFile;
}, 300_000);

afterAll(async () => {
  await place.close();
  await rm(root, {recursive: true, force: true});
});

describe("the work of the demo", () => {
  test("stands at every stage, with people and scopes that the practice has", async () => {
    const rows = await items();
    expect(new Set(rows.map(({stage}) => stage))).toEqual(
      new Set(["finding", "option", "action", "verified", "dismissed", "excepted"])
    );
    expect(made.notes.join(" ")).toContain(`${rows.length} work objects`);
    const check = (await practiceCheckOperation.run({}, place.context)) as {counts: {error: number}; rows: object[]};
    expect(check.rows.filter((row) => (row as {severity: string}).severity === "error")).toEqual([]);
  });

  test("is worth what the bills say, to the cent of what was planted", async () => {
    const rows = await items();
    const waste = truth.waste.flatMap((entry) => {
      const item = rows.find(({title}) => title === entry.title);
      return item?.value === null || item === undefined ? [] : [{entry, value: item.value}];
    });
    expect(waste.length).toBeGreaterThan(15);
    for (const {entry, value} of waste)
      expect([entry.id, value.currency, round(value.amount, 2)]).toEqual([
        entry.id,
        entry.currency,
        round(entry.saving ?? "", 2)
      ]);
  });

  test("has effects that were measured from bills, with the receipts of both sides", async () => {
    const verified = (await items()).filter(({stage}) => stage === "verified");
    expect(verified.length).toBeGreaterThan(0);
    for (const {number, doneAt} of verified) {
      const shown = (await workShowOperation.run({work: number}, place.context)) as Output<typeof workShow>;
      const entry = truth.events.find(({title}) => title === shown.title);
      expect(doneAt).toBe(entry?.to);
      expect(shown.verification?.effect.startsWith("-")).toBe(false);
      expect(shown.evidence.filter(({question}) => question !== null).length).toBeGreaterThanOrEqual(2);
      const kinds = shown.history.map(({kind, at}) => [kind, at] as const);
      expect(kinds.map(([kind]) => kind)).toEqual(["added", "option", "action", "done", "verified"]);
      expect(kinds.map(([, at]) => at)).toEqual(kinds.map(([, at]) => at).toSorted());
    }
  });

  test("has invoices that tie out, one that tax explains, and an incident of one that nothing does", async () => {
    const {rows, counts} = (await invoicesTieOutOperation.run({}, place.context)) as Output<typeof invoicesTieOut>;
    const of = (issuer: string, status: string) => rows.filter((row) => row.issuer === issuer && row.status === status);
    expect([of("AWS", "tied").length, of("Microsoft", "tied").length, of("Google Cloud", "explained").length]).toEqual([
      3, 3, 3
    ]);
    expect(of("Google Cloud", "explained")[0]?.explanations[0]).toMatchObject({kind: "tax", basis: "counted"});
    expect(counts.open).toBe(1);
    const [open] = of("Beacon Observability", "open");
    expect(open?.unexplained).toMatch(/^-412\.50?\d*$/);
    const scanned = (await incidentsScanOperation.run({dryRun: true}, place.context)) as Output<typeof incidentsScan>;
    // What the rules of FOCUS find in the exports is tried elsewhere.
    const others = scanned.rows.filter(({check}) => check !== "conformance");
    expect(others.map(({check, outcome}) => [check, outcome])).toEqual([["invoice", "still open"]]);
    const listed = (await incidentsListOperation.run({}, place.context)) as Output<typeof incidentsList>;
    expect(listed.rows).toMatchObject([{owner: "jonas", source: "beacon", looked: {clock: "met", by: "jonas"}}]);
  });

  test("has its decisions, and exceptions of which one is over", async () => {
    const decisions = (await decisionsListOperation.run({}, place.context)) as {rows: {work: string[]}[]};
    expect(decisions.rows.some(({work}) => work.length > 0)).toBe(true);
    const {rows} = (await exceptionsListOperation.run({}, place.context)) as {
      rows: {status: string; title: string; expires: string}[];
    };
    expect(new Set(rows.map(({status}) => status))).toEqual(new Set(["active", "expired"]));
    const reserved = truth.waste.find(({id}) => id === "migrated-reservation");
    const term = truth.commitments.find(({id}) => reserved?.match.CommitmentDiscountId?.includes(id) === true);
    const last = Temporal.PlainDate.from(term?.to ?? "").subtract({days: 1});
    expect(rows.find(({title}) => title === reserved?.title)?.expires).toBe(last.toString());
  });

  test("is counted for three scopes, in which most charges have an owner", async () => {
    const {rows} = (await workSummaryOperation.run({}, place.context)) as Output<typeof workSummary>;
    expect(rows.map(({scope}) => scope)).toEqual([null, "cloud-core", "ai-productivity", "checkout"]);
    for (const {see} of rows) {
      expect(see.spend.length).toBeGreaterThan(0);
      for (const {share} of see.owned.amounts) expect(share).toMatch(/^(0\.[5-9]\d*|1)$/);
    }
    expect(rows[0]?.loop.count).toBeGreaterThan(0);
  });

  test("is not made twice, and what people changed in the practice stays", async () => {
    const before = await items();
    const file = join(root, "demo", "ashlar.yaml");
    const own = `${await readFile(file, "utf8")}\n# ours\n`;
    await writeFile(file, own);
    const again = await demo(input, contextIn(root));
    expect(again.notes[0]).toContain("It was made on");
    expect(await items()).toEqual(before);
    expect(await readFile(file, "utf8")).toBe(own);
  });
});

test("a folder with a practice of somebody else is left alone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ashlar-demo-own-"));
  await writeFile(join(folder, "ashlar.yaml"), "tags: [team]\n");
  await expect(demo({...input, folder}, contextIn(folder))).rejects.toMatchObject({code: "practice.exists"});
  await rm(folder, {recursive: true, force: true});
});
