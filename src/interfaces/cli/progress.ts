import type {Progress} from "../../operation.ts";
import type {Io} from "./io.ts";

export interface ProgressView {
  step(progress: Progress): void;
  /** Clears the line, so that what follows begins on a clean one. */
  end(): void;
}

/** Milliseconds between two drawings of the line, and before a stage is worth a line of its own. */
const redraw = 100;
const worthALine = 2000;

/**
 * Progress on standard error: one line that is redrawn on a terminal; elsewhere a plain line for each stage that has
 * lasted two seconds.
 */
export function progressView(io: Io, quiet: boolean, now: () => number = () => performance.now()): ProgressView {
  if (quiet) return {step: () => undefined, end: () => undefined};
  return io.errIsTerminal ? redrawn(io, now) : plain(io, now);
}

function redrawn(io: Io, now: () => number): ProgressView {
  let drawn: {stage: string; at: number} | null = null;
  return {
    step(progress) {
      if (drawn !== null && drawn.stage === progress.stage && now() - drawn.at < redraw) return;
      drawn = {stage: progress.stage, at: now()};
      io.err(`\r\u001b[2K${stepAsText(progress).slice(0, Math.max(10, io.columns - 1))}`);
    },
    end() {
      if (drawn !== null) io.err("\r\u001b[2K");
      drawn = null;
    }
  };
}

function plain(io: Io, now: () => number): ProgressView {
  let current: {stage: string; since: number; said: boolean} | null = null;
  return {
    step(progress) {
      if (current?.stage !== progress.stage) current = {stage: progress.stage, since: now(), said: false};
      if (current.said || now() - current.since < worthALine) return;
      current.said = true;
      io.err(`${stepAsText(progress)}\n`);
    },
    end: () => undefined
  };
}

/** `writing 2026-10 · 40 of 100 (40 %)` */
export function stepAsText({stage, message, done, total}: Progress): string {
  const parts = [message === undefined || message === "" ? stage : `${stage} ${message}`];
  if (done !== undefined) {
    const count = done.toLocaleString("en-US");
    const share = total === undefined || total === 0 ? "" : ` (${Math.floor((done / total) * 100)} %)`;
    parts.push(total === undefined ? count : `${count} of ${total.toLocaleString("en-US")}${share}`);
  }
  return parts.join(" · ").replace(/\p{Cc}/gu, " ");
}
