import { circle, n, rect, type Hand } from "../svg";

/** A mass in printer's dots over two blocks of colour: a head, a pear, a planet, as the seed will have it. */
export const halftone: Hand = ({ r, p, w, h }) => {
  const horizon = 0.56 + r() * 0.14;
  const [cx, cy] = [w * (0.4 + r() * 0.2), h * (0.42 + r() * 0.06)];
  const [rx, ry] = [w * (0.24 + r() * 0.1), h * (0.26 + r() * 0.1)];
  const light = r() * Math.PI * 2;
  const neck = r() < 0.6;
  const gap = w / 46;
  const out = [rect(0, 0, w, h, p[2]), rect(0, h * horizon, w, h, p[0])];
  const moon = w * (0.07 + r() * 0.05);
  out.push(circle(w * (r() < 0.5 ? 0.82 : 0.18), h * 0.15, moon, p[3]));
  const dots: Record<string, string[]> = { [p[1]]: [], [p[3]]: [] };
  for (let j = 0; j * gap * 0.87 < h + gap; j += 1) {
    for (let i = -1; i < 47; i += 1) {
      const [x, y] = [(i + (j % 2) / 2) * gap, j * gap * 0.87];
      const [ex, ey] = [(x - cx) / rx, (y - cy) / ry];
      const inside = 1.12 - (ex * ex + ey * ey);
      const lit = 0.55 + 0.55 * (ex * Math.cos(light) + ey * Math.sin(light));
      const shoulders = neck && y > h * 0.66 ? Math.max(0, 1 - ((x - cx) / (w * (0.14 + ((y - h * 0.66) / h) * 1.1))) ** 2) * 0.55 : 0;
      const value = Math.max(inside > 0 ? Math.min(1, inside * 2.2) * lit : 0, shoulders);
      const radius = gap * 0.56 * Math.sqrt(Math.min(1, value));
      if (radius > w * 0.0012) dots[y > h * horizon ? p[3] : p[1]]?.push(`M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(radius * 2)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-radius * 2)} 0`);
    }
  }
  for (const [fill, paths] of Object.entries(dots)) out.push(`<path d="${paths.join("")}" fill="${fill}"/>`);
  return out.join("");
};
