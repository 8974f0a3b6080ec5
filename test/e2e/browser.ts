import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";
import {type Browser, chromium} from "playwright-core";

/** A browser that tests can start, or why there is none. */
export type Found = {readonly path: string; readonly args: readonly string[]} | {readonly missing: string};

const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((file) =>
      join(process.env[name] ?? "", file)
    )
  ),
  linux: ["google-chrome", "google-chrome-stable", "microsoft-edge", "chromium", "chromium-browser"].flatMap((name) =>
    (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name))
  )
};

/** Switches of the packed Chromium that would change what is tested: one process for all, and no check of origins. */
const unwanted = /^--(single-process|no-zygote|disable-web-security|allow-running-insecure-content|headless)/;

/** `CHROMIUM_PATH`, else on Linux x64 the Chromium that npm brings, else an installed Chrome or Edge. */
export async function findBrowser(): Promise<Found> {
  const given = process.env["CHROMIUM_PATH"] ?? "";
  if (given !== "") return existsSync(given) ? {path: given, args: []} : {missing: `CHROMIUM_PATH: no ${given}`};
  if (process.platform === "linux" && process.arch === "x64") {
    const {default: packed} = await import("@sparticuz/chromium");
    return {path: await packed.executablePath(), args: packed.args.filter((arg) => !unwanted.test(arg))};
  }
  const path = installed[process.platform]?.find((file) => existsSync(file));
  return path === undefined ? {missing: "no Chrome, Edge or CHROMIUM_PATH on this machine"} : {path, args: []};
}

export async function openBrowser(found: Found): Promise<Browser> {
  if ("missing" in found) throw new Error(found.missing);
  return chromium.launch({executablePath: found.path, args: [...found.args], headless: true});
}
