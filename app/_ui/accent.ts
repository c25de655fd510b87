import type { CSSProperties } from "react";
import { hexToOklch, oklchToLinear, type Oklch } from "./color";

const MAX_CHROMA = 0.15;
const visible = (colour: Oklch) => oklchToLinear(colour).every((v) => v >= -0.001 && v <= 1.001);

/** Keeps the hue, fixes the lightness, and lowers the chroma until the screen can show it. */
function clamp(hue: number, chroma: number, l: number): Oklch {
  let c = Math.min(chroma, MAX_CHROMA);
  while (c > 0 && !visible({ l, c, h: hue })) c -= 0.005;
  return { l, c: Math.max(0, c), h: hue };
}

/** The page's accent in both themes, from the dominant colour of the art. Contrast holds for every hue (tested). */
export function accentOf(hex: string): { light: Oklch; dark: Oklch } | null {
  const colour = hexToOklch(hex);
  if (!colour) return null;
  return { light: clamp(colour.h, colour.c, 0.5), dark: clamp(colour.h, colour.c, 0.78) };
}

const css = ({ l, c, h }: Oklch) => `oklch(${l.toFixed(3)} ${c.toFixed(3)} ${h.toFixed(1)})`;

/** Inline custom properties for the wrapper of a creator's page: `<div style={accentStyle(creator.accent)}>`. */
export function accentStyle(hex: string | null | undefined): CSSProperties {
  const accent = hex ? accentOf(hex) : null;
  if (!accent) return {};
  const properties: Record<`--${string}`, string> = { "--accent": `light-dark(${css(accent.light)}, ${css(accent.dark)})` };
  return properties;
}

/** Two tones of one hue for who has shown no art yet: the same for a name on every page. */
export function tonesOf(name: string): { ground: string; letter: string } {
  const hue = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 0);
  return { ground: css(clamp(hue, MAX_CHROMA, 0.34)), letter: css(clamp(hue, MAX_CHROMA, 0.48)) };
}
