/**
 * Colours of series, told apart with every common deficiency of colour vision and in grey print, in the two themes.
 * The same place in both lists is the same hue, so that a value keeps its colour when the theme changes.
 */
export const palettes = {
  light: [
    "#2f6f9f",
    "#dd9a3a",
    "#4a9c8c",
    "#a8456f",
    "#8a8f2c",
    "#5b4a9c",
    "#7cc0de",
    "#c4684a",
    "#2d6b46",
    "#c48ac0",
    "#8a6242",
    "#d9c26a"
  ],
  dark: [
    "#5b9fd0",
    "#e3a951",
    "#5fb9a8",
    "#d0719b",
    "#b0b552",
    "#9385d6",
    "#97d0ea",
    "#de8a6d",
    "#58a378",
    "#d7a8d4",
    "#b58d6b",
    "#e4d28d"
  ]
} as const;

/** What is no value of its own: the rest of a top list, and what has no value. */
export const greys = {
  light: {other: "#b4b8b6", none: "#d3d5d2"},
  dark: {other: "#6b7378", none: "#4a5156"}
} as const;
