import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

test.skipIf(process.platform === "win32").for(["SIGINT", "SIGTERM"] as const)(
  "%s ends a real process after it has closed what it opened, with status 130",
  async (signal) => {
    const script = fileURLToPath(new URL("./fixtures/waiting.ts", import.meta.url));
    const child = spawn(process.execPath, [script], {stdio: ["ignore", "pipe", "pipe"]});
    let out = "";
    let err = "";
    child.stdout.on("data", (data: Buffer) => {
      if (out === "") {
        // The launcher forwards what a terminal has sent already: twice at once is one wish.
        child.kill(signal);
        child.kill(signal);
      }
      out += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => (err += data.toString()));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({code, err, last: out.trim().split("\n").at(-1)}).toEqual({
      code: 130,
      err: "error: interrupted\n",
      last: "open cellar, open house, close house, close cellar"
    });
  }
);
