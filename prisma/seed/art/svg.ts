import type { Palette } from "./palettes";
import type { Random } from "./random";

/** A hand draws the inside of an SVG: a way of working, like a printer's or a weaver's. */
export type Canvas = { r: Random; p: Palette; w: number; h: number };
export type Hand = (canvas: Canvas) => string;

/** One decimal is as fine as any eye, and keeps the text the same on every machine. */
export const n = (value: number): string => value.toFixed(1);

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ""): string => `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${more}/>`;
export const circle = (x: number, y: number, radius: number, fill: string, more = ""): string => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}"${more}/>`;

/** A palette colour by number, wrapping round. */
export const ink = (p: Palette, index: number): string => p[((Math.floor(index) % 5) + 5) % 5] ?? p[0];
