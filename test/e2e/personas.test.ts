import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {BrowserContext, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {browserTag} from "../counts.ts";
import {type Found, findBrowser} from "./browser.ts";
import {focusFile} from "./charges.ts";
import {expectAccess, expectNoSidewaysScroll, openVisit, settled, type Visit} from "./page-checks.ts";
import {type Site, ashlar} from "./site.ts";

const found: Found = await findBrowser();
const reason = "missing" in found ? `: ${found.missing}` : "";

const practice = `tags: [team, product]
organisation:
  name: Small works
  units:
    - {id: works, title: Works}
people:
  - {id: amara, name: Amara Obi, personas: [engineering, product], unit: works}
  - {id: tom, name: Tom Reed, personas: [leadership], variant: cfo}
scopes:
  - {id: all, title: All of it, question: What does it cost?, decisionOwner: tom, filter: "provider = 'North'", status: active}
`;

const personas = [
  "finops-practitioner",
  "engineering",
  "finance",
  "procurement",
  "product",
  "leadership",
  "itam",
  "itfm",
  "itsm-itil",
  "security",
  "sustainability"
] as const;
/** What stands for the others where all would take long. */
const few = ["/home", "/home/as/amara", "/home/finops-practitioner", "/home/leadership?variant=cfo"];
const paths = [
  "/home",
  "/home/as/amara",
  "/home/leadership?variant=ceo",
  "/home/leadership?variant=cfo",
  "/home/leadership?variant=cto",
  ...personas.map((persona) => `/home/${persona}`)
];

describe.skipIf("missing" in found)(`${browserTag} homes of personas${reason}`, () => {
  let visit: Visit;
  let site: Site;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    visit = await openVisit(found, {before: prepare});
    ({site, context, page} = visit);
  }, 240_000);

  afterAll(() => visit?.close());

  const prepare = async (folder: string): Promise<void> => {
    writeFileSync(join(folder, "ashlar.yaml"), practice);
    writeFileSync(join(folder, "charges.csv"), focusFile(Temporal.Now.plainDateISO("UTC")));
    await ashlar(folder, "ingest", "charges.csv", "--source", "vendor");
    await ashlar(folder, "work", "add", "Wires that nobody owns", "--capability", "allocation", "--owner", "amara");
  };

  test("every persona has a home that answers what it can and says what is missing", {timeout: 180_000}, async () => {
    for (const persona of personas) {
      await page.goto(`/home/${persona}`);
      await settled(page);
      const tiles = await page.locator(".tile").count();
      const missing = await page.locator(".missing-asks > li").count();
      expect({persona, tiles: tiles > 0, missing: missing > 0}).toEqual({persona, tiles: true, missing: true});
      expect(await page.locator(".problem").count()).toBe(0);
      for (const said of await page.locator(".missing-asks > li").allInnerTexts()) expect(said).toContain("Next: ");
    }
  });

  test("a figure is that of the API, with its receipt, and leads to Explore", async () => {
    await page.goto("/home/finance");
    await settled(page);
    const shown = (await page.locator(".tile-number .figure-value").first().innerText()).split(/\s/)[0] ?? "";
    const answer = (await (
      await fetch(`${site.url}/api/cost?metric=billed&metric=effective&window=last-month&compare=previous`)
    ).json()) as {readonly totals: readonly {readonly billed: string}[]};
    expect(shown.replaceAll(",", "")).toMatch(
      new RegExp(`^${Number(answer.totals[0]?.billed).toFixed(2)}$|^${Math.round(Number(answer.totals[0]?.billed))}$`)
    );
    await page
      .getByRole("button", {name: /^receipt/})
      .first()
      .click();
    await page.getByRole("dialog", {name: "Receipt"}).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", {name: "Explore it"}).first().click();
    await page.getByRole("heading", {name: "Explore", level: 1}).waitFor();
    expect(new URL(page.url()).searchParams.get("window")).toBe("last-month");
  });

  test("variants have their own questions", async () => {
    await page.goto("/home/leadership");
    await settled(page);
    const asks = await page.locator(".answered i").count();
    await page.getByLabel("Variant").selectOption("cfo");
    await page.getByRole("heading", {name: "Leadership, CFO"}).waitFor();
    expect(new URL(page.url()).searchParams.get("variant")).toBe("cfo");
    await settled(page);
    expect(await page.locator(".answered i").count()).toBeGreaterThan(asks);
  });

  test("one sees as somebody, and it is remembered", async () => {
    await page.goto("/");
    await settled(page);
    await page.getByLabel("See as").selectOption({label: "Finance"});
    await page.getByRole("heading", {name: "Finance", level: 1}).waitFor();
    expect(new URL(page.url()).pathname).toBe("/home/finance");
    const again = await context.newPage();
    await again.goto("/explore");
    expect(await again.getByLabel("See as").inputValue()).toBe("finance");
    await again.locator(".rail-link", {hasText: "Home"}).click();
    await again.getByRole("heading", {name: "Finance", level: 1}).waitFor();
    await again.close();
    await page.getByLabel("See as").selectOption("");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
  });

  test("a person with several personas sees them together, and their own work", async () => {
    await page.goto("/");
    await settled(page);
    await page.getByLabel("See as").selectOption({label: "Amara Obi"});
    await page.getByRole("heading", {name: "Amara Obi", level: 1}).waitFor();
    await settled(page);
    expect(await page.locator(".page-note").innerText()).toMatch(/Engineering[\s\S]*Product/);
    const ids = await page.locator(".tile").evaluateAll((tiles) => tiles.map(({id}) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await page.getByRole("link", {name: "W-1"}).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/work/W-1");
  });

  test("a scope narrows the home", async () => {
    await page.goto("/home/engineering");
    await settled(page);
    await page.getByLabel("Scope").selectOption("all");
    await expect.poll(() => new URL(page.url()).searchParams.get("scope")).toBe("all");
    await settled(page);
    expect(await page.locator(".tile", {hasText: "Machines"}).count()).toBeGreaterThan(0);
    expect(await page.locator(".tile-name", {hasText: "Wires"}).count()).toBe(0);
  });

  test("an unknown persona or person is said", async () => {
    await page.goto("/home/finanse");
    expect(await page.getByRole("alert").innerText()).toMatch(/not-found/);
    await page.goto("/home/as/nobody");
    await page.getByText("Nobody of this practice has this id today").waitFor();
  });

  test.for(["light", "dark"] as const)(
    "no home has a serious fault of access, %s",
    {timeout: 180_000},
    async (scheme) => expectAccess(await visit.newContext({scheme}), scheme === "light" ? paths : few, visit.complaints)
  );

  test.for([390, 2560])("no home scrolls sideways at %i pixels", {timeout: 180_000}, async (width) =>
    expectNoSidewaysScroll(await visit.newContext({width}), width === 390 ? paths : few)
  );

  test("nothing broke the rules of the page on the way", () => {
    expect(visit.complaints).toEqual([]);
  });
});
