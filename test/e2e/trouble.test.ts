import {readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {browserTag} from "../counts.ts";
import {type Found, findBrowser, openBrowser} from "./browser.ts";
import {focusFile} from "./charges.ts";
import {openContext} from "./page-checks.ts";
import {type Site, ashlar, builtClient, openSite} from "./site.ts";

const found: Found = await findBrowser();
const reason = "missing" in found ? `: ${found.missing}` : "";

describe.skipIf("missing" in found)(`${browserTag} the page in trouble${reason}`, {timeout: 180_000}, () => {
  let browser: Browser;
  let site: Site;
  let guarded: Site;
  let token = "";

  beforeAll(async () => {
    await builtClient();
    const makeToken = async (folder: string): Promise<void> => {
      const made = (await ashlar(folder, "tokens", "create", "admin", "--role", "owner")) as {token: string};
      token = made.token;
    };
    [browser, site, guarded] = await Promise.all([
      openBrowser(found),
      openSite(),
      openSite({before: makeToken, args: ["--token-required"]})
    ]);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await Promise.all([site?.close(), guarded?.close()]);
  });

  const open = async (of: Site): Promise<Page> => (await openContext(browser, of)).newPage();

  test("an upload that is cancelled leaves nothing", async () => {
    const page = await open(site);
    const [head = "", ...lines] = focusFile(Temporal.Now.plainDateISO("UTC")).trim().split("\n");
    const file = join(site.folder, "large-focus.csv");
    writeFileSync(file, [head, ...Array.from({length: 200}, () => lines).flat(), ""].join("\n"));
    await page.goto("/data/upload");
    await page.setInputFiles("input[type=file]", file);
    await page.getByRole("button", {name: "Check first"}).click();
    await page.getByRole("heading", {name: "What would change"}).waitFor();
    await page.getByRole("button", {name: "Take it in"}).click();
    await page.getByText(/^Taking in: (?!Sending)/).waitFor();
    await page.getByRole("button", {name: "Cancel"}).click();
    await page.getByText("Cancelled: nothing was taken in.").waitFor();
    await expect.poll(() => page.getByRole("button", {name: "Take it in"}).isEnabled()).toBe(true);
    // The server has put its copy of the file away when the work has ended.
    await expect.poll(() => readdirSync(join(site.folder, ".ashlar", "uploads"))).toEqual([]);
    const {rows} = (await (await fetch(`${site.url}/api/snapshots/list`)).json()) as {rows: readonly unknown[]};
    expect(rows).toEqual([]);
    await page.goto("/");
    await page.getByRole("heading", {name: "Welcome"}).waitFor();
    await page.context().close();
  });

  test("without its server the page says so, and goes on by itself when it is back", async () => {
    const page = await open(site);
    await page.goto("/data");
    await page.getByText("No sources yet").waitFor();
    // The pages that were not visited are fetched beforehand, so that they are there without a server.
    await expect
      .poll(() =>
        page.evaluate<number>(
          "performance.getEntriesByType('resource').filter(({name}) => /settings-page/.test(name)).length"
        )
      )
      .toBeGreaterThan(0);
    await site.stop();
    await page.getByRole("link", {name: "Settings"}).click();
    const banner = page.getByRole("status").filter({hasText: "The server does not answer"});
    await banner.waitFor();
    expect(await banner.innerText()).toContain("ashlar serve");
    await page.getByRole("heading", {name: "Settings"}).waitFor();
    await site.start();
    await banner.waitFor({state: "detached"});
    await page.getByText("Practice folder", {exact: true}).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.context().close();
  });

  test("a dialog that cannot be fetched says so, and is there at another try", async () => {
    const page = await open(site);
    const part = /\/assets\/new-token-[\w-]+\.js$/;
    await page.route(part, (route) => route.abort());
    await page.goto("/settings");
    await page.getByRole("button", {name: "New token"}).click();
    const note = page.getByRole("alert").filter({hasText: "This part could not be fetched"});
    await note.waitFor();
    expect(await page.getByRole("heading", {name: "Settings"}).isVisible()).toBe(true);
    await page.unroute(part);
    await note.getByRole("button", {name: "Try again"}).click();
    await page.getByRole("dialog", {name: "New token"}).waitFor();
    expect(await note.count()).toBe(0);
    await page.context().close();
  });

  test("a server that asks for a token gets one, and not a wrong one", async () => {
    const page = await open(guarded);
    await page.goto("/data");
    await page.getByRole("heading", {name: "Who asks?"}).waitFor();
    expect(await page.getByText("No sources yet").count()).toBe(0);
    const field = page.getByLabel("Token", {exact: true});
    await field.fill("ashlar_wrong");
    await page.getByRole("button", {name: "Go on"}).click();
    await page.getByText("the token is unknown, expired or revoked").waitFor();
    await field.fill(token);
    await page.keyboard.press("Enter");
    await page.getByText("No sources yet").waitFor();
    await page.reload();
    await page.getByText("No sources yet").waitFor();
    await page.goto("/settings");
    await page.getByText("admin (owner)").waitFor();
    const other = await open(guarded);
    await other.goto("/settings");
    await other.getByRole("heading", {name: "Who asks?"}).waitFor();
    await page.getByRole("button", {name: "Forget the token"}).click();
    await page.getByRole("heading", {name: "Who asks?"}).waitFor();
    await Promise.all([page.context().close(), other.context().close()]);
  });
});
