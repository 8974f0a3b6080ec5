import {Button, Group, Popover, TextInput} from "@mantine/core";
import {IconCalendar} from "@tabler/icons-react";
import {useState} from "react";
import {type Question, noTime} from "../../answer/question.ts";
import {addDays, addMonths, daysText, firstOfMonth, monthText, today} from "../../format/period.ts";
import type {Ask} from "./controls.tsx";

const windows = [
  ["7d", "Last 7 days"],
  ["30d", "Last 30 days"],
  ["60d", "Last 60 days"],
  ["90d", "Last 90 days"],
  ["month-to-date", "Month to date"],
  ["last-month", "Last month"],
  ["quarter-to-date", "Quarter to date"],
  ["year-to-date", "Year to date"],
  ["6m", "Last 6 months"],
  ["1y", "Last 12 months"]
] as const;

/** The time that is asked about: a moving window, a period by name, days, or all data. */
export function TimePicker({question, ask}: {readonly question: Question; readonly ask: Ask}) {
  const [opened, setOpened] = useState(false);
  const choose = (time: Partial<Record<"window" | "period" | "from" | "to", string>>): void => {
    ask({...noTime, ...time});
    setOpened(false);
  };
  return (
    <div className="control-time">
      <span className="control-label" id="time-label">
        Time
      </span>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus>
        <Popover.Target>
          <Button
            variant="default"
            fullWidth
            justify="flex-start"
            leftSection={<IconCalendar size={15} />}
            onClick={() => setOpened(!opened)}
            aria-describedby="time-label"
          >
            {timeTitle(question)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className="time-menu">
            <div>
              <h3 className="time-head">Moving</h3>
              {windows.map(([value, title]) => (
                <TimeOption
                  key={value}
                  title={title}
                  chosen={question.window === value}
                  choose={() => choose({window: value})}
                />
              ))}
              <TimeOption title="All data" chosen={timeOf(question) === null} choose={() => choose({})} />
            </div>
            <div>
              <h3 className="time-head">Month</h3>
              {lastMonths(11).map((month) => (
                <TimeOption
                  key={month}
                  title={monthText(month)}
                  chosen={question.period === month.slice(0, 7)}
                  choose={() => choose({period: month.slice(0, 7)})}
                />
              ))}
            </div>
            <OwnTime question={question} choose={choose} />
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function TimeOption({
  title,
  chosen,
  choose
}: {
  readonly title: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}) {
  return (
    <button type="button" className="time-option" aria-pressed={chosen} onClick={choose}>
      {title}
    </button>
  );
}

function OwnTime({
  question,
  choose
}: {
  readonly question: Question;
  readonly choose: (time: {from?: string; to?: string; period?: string}) => void;
}) {
  const [from, setFrom] = useState(question.from ?? addDays(today(), -29));
  const [last, setLast] = useState(question.to === undefined ? today() : addDays(question.to, -1));
  const [period, setPeriod] = useState(question.period ?? "");
  const wrong = from > last;
  return (
    <div className="time-own">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) choose({from, to: addDays(last, 1)});
        }}
      >
        <h3 className="time-head">Days</h3>
        <TextInput
          type="date"
          label="First"
          value={from}
          onChange={({currentTarget}) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Last"
          value={last}
          onChange={({currentTarget}) => setLast(currentTarget.value)}
          error={wrong ? "lies before the first" : undefined}
        />
        <Group mt={8}>
          <Button type="submit" disabled={wrong || from === "" || last === ""}>
            Show days
          </Button>
        </Group>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (period.trim() !== "") choose({period: period.trim()});
        }}
      >
        <h3 className="time-head">By name</h3>
        <TextInput
          aria-label="Period by name"
          placeholder="2026-Q3, FY2027-Q1"
          value={period}
          onChange={({currentTarget}) => setPeriod(currentTarget.value)}
        />
        <Group mt={8}>
          <Button type="submit" variant="default">
            Show period
          </Button>
        </Group>
      </form>
    </div>
  );
}

function lastMonths(count: number): readonly string[] {
  const month = firstOfMonth(today());
  return Array.from({length: count}, (_, index) => addMonths(month, -index));
}

function timeOf({period, from, window}: Question): string | null {
  return period ?? from ?? window ?? null;
}

function timeTitle(question: Question): string {
  const {period, from, to, window} = question;
  if (window !== undefined) return windows.find(([value]) => value === window)?.[1] ?? `Window ${window}`;
  if (period !== undefined) return /^\d{4}-\d\d$/.test(period) ? monthText(`${period}-01`) : period;
  if (from !== undefined) return to === undefined ? `From ${from}` : daysText(from, to);
  return "All data";
}
