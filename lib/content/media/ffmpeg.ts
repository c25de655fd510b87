import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { config } from "@/lib/platform/config";
import { NotConfigured } from "@/lib/platform/errors";

const run = promisify(execFile);
let found: Promise<string> | undefined;

/** The ffmpeg to use: FFMPEG_PATH, then the system's, then the one that npm brought. @throws NotConfigured */
export function ffmpegPath(): Promise<string> {
  found ??= find().catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

async function find(): Promise<string> {
  for (const candidate of [config().FFMPEG_PATH, "ffmpeg", bundled()]) if (candidate && (await works(candidate))) return candidate;
  throw new NotConfigured("Sound", "FFMPEG_PATH");
}

async function works(binary: string): Promise<boolean> {
  try {
    await run(binary, ["-version"], { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

function bundled(): string | undefined {
  try {
    return (createRequire(import.meta.url)("@ffmpeg-installer/ffmpeg") as { path: string }).path;
  } catch {
    return undefined;
  }
}
