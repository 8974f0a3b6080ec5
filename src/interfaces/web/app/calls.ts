/** Events by which parts of the page call what is loaded only when it is called for. */
export const sheetEvent = "ashlar:shortcuts";
export const paletteEvent = "ashlar:palette";

export function openShortcuts(): void {
  globalThis.dispatchEvent(new Event(sheetEvent));
}

export function openPalette(): void {
  globalThis.dispatchEvent(new Event(paletteEvent));
}
