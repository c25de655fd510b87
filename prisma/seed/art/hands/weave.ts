import { ink, n, rect, type Hand } from "../svg";

/** A woven cloth: warp and weft change places by a twill that the seed sets. */
export const weave: Hand = ({ r, p, w, h }) => {
  const threads = 24;
  const g = w / threads;
  const rows = Math.ceil(h / g);
  const stripes = (count: number) => {
    const colours: string[] = [];
    while (colours.length < count) {
      const colour = ink(p, r() * 5);
      for (let k = 1 + Math.floor(r() * 5); k > 0; k -= 1) colours.push(colour);
    }
    return colours;
  };
  const [warp, weft] = [stripes(threads), stripes(rows)];
  const [twill, float] = [3 + Math.floor(r() * 3), 1 + Math.floor(r() * 2)];
  const turnAt = Math.floor(threads * (0.3 + r() * 0.4));
  const out = [rect(0, 0, w, h, p[0])];
  for (let j = 0; j < rows; j += 1) {
    for (let i = 0; i < threads; i += 1) {
      // The diagonal turns back at one thread: herringbone.
      const slope = i < turnAt ? i : 2 * turnAt - i;
      const over = (((slope + j) % twill) + twill) % twill < float;
      const thin = g * 0.1;
      const fill = (over ? warp[i] : weft[j]) ?? p[1];
      const [x, y] = [i * g, j * g];
      out.push(over ? thread(x + thin, y - thin, g - 2 * thin, g + 2 * thin, fill) : thread(x - thin, y + thin, g + 2 * thin, g - 2 * thin, fill));
    }
  }
  return out.join("");
};

function thread(x: number, y: number, w: number, h: number, fill: string): string {
  const across = w > h;
  const [x2, y2] = across ? [x + w, y + h * 0.72] : [x + w * 0.72, y + h];
  const shade = across ? rect(x, y2, w, h * 0.28, "#000", ' opacity=".2"') : rect(x2, y, w * 0.28, h, "#000", ' opacity=".2"');
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(Math.min(w, h) * 0.2)}" fill="${fill}"/>${shade}`;
}
