/** The colours of a chart that are not of its data. */
export interface Ink {
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly strong: string;
  readonly paper: string;
  readonly accent: string;
  /** The palest step of a scale that ends in the accent. */
  readonly low: string;
  readonly worse: string;
  readonly better: string;
  readonly hatch: string;
  readonly font: string;
}

/** As the style sheet has them now. */
export function inkOf(): Ink {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token("--ink"),
    quiet: token("--quiet"),
    rule: token("--rule"),
    strong: token("--rule-strong"),
    paper: token("--paper"),
    accent: token("--accent"),
    low: token("--scale-low"),
    worse: token("--worse"),
    better: token("--better"),
    hatch: token("--hatch"),
    font: token("--font")
  };
}
