import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Encoded } from "./encoded";
import { MediaRefused } from "./errors";
import { ffmpegPath } from "./ffmpeg";
import { peaksOf } from "./peaks";
import { longestAudioMs } from "./rules";

const peakRate = 8_000;
/** A little more than is allowed is read, so that what is too long shows. */
const mostSeconds = longestAudioMs / 1_000 + 1;
/** Neither file can be longer than this at our rates; a container that lies about its length is cut off here. */
const mostBytes = 300 * 1024 * 1024;

/**
 * ffmpeg's reader for each type that we detect. It must not choose its own: a file that is an MP3 to us and a playlist to ffmpeg
 * would have it open other files of this machine.
 */
const readers: Record<string, string> = {
  "audio/mpeg": "mp3",
  "audio/mp4": "mov",
  "audio/x-m4a": "mov",
  "video/mp4": "mov",
  "audio/aac": "aac",
  "audio/wav": "wav",
  "audio/x-wav": "wav",
  "audio/vnd.wave": "wav",
  "audio/flac": "flac",
  "audio/x-flac": "flac",
  "audio/ogg": "ogg",
  "audio/opus": "ogg",
};

class TooLong extends MediaRefused {
  constructor() {
    super("This is longer than three hours. Cut it into parts.");
  }
}

/**
 * A sound as AAC in an MP4 that starts to play before it has arrived, without metadata; its length and peaks. `type`: as detected
 * from the bytes. @throws MediaRefused
 */
export async function encodeAudio(source: string, type: string, folder: string): Promise<Encoded> {
  const reader = readers[type];
  if (!reader) throw new MediaRefused("We cannot read this sound. Save it again as MP3 or WAV and retry.", `no reader for ${type}`);
  if ((await statedSeconds(reader, source)) > mostSeconds) throw new TooLong();
  const stream = path.join(folder, "stream.m4a");
  const samples = path.join(folder, "samples.raw");
  const bounds = ["-t", String(mostSeconds), "-fs", String(mostBytes)];
  const heard = ["-map", "0:a:0", "-vn", "-map_metadata", "-1", "-c:a", "aac", "-b:a", "192k", "-ac", "2", "-ar", "44100", "-movflags", "+faststart", ...bounds, stream];
  const drawn = ["-map", "0:a:0", "-vn", "-f", "s16le", "-ac", "1", "-ar", String(peakRate), ...bounds, samples];
  // One read of the file feeds both: what is heard, and the bare samples that the peaks are drawn from.
  await ffmpeg(["-t", String(mostSeconds), "-f", reader, "-i", source, ...heard, ...drawn]);
  const { samples: count, peaks } = await peaksOf(samples);
  const durationMs = Math.round((count / peakRate) * 1_000);
  if (durationMs < 100) throw new MediaRefused("There is no sound in this file.");
  if (durationMs >= longestAudioMs) throw new TooLong();
  return { files: [{ name: "stream", body: { path: stream, bytes: (await stat(stream)).size }, contentType: "audio/mp4" }], facts: { durationMs, peaks } };
}

/** How long the file says it is, in seconds; 0 when it does not say. A refusal that needs no work; what lies is cut off later. */
async function statedSeconds(reader: string, source: string): Promise<number> {
  const { said } = await run(["-f", reader, "-i", source], "info");
  const [, hours = 0, minutes = 0, seconds = 0] = (/Duration: (\d+):(\d\d):(\d\d)/u.exec(said) ?? []).map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}

async function ffmpeg(args: string[]): Promise<void> {
  const { code, said } = await run(args, "error");
  if (code !== 0) throw new MediaRefused("We cannot read this sound. Save it again as MP3 or WAV and retry.", said);
}

/** Runs ffmpeg on local files only, for at most four minutes. */
async function run(args: string[], loglevel: "info" | "error"): Promise<{ code: number | null; said: string }> {
  const binary = await ffmpegPath();
  return new Promise((resolve, reject) => {
    const child = spawn(binary, ["-nostdin", "-hide_banner", "-loglevel", loglevel, "-protocol_whitelist", "file,pipe", "-y", ...args], { stdio: ["ignore", "ignore", "pipe"], timeout: 240_000 });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-4_000);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
}
