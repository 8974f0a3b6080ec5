import {AxeBuilder} from "@axe-core/playwright";
import type {Browser, BrowserContext, Page} from "playwright-core";
import {expect} from "vitest";
import {type Found, openBrowser} from "./browser.ts";
import {type Site, type SiteOptions, builtClient, openSite} from "./site.ts";

/** Milliseconds until something that is awaited is given up: long, for a machine that has much else to do. */
const patience = 60_000;

export interface ContextOptions {
  readonly scheme?: "light" | "dark";
  /** Pixels. */
  readonly width?: number;
}

/** A site of its own with a page on it. */
export interface Visit {
  readonly site: Site;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the pages that are watched threw or were told off for. */
  readonly complaints: string[];
  newContext(options?: ContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Starts a site and a browser; its contexts are as wide as `width` says unless they say otherwise. */
export async function openVisit(
  found: Found,
  {width, ...options}: SiteOptions & Pick<ContextOptions, "width"> = {}
): Promise<Visit> {
  await builtClient();
  const [site, browser] = await Promise.all([openSite(options), openBrowser(found)]);
  const newContext = async (more: ContextOptions = {}): Promise<BrowserContext> =>
    openContext(browser, site, {...(width === undefined ? {} : {width}), ...more});
  const context = await newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  watch(page, complaints);
  return {
    site,
    context,
    page,
    complaints,
    newContext,
    async close() {
      await browser.close();
      await site.close();
    }
  };
}

/** A context of its own on a site, with nothing that moves. */
export async function openContext(
  browser: Browser,
  site: Site,
  {scheme = "light", width = 1280}: ContextOptions = {}
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: site.url,
    colorScheme: scheme,
    reducedMotion: "reduce",
    viewport: {width, height: 900}
  });
  context.setDefaultTimeout(patience);
  return context;
}

/** Writes down what a page throws and what the browser holds against it. Answers that refuse are none of that. */
export function watch(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (4\d\d|5\d\d)/.test(message.text())) complaints.push(message.text());
  });
}

/** Waits until a page has its title and nothing of it is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator(".page-title").waitFor();
  await expect.poll(() => page.locator("[aria-busy=true], .mantine-Skeleton-root").count()).toBe(0);
}

/** Faults of access that axe calls serious or critical, each with up to three places. */
export async function seriousFaults(page: Page): Promise<readonly {id: string; at: readonly string[]}[]> {
  const {violations} = await new AxeBuilder({page}).analyze();
  return violations
    .filter(({impact}) => impact === "serious" || impact === "critical")
    .map(({id, nodes}) => ({id, at: nodes.slice(0, 3).map(({target}) => target.join(" "))}));
}

/** Goes through paths in a context, which it closes, and fails at the first with a serious fault of access. */
export async function expectAccess(
  context: BrowserContext,
  paths: readonly string[],
  complaints: string[]
): Promise<void> {
  const page = await context.newPage();
  watch(page, complaints);
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    expect({path, faults: await seriousFaults(page)}).toEqual({path, faults: []});
  }
  await context.close();
}

/** Goes through paths in a context, which it closes, and fails at the first that is wider than its window. */
export async function expectNoSidewaysScroll(context: BrowserContext, paths: readonly string[]): Promise<void> {
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    const over = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    );
    expect({path, over}).toEqual({path, over: 0});
  }
  await context.close();
}
