import {Kbd, Modal} from "@mantine/core";
import {useNavigate} from "@tanstack/react-router";
import {useEffect, useState} from "react";
import {places} from "./navigation.data.ts";

const event = "ashlar:shortcuts";

export function openShortcuts(): void {
  globalThis.dispatchEvent(new Event(event));
}

/** Shortcuts that pages answer themselves, for the help sheet. */
const others: readonly (readonly [string, string])[] = [
  ["Ctrl K", "Find a page, a view or a dimension"],
  ["?", "This sheet"],
  ["f", "Explore: to the filter"],
  ["s", "Explore: save the view"],
  ["c", "Explore: copy the link"],
  ["1 – 8", "Explore: the kind of chart"],
  ["Esc", "Close what is open"]
];

/** Keys that lead to pages (`g` and a letter), and the sheet that lists all keys. */
export function Shortcuts() {
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);

  useEffect(() => {
    let leader = 0;
    const byKeys = new Map(
      places
        .flatMap((place) => [place, ...(place.children ?? [])])
        .flatMap(({keys, to}) => (keys === "" ? [] : [[keys, to]]))
    );
    const onKey = (pressed: KeyboardEvent): void => {
      if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || isTyping(pressed.target)) return;
      if (pressed.key === "?") setOpened(true);
      else if (pressed.key === "g") leader = pressed.timeStamp;
      else if (leader > 0 && pressed.timeStamp - leader < 1500) {
        const to = byKeys.get(`g ${pressed.key}`);
        leader = 0;
        if (to === undefined) return;
        pressed.preventDefault();
        pressed.stopImmediatePropagation();
        void navigate({to});
      }
    };
    const show = (): void => setOpened(true);
    globalThis.addEventListener("keydown", onKey, true);
    globalThis.addEventListener(event, show);
    return () => {
      globalThis.removeEventListener("keydown", onKey, true);
      globalThis.removeEventListener(event, show);
    };
  }, [navigate]);

  const pages = places.flatMap((place) => [place, ...(place.children ?? []).filter(({keys}) => keys !== "")]);
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="Keyboard shortcuts">
      <dl className="keys">
        {[...others, ...pages.map(({keys, title}) => [keys, `Go to ${title}`] as const)].map(([keys, about]) => (
          <div key={about}>
            <dt>{keys.split(" ").map((key) => (key === "–" ? " – " : <Kbd key={key}>{key}</Kbd>))}</dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

/** Whether the focus is where keys are text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=dialog], [role=listbox]") !== null)
  );
}
