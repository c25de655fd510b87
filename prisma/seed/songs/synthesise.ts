import { reverberate } from "./room";
import { score, type ScoreInput } from "./score";
import { RATE, render } from "./voices";
import { encodeWav } from "./wav";

const CEILING = 0.89; // −1 dB: room for what an encoder adds

/** A song from a seed: 44.1 kHz, 16 bit, stereo WAV. The same input gives the same bytes. */
export function synthesise(input: ScoreInput): Buffer {
  const samples = Math.floor(input.seconds * RATE);
  const { left, right, room } = render(score(input), samples, input.seed);
  const [roomLeft, roomRight] = [reverberate(room, 0), reverberate(room, 23)];
  let top = 0.001;
  for (let i = 0; i < samples; i += 1) {
    // A gentle curve takes the tips off before everything is brought to one loudness.
    left[i] = Math.tanh(((left[i] ?? 0) + (roomLeft[i] ?? 0)) * 1.3);
    right[i] = Math.tanh(((right[i] ?? 0) + (roomRight[i] ?? 0)) * 1.3);
    top = Math.max(top, Math.abs(left[i] ?? 0), Math.abs(right[i] ?? 0));
  }
  const fade = RATE * 1.5;
  for (let i = 0; i < samples; i += 1) {
    const gain = (CEILING / top) * Math.min(1, (samples - i) / fade);
    left[i] = (left[i] ?? 0) * gain;
    right[i] = (right[i] ?? 0) * gain;
  }
  return encodeWav(left, right, RATE);
}
