import {Menu} from "@mantine/core";
import {IconLink, IconListCheck, IconReceipt2, IconTerminal2} from "@tabler/icons-react";
import {useNavigate} from "@tanstack/react-router";
import type {ReactNode} from "react";
import {type Question, askable, commandOf} from "../../answer/question.ts";
import {queryOf} from "../../api/call.ts";
import {type ExportForm, exportForms} from "../../api/download.ts";

interface OpenedMenuProps {
  /** The button that the menu hangs on. */
  readonly button: ReactNode;
  readonly close: () => void;
}

/** The forms in which an answer can be taken along. */
export function ExportMenu({button, close, take}: OpenedMenuProps & {readonly take: (form: ExportForm) => void}) {
  return (
    <Opened button={button} close={close}>
      {exportForms.map(([form, title, about]) => (
        <Menu.Item
          key={form}
          onClick={() => take(form)}
          rightSection={<span className="quiet menu-note">{about}</span>}
        >
          {title}
        </Menu.Item>
      ))}
    </Opened>
  );
}

export interface ShareMenuProps extends OpenedMenuProps {
  readonly question: Question;
  readonly copy: (text: string, what: string) => void;
  readonly showReceipt: (() => void) | null;
}

/** The ways to ask the same again elsewhere. */
export function ShareMenu({button, close, question, copy, showReceipt}: ShareMenuProps) {
  const navigate = useNavigate();
  const {filter} = question;
  const finding = {question: queryOf(askable(question)), ...(filter === undefined ? {} : {filter})};
  return (
    <Opened button={button} close={close}>
      <Menu.Item leftSection={<IconLink size={15} />} onClick={() => copy(location.href, "The link")}>
        Copy link
      </Menu.Item>
      <Menu.Item leftSection={<IconTerminal2 size={15} />} onClick={() => copy(commandOf(question), "The command")}>
        Copy as command
      </Menu.Item>
      <Menu.Item
        leftSection={<IconReceipt2 size={15} />}
        onClick={() => showReceipt?.()}
        disabled={showReceipt === null}
      >
        Show receipt
      </Menu.Item>
      <Menu.Item
        leftSection={<IconListCheck size={15} />}
        onClick={() => void navigate({to: "/work/new", search: finding})}
      >
        Make a finding
      </Menu.Item>
    </Opened>
  );
}

function Opened({button, close, children}: OpenedMenuProps & {readonly children: ReactNode}) {
  return (
    <Menu opened onClose={close} position="bottom-end" trapFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
