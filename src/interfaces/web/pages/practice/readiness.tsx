import type {Card} from "./facts.ts";

/** Whether it could work here: data, what it depends on, and the software itself. */
export function Readiness({
  readiness,
  implemented
}: {
  readonly readiness: Card["readiness"];
  readonly implemented: Card["implemented"];
}) {
  const {status, missing} = readiness;
  const words = {
    ready: "ready",
    partly: `${missing.length} missing`,
    missing: missing.length === 0 ? "not ready" : `${missing.length} missing`
  } as const;
  const filled = {ready: 3, partly: 2, missing: 1} as const;
  return (
    <span className={`readiness readiness-${status}`} title={missing.map(({what}) => what).join("\n") || undefined}>
      <span className="readiness-mark" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <i key={step} data-filled={step <= filled[status]} />
        ))}
      </span>
      <span>{words[status]}</span>
      {implemented === "works" ? null : (
        <span className="quiet readiness-software">
          {implemented === "partly" ? "in part in Ashlar" : "not in Ashlar yet"}
        </span>
      )}
    </span>
  );
}
