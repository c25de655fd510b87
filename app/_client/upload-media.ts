import { fileSize, sendFile } from "@/app/_ui/forms/send-file";
import { kinds } from "@/lib/content/media/rules";
import { api, problemOf } from "./api";

export type MediaKind = "picture" | "audio";
type Step = "sending" | "checking";
type Options = { kind: MediaKind; altText?: string; key: string; signal: AbortSignal; /** It has an id: words about it can be kept from now on. */ onAnnounced?: (id: string) => void; onProgress: (sent: number) => void; onStep: (step: Step) => void };
export type Ready = { id: string; kind: MediaKind; width: number | null; height: number | null; durationMs: number | null };

const types: Record<string, string> = { mp3: "audio/mpeg", m4a: "audio/mp4", mp4: "audio/mp4", aac: "audio/aac", wav: "audio/wav", flac: "audio/flac", ogg: "audio/ogg", opus: "audio/opus", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp", gif: "image/gif", avif: "image/avif" };

/** Some systems do not say what a file is; its name usually does. What it really is, the server looks at. */
function typeOf(file: File): string {
  return file.type || (types[file.name.split(".").pop()?.toLowerCase() ?? ""] ?? "application/octet-stream");
}

export const kindOf = (file: File): MediaKind => (typeOf(file).startsWith("image/") ? "picture" : "audio");

/** A file that is refused whenever it is sent: trying again is of no use. */
export class Unusable extends Error {}

/** What can be told of a file before it is sent: that it is empty, too large, or nothing we take. `only`: where one kind alone has its place. */
export function refusalOf(file: File, only?: MediaKind): string | undefined {
  const type = typeOf(file);
  const kind = (["picture", "audio"] as const).find((one) => (kinds[one].types as readonly string[]).includes(type));
  if (!kind || (only && kind !== only)) return only ? `This is not a file we can take here. We take ${kinds[only].words}.` : `This is not a file we can take. Pictures: ${kinds.picture.words}. Sounds: ${kinds.audio.words}.`;
  if (file.size === 0) return "This file is empty (0 bytes). Choose another.";
  return file.size > kinds[kind].mostBytes ? `${fileSize(file.size)} is too large. We take ${kinds[kind].words}.` : undefined;
}

const checkEveryMs = 700;
const giveUpAfterMs = 300_000;

/** Announces a file, sends it, and waits until it has been checked and prepared. @throws Unusable, Error with the reason, for the person */
export async function uploadMedia(file: File, { kind, altText = "", key, signal, onAnnounced, onProgress, onStep }: Options): Promise<Ready> {
  const refusal = refusalOf(file, kind);
  if (refusal) throw new Unusable(refusal);
  const body = { kind, fileName: file.name.slice(0, 200), contentType: typeOf(file), bytes: file.size, altText };
  const announced = await api.POST("/api/v1/media", { params: { header: { "Idempotency-Key": key } }, body, signal });
  if (!announced.data) throw new Error(firstReason(announced.error));
  const { media, upload } = announced.data;
  onAnnounced?.(media.id);
  onStep("sending");
  if (media.state === "awaiting_upload") await sendFile(file, upload, { onProgress, signal });
  onStep("checking");
  const completed = await api.POST("/api/v1/media/{mediaId}/completion", { params: { path: { mediaId: media.id } }, signal });
  if (!completed.data) throw new Error(firstReason(completed.error));
  return whenReady(media.id, signal);
}

async function whenReady(mediaId: string, signal: AbortSignal): Promise<Ready> {
  const until = Date.now() + giveUpAfterMs;
  while (Date.now() < until) {
    const { data, error } = await api.GET("/api/v1/media/{mediaId}", { params: { path: { mediaId } }, signal });
    if (!data) throw new Error(firstReason(error));
    if (data.state === "refused") throw new Unusable(data.refusedReason ?? "This file could not be used.");
    if (data.state === "ready") return { id: data.id, kind: data.kind, width: data.width, height: data.height, durationMs: data.durationMs };
    await new Promise((resolve) => setTimeout(resolve, checkEveryMs));
  }
  throw new Error("Checking takes longer than it should. Try again in a few minutes.");
}

function firstReason(error: unknown): string {
  const problem = problemOf(error);
  return problem.invalidParams?.[0]?.reason ?? problem.detail;
}
