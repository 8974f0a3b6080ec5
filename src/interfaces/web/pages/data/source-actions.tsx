import {Button} from "@mantine/core";
import {IconKey, IconRefresh} from "@tabler/icons-react";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {later} from "../../blocks/later.tsx";

const SyncDialog = later(
  () => import("./sync-dialog.tsx"),
  (part) => part.SyncDialog
);
const PolicyDialog = later(
  () => import("./policy-dialog.tsx"),
  (part) => part.PolicyDialog
);

export interface SourceActionsProps {
  /** Null for all sources together. */
  readonly source: string | null;
  /** Whether the practice says where deliveries are fetched from; without it there is nothing to sync. */
  readonly located: boolean;
}

/** What can be done for a source: fetch what is new, and see the permission that this takes. */
export function SourceActions({source, located}: SourceActionsProps) {
  const navigate = useNavigate();
  const open = (dialog: "sync" | "policy"): void =>
    void navigate({
      to: ".",
      search: {open: dialog, ...(source === null ? {} : {of: source})},
      resetScroll: false
    });
  return (
    <span className="source-actions">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRefresh size={14} />}
        disabled={!located}
        title={located ? undefined : "The practice file names no location for it"}
        aria-label={source === null ? "Sync all" : `Sync ${source}`}
        onClick={() => open("sync")}
      >
        {source === null ? "Sync all" : "Sync"}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconKey size={14} />}
        aria-label={source === null ? "Policies" : `Policy for ${source}`}
        onClick={() => open("policy")}
      >
        {source === null ? "Policies" : "Policy"}
      </Button>
    </span>
  );
}

/** The dialogs that `SourceActions` opens, as the URL says; once on a page. */
export function SourceDialogs() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const open = one(search, "open");
  const source = one(search, "of");
  const close = (): void => void navigate({to: ".", search: {}, resetScroll: false});
  if (open === "sync") return <SyncDialog source={source} close={close} />;
  if (open === "policy") return <PolicyDialog source={source} close={close} />;
  return null;
}
