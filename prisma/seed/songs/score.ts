import { random, type Random } from "../art/random";
import { harmonyOf, step, type Harmony, type Key, type Mood } from "./theory";

export type Voice = "kick" | "snare" | "hat" | "bass" | "pad" | "keys" | "lead";
/** When (seconds), who, which note (MIDI), how long, how loud. */
export type Note = { at: number; voice: Voice; midi: number; length: number; loud: number };

type Feel = { swing: number; drums: "full" | "soft" | "none"; arpeggio: boolean; leadOctave: number; busy: number };
const feels: Record<Mood, Feel> = {
  warm: { swing: 0.16, drums: "soft", arpeggio: false, leadOctave: 5, busy: 0.5 },
  bright: { swing: 0.06, drums: "full", arpeggio: true, leadOctave: 5, busy: 0.62 },
  night: { swing: 0.2, drums: "soft", arpeggio: true, leadOctave: 4, busy: 0.4 },
  drive: { swing: 0, drums: "full", arpeggio: true, leadOctave: 5, busy: 0.55 },
  still: { swing: 0, drums: "none", arpeggio: false, leadOctave: 5, busy: 0.3 },
};

export type ScoreInput = { seed: number; tempo: number; key: Key; mood: Mood; seconds: number };
type Bar = { index: number; at: number; beat: number; chord: number; feel: Feel; harmony: Harmony; r: Random; motif: Motif };
type Motif = { slot: number; degree: number; length: number }[];

/** The whole song as notes: chords alone, then bass and drums, then the tune, then it thins out. */
export function score({ seed, tempo, key, mood, seconds }: ScoreInput): Note[] {
  const r = random(seed);
  const harmony = harmonyOf(key, r);
  const feel = feels[mood];
  const beat = 60 / tempo;
  const bars = Math.max(4, Math.floor((seconds - 2) / (beat * 4)));
  const motifs = [motif(r, feel), motif(r, feel)];
  const out: Note[] = [];
  for (let index = 0; index < bars; index += 1) {
    const bar: Bar = { index, at: index * beat * 4, beat, chord: harmony.bars[index % 4] ?? 0, feel, harmony, r, motif: motifs[index % 4 === 3 ? 1 : 0] ?? [] };
    const ending = index >= bars - 1;
    out.push(...chords(bar, ending));
    if (index >= 2 || bars < 6) out.push(...bass(bar, ending));
    if (index >= 2 && !ending) out.push(...drums(bar));
    if (index >= 4 && !ending) out.push(...tune(bar));
  }
  return out;
}

/** A short figure that comes back in every bar, bent to its chord: what one hums afterwards. */
function motif(r: Random, { busy }: Feel): Motif {
  const notes: Motif = [];
  let degree = [0, 2, 4][Math.floor(r() * 3)] ?? 0;
  for (let slot = 0; slot < 8; slot += 1) {
    if (slot !== 0 && r() > busy) continue;
    notes.push({ slot, degree, length: r() < 0.3 ? 2 : 1 });
    degree = Math.max(-2, Math.min(8, degree + ([-2, -1, -1, 1, 1, 2, 3][Math.floor(r() * 7)] ?? 1)));
  }
  return notes;
}

/** Eighths: every second one comes late by the swing. */
const eighth = ({ at, beat, feel }: Bar, slot: number) => at + (slot / 2 + (slot % 2 ? feel.swing / 2 : 0)) * beat;

function chords(bar: Bar, ending: boolean): Note[] {
  const { at, beat, chord, harmony, feel } = bar;
  const degrees = ending ? [0, 2, 4, 7] : [chord, chord + 2, chord + 4, chord + 6];
  // Each voice into the octave round middle C, so that chords move little.
  const place = (midi: number) => 55 + ((((midi - 55) % 12) + 12) % 12);
  const held = degrees.map((degree) => ({ at, voice: "pad" as const, midi: place(step(harmony, degree, 3)), length: beat * (ending ? 7 : 4.1), loud: 0.5 }));
  if (ending) return held;
  const order = feel.arpeggio ? [0, 1, 2, 3, 2, 1, 2, 3] : [0, 2];
  const gap = feel.arpeggio ? 1 : 4;
  const broken = order.map((which, k) => ({ at: eighth(bar, k * gap), voice: "keys" as const, midi: place(step(harmony, degrees[which] ?? chord, 4)) + 12, length: beat * (feel.arpeggio ? 0.9 : 2), loud: 0.34 + 0.12 * bar.r() }));
  return [...held, ...broken];
}

function bass(bar: Bar, ending: boolean): Note[] {
  const { at, beat, chord, harmony, feel, r } = bar;
  const root = step(harmony, chord > 4 ? chord - 7 : chord, 2);
  if (ending || feel.drums === "none") return [{ at, voice: "bass", midi: ending ? step(harmony, 0, 2) : root, length: beat * (ending ? 6 : 3.6), loud: 0.8 }];
  const slots = feel.drums === "full" ? [0, 3, 4, 6, 7] : [0, 3, 5];
  return slots.map((slot, k) => ({ at: eighth(bar, slot), voice: "bass", midi: k && r() < 0.28 ? root + 12 : k === 2 && r() < 0.4 ? root + 7 : root, length: beat * 0.62, loud: k ? 0.68 : 0.85 }));
}

function drums(bar: Bar): Note[] {
  const { feel, r, index } = bar;
  if (feel.drums === "none") return [];
  const hit = (voice: Voice, slot: number, loud: number): Note => ({ at: eighth(bar, slot), voice, midi: 0, length: 0.3, loud });
  const full = feel.drums === "full";
  const out = (full ? [0, 3, 4] : [0, 5]).map((slot) => hit("kick", slot, slot ? 0.8 : 1));
  out.push(hit("snare", 2, 0.7), hit("snare", 6, 0.75));
  for (let slot = 0; slot < 8; slot += full ? 1 : 2) out.push(hit("hat", slot + (full ? 0 : 1), 0.22 + 0.2 * (slot % 2 ? 0.4 : 1) + 0.1 * r()));
  // A small roll leads from one four bars to the next.
  if (index % 4 === 3) out.push(hit("snare", 7, 0.4), hit("snare", 7.5, 0.5));
  return out;
}

function tune(bar: Bar): Note[] {
  const { chord, harmony, feel, beat, motif: figure, r, index } = bar;
  if (index % 8 === 7 && r() < 0.5) return [];
  return figure.map(({ slot, degree, length }) => ({ at: eighth(bar, slot), voice: "lead", midi: step(harmony, (chord > 3 ? chord - 7 : chord) + degree, feel.leadOctave), length: beat * 0.5 * length * 0.94, loud: 0.5 + 0.2 * r() }));
}
