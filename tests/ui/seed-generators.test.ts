import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { drawCover, handNames } from "../../prisma/seed/art/cover";
import { renderPlaceholder, renderPng } from "../../prisma/seed/art/render";
import { synthesise } from "../../prisma/seed/songs/synthesise";
import type { Mood } from "../../prisma/seed/songs/theory";
import { peaks, samplesOf } from "../../prisma/seed/songs/wav";

const hash = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

describe("cover art", { timeout: 30_000 }, () => {
  it.each(handNames)("by the hand of %s is the same for the same seed and another for another", (hand) => {
    const draw = (seed: number) => drawCover({ seed, hand, palette: "tide", width: 400, height: 500 });
    expect(hash(draw(5))).toBe(hash(draw(5)));
    expect(hash(draw(5))).not.toBe(hash(draw(6)));
    expect(draw(5)).not.toMatch(/NaN|undefined|Infinity/);
  });
  it("becomes a PNG of the size that was asked for, and a placeholder of a few hundred bytes", async () => {
    const svg = drawCover({ seed: 1, hand: "paper", palette: "dusk", width: 200, height: 250 });
    const png = await renderPng(svg);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 250]);
    expect((await renderPlaceholder(svg)).length).toBeLessThan(800);
  });
});

describe("a song", { timeout: 30_000 }, () => {
  const moods: Mood[] = ["warm", "bright", "night", "drive", "still"];
  it.each(moods)("in the mood '%s' is the same bytes each time, is heard, and never clips", (mood) => {
    const make = (seed: number) => synthesise({ seed, tempo: 96, key: "A minor", mood, seconds: 20 });
    const song = make(3);
    expect(hash(song)).toBe(hash(make(3)));
    expect(hash(song)).not.toBe(hash(make(4)));
    expect(song.length).toBe(44 + 20 * 44_100 * 4);
    let top = 0;
    for (const sample of samplesOf(song)) top = Math.max(top, Math.abs(sample));
    expect(top).toBeGreaterThan(20_000);
    expect(top).toBeLessThan(32_000);
  });
  it("has a shape of as many peaks as were asked for, between nothing and one", () => {
    const shape = peaks(synthesise({ seed: 9, tempo: 120, key: "E major", mood: "bright", seconds: 20 }), 120);
    expect(shape).toHaveLength(120);
    expect(Math.max(...shape)).toBe(1);
    expect(Math.min(...shape)).toBeGreaterThanOrEqual(0);
  });
});
