import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {browserTag} from "../counts.ts";
import {type Found, findBrowser} from "./browser.ts";
import {focusFile} from "./charges.ts";
import {expectAccess, expectNoSidewaysScroll, openVisit, settled, type Visit} from "./page-checks.ts";
import {ashlar, type Site} from "./site.ts";

const found: Found = await findBrowser();
const reason = "missing" in found ? `: ${found.missing}` : "";

const practice = `organisation: {name: Stone and Sons}
tags: [team]
people:
  - {id: ann, name: Ann Lee, personas: [finops-practitioner]}
sources:
  - {id: vendor, owner: ann, cadence: daily}
  - {id: yard, title: The yard, owner: ann, cadence: daily, location: drop}
`;

const paths = [
  "/data",
  "/data/sources/vendor",
  "/data/incidents",
  "/data/tie-out",
  "/data/tie-out?open=record",
  "/data/tie-out?open=import",
  "/data/conformance",
  "/data/conformance?file=charges.csv&reading=official",
  "/data/quarantine?source=bent",
  "/data/dictionary",
  "/data/dictionary?column=BilledCost",
  "/data/importers",
  "/data/importers?importer=aws-cur",
  "/data/export?focus=1.2&format=parquet"
];

describe.skipIf("missing" in found)(`${browserTag} data${reason}`, () => {
  let visit: Visit;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    visit = await openVisit(found, {before: prepare, args: ["--no-sync"], width: 1440});
    ({site, page} = visit);
  }, 240_000);

  afterAll(() => visit?.close());

  const prepare = async (folder: string): Promise<void> => {
    const today = Temporal.Now.plainDateISO("UTC");
    writeFileSync(join(folder, "ashlar.yaml"), practice);
    writeFileSync(join(folder, "charges.csv"), focusFile(today));
    mkdirSync(join(folder, "drop"));
    const drop = focusFile(today).replaceAll("Machines", "Cranes");
    writeFileSync(join(folder, "drop", "yard.csv"), drop);
    await ashlar(folder, "ingest", "charges.csv", "--source", "vendor");
    writeFileSync(join(folder, "bent.csv"), focusFile(today).replaceAll("Machines", "Chairs").replace("4.10", "4x10"));
    // A delivery that is held back ends with another status than 0.
    await ashlar(folder, "ingest", "bent.csv", "--source", "bent").catch(() => undefined);
  };
  const asked = (): URLSearchParams => new URL(page.url()).searchParams;

  test("every source has its health, and leads to what is behind it", async () => {
    await page.goto("/data");
    await settled(page);
    expect(await page.locator(".feed").count()).toBe(3);
    const vendor = page.locator(".feed", {hasText: "vendor"}).first();
    expect(await vendor.locator(".feed-level").innerText()).toMatch(/In order|Needs attention|Broken/);
    await vendor.getByRole("link", {name: "vendor", exact: true}).click();
    await page.getByRole("heading", {name: "Completeness"}).waitFor();
    await settled(page);
    expect(await page.locator(".month-grid .day-cell").count()).toBeGreaterThan(60);
  });

  test("a source is fetched from its location, after it was said what would be", async () => {
    await page.goto("/data");
    await settled(page);
    await page.getByRole("button", {name: "Sync yard"}).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", {name: /^Fetch 1 /}).click();
    await expect
      .poll(async () => {
        const {rows} = (await (await fetch(`${site.url}/api/sources/list`)).json()) as {
          rows: {source: string; rows: number}[];
        };
        return rows.find(({source}) => source === "yard")?.rows;
      })
      .toBe(300);
    await dialog.getByRole("button", {name: "Done"}).click();
  });

  test("an invoice is stated, and what differs is drawn and named", async () => {
    await page.goto("/data/tie-out");
    await settled(page);
    const month = Temporal.Now.plainDateISO("UTC").subtract({months: 1}).toString().slice(0, 7);
    await page.getByRole("button", {name: "Record an invoice"}).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Issuer").fill("North");
    await dialog.getByLabel("Number").fill("N-1");
    await dialog.getByLabel("Billing period").fill(month);
    await dialog.getByLabel("Currency").fill("USD");
    await dialog.getByLabel("Total").fill("12.50");
    await dialog.getByRole("button", {name: "Record it"}).click();
    await dialog.waitFor({state: "hidden"});
    const line = page.locator("tr", {hasText: "N-1"}).first();
    await line.waitFor();
    expect(await line.innerText()).toMatch(/12\.50/);
    const answer = (await (await fetch(`${site.url}/api/invoices/tie-out`)).json()) as {
      rows: {invoice: string | null; difference: string | null; explanations: {amount: string}[]}[];
    };
    const row = answer.rows.find(({invoice}) => invoice === "N-1");
    expect(row?.difference).not.toBeNull();
  });

  test("a difference opens to its parts, which sum to it", async () => {
    await page.goto("/data/tie-out?issuer=North");
    await settled(page);
    const line = page.locator("tr", {hasText: "N-1"}).first();
    await line.getByRole("button").click();
    await page.getByText("From stated to billed").waitFor();
    await page.getByText(/the parts sum to −12\.50/).waitFor();
    expect(await line.locator(".tie-parts > .tie-part").allInnerTexts()).toEqual(["−"]);
  });

  test("invoices come from a file whole, or not at all", async () => {
    await page.goto("/data/tie-out?open=import");
    const dialog = page.getByRole("dialog", {name: "Invoices from a file"});
    const give = async (text: string): Promise<void> =>
      dialog
        .getByLabel("CSV file of invoices")
        .setInputFiles({name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text)});
    const head = "issuer;invoice;period;currency;total\n";
    await give(`${head}South;S-1;2026-01;USD;7\nSouth;S-2;January;USD;8\n`);
    await dialog.getByText("Line 3", {exact: true}).waitFor();
    expect(await dialog.getByRole("button", {name: /^Take 1 /}).isDisabled()).toBe(true);
    await give(`${head}South;S-1;2026-01;USD;7\nSouth;S-2;2026-02;USD;8\n`);
    await dialog.getByRole("button", {name: "Take 2 invoices"}).click();
    await dialog.waitFor({state: "detached"});
    const {rows} = (await (await fetch(`${site.url}/api/invoices/list?issuer=South`)).json()) as {
      rows: {invoice: string; total: string}[];
    };
    expect(rows.map(({invoice, total}) => `${invoice} ${total}`).toSorted()).toEqual(["S-1 7", "S-2 8"]);
  });

  test("a row in quarantine leads to its file, line, column and text", async () => {
    await page.goto("/data/quarantine");
    await settled(page);
    await page.getByRole("button", {name: "Show rows"}).first().click();
    const drawer = page.getByRole("dialog", {name: "Quarantined rows"});
    const row = drawer.locator("tbody tr").first();
    await row.waitFor();
    for (const part of ["bent.csv", "4x10"]) expect(await row.innerText()).toContain(part);
    await page.reload();
    await drawer.getByRole("button", {name: "The row of line 2"}).click();
    await drawer.getByText("Chairs of a day").waitFor();
  });

  test("a scan says what it would open before it opens it", async () => {
    await page.goto("/data/incidents");
    await settled(page);
    await page.getByRole("button", {name: "Scan now"}).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/would be opened/).waitFor();
    await dialog.getByRole("button", {name: "Open and close them"}).click();
    await dialog.waitFor({state: "hidden"});
    await settled(page);
    await page
      .getByRole("link", {name: /^W-\d+$/})
      .first()
      .click();
    await page.locator(".page-title").waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/work\//);
  });

  test("a file is held against the rules without being taken in", async () => {
    await page.goto("/data/conformance");
    await settled(page);
    await page.getByRole("textbox", {name: "File"}).fill("charges.csv");
    await page.getByRole("button", {name: "Check it"}).click();
    await page.getByText(/pass/).last().waitFor();
    await page.goto("/data/conformance?all=true&rule=BilledCost");
    await settled(page);
    expect(await page.locator("tbody tr").count()).toBeGreaterThan(3);
  });

  test("a column is found by what it says, and its link opens it", async () => {
    await page.goto("/data/dictionary");
    await settled(page);
    await page.getByLabel("Search").fill("invoiced for this row");
    await expect.poll(() => asked().size).toBeGreaterThan(0);
    await page.goto("/data/dictionary?text=BilledCost");
    await settled(page);
    await page.getByRole("link", {name: "BilledCost", exact: true}).first().click();
    await page.locator(".sheet").waitFor();
  });

  test("every importer says what it reads", async () => {
    await page.goto("/data/importers");
    await settled(page);
    for (const name of ["AWS Cost and Usage Report", "Azure cost details", "OpenCost allocations"])
      expect({name, seen: await page.getByText(name, {exact: true}).count()}).toEqual({name, seen: 1});
    await page.getByText("None is declared").waitFor();
  });

  test("charges leave as FOCUS, after it was said what would be written", async () => {
    await page.goto("/data/export");
    await settled(page);
    await page.getByRole("textbox", {name: "Folder"}).fill("out/all");
    await page.getByRole("button", {name: "See first"}).click();
    await page.getByRole("heading", {name: "What would be written"}).waitFor();
    expect(existsSync(join(site.folder, "out", "all"))).toBe(false);
    await page.getByRole("button", {name: /^Write/}).click();
    await page.getByRole("heading", {name: "It is written"}).waitFor();
    const manifest = JSON.parse(readFileSync(join(site.folder, "out", "all", "manifest.json"), "utf8")) as object;
    expect(manifest).toMatchObject({kind: "ashlar-export"});
  });

  test.for(["light", "dark"] as const)(
    "no page has a serious fault of access, in %s",
    {timeout: 240_000},
    async (scheme) => {
      const own = await visit.newContext({scheme});
      await expectAccess(own, paths, visit.complaints);
      await own.close();
    }
  );

  test.for([390, 2560])("no page scrolls sideways at %i pixels", {timeout: 180_000}, async (width) => {
    const own = await visit.newContext({width});
    await expectNoSidewaysScroll(own, paths);
  });

  test("nothing was thrown and nothing complained of", () => {
    expect(visit.complaints).toEqual([]);
  });
});
