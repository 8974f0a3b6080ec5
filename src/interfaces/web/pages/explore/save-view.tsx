import {Button} from "@mantine/core";
import {IconDeviceFloppy} from "@tabler/icons-react";
import {useState} from "react";
import {later} from "../../blocks/later.tsx";
import type {ExploreState} from "./state.ts";

const SaveDialog = later(
  () => import("./save-form.tsx"),
  (part) => part.SaveDialog
);

export interface SaveViewProps {
  readonly state: ExploreState;
  readonly go: (next: ExploreState) => void;
}

/** The button that keeps what is shown. */
export function SaveView({state, go}: SaveViewProps) {
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      <Button id="save-view" leftSection={<IconDeviceFloppy size={15} />} onClick={() => setOpened(true)}>
        Save view
      </Button>
      {opened === null ? null : <SaveDialog state={state} go={go} opened={opened} close={() => setOpened(false)} />}
    </>
  );
}
