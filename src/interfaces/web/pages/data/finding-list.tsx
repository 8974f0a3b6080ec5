import {EmptyNote, Panel} from "../../blocks/panel.tsx";
import {counted} from "../../format/amount.ts";
import {dayText} from "../../format/period.ts";
import type {Finding, HealthRow} from "./facts.ts";
import {FindingStep} from "./finding-step.tsx";
import {LevelMark} from "./level-mark.tsx";
import {MoneyText} from "./money-text.tsx";
import {checkTitle} from "./words.ts";

/** What is wrong with a source, the gravest first, each with its money and the one next step. */
export function FindingList({row}: {readonly row: HealthRow}) {
  const {findings} = row;
  return (
    <Panel
      title={findings.length === 0 ? "Findings" : counted(findings.length, "finding")}
      note="What is not as expected, the gravest first; each becomes an incident when the data is scanned"
    >
      {findings.length === 0 ? (
        <EmptyNote title="Nothing is wrong">
          Deliveries come in time, no day, account or service is missing, and every row could be read.
        </EmptyNote>
      ) : (
        <ul className="findings">
          {findings.map((finding) => (
            <FindingRow key={finding.key} finding={finding} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function FindingRow({finding}: {readonly finding: Finding}) {
  const {level, check, text, money, since} = finding;
  return (
    <li className="finding-row">
      <LevelMark level={level} />
      <div className="finding-what">
        <p>
          <span className="strong">{checkTitle(check)}.</span> {text}
        </p>
        <p className="small">
          <FindingStep finding={finding} />
          {since === null ? null : (
            <span className="quiet"> · since {since.length === 10 ? dayText(since) : since}</span>
          )}
        </p>
      </div>
      <div className="finding-money">
        <MoneyText money={money} none="no money named" />
      </div>
    </li>
  );
}
