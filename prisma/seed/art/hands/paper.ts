import { circle, ink, n, rect, type Hand } from "../svg";

/** Cut paper: hills, one behind the other, and a sun. */
export const paper: Hand = ({ r, p, w, h }) => {
  const out = [rect(0, 0, w, h, p[0]), circle(w * (0.25 + r() * 0.5), h * (0.2 + r() * 0.16), w * (0.17 + r() * 0.12), p[3])];
  const order = [4, 2, 1, 0, 2];
  const start = 0.4 + r() * 0.08;
  for (let k = 0; k < 5; k += 1) {
    const base = h * (start + k * 0.125);
    const steps = 4;
    let [px, py] = [0, base + (r() - 0.5) * h * 0.12];
    let d = `M0 ${n(h)}L0 ${n(py)}`;
    for (let i = 1; i <= steps; i += 1) {
      const [x, y] = [(w * i) / steps, base + (r() - 0.5) * h * 0.15];
      // Level handles at both ends: one scissor cut without corners.
      d += `C${n(px + w / steps / 2)} ${n(py)} ${n(x - w / steps / 2)} ${n(y)} ${n(x)} ${n(y)}`;
      [px, py] = [x, y];
    }
    // A soft edge of shadow under each sheet tells which lies on top.
    out.push(`<path d="${d}L${w} ${h}Z" fill="#000" opacity=".16" transform="translate(0 ${n(-h * 0.008)})"/>`, `<path d="${d}L${w} ${h}Z" fill="${ink(p, order[k] ?? 0)}"/>`);
  }
  return out.join("");
};
