import {Button, Menu} from "@mantine/core";
import {useClipboard, useDisclosure} from "@mantine/hooks";
import {IconDownload, IconLink, IconReceipt2, IconShare2, IconTerminal2} from "@tabler/icons-react";
import {useState} from "react";
import {askable, commandOf} from "../../answer/question.ts";
import type {CostAnswer} from "../../api/contracts.ts";
import {type ExportForm, download, exportForms} from "../../api/download.ts";
import {ReceiptModal} from "../../blocks/receipt.tsx";
import {say, sayProblem} from "../../blocks/say.tsx";
import {SaveView} from "./save-view.tsx";
import type {ExploreState} from "./state.ts";

export interface ActionsProps {
  readonly state: ExploreState;
  readonly answer?: CostAnswer;
  readonly go: (next: ExploreState) => void;
}

/** What can be done with an answer: keep it, take it along, repeat it elsewhere, prove it. */
export function Actions({state, answer, go}: ActionsProps) {
  const clipboard = useClipboard();
  const [receipt, {open, close}] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const take = (form: ExportForm): void => {
    setBusy(true);
    download("cost", askable(state.question), form)
      .then((file) => say(`${file} is in your downloads.`))
      .catch(sayProblem)
      .finally(() => setBusy(false));
  };
  const copy = (text: string, what: string): void => {
    clipboard.copy(text);
    say(`${what} is copied.`);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={15} />}
            loading={busy}
            disabled={answer === undefined}
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {exportForms.map(([form, title, about]) => (
            <Menu.Item
              key={form}
              onClick={() => take(form)}
              rightSection={<span className="quiet menu-note">{about}</span>}
            >
              {title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconShare2 size={15} />}>
            Share
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={15} />} onClick={() => copy(location.href, "The link")}>
            Copy link
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTerminal2 size={15} />}
            onClick={() => copy(commandOf(state.question), "The command")}
          >
            Copy as command
          </Menu.Item>
          <Menu.Item leftSection={<IconReceipt2 size={15} />} onClick={open} disabled={answer === undefined}>
            Show receipt
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <button
        type="button"
        id="copy-link"
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => copy(location.href, "The link")}
      />
      <SaveView state={state} go={go} />
      {answer === undefined ? null : <ReceiptModal receipt={answer.receipt} opened={receipt} close={close} />}
    </>
  );
}
