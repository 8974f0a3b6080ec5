import {useState} from "react";
import type {Receipt} from "../api/contracts.ts";
import {later} from "./later.tsx";

const ReceiptModal = later(
  () => import("./receipt-modal.tsx"),
  (part) => part.ReceiptModal
);

/** A button that shows what reproduces an answer. */
export function ReceiptButton({receipt}: {readonly receipt: Receipt}) {
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpened(true)}>
        receipt {receipt.id.slice(0, 12)}
      </button>
      {opened === null ? null : <ReceiptModal receipt={receipt} opened={opened} close={() => setOpened(false)} />}
    </>
  );
}
