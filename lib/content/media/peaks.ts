import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { peakCount } from "./rules";

const bytesASample = 2;

/** The loudest sample of each of 120 equal parts, 0 to 100, of a file of 16-bit little-endian samples; read once, in pieces. */
export async function peaksOf(file: string): Promise<{ samples: number; peaks: number[] }> {
  const samples = Math.floor((await stat(file)).size / bytesASample);
  const span = Math.max(1, Math.floor(samples / peakCount));
  const loudest = new Array<number>(peakCount).fill(0);
  let at = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - (bytes.length % bytesASample);
    for (let offset = 0; offset < whole; offset += bytesASample, at += 1) {
      const part = Math.floor(at / span);
      if (part < peakCount) loudest[part] = Math.max(loudest[part] ?? 0, Math.abs(bytes.readInt16LE(offset)));
    }
    rest = bytes.subarray(whole);
  }
  return { samples, peaks: loudest.map((most) => Math.min(100, Math.round((most / 32_767) * 100))) };
}
