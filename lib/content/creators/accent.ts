/**
 * The accent a page takes from its art: "#e2603a" → "0.130 38". Only chroma and hue are kept, the chroma clamped; the tokens set the
 * lightness for each theme, so that text on and beside it stays readable.
 */
export function accentOf(hex: string): string {
  const { chroma, hue } = toOklch(hex);
  const clamped = Math.min(0.14, Math.max(0.05, chroma));
  return `${clamped.toFixed(3)} ${Math.round(hue)}`;
}

/** sRGB "#rrggbb" → OKLCH chroma and hue (Björn Ottosson's matrices, bottosson.github.io/posts/oklab). */
function toOklch(hex: string): { chroma: number; hue: number } {
  const linear = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [linear(1), linear(3), linear(5)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { chroma: Math.hypot(a, bb), hue: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}
