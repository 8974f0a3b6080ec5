import {
  absolute,
  amount,
  compare,
  changeRatio,
  headline,
  isNegative,
  isZero,
  percent,
  subtract
} from "../format/amount.ts";

export interface DeltaProps {
  readonly now: string | null;
  readonly before: string | null;
  /** What was held against, for people who hover or listen: `same days of October`. */
  readonly against?: string;
  /** More is worse for cost, and better for savings. */
  readonly moreIsBetter?: boolean;
  readonly withAmount?: boolean;
}

/** From 100 % on, a decimal says nothing. */
function isGreat(ratio: string): boolean {
  return compare(absolute(ratio), "0.9995") >= 0;
}

/** A change with sign, arrow and word, so that colour never tells it alone. */
export function Delta({now, before, against, moreIsBetter = false, withAmount = false}: DeltaProps) {
  if (now === null || before === null) return <span className="quiet">no comparison</span>;
  const change = subtract(now, before);
  const rounded = amount(change);
  if (isZero(change)) return <span className="delta">= same{against === undefined ? "" : ` as ${against}`}</span>;
  const less = isNegative(change);
  const ratio = changeRatio(now, before);
  const share = ratio === null ? "new" : percent(absolute(ratio), isGreat(ratio) ? 0 : 1);
  const tone = less === moreIsBetter ? "worse" : "better";
  const word = ratio === null ? "" : less ? " less" : " more";
  return (
    <span className={`delta ${tone}`} title={`${less ? "" : "+"}${rounded}`}>
      <span aria-hidden="true">{less ? "▼" : "▲"} </span>
      {withAmount ? (
        <>
          {less ? "−" : "+"}
          {headline(absolute(change))}{" "}
        </>
      ) : null}
      <span className="delta-share">
        {ratio === null ? "" : less ? "−" : "+"}
        {share}
        {word}
      </span>
      {against === undefined ? null : <span className="quiet"> than {against}</span>}
    </span>
  );
}
