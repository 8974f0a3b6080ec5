/** One line of a tooltip. */
export interface TooltipLine {
  readonly colour: string | null;
  readonly name: string;
  readonly value: string;
}

/** A tooltip as elements: no text of the data is ever read as HTML, and no style stands in a mark-up. */
export function tooltipElement(title: string, lines: readonly TooltipLine[], note?: string): HTMLElement {
  const box = element("div", "tip");
  box.append(element("div", "tip-title", title));
  for (const {colour, name, value} of lines) {
    const line = element("div", "tip-line");
    const swatch = element("span", "tip-swatch");
    if (colour === null) swatch.classList.add("tip-swatch-none");
    else swatch.style.background = colour;
    line.append(swatch, element("span", "tip-name", name), element("span", "tip-value", value));
    box.append(line);
  }
  if (note !== undefined) box.append(element("div", "tip-note", note));
  return box;
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** What all tooltips of charts have in common. */
export const tooltipBase = {
  confine: true,
  transitionDuration: 0,
  padding: 0,
  borderWidth: 0,
  backgroundColor: "transparent",
  extraCssText: "box-shadow:none",
  className: "tip-host"
} as const;
