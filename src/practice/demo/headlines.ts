import {askContextOf} from "../../cost/ask-context.ts";
import {askCost} from "../../cost/ask.ts";
import {costQuestion} from "../../cost/question.ts";
import type {CostQuestionInput} from "../../cost/question.ts";
import type {Context, Output} from "../../operation.ts";
import type {demo} from "../contract.ts";

type Headline = Output<typeof demo>["headlines"][number];

/** What a practitioner reads first, each with the command that asks it. */
const questions: readonly {readonly title: string; readonly question: CostQuestionInput; readonly flags: string}[] = [
  {
    title: "What was spent, month by month",
    question: {granularity: "month", window: "6m", currency: "EUR"},
    flags: "--granularity month --window 6m --currency EUR"
  },
  {
    title: "Who was paid last month, and how that changed",
    question: {by: ["provider"], window: "last-month", metric: ["effective"], compare: "previous", currency: "EUR"},
    flags: "--by provider --window last-month --metric effective --compare previous --currency EUR"
  },
  {
    title: "The most expensive services of last month",
    question: {by: ["service"], window: "last-month", metric: ["effective"], top: 8, currency: "EUR"},
    flags: "--by service --window last-month --metric effective --top 8 --currency EUR"
  },
  {
    title: "Which team, and how much nobody owns",
    question: {by: ["tag.team"], window: "last-month", metric: ["effective"], top: 8, currency: "EUR"},
    flags: "--by tag.team --window last-month --metric effective --top 8 --currency EUR"
  }
];

export async function headlines(context: Context): Promise<Headline[]> {
  const asking = await askContextOf(context);
  const answers: Headline[] = [];
  for (const {title, question, flags} of questions) {
    const {rows, totals} = await askCost(costQuestion.parse(question), asking);
    answers.push({title, command: `ashlar cost ${flags}`, rows: [...rows], totals: [...totals]});
  }
  return answers;
}
