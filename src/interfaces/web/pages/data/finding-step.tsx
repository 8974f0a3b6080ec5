import {Link} from "@tanstack/react-router";
import {addDays} from "../../format/period.ts";
import type {Finding} from "./facts.ts";
import {checkWords} from "./words.ts";

/** The one next step for a finding, as a link where it is done here. */
export function FindingStep({finding}: {readonly finding: Finding}) {
  const {check, source, filter, since} = finding;
  const {step, to} = checkWords[check];
  switch (to) {
    case "upload":
      return <Link to="/data/upload">{step}</Link>;
    case "quarantine":
      return (
        <Link to="/data/quarantine" search={{source}}>
          {step}
        </Link>
      );
    case "held":
      return (
        <Link to="/data/snapshots" search={{source, state: "held"}}>
          {step}
        </Link>
      );
    case "snapshots":
      return (
        <Link to="/data/snapshots" search={{source}}>
          {step}
        </Link>
      );
    case "conformance":
      return (
        <Link to="/data/conformance" search={{source}}>
          {step}
        </Link>
      );
    case "drift":
      return (
        <Link to="/data/sources/$source" params={{source}} hash="drift">
          {step}
        </Link>
      );
    case "tie-out":
      return (
        <Link to="/data/tie-out" search={{source}}>
          {step}
        </Link>
      );
    case "charges":
      return (
        <Link to="/explore" search={chargesOf(source, filter, since)}>
          {step}
        </Link>
      );
    case null:
      return <span>{step}</span>;
  }
}

/** Explore with the charges of a source that something is about. */
export function chargesOf(
  source: string | null,
  filter: string | null,
  since: string | null = null
): Record<string, string> {
  const around =
    since !== null && /^\d{4}-\d\d-\d\d$/.test(since)
      ? {from: addDays(since, -21), to: addDays(since, 8)}
      : {window: "13m"};
  return {
    metric: "billed",
    by: "service",
    granularity: "from" in around ? "day" : "month",
    top: "10",
    ...around,
    ...(source === null ? {} : {source}),
    ...(filter === null ? {} : {filter})
  };
}
