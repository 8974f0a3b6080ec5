import {expect, test} from "vitest";
import {isDay} from "./day.ts";

test.for(["2026-10-01", "2024-02-29", "1900-12-31"])("%s is a day", (text) => expect(isDay(text)).toBe(true));

test.for([
  "2026-02-30",
  "2025-02-29",
  "2026-1-1",
  "2026-10-01T00:00",
  "20261001",
  "",
  "+002026-10-01",
  "2026-10-01[u-ca=iso8601]"
])("%s is none", (text) => expect(isDay(text)).toBe(false));
