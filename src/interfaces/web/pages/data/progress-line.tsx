import {Button, Progress} from "@mantine/core";
import type {Step} from "./watched-write.ts";

/** How far something is that takes long, and the way to stop it. */
export function ProgressLine({step, cancel}: {readonly step: Step; readonly cancel: () => void}) {
  return (
    <div className="upload-progress" role="status">
      <Progress value={(step.share ?? 1) * 100} animated={step.share === null} aria-label="Progress" />
      <span className="progress-words">
        {step.message}
        <Button size="compact-xs" variant="default" onClick={cancel}>
          Cancel
        </Button>
      </span>
    </div>
  );
}
