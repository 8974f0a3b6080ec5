import {useRouterState} from "@tanstack/react-router";
import {useEffect} from "react";

/** Brings what the URL names after `#` into sight once it is there. */
export function useHashTarget(ready: boolean): string {
  const hash = useRouterState({select: ({location}) => location.hash});
  useEffect(() => {
    if (!ready || hash === "") return;
    const frame = requestAnimationFrame(() => {
      const target = document.getElementById(decodeURIComponent(hash));
      if (target === null) return;
      target.scrollIntoView({block: "start"});
      if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
      target.focus({preventScroll: true});
    });
    return () => cancelAnimationFrame(frame);
  }, [ready, hash]);
  return hash;
}
