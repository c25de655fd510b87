/** Ground, light, first colour, second colour, third colour. */
export type Palette = readonly [ground: string, light: string, first: string, second: string, third: string];

export const palettes = {
  tide: ["#0f2a3a", "#e9dcc3", "#e2603a", "#f2b84b", "#3f8a8c"],
  plum: ["#2a1230", "#f3d9c9", "#c9386b", "#f08a5d", "#6a4c93"],
  moss: ["#16241b", "#eee6cf", "#c7d36f", "#4d7c4a", "#e07a3f"],
  bone: ["#efe7d8", "#1d1b1a", "#d6402b", "#2f5d8a", "#e3a93c"],
  neon: ["#101018", "#f6f1e7", "#ff5c39", "#b7ff4a", "#7a6cff"],
  dusk: ["#3b1f2b", "#ffd7b5", "#ff7e5f", "#5b6c9d", "#f9c784"],
  slate: ["#22303c", "#e6edf0", "#8fb8c9", "#f25f4c", "#c9b79c"],
  ochre: ["#e8b04b", "#2b1d0e", "#b5402a", "#f6ead2", "#3d5a5b"],
  cobalt: ["#13205c", "#f4efe2", "#f7c5cc", "#ff5a36", "#5f8dff"],
  mint: ["#d9efe2", "#12302b", "#ff6f4e", "#0f7d6c", "#f5c33b"],
  rust: ["#32140d", "#f7e4cf", "#d4572a", "#8fa89b", "#f0a860"],
  orchid: ["#f4dfe6", "#34123d", "#b0328f", "#ef8354", "#4f6d9a"],
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;

/** The colour a page takes its accent from. */
export const accentOfPalette: Record<PaletteName, string> = {
  tide: "#3f8a8c", plum: "#c9386b", moss: "#4d7c4a", bone: "#2f5d8a", neon: "#7a6cff", dusk: "#ff7e5f",
  slate: "#8fb8c9", ochre: "#b5402a", cobalt: "#5f8dff", mint: "#0f7d6c", rust: "#d4572a", orchid: "#b0328f",
};
