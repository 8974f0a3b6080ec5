import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {browserTag} from "../counts.ts";
import {type Found, findBrowser} from "./browser.ts";
import {expectAccess, expectNoSidewaysScroll, openVisit, settled, type Visit} from "./page-checks.ts";

const found: Found = await findBrowser();
const reason = "missing" in found ? `: ${found.missing}` : "";
/** What stands for the others where all would take long. */
const few = ["/framework", "/framework/capabilities/allocation", "/library", "/library/playbook/allocation"];
const paths = [
  "/framework",
  "/framework?edition=2024",
  "/framework/capabilities/allocation",
  "/framework/kpis?kpi=effective-savings-rate-percentage",
  "/framework/principles",
  "/framework/personas",
  "/framework/phases",
  "/framework/maturity",
  "/framework/editions?id=onboarding-workloads",
  "/framework/coverage",
  "/framework/search?text=shared+cost",
  "/library",
  "/library?text=shared+cost",
  "/library/glossary",
  "/library/playbook/allocation",
  "/library/lesson/finance",
  "/library/template/story"
];

describe.skipIf("missing" in found)(`${browserTag} framework and library${reason}`, () => {
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    visit = await openVisit(found);
    ({page} = visit);
  }, 240_000);

  afterAll(() => visit?.close());

  const asked = (): URLSearchParams => new URL(page.url()).searchParams;

  test("the drawing has every building block, and each leads to its page", async () => {
    await page.goto("/framework");
    await settled(page);
    expect(await page.locator(".stone-capability").count()).toBe(22);
    expect(await page.locator(".stone-principle").count()).toBe(6);
    expect(await page.locator(".stone-core").count()).toBe(6);
    expect(await page.locator(".stone-allied").count()).toBe(5);
    expect(await page.locator(".loop-phase").count()).toBe(3);
    await page.locator(".loop-title").first().hover();
    const inform = await page.locator(".stone-capability[data-lit=true]").count();
    expect(inform).toBeGreaterThan(0);
    expect(inform).toBeLessThan(22);
    await page.locator(".stone-capability", {hasText: "Rate Optimization"}).click();
    await page.getByRole("heading", {name: "Rate Optimization", level: 1}).waitFor();
    await settled(page);
    for (const part of ["What it needs and what it provides", "Indicators", "What Ashlar does of it", "Other names"])
      expect({part, seen: await page.getByRole("heading", {name: part}).count()}).toEqual({part, seen: 1});
    const thresholds = await page.locator(".indicators tbody tr").first().innerText();
    expect(thresholds).toMatch(/[≥≤><] ?\d+/);
    expect(await page.locator(".attribution").innerText()).toMatch(/FinOps Foundation, CC BY 4\.0/);
    await page.getByRole("link", {name: "Playbook"}).click();
    await page.getByRole("heading", {name: "Crawl", exact: true}).waitFor();
  });

  test("the keyboard goes through the drawing", async () => {
    await page.goto("/framework");
    await settled(page);
    await page.locator(".stone-core").first().focus();
    expect(await page.locator(".wall").getAttribute("data-lit")).toBe("true");
    await page.locator(".loop-phase").last().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", {name: "Phases", level: 1}).waitFor();
    expect(new URL(page.url()).hash).toBe("#operate");
  });

  test("another edition says what it has, and where things went", async () => {
    await page.goto("/framework/capabilities/onboarding-workloads");
    await page.getByRole("link", {name: "Architecting & Workload Placement"}).first().waitFor();
    await page.getByLabel("Edition of the framework").selectOption("2025");
    await expect.poll(() => asked().get("edition")).toBe("2025");
    await page.getByRole("heading", {name: "Onboarding Workloads", level: 1}).waitFor();
    await page.getByRole("link", {name: "All building blocks"}).click();
    await settled(page);
    expect(asked().get("edition")).toBe("2025");
    expect(await page.locator(".stone-capability").count()).toBe(22);
    await page.goto("/framework/editions");
    await settled(page);
    await page.getByLabel("Name of a part of the framework").fill("Workload optimization");
    await page.keyboard.press("Enter");
    await page.locator(".where", {hasText: "Usage Optimization"}).waitFor();
    expect(asked().get("id")).toBe("Workload optimization");
    await page.locator(".map-words").waitFor();
    expect(await page.locator(".map-words").innerText()).toContain("Executive Strategy Alignment: new in 2026");
  });

  test("KPIs are found by words and conditions, and the URL has them", async () => {
    await page.goto("/framework/kpis");
    await settled(page);
    expect(await page.locator(".kpi").count()).toBe(88);
    await page.getByLabel("Search KPIs").fill("carbon");
    await expect.poll(() => asked().get("text")).toBe("carbon");
    const carbon = await page.locator(".kpi").count();
    expect(carbon).toBeGreaterThan(3);
    await page.getByLabel("Any source").selectOption("recipe");
    await expect.poll(() => page.locator(".kpi").count()).toBeLessThan(carbon);
    await page.getByLabel("Search KPIs").fill("nothing is called this");
    await page.getByRole("button", {name: /Show all 88/}).click();
    await expect.poll(() => page.locator(".kpi").count()).toBe(88);
    await page.getByRole("button", {name: /^Effective Savings Rate Percentage/}).click();
    await expect.poll(() => asked().get("kpi")).toBe("effective-savings-rate-percentage");
    expect(await page.locator(".kpi-facts").innerText()).toMatch(/Formula/);
  });

  test("a search leads to where the words stand", async () => {
    await page.goto("/framework");
    await page.getByLabel("Search the framework").fill("commitment discount waste");
    await page.keyboard.press("Enter");
    await expect.poll(() => asked().get("text")).toBe("commitment discount waste");
    await settled(page);
    await page.getByRole("link", {name: "Percentage of Commitment Discount Waste"}).first().click();
    await page.locator(".kpi[data-open=true]").waitFor();
  });

  test("a section of a playbook and a term of the glossary are links", async () => {
    await page.goto("/library/playbook/allocation#walk");
    await settled(page);
    await expect.poll(() => page.evaluate<string>("document.activeElement?.id ?? ''")).toBe("walk");
    const top = await page.locator("#walk").evaluate((element) => element.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(200);
    expect(await page.locator(".commands code").first().innerText()).toMatch(/^ashlar /);
    await page.getByRole("navigation", {name: "Sections"}).getByRole("link", {name: "Run"}).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("#run");
    await page.goto("/library/glossary#accrual");
    await settled(page);
    await expect.poll(() => page.evaluate<string>("document.activeElement?.id ?? ''")).toBe("accrual");
    await page.getByRole("searchbox").fill("showback");
    await expect.poll(() => asked().get("text")).toBe("showback");
    await expect.poll(() => page.locator(".term").count()).toBeLessThan(20);
    expect(await page.locator(".term").first().innerText()).toMatch(/showback/i);
  });

  test("the library has a playbook for each capability and says how a story of one's own is begun", async () => {
    await page.goto("/library");
    await settled(page);
    expect(await page.locator(".book").count()).toBe(22);
    expect(await page.locator(".lessons").first().getByRole("link").count()).toBe(11);
    await page.getByText("There are none yet.").waitFor();
    await page.getByRole("link", {name: "see the template"}).click();
    await settled(page);
    expect(await page.locator(".text").innerText()).not.toBe("");
    await page.goto("/library/playbook/no-such-thing");
    expect(await page.getByRole("alert").innerText()).toMatch(/not-found/);
  });

  test.for(["light", "dark"] as const)(
    "no page has a serious fault of access, %s",
    {timeout: 180_000},
    async (scheme) => expectAccess(await visit.newContext({scheme}), scheme === "light" ? paths : few, visit.complaints)
  );

  test.for([390, 2560])("no page scrolls sideways at %i pixels", {timeout: 180_000}, async (width) =>
    expectNoSidewaysScroll(await visit.newContext({width}), width === 390 ? paths : few)
  );

  test("nothing broke the rules of the page on the way", () => {
    expect(visit.complaints).toEqual([]);
  });
});
