import {useNavigate, useSearch} from "@tanstack/react-router";
import {useCallback, useEffect, useMemo} from "react";
import {one} from "../../app/search.ts";
import {type Draft, draftOf, isEmpty, noDraft, searchOfDraft} from "./draft.ts";

const kept = "ashlar.practice.draft";

export interface Drafting {
  readonly draft: Draft;
  /** The whole search of the page: scope and draft, for links. */
  readonly search: Record<string, string | string[]>;
  /** Takes up another draft, on this page or another one. */
  readonly change: (draft: Draft, to?: PracticePath, more?: Record<string, string>) => void;
}

export type PracticePath =
  | "/practice"
  | "/practice/plan"
  | "/practice/check"
  | "/practice/people"
  | "/practice/history";

/** The draft of the URL. It is remembered in this tab, so that a way over other pages does not lose it. */
export function useDrafting(): Drafting {
  const search = useSearch({strict: false});
  const navigate = useNavigate();
  const draft = useMemo(() => draftOf(search), [search]);
  const scope = one(search, "scope");
  const card = one(search, "card");
  useEffect(() => {
    if (!isEmpty(draft)) sessionStorage.setItem(kept, JSON.stringify(searchOfDraft(draft)));
  }, [draft]);
  const change = useCallback(
    (next: Draft, to?: PracticePath, more: Record<string, string> = {}) => {
      if (isEmpty(next)) sessionStorage.removeItem(kept);
      void navigate({
        to: to ?? ".",
        search: {
          ...(scope === null ? {} : {scope}),
          ...(card === null || to !== undefined ? {} : {card}),
          ...searchOfDraft(next),
          ...more
        },
        resetScroll: to !== undefined
      });
    },
    [navigate, scope, card]
  );
  return {
    draft,
    search: {...(scope === null ? {} : {scope}), ...searchOfDraft(draft)},
    change
  };
}

/** The draft that was left in this tab, or null. */
export function keptDraft(): Draft | null {
  try {
    const text = sessionStorage.getItem(kept);
    const draft = text === null ? noDraft : draftOf(JSON.parse(text) as Record<string, string | string[]>);
    return isEmpty(draft) ? null : draft;
  } catch {
    return null;
  }
}

export function forgetDraft(): void {
  sessionStorage.removeItem(kept);
}
