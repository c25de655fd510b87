import { ink, n, rect, type Hand } from "../svg";

/** Strokes that follow a field bent round two poles. */
export const flow: Hand = ({ r, p, w, h }) => {
  const poles = [
    { x: w * (0.1 + r() * 0.8), y: h * (0.1 + r() * 0.4), turn: r() < 0.5 ? 1 : -1, pull: 0.15 + r() * 0.5 },
    { x: w * (0.1 + r() * 0.8), y: h * (0.5 + r() * 0.45), turn: r() < 0.5 ? 1 : -1, pull: 0.15 + r() * 0.5 },
  ];
  const wave = 2 + r() * 4;
  const out = [rect(0, 0, w, h, p[0])];
  const step = w * 0.012;
  for (let i = 0; i < 720; i += 1) {
    let [x, y] = [r() * w, r() * h];
    let d = `M${n(x)} ${n(y)}`;
    for (let k = 0; k < 26; k += 1) {
      // Directions are added as vectors: adding angles would tear the field along a line.
      let [dx, dy] = [0.35, Math.sin((x / w) * wave) * 0.4];
      for (const pole of poles) {
        const [rx, ry] = [x - pole.x, y - pole.y];
        const away = Math.hypot(rx, ry) || 1;
        const near = w / (away + w * 0.12);
        dx += ((-ry / away) * pole.turn - (rx / away) * pole.pull) * near;
        dy += ((rx / away) * pole.turn - (ry / away) * pole.pull) * near;
      }
      const length = Math.hypot(dx, dy) || 1;
      x += (dx / length) * step;
      y += (dy / length) * step;
      d += `L${n(x)} ${n(y)}`;
    }
    out.push(`<path d="${d}" fill="none" stroke="${ink(p, 1 + r() * 4)}" stroke-width="${n(w * (0.0022 + r() * r() * 0.009))}" stroke-linecap="round" stroke-linejoin="round" opacity="${n(0.55 + r() * 0.45)}"/>`);
  }
  return out.join("");
};
