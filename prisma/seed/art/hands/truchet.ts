import { circle, ink, n, rect, type Hand } from "../svg";

/** Truchet's tiles: two arcs each, turned by lot, that join into loops; each loop a cord of three strands. */
export const truchet: Hand = ({ r, p, w, h }) => {
  const across = 5 + Math.floor(r() * 3);
  const g = w / across;
  const [cord, edge, core] = [ink(p, 1), ink(p, 2), ink(p, r() < 0.5 ? 3 : 4)];
  const out = [rect(0, 0, w, h, p[0])];
  const arcsOf = (x: number, y: number, turned: boolean) => {
    const q = n(g / 2);
    const [left, right, top, bottom] = [n(x), n(x + g), n(y), n(y + g)];
    const [mx, my] = [n(x + g / 2), n(y + g / 2)];
    return turned
      ? [`M${mx} ${top}A${q} ${q} 0 0 1 ${left} ${my}`, `M${mx} ${bottom}A${q} ${q} 0 0 1 ${right} ${my}`]
      : [`M${mx} ${top}A${q} ${q} 0 0 0 ${right} ${my}`, `M${mx} ${bottom}A${q} ${q} 0 0 0 ${left} ${my}`];
  };
  const paths: string[] = [];
  for (let j = 0; j * g < h; j += 1) {
    for (let i = 0; i < across; i += 1) {
      paths.push(...arcsOf(i * g, j * g, r() < 0.5));
      if (r() < 0.1) out.push(circle(i * g, j * g, g * 0.2, core));
    }
  }
  const d = paths.join("");
  for (const [stroke, width] of [[edge, 0.46], [p[0], 0.34], [cord, 0.26], [core, 0.08]] as const) {
    out.push(`<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(g * width)}" stroke-linecap="square"/>`);
  }
  return out.join("");
};
