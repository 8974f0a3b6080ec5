import {writeFileSync} from "node:fs";
import process from "node:process";

// Loaded before a command that is measured: says at its end what it used.
process.on("exit", () => {
  const file = process.env["BENCH_USAGE"];
  if (file === undefined) return;
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
  const usage = {cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1000};
  writeFileSync(file, JSON.stringify(usage));
});
