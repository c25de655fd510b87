import { sendFile } from "@/app/_ui/forms/send-file";
import { api, problemOf } from "./api";

export type MediaKind = "picture" | "audio";
type Step = "sending" | "checking";
type Options = { kind: MediaKind; altText?: string; key: string; signal: AbortSignal; onProgress: (sent: number) => void; onStep: (step: Step) => void };
export type Ready = { id: string; kind: MediaKind; width: number | null; height: number | null; durationMs: number | null };

const types: Record<string, string> = { mp3: "audio/mpeg", m4a: "audio/mp4", mp4: "audio/mp4", aac: "audio/aac", wav: "audio/wav", flac: "audio/flac", ogg: "audio/ogg", opus: "audio/opus", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp", gif: "image/gif", avif: "image/avif" };

/** Some systems do not say what a file is; its name usually does. What it really is, the server looks at. */
export function typeOf(file: File): string {
  return file.type || (types[file.name.split(".").pop()?.toLowerCase() ?? ""] ?? "application/octet-stream");
}

export const kindOf = (file: File): MediaKind => (typeOf(file).startsWith("image/") ? "picture" : "audio");

const checkEveryMs = 700;
const giveUpAfterMs = 300_000;

/** Announces a file, sends it, and waits until it has been checked and prepared. @throws Error with the reason, for the person */
export async function uploadMedia(file: File, { kind, altText = "", key, signal, onProgress, onStep }: Options): Promise<Ready> {
  const body = { kind, fileName: file.name.slice(0, 200), contentType: typeOf(file), bytes: file.size, altText };
  const announced = await api.POST("/api/v1/media", { params: { header: { "Idempotency-Key": key } }, body, signal });
  if (!announced.data) throw new Error(firstReason(announced.error));
  const { media, upload } = announced.data;
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
    if (data.state === "refused") throw new Error(data.refusedReason ?? "This file could not be used.");
    if (data.state === "ready") return { id: data.id, kind: data.kind, width: data.width, height: data.height, durationMs: data.durationMs };
    await new Promise((resolve) => setTimeout(resolve, checkEveryMs));
  }
  throw new Error("Checking takes longer than it should. Try again in a few minutes.");
}

function firstReason(error: unknown): string {
  const problem = problemOf(error);
  return problem.invalidParams?.[0]?.reason ?? problem.detail;
}
