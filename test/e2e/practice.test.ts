import {readFileSync, writeFileSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {BrowserContext, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {browserTag} from "../counts.ts";
import {type Found, findBrowser} from "./browser.ts";
import {expectAccess, expectNoSidewaysScroll, openVisit, settled, type Visit, watch} from "./page-checks.ts";
import type {Site} from "./site.ts";

const found: Found = await findBrowser();
const reason = "missing" in found ? `: ${found.missing}` : "";

const begun = `# How Stone and Sons arranges its practice.
edition: "2026"

organisation:
  name: Stone and Sons # masons since 1888
  units:
    - {id: stone, title: Stone and Sons}
    - {id: yard, title: The yard, parent: stone}

people:
  # Whoever decides comes first.
  - id: ann-lee
    name: Ann Lee
    personas: [finops-practitioner, leadership]
    variant: cfo
    unit: stone

tags: [team] # people group by it
`;

describe.skipIf("missing" in found)(`${browserTag} the practice${reason}`, () => {
  let visit: Visit;
  let site: Site;
  let context: BrowserContext;
  let page: Page;
  const file = (): string => join(site.folder, "ashlar.yaml");
  const text = (): string => readFileSync(file(), "utf8");

  beforeAll(async () => {
    const before = async (folder: string): Promise<void> => writeFile(join(folder, "ashlar.yaml"), begun);
    visit = await openVisit(found, {before, width: 1440});
    ({site, context, page} = visit);
  }, 240_000);

  afterAll(() => visit?.close());

  const applied = async (of: Page = page): Promise<void> => {
    await of.getByRole("button", {name: "Apply", exact: true}).click();
    await of.getByRole("heading", {name: "Practice", exact: true}).waitFor();
    await settled(of);
  };
  const card = (title: string, of: Page = page) =>
    of.locator(".block-card", {has: of.getByRole("link", {name: title, exact: true})});

  test("a scope is composed from a starter group, and the file keeps its comments", async () => {
    await page.goto("/practice");
    await page.getByRole("button", {name: "Make the first scope"}).click();
    await page.getByLabel("Which question of the business does it answer?").fill("Which stone is worth its price?");
    await page.getByLabel("Short name").fill("The quarry");
    await page.getByRole("combobox", {name: "Begin with a starter group"}).click();
    await page.getByRole("listbox").getByRole("option", {name: "New to FinOps"}).click();
    await page.getByRole("button", {name: "Draft the scope"}).click();
    await page.getByRole("heading", {name: "In the file"}).waitFor();
    await settled(page);
    expect(text()).toBe(begun);
    expect(new URL(page.url()).searchParams.get("starter")).toBe("new-to-finops");
    await page.locator(".diff-add", {hasText: "capability: forecasting"}).waitFor();
    await page.getByLabel("Why, for the history").fill("as we begin");
    await applied();
    const after = text();
    for (const line of begun.split("\n")) expect(after).toContain(line);
    expect(after).toContain("question: Which stone is worth its price?");
    expect(await card("Forecasting").getAttribute("data-state")).toBe("active");
    expect(await page.locator(".block-card").count()).toBe(22);
  });

  test("a dependency warning is resolved, its plan is read, taken along as a link, and applied", async () => {
    const before = text();
    await page.goto("/practice?scope=the-quarry");
    await settled(page);
    await card("Allocation").locator(".severity-warning").waitFor();
    await page.getByRole("link", {name: "Allocation", exact: true}).click();
    const drawer = page.getByRole("dialog", {name: "Allocation"});
    await drawer
      .getByText(/is not in The quarry/)
      .first()
      .waitFor();
    await drawer.getByRole("button", {name: "Activate it"}).click();
    await drawer.getByRole("heading", {name: "In the draft"}).waitFor();
    await drawer.getByText("crawl", {exact: true}).click();
    await drawer.getByRole("combobox", {name: "Owner"}).click();
    await page.getByRole("listbox").getByRole("option", {name: "Ann Lee"}).click();
    await drawer.getByRole("button", {name: "Keep in the draft"}).click();
    await page.keyboard.press("Escape");
    await drawer.waitFor({state: "detached"});
    await expect.poll(() => card("Allocation").getAttribute("data-drafted")).toBe("true");
    await page
      .getByRole("region", {name: "Draft"})
      .getByText(/resolved/)
      .waitFor();
    await page.getByRole("link", {name: "See the plan"}).click();
    await page.getByRole("heading", {name: "What this resolves"}).waitFor();
    expect(text()).toBe(before);
    const link = page.url();
    const other = await visit.newContext();
    const again = await other.newPage();
    await again.goto(link);
    await again.getByRole("heading", {name: "What this resolves"}).waitFor();
    await other.close();
    await applied();
    expect(text()).toContain("capability: allocation");
    expect(text()).toContain("target: crawl");
    expect(text()).toContain("# masons since 1888");
    await expect.poll(() => card("Allocation").locator(".severity-warning").count()).toBe(0);
    await page.goto("/practice/history");
    await page.getByText("as we begin").waitFor();
    expect(await page.locator(".timeline-item").count()).toBe(2);
  });

  test("two tabs save: the later one sees what changed, and goes on with its draft", async () => {
    const path = "/practice?scope=the-quarry&card=budgeting";
    const second = await context.newPage();
    watch(second, visit.complaints);
    const draftIn = async (of: Page, target: string): Promise<void> => {
      await of.goto(path);
      const drawer = of.getByRole("dialog", {name: "Budgeting"});
      await drawer.getByText(target, {exact: true}).click();
      await drawer.getByRole("button", {name: "Keep in the draft"}).click();
      await drawer.getByRole("heading", {name: "In the draft"}).waitFor();
      await of.keyboard.press("Escape");
      await drawer.waitFor({state: "detached"});
      await of.getByRole("region", {name: "Draft"}).getByText("1 change drafted").waitFor();
    };
    await draftIn(page, "crawl");
    await draftIn(second, "walk");
    await page.getByRole("link", {name: "See the plan"}).click();
    await settled(page);
    await applied();
    const alert = second.getByRole("alert").filter({hasText: "was changed since this draft was begun"});
    await alert.waitFor();
    await alert.getByText("crawl", {exact: true}).waitFor();
    await alert.getByRole("button", {name: "Show what changed"}).click();
    await alert.locator(".diff-add", {hasText: "target: crawl"}).waitFor();
    await second.getByRole("link", {name: "See the plan"}).click();
    await settled(second);
    expect(await second.getByRole("button", {name: "Apply", exact: true}).isDisabled()).toBe(true);
    await second.getByRole("button", {name: "Go on with my draft on the new file"}).click();
    await alert.waitFor({state: "detached"});
    await applied(second);
    await second.close();
    expect(text()).toMatch(/capability: budgeting\n\s+state: active\n\s+target: walk/);
  });

  test("a file that changes on disk is followed while the board is open, also where it is broken", async () => {
    await page.goto("/practice?scope=the-quarry");
    await settled(page);
    const good = text();
    writeFileSync(file(), good.replace("title: The quarry", "title: The old quarry"));
    await page.getByRole("link", {name: "The old quarry"}).waitFor();
    writeFileSync(file(), good.replace('edition: "2026"', "edition: [").replace("title: The quarry", "title: Q"));
    await page.getByRole("heading", {name: "ashlar.yaml cannot be read whole"}).waitFor();
    await page
      .getByText(/ashlar\.yaml, line \d+/)
      .first()
      .waitFor();
    writeFileSync(file(), good);
    await page.getByRole("link", {name: "The quarry", exact: true}).waitFor();
  });

  test("what would be wrong cannot be applied, and nothing is written by halves", async () => {
    const before = text();
    await page.goto(
      "/practice/plan?scope=the-quarry&set=scopes.the-quarry.blocks.budgeting.owner%3Dnobody-here&set=scopes.the-quarry.priority%3Dsoon"
    );
    await page.getByText(/must be put right first/).waitFor();
    expect(await page.getByRole("button", {name: "Apply", exact: true}).isDisabled()).toBe(true);
    expect(text()).toBe(before);
    await page.getByRole("button", {name: "Discard"}).click();
  });

  test("a person is added from the gap that one sees", async () => {
    await page.goto("/practice/people");
    await settled(page);
    await page.getByText("The yard").waitFor();
    await page.getByRole("button", {name: /dd somebody as Finance$/}).click();
    await page.getByLabel("Name").fill("Zoë Marsh");
    await page.getByRole("button", {name: "Keep in the draft"}).click();
    await page.getByRole("link", {name: "See the plan"}).click();
    await page.locator(".diff-add", {hasText: "Zoë Marsh"}).waitFor();
    await applied();
    expect(text()).toContain("id: zoe-marsh");
  });

  test("an earlier state is planned and applied again", async () => {
    await page.goto("/practice/history");
    await page.getByRole("button", {name: "plan to go back to it"}).last().click();
    await page.getByRole("heading", {name: "In the file"}).waitFor();
    await page.locator(".diff-drop").first().waitFor();
    await applied();
    expect(text()).not.toContain("zoe-marsh");
    expect(text()).toContain("# Whoever decides comes first.");
  });

  test("the keyboard is enough for a card", async () => {
    await page.goto("/practice?scope=the-quarry");
    await settled(page);
    await page.locator("#card-forecasting").focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", {name: "Forecasting"});
    await drawer.waitFor();
    await page.keyboard.press("Escape");
    await drawer.waitFor({state: "detached"});
    await expect.poll(() => page.evaluate<string>("document.activeElement.id")).toBe("card-forecasting");
    // The two keys count as one only where they follow each other quickly.
    const toWork = async (): Promise<string> => {
      await page.keyboard.press("g");
      await page.keyboard.press("w");
      return new URL(page.url()).pathname;
    };
    await expect.poll(toWork).toBe("/work");
  });

  const draft = "scope=the-quarry&set=scopes.the-quarry.blocks.forecasting.target%3Dwalk";
  const paths = [
    "/practice",
    `/practice?${draft}`,
    "/practice?scope=the-quarry&card=forecasting",
    "/practice?scope=the-quarry&open=edit",
    "/practice?scope=the-quarry&open=starter",
    "/practice/plan",
    `/practice/plan?${draft}`,
    "/practice/check",
    "/practice/people",
    "/practice/history"
  ];

  test.for(["light", "dark"] as const)(
    "no page has a serious fault of access, %s",
    {timeout: 180_000},
    async (scheme) => expectAccess(await visit.newContext({scheme}), paths, visit.complaints)
  );

  test.for([390, 2560])("no page scrolls sideways at %i pixels", async (width) =>
    expectNoSidewaysScroll(await visit.newContext({width}), paths)
  );

  test("nothing broke the rules of the page on the way", () => {
    expect(visit.complaints).toEqual([]);
  });
});
