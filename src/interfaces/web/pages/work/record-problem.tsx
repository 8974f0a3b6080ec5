import {Button} from "@mantine/core";
import {problemOf} from "../../api/problem.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";

/** A failure of a change; where somebody else changed the record meanwhile, the way to see it as it is. */
export function RecordProblem({error, reload}: {readonly error: unknown; readonly reload: () => void}) {
  const {code} = problemOf(error);
  return (
    <div>
      <ProblemNote error={error} />
      {code === "record.changed" || code === "work.stage" ? (
        <Button variant="default" onClick={reload} mb="sm">
          Show it as it is now
        </Button>
      ) : null}
    </div>
  );
}
