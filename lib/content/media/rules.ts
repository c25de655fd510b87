import { minutes } from "@/lib/platform/clock";

const megabyte = 1024 * 1024;

export interface Renditions {
  [name: string]: { key: string; contentType: string; bytes: number; width?: number; height?: number };
}

/** What may be uploaded, by what the bytes are (not by what they are called). */
export const kinds = {
  picture: { types: ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"], mostBytes: 20 * megabyte, words: "JPEG, PNG, WebP, GIF or AVIF, up to 20 MB" },
  audio: { types: ["audio/mpeg", "audio/mp4", "audio/x-m4a", "audio/aac", "audio/wav", "audio/x-wav", "audio/vnd.wave", "audio/flac", "audio/x-flac", "audio/ogg", "audio/opus", "video/mp4"], mostBytes: 200 * megabyte, words: "MP3, M4A, WAV, FLAC or Ogg, up to 200 MB" },
} as const;

/** Widths a picture is kept in; never wider than it came. */
export const pictureWidths = [320, 640, 1280, 1920] as const;
/** What a stranger may see of a locked picture: too small to tell anything from. */
export const blurWidth = 24;
/** More pixels than this is a bomb or a mistake: 60 megapixels. */
export const mostPixels = 60_000_000;
export const longestAudioMs = minutes(180);
export const peakCount = 120;
/** How long an upload may take to begin, and a reader's link lives, in seconds. */
export const uploadUrlSeconds = 900;
export const readUrlSeconds = 300;
