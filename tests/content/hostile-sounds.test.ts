import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { fileTypeFromBuffer } from "file-type";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeAudio } from "@/lib/content/media/encode-audio";
import { ffmpegPath } from "@/lib/content/media/ffmpeg";
import { closeWorld, openWorld } from "../support/world";
import { synthesise } from "@/prisma/seed/songs/synthesise";

const run = promisify(execFile);
let folder: string;
let lastOut: string;
beforeAll(async () => {
  await openWorld();
  folder = await mkdtemp(path.join(tmpdir(), "sounds-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await closeWorld();
});

async function encodes(body: Buffer, type: string): Promise<unknown> {
  const source = path.join(folder, "source");
  await writeFile(source, body);
  lastOut = await mkdtemp(path.join(folder, "out-"));
  return encodeAudio(source, type, lastOut);
}

describe("a sound made to hurt", () => {
  it("that is an MP3 to us and a playlist to ffmpeg opens no other file of this machine", async () => {
    const victim = path.join(folder, "victim.wav");
    await writeFile(victim, synthesise({ seed: 1, tempo: 90, key: "G major", mood: "warm", seconds: 3 }));
    const tag = Buffer.concat([Buffer.from("ID3"), Buffer.from([4, 0, 0x10, 0, 0, 0, 20]), Buffer.alloc(20), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(6)]);
    for (const playlist of [`#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:3,\nfile://${victim}\n#EXT-X-ENDLIST\n`, `ffconcat version 1.0\nfile ${victim}\n`]) {
      const body = Buffer.concat([tag, Buffer.from(playlist)]);
      expect((await fileTypeFromBuffer(body))?.mime).toBe("audio/mpeg");
      await expect(encodes(body, "audio/mpeg")).rejects.toMatchObject({ message: expect.stringMatching(/cannot read this sound|no sound/u) as string });
    }
  });

  it("of sixteen hours in a hundred kilobytes is refused without being unpacked", async () => {
    const bomb = path.join(folder, "bomb.flac");
    await run(await ffmpegPath(), ["-y", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "60000", "-c:a", "flac", "-frame_size", "65535", bomb]);
    await expect(encodes(await readFile(bomb), "audio/flac")).rejects.toMatchObject({ message: "This is longer than three hours. Cut it into parts." });
    expect(await readdir(lastOut)).toEqual([]);
  });

  it("of a type we have no reader for is refused", async () => {
    await expect(encodes(Buffer.from("RIFF"), "audio/x-unheard")).rejects.toMatchObject({ code: "bad_request" });
  });
});
