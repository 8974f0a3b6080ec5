import {Button, Group, Select, TextInput, Textarea} from "@mantine/core";
import {useMutation, useQuery, useQueryClient} from "@tanstack/react-query";
import {useNavigate, useSearch} from "@tanstack/react-router";
import {useState} from "react";
import {write} from "../../api/call.ts";
import {one} from "../../app/search.ts";
import {Page, Panel} from "../../blocks/panel.tsx";
import {ProblemNote} from "../../blocks/problem-note.tsx";
import {say} from "../../blocks/say.ts";
import {capabilitiesQuery, practiceQuery} from "../practice/queries.ts";
import {ScopeSpend} from "../practice/scope-spend.tsx";
import type {Added} from "./facts.ts";
import {askAgain, usePeople, useUsualCurrency} from "./queries.ts";
import {ValueFields, askedValue} from "./value-fields.tsx";
import {kindWords} from "./words.ts";
import "../practice/practice.css";
import "./work.css";

/** Puts a finding on the list. Whoever comes from Explore brings the charges and the receipt along in the URL. */
export function NewPage() {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const client = useQueryClient();
  const {options: people} = usePeople();
  const scopes = useQuery({...practiceQuery(), refetchInterval: false}).data?.scopes ?? [];
  const capabilities = useQuery(capabilitiesQuery(null)).data?.rows ?? [];
  const usual = useUsualCurrency();
  const [title, setTitle] = useState(one(search, "title") ?? "");
  const [kind, setKind] = useState<string>(one(search, "kind") ?? "waste");
  const [capability, setCapability] = useState<string | null>(one(search, "capability") ?? "usage-optimization");
  const [scope, setScope] = useState<string | null>(one(search, "scope"));
  const [filter, setFilter] = useState(one(search, "filter") ?? "");
  const [owner, setOwner] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [value, setValue] = useState({
    amount: "",
    currency: "",
    per: "month" as "month" | "once"
  });
  const receipt = one(search, "receipt");
  const question = one(search, "question");
  const add = useMutation({
    mutationFn: async () => {
      const added = await write<Added>("work.add", {
        title: title.trim(),
        kind,
        capability,
        ...(scope === null ? {} : {scope}),
        ...(filter.trim() === "" ? {} : {filter: filter.trim()}),
        ...(owner === null ? {} : {owner}),
        ...(note.trim() === "" ? {} : {note: note.trim()}),
        ...(receipt === null ? {} : {receipt, operation: one(search, "operation") ?? "cost"}),
        ...askedValue({...value, currency: value.currency || usual})
      });
      if (question !== null && added.status === "added")
        await write("work.evidence", {work: added.item.number, title: "As it was seen in Explore", question});
      return added;
    },
    onSuccess: async ({item, status}) => {
      say(status === "known" ? `It is known already as ${item.number}.` : `${item.number} is on the list.`);
      await askAgain(client);
      await navigate({to: "/work/$work", params: {work: item.number}});
    }
  });
  return (
    <Page title="New finding" note={<span>What was seen, and which charges it is about</span>}>
      <Panel title="The finding" className="new-finding">
        <form
          className="card-form"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <TextInput
            label="What was found, in one line"
            placeholder="Load balancer without traffic in the old shop"
            required
            autoFocus
            maxLength={200}
            value={title}
            onChange={({currentTarget}) => setTitle(currentTarget.value)}
          />
          <div className="card-pair">
            <Select
              label="Kind"
              data={Object.entries(kindWords).map(([name, label]) => ({value: name, label}))}
              value={kind}
              onChange={(next) => setKind(next ?? kind)}
            />
            <Select
              label="Capability"
              required
              searchable
              data={
                capabilities.length === 0
                  ? [{value: "usage-optimization", label: "Usage Optimization"}]
                  : capabilities.map((each) => ({value: each.id, label: each.title}))
              }
              value={capability}
              onChange={setCapability}
            />
            <Select
              label="Scope"
              clearable
              placeholder="None"
              data={scopes.map((each) => ({value: each.id, label: each.title}))}
              value={scope}
              onChange={setScope}
            />
            <Select
              label="Owner"
              clearable
              searchable
              placeholder="Nobody yet"
              data={[...people]}
              value={owner}
              onChange={setOwner}
            />
          </div>
          <Textarea
            label="Charges it is about"
            description="A filter as in Explore. Its effect is measured on these charges later."
            placeholder="ResourceName = 'old-shop-lb'"
            size="xs"
            autosize
            minRows={1}
            value={filter}
            onChange={({currentTarget}) => setFilter(currentTarget.value)}
            classNames={{input: "mono-input"}}
          />
          {filter.trim() === "" ? null : (
            <dl className="scope-facts">
              <ScopeSpend key={filter} filter={filter.trim()} />
            </dl>
          )}
          <ValueFields
            label="Estimated value, if it is known"
            value={{...value, currency: value.currency || usual}}
            set={setValue}
          />
          <Textarea
            label="Note"
            size="xs"
            autosize
            minRows={2}
            maxLength={10_000}
            value={note}
            onChange={({currentTarget}) => setNote(currentTarget.value)}
          />
          {add.isError ? <ProblemNote error={add.error} /> : null}
          <Group gap="xs">
            <Button type="submit" loading={add.isPending} disabled={title.trim() === "" || capability === null}>
              Put it on the list
            </Button>
            {question === null ? null : (
              <span className="quiet small">The question of Explore is kept as evidence, with its receipt.</span>
            )}
            {receipt === null ? null : (
              <span className="quiet small">with receipt {receipt.slice(0, 12)} of what was seen</span>
            )}
          </Group>
        </form>
      </Panel>
    </Page>
  );
}
