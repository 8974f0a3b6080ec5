import {Kbd, Modal} from "@mantine/core";
import {places} from "./navigation.data.ts";

/** Shortcuts that do something; those that lead to pages stand with the pages. */
const deeds: readonly (readonly [string, string])[] = [
  ["Ctrl K", "Find a page, a view or a dimension"],
  ["?", "This sheet"],
  ["Esc", "Close what is open"]
];
const inExplore: readonly (readonly [string, string])[] = [
  ["f", "To the filter"],
  ["s", "Save the view"],
  ["c", "Copy the link"],
  ["1 – 8", "The kind of chart"]
];

/** Every key there is, by where it works. */
export function ShortcutSheet({opened, close}: {readonly opened: boolean; readonly close: () => void}) {
  const pages = places
    .flatMap((place) => [place, ...(place.children ?? [])])
    .flatMap(({keys, title}) => (keys === "" ? [] : [[keys, title] as const]));
  return (
    <Modal opened={opened} onClose={close} title="Keyboard shortcuts" size={720}>
      <div className="key-groups">
        <Keys title="Everywhere" keys={deeds} />
        <Keys title="In Explore" keys={inExplore} />
        <Keys title="Go to" keys={pages} wide />
      </div>
    </Modal>
  );
}

interface KeysProps {
  readonly title: string;
  readonly keys: readonly (readonly [string, string])[];
  /** Over the whole width, in columns. */
  readonly wide?: boolean;
}

function Keys({title, keys, wide = false}: KeysProps) {
  return (
    <section className={wide ? "keys-wide" : ""}>
      <h3 className="time-head">{title}</h3>
      <dl className="keys">
        {keys.map(([each, about]) => (
          <div key={about}>
            <dt>{each.split(" ").map((key) => (key === "–" ? " – " : <Kbd key={key}>{key}</Kbd>))}</dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
