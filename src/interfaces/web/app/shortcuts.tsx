import {useNavigate} from "@tanstack/react-router";
import {useEffect, useState} from "react";
import {later} from "../blocks/later.tsx";
import {openPalette, paletteEvent, sheetEvent} from "./calls.ts";
import {places} from "./navigation.data.ts";

const Palette = later(
  () => import("./palette.tsx"),
  (part) => part.Palette
);
const ShortcutSheet = later(
  () => import("./shortcut-sheet.tsx"),
  (part) => part.ShortcutSheet
);

/** Keys that lead to pages (`g` and a letter), the palette and the sheet of all keys: both are loaded when called. */
export function Shortcuts() {
  const navigate = useNavigate();
  const [sheet, setSheet] = useState<boolean | null>(null);
  const [calls, setCalls] = useState(0);

  useEffect(() => {
    let leader = 0;
    const byKeys = new Map(
      places
        .flatMap((place) => [place, ...(place.children ?? [])])
        .flatMap(({keys, to}) => (keys === "" ? [] : [[keys, to]]))
    );
    const onKey = (pressed: KeyboardEvent): void => {
      if ((pressed.ctrlKey || pressed.metaKey) && !pressed.altKey && pressed.key.toLowerCase() === "k") {
        pressed.preventDefault();
        openPalette();
      }
      if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || isTyping(pressed.target)) return;
      if (pressed.key === "?") setSheet(true);
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
    const showSheet = (): void => setSheet(true);
    const showPalette = (): void => setCalls((count) => count + 1);
    globalThis.addEventListener("keydown", onKey, true);
    globalThis.addEventListener(sheetEvent, showSheet);
    globalThis.addEventListener(paletteEvent, showPalette);
    return () => {
      globalThis.removeEventListener("keydown", onKey, true);
      globalThis.removeEventListener(sheetEvent, showSheet);
      globalThis.removeEventListener(paletteEvent, showPalette);
    };
  }, [navigate]);

  return (
    <>
      {calls === 0 ? null : <Palette calls={calls} />}
      {sheet === null ? null : <ShortcutSheet opened={sheet} close={() => setSheet(false)} />}
    </>
  );
}

/** Whether the focus is where keys are text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=dialog], [role=listbox]") !== null)
  );
}
