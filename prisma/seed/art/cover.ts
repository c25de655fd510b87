import { arcs } from "./hands/arcs";
import { flow } from "./hands/flow";
import { halftone } from "./hands/halftone";
import { moons } from "./hands/moons";
import { paper } from "./hands/paper";
import { strata } from "./hands/strata";
import { truchet } from "./hands/truchet";
import { weave } from "./hands/weave";
import { palettes, type PaletteName } from "./palettes";
import { random } from "./random";
import type { Hand } from "./svg";

const hands = { paper, flow, halftone, arcs, strata, truchet, moons, weave } satisfies Record<string, Hand>;
export type HandName = keyof typeof hands;
export const handNames = Object.keys(hands) as HandName[];

export type CoverInput = { seed: number; hand: HandName; palette: PaletteName; width: number; height: number };

/** Cover art from a seed: SVG text, the same for the same input. Portraits 4:5, sleeves 1:1, avatars small. */
export function drawCover({ seed, hand, palette, width, height }: CoverInput): string {
  const drawing = hands[hand]({ r: random(seed), p: palettes[palette], w: width, h: height });
  // Paper grain over everything; without it flat colour looks like a screen.
  const grain = `<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="3"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 .15 0"/></filter>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${grain}</defs>` +
    `${drawing}<rect width="${width}" height="${height}" filter="url(#grain)" style="mix-blend-mode:multiply"/></svg>`
  );
}
