import { circle, n, rect, type Hand } from "../svg";

/** A two-drum print of moons: flat colours that overprint and never quite meet. */
export const moons: Hand = ({ r, p, w, h }) => {
  const dark = lightness(p[0]) < 0.4;
  // Overprinting multiplies, so it wants a light sheet whatever the palette's ground is.
  const [sheet, mode] = dark ? [p[1], "multiply"] : [p[0], "multiply"];
  const out = [rect(0, 0, w, h, sheet)];
  const [cx, cy, radius] = [w * (0.4 + r() * 0.2), h * (0.38 + r() * 0.1), w * (0.3 + r() * 0.06)];
  const blend = ` style="mix-blend-mode:${mode}"`;
  const off = w * 0.012;
  out.push(circle(cx, cy, radius, p[2], blend), circle(cx + radius * (0.35 + r() * 0.4), cy + radius * (0.3 + r() * 0.5), radius * (0.72 + r() * 0.2), dark ? p[4] : p[3], blend));
  const phases = 5 + Math.floor(r() * 3);
  for (let k = 0; k < phases; k += 1) {
    const x = (w * (k + 1)) / (phases + 1);
    const [y, small] = [h * 0.86, w * 0.042];
    const lit = (2 * k) / (phases - 1) - 1;
    const bulge = n(Math.abs(lit) * small);
    out.push(circle(x + off * 0.4, y - off * 0.3, small, dark ? p[3] : p[4], blend));
    out.push(`<path d="M${n(x)} ${n(y - small)}A${n(small)} ${n(small)} 0 0 1 ${n(x)} ${n(y + small)}A${bulge} ${n(small)} 0 0 ${lit < 0 ? 1 : 0} ${n(x)} ${n(y - small)}Z" fill="${dark ? p[0] : p[1]}"${blend}/>`);
  }
  // Waves of the first drum across the lower part of the moon.
  for (let k = 0; k < 9; k += 1) {
    const y = cy + radius * 0.15 + k * h * 0.032;
    const bend = h * 0.012 * (1 + r());
    out.push(`<path d="M${n(-off)} ${n(y)}Q${n(w * 0.25)} ${n(y - bend)} ${n(w * 0.5)} ${n(y)}T${n(w + off)} ${n(y)}" fill="none" stroke="${dark ? p[0] : p[1]}" stroke-width="${n(h * 0.0025 * (k + 1))}"${blend}/>`);
  }
  return out.join("");
};

function lightness(hex: string): number {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
