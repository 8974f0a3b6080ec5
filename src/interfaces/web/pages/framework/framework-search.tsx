import {TextInput} from "@mantine/core";
import {IconSearch} from "@tabler/icons-react";
import {useNavigate} from "@tanstack/react-router";
import {type FormEvent, useEffect, useState} from "react";
import {editionSearch, useEdition} from "./edition.tsx";

/** Leads to what is found of some words in an edition. */
export function FrameworkSearch({text = ""}: {readonly text?: string}) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const edition = useEdition();
  const navigate = useNavigate();
  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() === "") return;
    void navigate({to: "/framework/search", search: {text: typed.trim(), ...editionSearch(edition)}});
  };
  return (
    <form onSubmit={go} role="search">
      <TextInput
        type="search"
        w={230}
        aria-label="Search the framework"
        placeholder="Search the framework"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        value={typed}
        onChange={({currentTarget}) => setTyped(currentTarget.value)}
      />
    </form>
  );
}
