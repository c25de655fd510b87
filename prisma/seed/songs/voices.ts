import { random } from "../art/random";
import type { Note, Voice } from "./score";
import { hertz } from "./theory";

export const RATE = 44_100;
/** Left, right, and what is sent to the room. */
export type Mix = { left: Float32Array; right: Float32Array; room: Float32Array };

const SIZE = 2048;
/** One turn of a wave as a sum of its partials: no more of them than stays pleasant. */
function wave(partials: readonly number[]): Float32Array {
  const table = new Float32Array(SIZE + 1);
  for (let i = 0; i <= SIZE; i += 1) partials.forEach((loud, k) => (table[i] = (table[i] ?? 0) + loud * Math.sin((2 * Math.PI * (k + 1) * i) / SIZE)));
  return table;
}

type Sound = { table: Float32Array; attack: number; decay: number; sustain: number; release: number; gain: number; pan: number; room: number; detune: number; bright: number };
const sounds: Record<"bass" | "pad" | "keys" | "lead", Sound> = {
  bass: { table: wave([1, 0.5, 0.22, 0.12, 0.06]), attack: 0.006, decay: 0.25, sustain: 0.6, release: 0.06, gain: 0.34, pan: 0, room: 0.02, detune: 0, bright: 700 },
  pad: { table: wave([1, 0.42, 0.3, 0.16, 0.12, 0.07, 0.05]), attack: 0.16, decay: 0.6, sustain: 0.75, release: 0.5, gain: 0.1, pan: 0, room: 0.3, detune: 0.0035, bright: 1_500 },
  keys: { table: wave([1, 0.1, 0.32, 0.03, 0.1, 0, 0.04]), attack: 0.003, decay: 0.5, sustain: 0.12, release: 0.2, gain: 0.22, pan: 0.4, room: 0.3, detune: 0.0012, bright: 4_200 },
  lead: { table: wave([1, 0.28, 0.36, 0.1, 0.1, 0.04]), attack: 0.014, decay: 0.3, sustain: 0.6, release: 0.16, gain: 0.24, pan: -0.18, room: 0.36, detune: 0.002, bright: 3_000 },
};

/** One note with its envelope, a filter that closes as it fades, and two strings slightly apart. */
function tone(mix: Mix, { at, midi, length, loud }: Note, sound: Sound): void {
  const { table, attack, decay, sustain, release, gain, pan, room, detune, bright } = sound;
  const start = Math.floor(at * RATE);
  const held = Math.floor(length * RATE);
  const end = Math.min(mix.left.length, start + held + Math.floor(release * RATE * 3));
  const [a, d] = [1 / (attack * RATE), Math.exp(-1 / (decay * RATE * 0.4))];
  const fall = Math.exp(-1 / (release * RATE));
  const [lift, sink] = [((hertz(midi) * (1 + detune)) / RATE) * SIZE, ((hertz(midi) * (1 - detune)) / RATE) * SIZE];
  const [toLeft, toRight] = [Math.sqrt((1 - pan) / 2), Math.sqrt((1 + pan) / 2)];
  let [p1, p2, level, body, smooth] = [0, SIZE / 3, 0, 1, 0];
  for (let i = start; i < end; i += 1) {
    const age = i - start;
    body = sustain + (body - sustain) * d;
    level = age < held ? Math.min(1, level + a) : level * fall;
    const raw = (table[p1 | 0] ?? 0) + (table[p2 | 0] ?? 0);
    if ((p1 += lift) >= SIZE) p1 -= SIZE;
    if ((p2 += sink) >= SIZE) p2 -= SIZE;
    const cut = Math.min(0.9, (bright * (0.35 + 0.9 * body) * 6.28) / RATE);
    smooth += (raw * 0.5 - smooth) * cut;
    const out = smooth * level * body * loud * gain;
    mix.left[i] = (mix.left[i] ?? 0) + out * toLeft;
    mix.right[i] = (mix.right[i] ?? 0) + out * toRight;
    mix.room[i] = (mix.room[i] ?? 0) + out * room;
  }
}

/** Drums are made once each and then laid down: every stroke differs only in loudness. */
function strokes(seed: number): Record<"kick" | "snare" | "hat", Float32Array> {
  const r = random(seed);
  const make = (seconds: number, at: (t: number, i: number) => number) => Float32Array.from({ length: Math.floor(seconds * RATE) }, (_, i) => at(i / RATE, i));
  let turn = 0;
  const kick = make(0.34, (t) => {
    turn += (2 * Math.PI * (46 + 130 * Math.exp(-t * 38))) / RATE;
    return Math.sin(turn) * Math.exp(-t * 9) * 0.75;
  });
  let low = 0;
  const snare = make(0.24, (t) => {
    low += (r() * 2 - 1 - low) * 0.5;
    return low * Math.exp(-t * 19) * 0.5 + Math.sin(2 * Math.PI * 185 * t) * Math.exp(-t * 28) * 0.32;
  });
  let before = 0;
  const hat = make(0.09, (t) => {
    const noise = r() * 2 - 1;
    const high = noise - before;
    before = noise;
    return high * Math.exp(-t * 62) * 0.2;
  });
  return { kick, snare, hat };
}

const places: Partial<Record<Voice, { pan: number; room: number }>> = { kick: { pan: 0, room: 0.01 }, snare: { pan: 0.06, room: 0.16 }, hat: { pan: -0.3, room: 0.05 } };

export function render(notes: readonly Note[], samples: number, seed: number): Mix {
  const mix: Mix = { left: new Float32Array(samples), right: new Float32Array(samples), room: new Float32Array(samples) };
  const drums = strokes(seed);
  for (const note of notes) {
    const { voice } = note;
    if (voice === "kick" || voice === "snare" || voice === "hat") stroke(mix, note, drums[voice], places[voice] ?? { pan: 0, room: 0 });
    else tone(mix, note, sounds[voice]);
  }
  return mix;
}

function stroke(mix: Mix, { at, loud }: Note, sound: Float32Array, { pan, room }: { pan: number; room: number }): void {
  const start = Math.floor(at * RATE);
  const [toLeft, toRight] = [Math.sqrt((1 - pan) / 2), Math.sqrt((1 + pan) / 2)];
  const end = Math.min(sound.length, mix.left.length - start);
  for (let k = 0; k < end; k += 1) {
    const out = (sound[k] ?? 0) * loud;
    const i = start + k;
    mix.left[i] = (mix.left[i] ?? 0) + out * toLeft;
    mix.right[i] = (mix.right[i] ?? 0) + out * toRight;
    mix.room[i] = (mix.room[i] ?? 0) + out * room;
  }
}
