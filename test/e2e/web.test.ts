import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {add} from "../../src/money/amount.ts";
import {browserTag} from "../counts.ts";
import {type Found, findBrowser} from "./browser.ts";
import {focusFile} from "./charges.ts";
import {expectNoSidewaysScroll, openVisit, seriousFaults, settled, type Visit, watch} from "./page-checks.ts";
import type {Site} from "./site.ts";

const found: Found = await findBrowser();
const reason = "missing" in found ? `: ${found.missing}` : "";
const pages = [
  "/",
  "/explore",
  "/explore/views",
  "/data",
  "/data/snapshots",
  "/data/quarantine",
  "/data/upload",
  "/settings"
] as const;

describe.skipIf("missing" in found)(`${browserTag} the page${reason}`, {timeout: 180_000}, () => {
  let visit: Visit;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    visit = await openVisit(found);
    ({site, page} = visit);
  }, 240_000);

  afterAll(() => visit?.close());

  const asked = (): URLSearchParams => new URL(page.url()).searchParams;
  const total = async (of: Page = page): Promise<string> =>
    (await of.locator(".figures-table tfoot .num").first().innerText()).trim();

  test("an empty lake teaches, takes a file, and shows the first chart", async () => {
    await page.goto("/");
    await page.getByRole("heading", {name: "Welcome"}).waitFor();
    await page.setInputFiles("input[type=file]", {
      name: "vendor-focus.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(focusFile(Temporal.Now.plainDateISO("UTC")))
    });
    await expect.poll(() => page.getByLabel("Source", {exact: false}).first().inputValue()).toBe("vendor");
    await page.getByRole("button", {name: "Check first"}).click();
    await page.getByRole("heading", {name: "What would change"}).waitFor();
    await expect.poll(() => page.getByText("would be published").count()).toBeGreaterThanOrEqual(3);
    await page.getByRole("button", {name: "Take it in"}).click();
    await page
      .getByRole("link", {name: "Explore it"})
      .or(page.getByRole("heading", {name: "Home"}))
      .first()
      .waitFor();
    await page.goto("/");
    await page.getByText("Top movers").waitFor();
    await expect.poll(() => page.locator(".chart-host[data-state=ready] svg path").count()).toBeGreaterThan(50);
    expect(await page.locator(".figure-value").first().innerText()).toMatch(/[\d,.]+\s+USD/);
  });

  test("a broken file is refused with what to do", async () => {
    await page.goto("/data/upload");
    await page.setInputFiles("input[type=file]", {
      name: "broken.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("a,b\n1,2\n")
    });
    await page.getByRole("button", {name: "Check first"}).click();
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/version\.unknown|columns\.missing/);
  });

  test("filter builder, text and URL say the same", async () => {
    await page.goto("/explore");
    await settled(page);
    await page.getByRole("button", {name: "Build"}).click();
    const value = page.getByRole("combobox", {name: "Value", exact: true});
    await value.fill("Machines");
    await page.keyboard.press("Tab");
    await expect.poll(() => asked().get("filter")).toBe("ServiceName = 'Machines'");
    await expect.poll(() => page.locator("#filter-text").inputValue()).toBe("ServiceName = 'Machines'");
    await page.locator("#filter-text").fill("service in ('Machines', 'Wires') and not tag.team is null");
    await page.keyboard.press("Enter");
    await expect.poll(() => asked().get("filter")).toContain("Wires");
    await expect.poll(() => page.getByLabel("How the conditions are joined").count()).toBeGreaterThanOrEqual(2);
    await page.locator("#filter-text").fill("servce = 'x'");
    await page.getByText(/there is no column "servce"/).waitFor();
    await page.getByRole("button", {name: "Clear"}).click();
    await expect.poll(() => asked().get("filter")).toBe(null);
  });

  test("a mark filters, and a figure leads to charges that agree with it", async () => {
    await page.goto("/explore?metric=effective&by=service&window=60d&granularity=day&top=10");
    await settled(page);
    await page.locator(".legend-item", {hasText: "Wires"}).click();
    await page.getByRole("menuitem", {name: "Without Wires"}).click();
    await expect.poll(() => asked().get("filter")).toBe("ServiceName != 'Wires'");
    await settled(page);
    await expect.poll(() => page.locator(".figures-table tbody tr").count()).toBe(3);
    await page.locator(".figures-table tbody .number-button").first().click();
    await page.getByText("agrees with the cell to the last digit").waitFor();
    await expect.poll(() => page.locator(".charges-table tbody tr").count()).toBeGreaterThan(50);
    await page.keyboard.press("Escape");
  });

  test("compared, sorted, saved and opened again elsewhere it is the same", async () => {
    await page.goto("/explore?metric=effective&by=provider&by=service&window=30d&granularity=day&top=10");
    await settled(page);
    await page.getByLabel("Compare with").first().click();
    await page.getByRole("option", {name: "Time before"}).click();
    await expect.poll(() => asked().get("compare")).toBe("previous");
    await page.locator("label", {hasText: "Waterfall"}).click();
    await expect.poll(() => asked().get("chart")).toBe("waterfall");
    await page.getByRole("button", {name: /^Before/}).click();
    await expect.poll(() => asked().get("sort")).toBe("-effective_previous");
    await settled(page);
    await page.getByRole("button", {name: "Save view"}).click();
    await page.getByLabel("Name").fill("Services, against before");
    await page.getByLabel("Folder").first().fill("Monthly");
    await page.getByLabel("Star it: it stands in the navigation").check();
    await page.getByRole("dialog").getByRole("button", {name: "Save", exact: true}).click();
    await expect.poll(() => asked().get("view")).toBe("Monthly/Services, against before");
    await page.locator(".rail-sublink", {hasText: "Services, against before"}).waitFor();
    const other = await visit.newContext();
    const again = await other.newPage();
    await again.goto(page.url());
    await settled(again);
    await expect.poll(() => total(again)).toBe(await total());
    await again.goto("/explore/views");
    await again.getByRole("link", {name: "Services, against before"}).last().click();
    await settled(again);
    await expect.poll(() => total(again)).toBe(await total());
    await other.close();
  });

  test("an export has the total of the API", async () => {
    const question = "metric=effective&by=service&window=30d&granularity=day";
    await page.goto(`/explore?${question}&chart=table`);
    await settled(page);
    await page.getByRole("button", {name: "Export"}).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("menuitem", {name: /^CSV/}).click();
    const file = await (await downloading).path();
    const [head = "", ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
    const column = head.split(",").indexOf("effective");
    const sum = lines.reduce((before, line) => add(before, line.split(",")[column] ?? "0"), "0");
    const answer = (await (await fetch(`${site.url}/api/cost?${question}`)).json()) as {
      totals: readonly {effective: string}[];
    };
    expect(add(sum, `-${answer.totals[0]?.effective ?? "0"}`)).toMatch(/^0(\.0+)?$/);
    expect((await total()).replaceAll(",", "")).toBe(Number(answer.totals[0]?.effective).toFixed(2));
  });

  test("the keyboard is enough", async () => {
    await page.goto("/");
    await settled(page);
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate<string>("document.activeElement.textContent")).toContain("Skip");
    await page.keyboard.press("Enter");
    // The two keys belong together only when they come soon after each other.
    await expect
      .poll(async () => {
        for (const key of ["g", "e"]) await page.keyboard.press(key);
        return page.getByRole("heading", {name: "Explore"}).isVisible();
      })
      .toBe(true);
    await settled(page);
    await page.keyboard.press("4");
    await expect.poll(() => asked().get("chart")).toBe("line");
    await page.locator("#filter-text").waitFor();
    await page.keyboard.press("f");
    await page.keyboard.type("tag.team is null");
    await page.keyboard.press("Enter");
    await expect.poll(() => asked().get("filter")).toBe("tag.team is null");
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Go to, or cost by …").waitFor();
    await page.keyboard.type("Settings");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", {name: "Settings", exact: true}).waitFor();
    await page.getByRole("dialog").waitFor({state: "detached"});
    await page.locator("body").press("?");
    await page.getByRole("dialog", {name: "Keyboard shortcuts"}).waitFor();
    await page.keyboard.press("Escape");
  });

  test("tokens are made, shown once, and revoked", async () => {
    await page.goto("/settings");
    await page.getByRole("button", {name: "New token"}).click();
    await page.getByLabel("Name").fill("dashboard");
    await page.getByRole("button", {name: "Make token"}).click();
    await page.getByText(/^ashlar_/).waitFor();
    await page.getByRole("button", {name: "Done"}).click();
    await page.getByRole("dialog").waitFor({state: "detached"});
    await page.getByRole("button", {name: "Revoke dashboard"}).click();
    await page.getByRole("button", {name: "Revoke", exact: true}).click();
    await page.getByText("There are no tokens").waitFor();
  });

  test("printed, Explore is its numbers and its chart, without what is to be clicked", async () => {
    await page.goto("/explore?metric=effective&by=service&window=30d&granularity=day");
    await settled(page);
    const shown = await total();
    await page.emulateMedia({media: "print"});
    for (const part of [".rail", ".topbar", ".controls", ".page-actions", ".panel-actions"])
      expect({part, seen: await page.locator(part).first().isVisible()}).toEqual({part, seen: false});
    expect(await page.getByRole("heading", {name: "Explore"}).isVisible()).toBe(true);
    expect(await page.getByText("receipt", {exact: false}).first().isVisible()).toBe(true);
    expect(await page.locator(".chart-host svg").isVisible()).toBe(true);
    expect(await total()).toBe(shown);
    const paper = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    expect(paper).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({media: "screen"});
  });

  test("no page has a serious fault of access, light and dark", async () => {
    const own = await visit.newContext();
    const seen = await own.newPage();
    watch(seen, visit.complaints);
    for (const path of pages) {
      await seen.goto(path);
      for (const scheme of ["light", "dark"] as const) {
        await seen.emulateMedia({colorScheme: scheme});
        await seen.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor();
        await settled(seen);
        expect({path, scheme, faults: await seriousFaults(seen)}).toEqual({path, scheme, faults: []});
      }
    }
    await own.close();
  });

  test.for([390, 2560])("no page scrolls sideways at %i pixels", async (width) =>
    expectNoSidewaysScroll(await visit.newContext({width}), pages)
  );

  test("nothing broke the rules of the page on the way", () => {
    expect(visit.complaints).toEqual([]);
  });
});
