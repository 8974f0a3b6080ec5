import {TextInput} from "@mantine/core";
import {useDebouncedCallback} from "@mantine/hooks";
import {IconSearch} from "@tabler/icons-react";
import {useEffect, useState} from "react";

export interface TextSearchProps {
  readonly label: string;
  readonly text: string;
  readonly look: (text: string) => void;
}

/** A field whose words are looked for a moment after the last key. */
export function TextSearch({label, text, look}: TextSearchProps) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const later = useDebouncedCallback(look, 250);
  return (
    <TextInput
      type="search"
      role="searchbox"
      w={280}
      maw="100%"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      value={typed}
      onChange={({currentTarget}) => {
        setTyped(currentTarget.value);
        later(currentTarget.value.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") look(typed.trim());
      }}
    />
  );
}
