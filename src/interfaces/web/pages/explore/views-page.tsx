import {ActionIcon, Button, Skeleton, Tooltip} from "@mantine/core";
import {IconStar, IconStarFilled, IconTrash} from "@tabler/icons-react";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {Link} from "@tanstack/react-router";
import {questionOf} from "../../answer/question.ts";
import {type View, deleteView, searchOfView, starView, viewsQuery} from "../../api/views.ts";
import {ConfirmButton} from "../../blocks/confirm-button.tsx";
import {EmptyNote, Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say, sayProblem} from "../../blocks/say.ts";
import {ago} from "../../format/period.ts";
import {dimensionTitle, metricWords} from "../../format/words.ts";

/** Questions that were kept, by folder. */
export function ViewsPage() {
  const views = useQuery(viewsQuery());
  const folders = Map.groupBy(views.data?.rows ?? [], ({folder}) => folder);
  return (
    <Page
      title="Saved views"
      note={<span>Questions that were kept, with how they are drawn. The command line asks them too.</span>}
    >
      {views.isError ? (
        <ProblemNote error={views.error} retry={() => void views.refetch()} />
      ) : views.isPending ? (
        <Skeleton height={200} />
      ) : folders.size === 0 ? (
        <div className="panel">
          <EmptyNote
            title="No views yet"
            action={
              <Button component={Link} to="/explore">
                Explore
              </Button>
            }
          >
            A view keeps a question that is asked again and again, such as teams this month against the month before.
            Ask it in Explore, then save it.
          </EmptyNote>
        </div>
      ) : (
        [...folders]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([folder, rows]) => <Folder key={folder} folder={folder} rows={rows} />)
      )}
    </Page>
  );
}

function Folder({folder, rows}: {readonly folder: string; readonly rows: readonly View[]}) {
  const client = useQueryClient();
  const again = async (): Promise<void> => client.invalidateQueries({queryKey: ["views.list"]});
  const star = useMutation({
    mutationFn: ({id, star: on}: View) => starView(id, on),
    onSuccess: again,
    onError: sayProblem
  });
  const drop = useMutation({
    mutationFn: ({id}: View) => deleteView(id),
    onSuccess: async (_, {name}) => {
      say(`${name} is deleted.`);
      await again();
    },
    onError: sayProblem
  });
  return (
    <Panel title={folder === "" ? "In no folder" : folder}>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={`Views ${folder}`}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">Star</span>
              </th>
              <th scope="col">Name</th>
              <th scope="col">Asks for</th>
              <th scope="col">By</th>
              <th scope="col">Saved</th>
              <th scope="col">
                <span className="sr-only">Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((view) => (
              <tr key={view.id}>
                <td>
                  <Tooltip label={view.star ? "Take the star off" : "Star it: it stands in the navigation"}>
                    <ActionIcon
                      aria-label={view.star ? `Unstar ${view.name}` : `Star ${view.name}`}
                      aria-pressed={view.star}
                      onClick={() => star.mutate(view)}
                    >
                      {view.star ? <IconStarFilled size={15} className="star" /> : <IconStar size={15} />}
                    </ActionIcon>
                  </Tooltip>
                </td>
                <td className="strong">
                  <Link to="/explore" search={searchOfView(view)} className="quiet-link">
                    {view.name}
                  </Link>
                </td>
                <td className="quiet">{aboutOf(view)}</td>
                <td>{view.owner}</td>
                <td>{ago(view.updatedAt)}</td>
                <td className="num">
                  <ConfirmButton
                    label={`Delete ${view.name}`}
                    question={`Delete ${view.name}?`}
                    answer="Delete"
                    icon={<IconTrash size={15} />}
                    onConfirm={() => drop.mutate(view)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** What a view asks for, in words. */
function aboutOf(view: View): string {
  const question = questionOf(searchOfView(view));
  const metrics = question.metric.map((name) => metricWords[name]?.title.toLowerCase() ?? name).join(", ");
  const by = question.by.map((name) => dimensionTitle(name).toLowerCase()).join(", ");
  const time = question.window ?? question.period ?? question.from ?? "all data";
  return `${metrics}${by === "" ? "" : ` by ${by}`}, ${time}${question.filter === undefined ? "" : `, where ${question.filter}`}`;
}
