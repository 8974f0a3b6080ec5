import {Autocomplete, Button, Checkbox, Group, Modal, Stack, TextInput} from "@mantine/core";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {brief} from "../../answer/question.ts";
import {queryOf} from "../../api/call.ts";
import {saveView, viewsQuery} from "../../api/views.ts";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import {type ExploreState, drawingOf} from "./state.ts";

export interface SaveFormProps {
  readonly state: ExploreState;
  readonly go: (next: ExploreState) => void;
  readonly opened: boolean;
  readonly close: () => void;
}

/** Keeps the question and its drawing under a name, in a folder, with or without a star. */
export function SaveDialog({opened, ...props}: SaveFormProps) {
  return (
    <Modal opened={opened} onClose={props.close} title="Save this view">
      {opened ? <SaveForm {...props} /> : null}
    </Modal>
  );
}

function SaveForm({state, go, close}: Omit<SaveFormProps, "opened">) {
  const client = useQueryClient();
  const views = useQuery(viewsQuery());
  const parts = (state.view ?? "").split("/");
  const [name, setName] = useState(parts.at(-1) ?? "");
  const [folder, setFolder] = useState(parts.length > 1 ? (parts[0] ?? "") : "");
  const [star, setStar] = useState(
    views.data?.rows.some((view) => view.name === name && view.folder === folder && view.star) ?? false
  );
  const folders = [
    ...new Set((views.data?.rows ?? []).flatMap((view) => (view.folder === "" ? [] : [view.folder])))
  ].toSorted();
  const known = views.data?.rows.some((view) => view.name === name.trim() && view.folder === folder.trim()) ?? false;
  const save = useMutation({
    mutationFn: () =>
      saveView({
        name: name.trim(),
        folder: folder.trim(),
        question: queryOf(brief(state.question)),
        chart: drawingOf(state),
        star,
        replace: known
      }),
    onSuccess: async (saved) => {
      await client.invalidateQueries({queryKey: ["views.list"]});
      say(`${saved.name} is ${saved.status}.`);
      close();
      go({...state, view: saved.folder === "" ? saved.name : `${saved.folder}/${saved.name}`});
    }
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="Name"
          required
          data-autofocus
          value={name}
          onChange={({currentTarget}) => setName(currentTarget.value)}
          maxLength={120}
        />
        <Autocomplete
          size="xs"
          label="Folder"
          description="Optional; a new name makes a new folder"
          data={folders}
          value={folder}
          onChange={setFolder}
          maxLength={120}
        />
        <Checkbox
          size="xs"
          label="Star it: it stands in the navigation"
          checked={star}
          onChange={({currentTarget}) => setStar(currentTarget.checked)}
        />
        <p className="quiet small">
          A time such as “last 30 days” moves with the days; a month or days stay what they are.
        </p>
        {save.isError ? <ProblemNote error={save.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
            {known ? "Replace" : "Save"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
