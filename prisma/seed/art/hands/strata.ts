import { circle, ink, n, rect, type Hand } from "../svg";

/** Bands, and a disc seen through blinds. */
export const strata: Hand = ({ r, p, w, h }) => {
  const out = [rect(0, 0, w, h, p[0])];
  let last = 0;
  for (let y = 0; y < h; ) {
    const thick = h * (0.012 + r() * r() * 0.1);
    last = (last + 1 + Math.floor(r() * 4)) % 5;
    out.push(rect(0, y, w, thick, ink(p, last), ` opacity="${n(0.6 + r() * 0.4)}"`));
    y += thick + h * r() * 0.018;
  }
  const [cx, cy, radius] = [w * (0.4 + r() * 0.2), h * (0.4 + r() * 0.14), w * (0.26 + r() * 0.09)];
  const slats = 18 + Math.floor(r() * 10);
  const upward = r() < 0.5;
  let bars = "";
  for (let k = 0; k < slats; k += 1) {
    const part = (upward ? slats - k : k) / (slats + 5);
    bars += rect(cx - radius, cy - radius + (k * radius * 2) / slats, radius * 2, ((radius * 2) / slats) * (1 - part), p[2]);
  }
  out.push(circle(cx, cy, radius, p[0]), `<clipPath id="disc"><circle cx="${n(cx)}" cy="${n(cy)}" r="${n(radius)}"/></clipPath><g clip-path="url(#disc)">${bars}</g>`);
  return out.join("");
};
