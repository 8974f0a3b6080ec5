import {stageOf, valueOfRow, type WorkRow} from "./item.ts";
import type {Step} from "./way.ts";

export interface NextStep {
  readonly to: Step | "verified";
  /** Fields that still have to be given. */
  readonly needs: string[];
  readonly note: string | null;
}

/** The steps that can follow from where a work object stands, the usual one first. */
export function nextSteps(row: WorkRow): NextStep[] {
  const dismissed: NextStep = {to: "dismissed", needs: ["reason"], note: null};
  const excepted: NextStep = {
    to: "excepted",
    needs: [...(row.owner === null ? ["owner"] : []), "reason", "expires"],
    note: "it is put on the exception register"
  };
  const reopened = (note: string): NextStep => ({to: "reopened", needs: ["reason"], note});
  switch (stageOf(row)) {
    case "finding":
      return [
        {
          to: "option",
          needs: valueOfRow(row) === null ? ["value"] : [],
          note: valueOfRow(row) === null ? "or a reason why it has no value" : null
        },
        dismissed,
        excepted
      ];
    case "option":
      return [
        {
          to: "action",
          needs: [...(row.owner === null ? ["owner"] : []), ...(row.due === null ? ["due"] : [])],
          note: "its value becomes agreed"
        },
        dismissed,
        excepted
      ];
    case "action":
      return row.done_on === null
        ? [{to: "done", needs: [], note: "on says the day, today without it"}, dismissed, excepted]
        : [
            {
              to: "verified",
              needs: row.filter === null ? ["filter"] : [],
              note: "measured from later bills with work verify"
            },
            reopened("it was not done after all"),
            dismissed
          ];
    case "verified":
      return [
        {to: "verified", needs: [], note: "measured again, over other days"},
        reopened("the effect is withdrawn, and it is an action again")
      ];
    case "dismissed":
    case "excepted":
      return [reopened("it goes back to where it was")];
  }
}
