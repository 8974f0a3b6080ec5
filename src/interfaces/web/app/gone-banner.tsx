import {IconPlugConnectedX} from "@tabler/icons-react";
import {useIsFetching, useQueryClient} from "@tanstack/react-query";
import {useEffect, useState} from "react";
import {Problem, serverGone} from "../api/problem.ts";

/** Says that the server is gone, looks for it, and asks again what failed when it is back. */
export function GoneBanner() {
  const client = useQueryClient();
  const fetching = useIsFetching();
  const [gone, setGone] = useState(false);

  useEffect(() => {
    const failed = client
      .getQueryCache()
      .getAll()
      .some(({state}) => state.error instanceof Problem && state.error.facts.code === "server.gone");
    setGone(failed);
  }, [client, fetching]);

  useEffect(() => {
    if (!gone) return;
    const timer = setInterval(() => {
      fetch("/healthz", {cache: "no-store"})
        .then(async (response) => {
          if (!response.ok) return;
          setGone(false);
          await client.refetchQueries({predicate: ({state}) => state.status === "error"});
        })
        .catch(() => undefined);
    }, 2500);
    return () => clearInterval(timer);
  }, [gone, client]);

  if (!gone) return null;
  return (
    <div className="gone" role="status">
      <IconPlugConnectedX size={16} aria-hidden="true" />
      <span>
        {serverGone.title}. Start it again with <code>ashlar serve</code>; this page goes on by itself.
      </span>
    </div>
  );
}
