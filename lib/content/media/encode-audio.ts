import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { MediaRefused } from "./errors";
import { ffmpegPath } from "./ffmpeg";
import type { Encoded } from "./encoded";
import { longestAudioMs, peakCount } from "./rules";

const peakRate = 8_000;

/** A sound as AAC in an MP4 that starts to play before it has arrived, without metadata; its length and peaks. @throws MediaRefused */
export async function encodeAudio(source: string, folder: string): Promise<Encoded> {
  const stream = path.join(folder, "stream.m4a");
  const samples = path.join(folder, "samples.raw");
  // One read of the file feeds both: what is heard, and the bare samples that the peaks are drawn from.
  await ffmpeg(["-i", source, "-map", "0:a:0", "-vn", "-map_metadata", "-1", "-c:a", "aac", "-b:a", "192k", "-ac", "2", "-ar", "44100", "-movflags", "+faststart", "-t", String(longestAudioMs / 1_000), stream, "-map", "0:a:0", "-vn", "-f", "s16le", "-ac", "1", "-ar", String(peakRate), samples]);
  const raw = await readFile(samples);
  const count = Math.floor(raw.length / 2);
  const durationMs = Math.round((count / peakRate) * 1_000);
  if (durationMs < 100) throw new MediaRefused("There is no sound in this file.");
  if (durationMs >= longestAudioMs) throw new MediaRefused("This is longer than three hours. Cut it into parts.");
  return { files: [{ name: "stream", body: await readFile(stream), contentType: "audio/mp4" }], facts: { durationMs, peaks: peaksOf(raw, count) } };
}

/** The loudest sample of each of 120 equal parts, 0 to 100. */
function peaksOf(raw: Buffer, count: number): number[] {
  const span = Math.max(1, Math.floor(count / peakCount));
  return Array.from({ length: peakCount }, (_, part) => {
    let most = 0;
    for (let at = part * span; at < Math.min(count, (part + 1) * span); at += 1) most = Math.max(most, Math.abs(raw.readInt16LE(at * 2)));
    return Math.min(100, Math.round((most / 32_767) * 100));
  });
}

/** Runs ffmpeg on local files only, for at most four minutes. */
async function ffmpeg(args: string[]): Promise<void> {
  const binary = await ffmpegPath();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(binary, ["-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file,pipe", "-y", ...args], { stdio: ["ignore", "ignore", "pipe"], timeout: 240_000 });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-2_000);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new MediaRefused("We cannot read this sound. Save it again as MP3 or WAV and retry.", said));
    });
  });
}
