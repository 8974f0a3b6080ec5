import {Button} from "@mantine/core";
import {Link} from "@tanstack/react-router";
import {EmptyNote, Page} from "../blocks/panel.tsx";

export function MissingPage() {
  return (
    <Page title="No such page">
      <EmptyNote
        title="There is nothing at this address"
        action={
          <Button component={Link} to="/">
            Go to Home
          </Button>
        }
      >
        The link may be of another version of Ashlar, or mistyped.
      </EmptyNote>
    </Page>
  );
}
