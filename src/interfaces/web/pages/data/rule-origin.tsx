export interface RuleOriginProps {
  readonly origin: "official" | "ashlar";
  readonly erratum: string | null;
}

/** Whose rule it is, and whether it is read otherwise than the official model has it. */
export function RuleOrigin({origin, erratum}: RuleOriginProps) {
  return (
    <span className="small">
      {origin === "official" ? "official" : "ours"}
      {erratum === null ? null : (
        <>
          ,{" "}
          <span className="tag" title={erratum}>
            corrected
          </span>
        </>
      )}
    </span>
  );
}
