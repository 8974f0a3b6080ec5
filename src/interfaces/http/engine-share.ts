import type {Settings} from "../../settings.ts";

/**
 * The settings of one of the two engines that a server may have open at a time: that of the questions, and that of the
 * one operation which takes data in. Each has half of the memory, so that both stay within what the practice says. An
 * engine cannot be given another limit while it runs, so the half of ingest is not lent to questions.
 */
export function withHalfMemory(settings: Settings): Settings {
  return {...settings, engine: {...settings.engine, memory: half(settings.engine.memory)}};
}

function half(size: string): string {
  const [, count = "", unit = ""] = /^([\d.]+)\s*([A-Za-z]+)$/.exec(size) ?? [];
  return `${Number(count) / 2}${unit}`;
}
