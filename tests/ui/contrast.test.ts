import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accentOf } from "../../app/_ui/accent";
import { contrast, type Oklch } from "../../app/_ui/color";

const css = readFileSync(new URL("../../app/_ui/tokens.css", import.meta.url), "utf8");

/** Every token written `light-dark(oklch(…), oklch(…))`, in both themes. */
function colours(): Map<string, { light: Oklch; dark: Oklch }> {
  const number = "([\\d.]+)";
  const colour = `oklch\\(${number} ${number} ${number}\\)`;
  const found = new Map<string, { light: Oklch; dark: Oklch }>();
  for (const m of css.matchAll(new RegExp(`--([\\w-]+): light-dark\\(${colour}, ${colour}\\)`, "g"))) {
    const [l1, c1, h1, l2, c2, h2] = m.slice(2).map(Number) as [number, number, number, number, number, number];
    found.set(m[1] ?? "", { light: { l: l1, c: c1, h: h1 }, dark: { l: l2, c: c2, h: h2 } });
  }
  return found;
}

const tokens = colours();
const themes = ["light", "dark"] as const;
const grounds = ["paper", "surface", "raised"];
const words = ["ink", "soft", "in", "held", "danger", "accent"];
const pairs: [text: string, ground: string][] = [
  ...words.flatMap((word) => grounds.map((ground): [string, string] => [word, ground])),
  ["on-signal", "signal"], ["on-signal", "signal-press"], ["on-danger", "danger"], ["on-accent", "accent"], ["on-shade", "shade"],
  ["paper", "ink"], ["surface", "ink"], ["danger", "danger-wash"], ["ink", "danger-wash"], ["held", "held-wash"], ["ink", "held-wash"], ["soft", "held-wash"], ["soft", "danger-wash"],
];
const outlines: [string, string][] = [...grounds.map((ground): [string, string] => ["outline", ground]), ["ink", "signal"]];

function ratio(a: string, b: string, theme: "light" | "dark"): number {
  const [first, second] = [tokens.get(a), tokens.get(b)];
  if (!first || !second) throw new Error(`tokens.css has no ${first ? b : a}`);
  return contrast(first[theme], second[theme]);
}

describe.each(themes)("the %s theme", (theme) => {
  it.each(pairs)("can be read: %s on %s", (text, ground) => {
    expect(ratio(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(outlines)("can be seen: %s against %s", (line, ground) => {
    // The ring of focus is ink with a gap of paper; on the signal button it must still stand out in light.
    if (line === "ink" && theme === "dark") return;
    expect(ratio(line, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

it("keeps a creator's accent readable whatever the art", () => {
  for (let hue = 0; hue < 360; hue += 15) {
    for (const hex of [`#${[hue, 255 - hue, 90].map((v) => (Math.abs(v) % 256).toString(16).padStart(2, "0")).join("")}`, "#000000", "#ffffff", "#ffee00", "#0000ff"]) {
      const accent = accentOf(hex);
      if (!accent) throw new Error(`${hex} was refused`);
      for (const theme of themes) {
        for (const ground of [...grounds, "on-accent"]) {
          const other = tokens.get(ground);
          if (!other) throw new Error(ground);
          expect(contrast(accent[theme], other[theme])).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  }
});
