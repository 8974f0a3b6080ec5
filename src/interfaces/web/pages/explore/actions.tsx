import {Button} from "@mantine/core";
import {useClipboard} from "@mantine/hooks";
import {IconDownload, IconShare2} from "@tabler/icons-react";
import {type ReactNode, useState} from "react";
import {askable} from "../../answer/question.ts";
import type {CostAnswer} from "../../api/contracts.ts";
import {type ExportForm, download} from "../../api/download.ts";
import {later} from "../../blocks/later.tsx";
import {say, sayProblem} from "../../blocks/say.ts";
import {SaveView} from "./save-view.tsx";
import type {ExploreState} from "./state.ts";

const ExportMenu = later(
  () => import("./action-menus.tsx"),
  (part) => part.ExportMenu,
  ({button}) => button
);
const ShareMenu = later(
  () => import("./action-menus.tsx"),
  (part) => part.ShareMenu,
  ({button}) => button
);
const ReceiptModal = later(
  () => import("../../blocks/receipt-modal.tsx"),
  (part) => part.ReceiptModal
);

export interface ActionsProps {
  readonly state: ExploreState;
  readonly answer?: CostAnswer;
  readonly go: (next: ExploreState) => void;
}

/** What can be done with an answer: keep it, take it along, repeat it elsewhere, prove it. */
export function Actions({state, answer, go}: ActionsProps) {
  const clipboard = useClipboard();
  const [receipt, setReceipt] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  const [called, setCalled] = useState<"export" | "share" | null>(null);
  const close = (): void => setCalled(null);
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
      <MenuButton
        label="Export"
        icon={<IconDownload size={15} />}
        loading={busy}
        disabled={answer === undefined}
        opened={called === "export"}
        toggle={() => setCalled(called === "export" ? null : "export")}
        menu={(button) => <ExportMenu button={button} close={close} take={take} />}
      />
      <MenuButton
        label="Share"
        icon={<IconShare2 size={15} />}
        opened={called === "share"}
        toggle={() => setCalled(called === "share" ? null : "share")}
        menu={(button) => (
          <ShareMenu
            button={button}
            close={close}
            question={state.question}
            copy={copy}
            showReceipt={answer === undefined ? null : () => setReceipt(true)}
          />
        )}
      />
      <button
        type="button"
        id="copy-link"
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => copy(location.href, "The link")}
      />
      <SaveView state={state} go={go} />
      {answer === undefined || receipt === null ? null : (
        <ReceiptModal receipt={answer.receipt} opened={receipt} close={() => setReceipt(false)} />
      )}
    </>
  );
}

interface MenuButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly opened: boolean;
  readonly toggle: () => void;
  readonly menu: (button: ReactNode) => ReactNode;
}

/** A button with a menu that is loaded when it is first opened. */
function MenuButton({label, icon, loading = false, disabled = false, opened, toggle, menu}: MenuButtonProps) {
  const button = (
    <Button
      variant="default"
      leftSection={icon}
      loading={loading}
      disabled={disabled}
      aria-haspopup="menu"
      aria-expanded={opened}
      onClick={toggle}
    >
      {label}
    </Button>
  );
  return opened ? menu(button) : button;
}
