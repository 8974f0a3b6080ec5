import {Button, Menu} from "@mantine/core";
import {useClipboard} from "@mantine/hooks";
import {IconArrowBackUp, IconShare2, IconTerminal2} from "@tabler/icons-react";
import {useQuery} from "@tanstack/react-query";
import {problemOf} from "../../api/problem.ts";
import {say} from "../../blocks/say.ts";
import {counted} from "../../format/amount.ts";
import {commandOfDraft, isEmpty, noDraft} from "./draft.ts";
import {forgetDraft, keptDraft, useDrafting} from "./drafting.ts";
import {LinkButton} from "./link-button.tsx";
import {planQuery} from "./queries.ts";

/** What is drafted and not made yet, with the way to its plan. It stands under every page of the practice. */
export function DraftBar() {
  const {draft, search, change} = useDrafting();
  const clipboard = useClipboard();
  const empty = isEmpty(draft);
  const plan = useQuery({...planQuery(draft), enabled: !empty, retry: false});
  if (empty) return <KeptDraft />;
  const copy = (text: string, what: string): void => {
    clipboard.copy(text);
    say(`${what} is copied.`);
  };
  return (
    <section className="draft-bar" aria-label="Draft">
      <span className="strong">
        {plan.data === undefined || plan.isError ? "Draft" : `${counted(plan.data.changes.length, "change")} drafted`}
      </span>
      <span role="status">
        {plan.isError ? (
          <span className="severity-error">{problemOf(plan.error).detail}</span>
        ) : plan.data === undefined ? (
          <span className="quiet">checking …</span>
        ) : (
          <Balance resolved={plan.data.resolvedFindings.length} appeared={plan.data.newFindings} />
        )}
      </span>
      <span className="draft-bar-actions">
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconShare2 size={15} />}>
              Share
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconShare2 size={15} />}
              onClick={() => copy(location.href, "The link to the draft")}
            >
              Copy link to the draft
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTerminal2 size={15} />}
              onClick={() => copy(commandOfDraft(draft), "The command")}
            >
              Copy as command
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" leftSection={<IconArrowBackUp size={15} />} onClick={() => change(noDraft)}>
          Discard
        </Button>
        <LinkButton to="/practice/plan" search={search}>
          See the plan
        </LinkButton>
      </span>
    </section>
  );
}

function Balance({
  resolved,
  appeared
}: {
  readonly resolved: number;
  readonly appeared: readonly {readonly severity: string}[];
}) {
  const errors = appeared.filter(({severity}) => severity === "error").length;
  const parts = [
    resolved === 0 ? null : `${counted(resolved, "finding")} resolved`,
    appeared.length === 0 ? null : counted(appeared.length, "new finding"),
    errors === 0 ? null : `${counted(errors, "error")} to put right first`
  ].filter((part) => part !== null);
  return (
    <span className={errors > 0 ? "severity-error" : appeared.length > 0 ? "severity-warning" : "quiet"}>
      {parts.length === 0 ? "no new findings" : parts.join(", ")}
    </span>
  );
}

function KeptDraft() {
  const {change} = useDrafting();
  const draft = keptDraft();
  if (draft === null) return null;
  return (
    <section className="draft-bar" aria-label="Draft">
      <span>There is a draft of changes in this tab that was not applied.</span>
      <span className="draft-bar-actions">
        <Button
          variant="default"
          onClick={() => {
            forgetDraft();
            change(noDraft);
          }}
        >
          Discard
        </Button>
        <Button onClick={() => change(draft)}>Take it up again</Button>
      </span>
    </section>
  );
}
