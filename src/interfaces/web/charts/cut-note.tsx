import type {AxisCut} from "./axis-cut.ts";

export interface CutNoteProps {
  readonly cut: AxisCut | null;
  /** Whether the whole height is shown after all. */
  readonly full: boolean;
  readonly setFull: (full: boolean) => void;
}

/** Says that bars reach beyond the axis, and shows them in full when that is wanted. */
export function CutNote({cut, full, setFull}: CutNoteProps) {
  if (cut === null) return null;
  const several = cut.beyond.length > 1;
  return (
    <p className="footnote">
      {full
        ? "The axis reaches to the greatest bar. "
        : `The axis ends below ${several ? `${cut.beyond.length} great bars` : "one great bar"}, whose ${several ? "amounts stand on them" : "amount stands on it"}. `}
      <button type="button" className="link-button" onClick={() => setFull(!full)}>
        {full ? "Cut the axis" : "Show the full height"}
      </button>
    </p>
  );
}
