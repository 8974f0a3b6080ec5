import {type Context, type Input, operation, type Output} from "../operation.ts";
import {readArrangement} from "./arrangement.ts";
import {practiceHistory} from "./contract.ts";
import {revisions} from "./revision.ts";

export const practiceHistoryOperation = operation(practiceHistory, history);

async function history(
  {limit}: Input<typeof practiceHistory>,
  context: Context
): Promise<Output<typeof practiceHistory>> {
  const [read, rows] = await Promise.all([readArrangement(context.folder), revisions(context, limit)]);
  return {
    current: read.revision,
    applied: rows[0]?.text === read.text,
    rows: rows.map(({id, applied_at, applied_by, note, summary, revision}) => ({
      id,
      at: applied_at,
      by: applied_by,
      note,
      summary,
      revision
    }))
  };
}
