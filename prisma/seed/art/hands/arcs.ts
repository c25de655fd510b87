import { ink, n, rect, type Hand } from "../svg";

/** Quarter circles in tiles of two sizes. */
export const arcs: Hand = ({ r, p, w, h }) => {
  const out = [rect(0, 0, w, h, p[1])];
  const across = 3 + Math.floor(r() * 2);
  const g = w / across;
  const tile = (x: number, y: number, size: number) => {
    const ground = Math.floor(r() * 5);
    const turn = Math.floor(r() * 4) * 90;
    const rings = size < g ? 1 + Math.floor(r() * 2) : 1 + Math.floor(r() * 4);
    // A little larger than its place, so that no hairline shows between tiles.
    let inner = rect(-0.6, -0.6, size + 1.2, size + 1.2, ink(p, ground));
    for (let k = rings, last = ground; k > 0; k -= 1) {
      const q = n((size * k) / rings);
      last = (last + 1 + Math.floor(r() * 4)) % 5;
      inner += `<path d="M-.6-.6H${q}A${q} ${q} 0 0 1-.6 ${q}Z" fill="${ink(p, last)}"/>`;
    }
    out.push(`<g transform="translate(${n(x)} ${n(y)}) rotate(${turn} ${n(size / 2)} ${n(size / 2)})">${inner}</g>`);
  };
  for (let j = 0; j * g < h; j += 1) {
    for (let i = 0; i < across; i += 1) {
      if (r() < 0.78) tile(i * g, j * g, g);
      else for (const [a, b] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) tile(i * g + (a * g) / 2, j * g + (b * g) / 2, g / 2);
    }
  }
  return out.join("");
};
