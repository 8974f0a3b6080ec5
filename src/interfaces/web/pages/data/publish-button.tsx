import {Button} from "@mantine/core";
import {useState} from "react";
import {later} from "../../blocks/later.tsx";

const PublishDialog = later(
  () => import("./publish-form.tsx"),
  (part) => part.PublishDialog
);

/** The button of a snapshot that was held back. */
export function PublishButton({snapshot}: {readonly snapshot: string}) {
  const [opened, setOpened] = useState<boolean | null>(null);
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpened(true)}>
        Publish
      </Button>
      {opened === null ? null : <PublishDialog snapshot={snapshot} opened={opened} close={() => setOpened(false)} />}
    </>
  );
}
