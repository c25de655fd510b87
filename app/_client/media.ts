import type { ArtSource } from "@/app/_ui/surfaces/art";

type Rendition = "blur" | "w320" | "w640" | "w1280" | "w1920" | "stream";

/** Where the bytes of a file are; who may see them is decided there. */
export const mediaUrl = (id: string, rendition: Rendition): string => `/api/v1/media/${id}/content?rendition=${rendition}`;

/** A creator's art in the sizes we keep. */
export function artOf(id: string, colour?: string | null, size: { width?: number | null; height?: number | null } = {}): ArtSource {
  return { src: mediaUrl(id, "w640"), widths: { 320: mediaUrl(id, "w320"), 640: mediaUrl(id, "w640"), 1280: mediaUrl(id, "w1280"), 1920: mediaUrl(id, "w1920") }, width: size.width ?? 1280, height: size.height ?? 1600, color: colour ?? null };
}
