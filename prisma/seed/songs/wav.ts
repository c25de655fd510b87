const HEADER = 44;

/** Two channels of samples (−1 to 1) as a 16-bit WAV. */
export function encodeWav(left: Float32Array, right: Float32Array, rate: number): Buffer {
  const bytes = left.length * 4;
  const out = Buffer.alloc(HEADER + bytes);
  out.write("RIFF", 0);
  out.writeUInt32LE(HEADER - 8 + bytes, 4);
  out.write("WAVEfmt ", 8);
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20); // PCM
  out.writeUInt16LE(2, 22);
  out.writeUInt32LE(rate, 24);
  out.writeUInt32LE(rate * 4, 28);
  out.writeUInt16LE(4, 32);
  out.writeUInt16LE(16, 34);
  out.write("data", 36);
  out.writeUInt32LE(bytes, 40);
  const data = new Int16Array(out.buffer, out.byteOffset + HEADER, left.length * 2);
  for (let i = 0; i < left.length; i += 1) {
    data[i * 2] = Math.round((left[i] ?? 0) * 32_767);
    data[i * 2 + 1] = Math.round((right[i] ?? 0) * 32_767);
  }
  return out;
}

/** The samples of a 16-bit WAV of ours, both channels interleaved. */
export function samplesOf(wav: Buffer): Int16Array {
  const bytes = wav.subarray(HEADER);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** The shape of a song: the loudness of each stretch, 0 to 1, the loudest of all being 1. */
export function peaks(wav: Buffer, buckets: number): number[] {
  const samples = samplesOf(wav);
  const per = Math.max(1, Math.floor(samples.length / buckets));
  const loud = Array.from({ length: buckets }, (_, bucket) => {
    let sum = 0;
    for (let i = bucket * per; i < (bucket + 1) * per; i += 1) sum += (samples[i] ?? 0) ** 2;
    return Math.sqrt(sum / per);
  });
  const top = Math.max(1, ...loud);
  return loud.map((value) => Math.round((value / top) * 1000) / 1000);
}
