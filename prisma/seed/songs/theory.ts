import { pick, type Random } from "../art/random";

const notes = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"] as const;
export type Mode = "major" | "minor" | "dorian";
export type Key = `${(typeof notes)[number]} ${Mode}`;
export type Mood = "warm" | "bright" | "night" | "drive" | "still";

const scales: Record<Mode, readonly number[]> = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
};
/** Four bars that go somewhere and come home, as steps of the scale (0 is home). */
const progressions: Record<Mode, readonly [readonly number[], ...(readonly number[])[]]> = {
  major: [[0, 4, 5, 3], [0, 5, 1, 4], [3, 0, 4, 5], [0, 2, 3, 4]],
  minor: [[0, 5, 2, 6], [0, 3, 5, 4], [0, 6, 5, 6], [5, 3, 0, 6]],
  dorian: [[0, 3, 0, 6], [0, 2, 3, 6], [0, 6, 3, 0], [1, 3, 0, 0]],
};

export type Harmony = { root: number; scale: readonly number[]; bars: readonly number[] };

export function harmonyOf(key: Key, r: Random): Harmony {
  const [note, mode] = key.split(" ") as [(typeof notes)[number], Mode];
  return { root: notes.indexOf(note), scale: scales[mode], bars: pick(r, progressions[mode]) };
}

/** A step of the scale as a MIDI number; steps beyond the octave go on upward. */
export function step({ root, scale }: Harmony, degree: number, octave: number): number {
  const wrapped = ((degree % 7) + 7) % 7;
  return 12 * (octave + 1 + Math.floor(degree / 7)) + root + (scale[wrapped] ?? 0);
}

export const hertz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);
