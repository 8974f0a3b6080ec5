import {useQueries, useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useParams, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {CurrencyPicker, useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {EmptyNote, Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Attribution} from "../framework/attribution.tsx";
import {HomeSide} from "./home-side.tsx";
import {HomeSkeleton} from "./persona-page.tsx";
import {homeQuery, homesQuery} from "./queries.ts";
import {ScopePick} from "./scope-pick.tsx";
import {peopleOf} from "./see-as.ts";
import {StillMissing} from "./still-missing.tsx";
import {TileWall} from "./tile-wall.tsx";
import "../framework/framework.css";
import "../work/work.css";
import "./personas.css";

/** The home of a person of the practice: all personas that they hold, together, each thing once. */
export function PersonPage() {
  const {person: id = ""} = useParams({strict: false});
  const scope = one(useSearch({strict: false}), "scope");
  const navigate = useNavigate();
  const choice = useCurrencyChoice();
  const list = useQuery(homesQuery());
  const person = list.data === undefined ? undefined : peopleOf(list.data).find((each) => each.id === id);
  const homes = useQueries({
    queries: (person?.personas ?? []).map(({persona, variants}) => {
      const variant = variants.some((each) => each.id === person?.variant) ? (person?.variant ?? null) : null;
      return homeQuery({persona, variant, scope, person: id});
    })
  });
  const failed = list.error ?? homes.find(({error}) => error !== null)?.error ?? null;
  const shown = homes.flatMap(({data}) => data ?? []);
  const [first] = shown;
  const back = (
    <Link to="/home" className="more-link">
      All homes
    </Link>
  );
  return (
    <Page
      title={person?.name ?? (list.data === undefined ? "Home" : id)}
      note={
        <>
          {back}
          {shown.map((home) => (
            <Link
              key={home.persona.id}
              to="/home/$persona"
              params={{persona: home.persona.id}}
              search={{person: id, ...(home.variant === null ? {} : {variant: home.variant.id})}}
              className="more-link"
            >
              {home.variant === null ? home.persona.title : `${home.persona.title}, ${home.variant.title}`}
            </Link>
          ))}
        </>
      }
      actions={
        <>
          <ScopePick
            scope={scope}
            choose={(value) =>
              void navigate({
                to: "/home/as/$person",
                params: {person: id},
                search: value === "" ? {} : {scope: value},
                resetScroll: false
              })
            }
          />
          <CurrencyPicker choice={choice} />
        </>
      }
    >
      {failed === null ? null : <ProblemNote error={failed} retry={() => void list.refetch()} />}
      {list.data !== undefined && person === undefined ? (
        <div className="panel">
          <EmptyNote title="Nobody of this practice has this id today">
            People stand in ashlar.yaml, with the days from and until which they hold their personas. See{" "}
            <Link to="/practice/people">People</Link>.
          </EmptyNote>
        </div>
      ) : first === undefined || shown.length < homes.length ? (
        failed === null ? (
          <HomeSkeleton />
        ) : null
      ) : (
        <>
          <HomeSide homes={shown} />
          <TileWall homes={shown} choice={choice} />
          <StillMissing homes={shown} />
          <Attribution
            source={first.source}
            licence={first.licence}
            notes={[...new Set(shown.flatMap(({notes}) => notes))]}
          />
        </>
      )}
    </Page>
  );
}
