import {useEffect} from "react";
import {changed} from "../../answer/question.ts";
import {isTyping} from "../../app/shortcuts.tsx";
import {type ExploreState, chartKinds, suitedTo} from "./state.ts";

/** Keys of this page: the kind of chart by its number, the filter, save, copy. */
export function useExploreKeys(state: ExploreState, go: (next: ExploreState) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const kind = chartKinds[Number(event.key) - 1];
      if (kind !== undefined) {
        go({...state, chart: kind, question: changed(state.question, suitedTo(kind, state.question))});
        return;
      }
      const target = {f: "filter-text", s: "save-view", c: "copy-link"}[event.key];
      const element = target === undefined ? null : document.getElementById(target);
      if (element === null) return;
      event.preventDefault();
      if (event.key === "f") element.focus();
      else element.click();
    };
    globalThis.addEventListener("keydown", onKey);
    return () => globalThis.removeEventListener("keydown", onKey);
  }, [state, go]);
}
