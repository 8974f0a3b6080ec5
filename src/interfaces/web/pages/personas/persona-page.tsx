import {NativeSelect, Skeleton} from "@mantine/core";
import {useQuery} from "@tanstack/react-query";
import {Link, useNavigate, useParams, useSearch} from "@tanstack/react-router";
import {one} from "../../app/search.ts";
import {CurrencyPicker, useCurrencyChoice} from "../../blocks/currency-picker.tsx";
import {Page} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {Attribution} from "../framework/attribution.tsx";
import {HomeSide} from "./home-side.tsx";
import {homeQuery} from "./queries.ts";
import {ScopePick} from "./scope-pick.tsx";
import {StillMissing} from "./still-missing.tsx";
import {TileWall} from "./tile-wall.tsx";
import "../framework/framework.css";
import "../work/work.css";
import "./personas.css";

/** The home of a persona: what they ask first, what answers it, and what is still missing. */
export function PersonaPage() {
  const {persona = ""} = useParams({strict: false});
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const choice = useCurrencyChoice();
  const variant = one(search, "variant");
  const scope = one(search, "scope");
  const person = one(search, "person");
  const home = useQuery(homeQuery({persona, variant, scope, person}));
  const {data} = home;
  const change = (parts: Readonly<Record<string, string>>): void => {
    const next = Object.entries({...search, ...parts}).filter(([, value]) => value !== "");
    void navigate({to: "/home/$persona", params: {persona}, search: Object.fromEntries(next), resetScroll: false});
  };
  const back = (
    <Link to="/home" className="more-link">
      All homes
    </Link>
  );
  if (data === undefined) {
    return (
      <Page title={home.isError ? "No such home" : "Home"} note={back}>
        {home.isError ? <ProblemNote error={home.error} retry={() => void home.refetch()} /> : <HomeSkeleton />}
      </Page>
    );
  }
  return (
    <Page
      title={data.variant === null ? data.persona.title : `${data.persona.title}, ${data.variant.title}`}
      note={
        <>
          {back}
          <span>{data.persona.goal}</span>
        </>
      }
      actions={
        <>
          {data.variants.length === 0 ? null : (
            <NativeSelect
              size="xs"
              w={150}
              aria-label="Variant"
              value={data.variant?.id ?? ""}
              onChange={({currentTarget}) => change({variant: currentTarget.value})}
              data={[
                {value: "", label: "Any leader"},
                ...data.variants.map(({id, title}) => ({value: id, label: title}))
              ]}
            />
          )}
          <ScopePick scope={scope} choose={(value) => change({scope: value})} />
          <CurrencyPicker choice={choice} />
        </>
      }
    >
      {data.person === null ? null : (
        <p className="notice">
          Work on this page is that of {data.person.name}.{" "}
          <button type="button" className="link-button" onClick={() => change({person: ""})}>
            Show everybody’s
          </button>
        </p>
      )}
      <HomeSide homes={[data]} />
      <TileWall homes={[data]} choice={choice} />
      <StillMissing homes={[data]} />
      <Attribution source={data.source} licence={data.licence} notes={data.notes} />
    </Page>
  );
}

export function HomeSkeleton() {
  return (
    <div aria-busy="true" aria-label="Loading the home">
      <Skeleton height={86} mb={16} />
      <div className="tiles">
        {[2, 2, 2, 3, 3, 3, 3].map((span, index) => (
          <div key={index} data-span={span}>
            <Skeleton height={230} />
          </div>
        ))}
      </div>
    </div>
  );
}
