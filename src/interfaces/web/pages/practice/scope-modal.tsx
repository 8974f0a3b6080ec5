import {Modal, Skeleton} from "@mantine/core";
import {later} from "../../blocks/later.tsx";
import type {Draft} from "./draft.ts";
import type {Person, Scope} from "./facts.ts";

const ScopeForm = later(
  () => import("./scope-form.tsx"),
  (module) => module.ScopeForm,
  <Skeleton height={360} />
);

export interface ScopeModalProps {
  readonly opened: boolean;
  readonly close: () => void;
  /** The scope that is changed; null for a new one. */
  readonly scope: Scope | null;
  readonly others: readonly Scope[];
  readonly draft: Draft;
  readonly edition: string;
  readonly people: readonly Person[];
  readonly keep: (draft: Draft, scope: string) => void;
}

/** Drafts a scope: the question first, then what spending it is about and which capabilities it begins with. */
export function ScopeModal({opened, close, ...rest}: ScopeModalProps) {
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={rest.scope === null ? "A new scope" : `Edit ${rest.scope.title}`}
      size="lg"
    >
      {opened ? <ScopeForm close={close} {...rest} /> : null}
    </Modal>
  );
}
