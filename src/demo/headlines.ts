import {askContextOf} from "../cost/ask-context.ts";
import {askCost} from "../cost/ask.ts";
import {questionToCommand} from "../cost/question-text.ts";
import {costQuestion, type CostQuestionInput} from "../cost/question.ts";
import type {Context, Output} from "../operation.ts";
import type {demo} from "./contract.ts";

type Headline = Output<typeof demo>["headlines"][number];

/** What a practitioner reads first. */
function questionsOn(today: Temporal.PlainDate): readonly {title: string; question: CostQuestionInput}[] {
  const thisMonth = today.with({day: 1});
  const lastMonth: CostQuestionInput = {
    period: thisMonth.subtract({months: 1}).toPlainYearMonth().toString(),
    metric: ["effective"],
    currency: "EUR"
  };
  const halfYear = {from: thisMonth.subtract({months: 5}).toString(), to: today.toString()};
  return [
    {title: "What was spent, month by month", question: {...halfYear, granularity: "month", currency: "EUR"}},
    {
      title: "Who was paid last month, and how that changed",
      question: {...lastMonth, by: ["provider"], compare: "previous"}
    },
    {title: "The most expensive services of last month", question: {...lastMonth, by: ["service"], top: 8}},
    {title: "Which team, and how much nobody owns", question: {...lastMonth, by: ["tag.team"], top: 8}}
  ];
}

/** Asks the first questions of a practice that converts to EUR, each with the command that asks it again. */
export async function headlines(context: Context): Promise<Headline[]> {
  const asking = await askContextOf(context);
  const answers: Headline[] = [];
  for (const {title, question} of questionsOn(context.effects.now().toZonedDateTimeISO("UTC").toPlainDate())) {
    const asked = costQuestion.parse(question);
    const {rows, totals} = await askCost(asked, asking);
    answers.push({title, command: questionToCommand(asked), rows: [...rows], totals: [...totals]});
  }
  return answers;
}
