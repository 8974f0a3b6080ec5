import {writeFileSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {browserTag} from "../counts.ts";
import {type Found, findBrowser} from "./browser.ts";
import {focusFile} from "./charges.ts";
import {expectAccess, expectNoSidewaysScroll, openVisit, settled, type Visit} from "./page-checks.ts";
import {type Site, ashlar} from "./site.ts";

const found: Found = await findBrowser();
const reason = "missing" in found ? `: ${found.missing}` : "";

const practice = `edition: "2026"
people:
  - {id: ann-lee, name: Ann Lee, personas: [finops-practitioner]}
  - {id: bo-quist, name: Bo Quist, personas: [engineering]}
scopes:
  - id: quarry
    title: The quarry
    question: Which stone is worth its price?
    decisionOwner: ann-lee
policies:
  - {id: tags-complete, title: Tags are complete, mode: audit}
tags: [team]
`;

const today = Temporal.Now.plainDateISO("UTC");

/** Days of charges as of a day, on which the machines of the shop were switched off for five weeks. */
function charges(): string {
  const [head = "", ...lines] = focusFile(today).split("\n");
  const off = today.subtract({days: 36});
  const column = head.split(",").indexOf("ChargePeriodStart");
  const kept = lines.filter(
    (line) => !line.includes("Machines") || (line.split(",")[column] ?? "").slice(0, 10) <= `${off}`
  );
  return [head, ...kept].join("\n");
}

describe.skipIf("missing" in found)(`${browserTag} the work${reason}`, () => {
  let visit: Visit;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    const before = async (folder: string): Promise<void> => {
      await writeFile(join(folder, "ashlar.yaml"), practice);
      writeFileSync(join(folder, "charges.csv"), charges());
      await ashlar(folder, "ingest", "charges.csv", "--source", "vendor");
    };
    visit = await openVisit(found, {before, width: 1440});
    ({site, page} = visit);
  }, 240_000);

  afterAll(() => visit?.close());

  const now = (of: Page = page) => of.locator(".station[data-now=true] .station-title");
  const choose = async (label: string, option: string, of: Page = page): Promise<void> => {
    await of.getByRole("combobox", {name: label}).click();
    await of.getByRole("listbox").getByRole("option", {name: option}).click();
  };

  test("what is seen in Explore becomes a finding with its charges", async () => {
    await page.goto("/work");
    await page.getByRole("heading", {name: "No work yet"}).waitFor();
    await page.goto(
      "/explore?metric=effective&by=service&window=60d&granularity=day&filter=ServiceName%20%3D%20'Machines'"
    );
    await settled(page);
    await page.locator(".page-actions").getByRole("button", {name: "Share"}).click();
    await page.getByRole("menuitem", {name: "Make a finding"}).click();
    await page.getByRole("heading", {name: "New finding"}).waitFor();
    expect(await page.getByLabel("Charges it is about").inputValue()).toBe("ServiceName = 'Machines'");
    await page.getByLabel("What was found, in one line").fill("Machines of the shop run for nobody");
    await choose("Scope", "The quarry");
    await page.getByRole("button", {name: "Put it on the list"}).click();
    await page.getByRole("heading", {name: "Machines of the shop run for nobody"}).waitFor();
    expect(await now().innerText()).toBe("Finding");
  });

  test("it goes over option and action to an effect that the bills prove, with its history", async () => {
    await page.goto("/work/W-1");
    await settled(page);
    await page.getByLabel("Estimated value").fill("130");
    await page.getByLabel("Currency").fill("USD");
    await page.getByLabel("The ways that were weighed").fill("Switch them off; or sell them.");
    await page.getByRole("button", {name: "Make it an option"}).click();
    await expect.poll(() => now().innerText()).toBe("Option");
    await choose("Who takes it on", "Bo Quist");
    await page.getByRole("button", {name: "Agree on it"}).click();
    await expect.poll(() => now().innerText()).toBe("Action");
    await page.getByLabel("Day it was done").fill(`${today.subtract({days: 36})}`);
    await page.locator(".step-form").getByRole("button", {name: "It is done"}).click();
    await expect.poll(() => now().innerText()).toBe("Done");
    await page.getByRole("textbox", {name: "Comment"}).fill("Nobody has missed them.");
    await page.getByRole("button", {name: "Comment", exact: true}).click();
    await page.locator(".comments").getByText("Nobody has missed them.").waitFor();
    await page.getByRole("button", {name: "Measure", exact: true}).click();
    await page.locator(".step-form .verification").waitFor();
    expect(await now().innerText()).toBe("Done");
    await page.getByRole("button", {name: "Keep it as the verified effect"}).click();
    await expect.poll(() => now().innerText()).toBe("Verified effect");
    await page.getByRole("heading", {name: "How its effect was measured"}).waitFor();
    const history = page.locator(".timeline");
    for (const words of ["verified its effect", "carried it out", "agreed on it", "made it an option", "put it on"])
      expect(await history.getByText(words).count()).toBe(1);
    expect(await page.locator(".claims li[data-missing=false]").count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator(".evidence li").count()).toBeGreaterThanOrEqual(2);
    await page.goto("/work");
    await settled(page);
    await page
      .locator(".way-column", {hasText: "Verified effect"})
      .getByRole("link", {name: /Machines of the shop/})
      .waitFor();
    expect(await page.locator(".counters").innerText()).toMatch(/1 effect verified from bills/);
  });

  test("a change on an older state is refused with the way to the newer one", async () => {
    await ashlar(
      site.folder,
      "work",
      "add",
      "Wires without a team",
      "--capability",
      "allocation",
      "--kind",
      "untagged"
    );
    await page.goto("/work/W-2?step=dismissed");
    await settled(page);
    await page.getByRole("textbox", {name: "Why"}).fill("It is on purpose");
    await ashlar(site.folder, "work", "edit", "W-2", "--owner", "ann-lee");
    await page.getByRole("button", {name: "Dismiss it"}).click();
    const alert = page.getByRole("alert").filter({hasText: "record.changed"});
    await alert.waitFor();
    await page.getByRole("button", {name: "Show it as it is now"}).click();
    await alert.waitFor({state: "detached"});
    await page.locator(".item-facts").getByText("Ann Lee").waitFor();
  });

  test("what stays is excepted until a day, and comes on the register", async () => {
    await page.goto("/work/W-2?step=excepted");
    await settled(page);
    await page.getByRole("textbox", {name: "Why"}).fill("The wires go in spring");
    await page.locator(".step-form").getByRole("button", {name: "Let it stay"}).click();
    await expect.poll(() => now().innerText()).toBe("Excepted");
    await page.goto("/work/exceptions");
    await page.getByText("The wires go in spring").waitFor();
    await page.getByRole("button", {name: "Renew X-1"}).click();
    await page.getByRole("textbox", {name: "Why it still may stay"}).fill("Spring is late");
    await page.getByRole("dialog").getByRole("button", {name: "Renew"}).click();
    await page.getByRole("dialog").waitFor({state: "detached"});
    await page.goto("/work?aside=true");
    await page.getByRole("link", {name: "Wires without a team"}).waitFor();
  });

  test("a decision is logged with what could have been chosen", async () => {
    await page.goto("/work/W-1");
    await page.getByRole("link", {name: "Log a decision about it"}).click();
    const dialog = page.getByRole("dialog", {name: "Log a decision"});
    await dialog.getByLabel("What was to be decided?").fill("Do we still need machines?");
    const options = dialog.getByRole("combobox", {name: "What could have been chosen"});
    for (const option of ["keep two", "none at all"]) {
      await options.fill(option);
      await page.keyboard.press("Enter");
    }
    await dialog.getByRole("combobox", {name: "What was chosen"}).click();
    await page.getByRole("listbox").getByRole("option", {name: "none at all"}).click();
    await dialog.getByRole("textbox", {name: "Why"}).fill("Nobody came");
    await dialog.getByLabel("The decision in one line").fill("No machines any more");
    await choose("Who decided", "Ann Lee");
    await dialog.getByRole("button", {name: "Log it"}).click();
    await dialog.waitFor({state: "detached"});
    const [chosen] = await page.locator(".decision [data-chosen=true]").allInnerTexts();
    expect(chosen).toContain("none at all");
    await page.goto("/work/W-1");
    await page.getByRole("link", {name: /D-1/}).waitFor();
  });

  test("filters stand in the URL, and the list says the same as the board", async () => {
    await page.goto("/work?owner=bo-quist");
    await settled(page);
    expect(await page.locator(".work-card").count()).toBe(1);
    await page.getByText("List", {exact: true}).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("view")).toBe("list");
    await page.getByRole("link", {name: "Machines of the shop run for nobody"}).waitFor();
    await page.goto("/work?owner=nobody");
    await page.getByText("No work of this kind").waitFor();
  });

  const paths = [
    "/work",
    "/work?view=list",
    "/work/new?filter=ServiceName%20%3D%20'Wires'",
    "/work/W-1",
    "/work/W-2",
    "/work/decisions",
    "/work/decisions?new=true",
    "/work/exceptions",
    "/work/exceptions?new=true"
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
