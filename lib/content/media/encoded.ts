import type { MediaModel } from "@/lib/platform/db/generated/models";

/** What re-encoding made of an upload: the files to keep and what was learnt of them. */
export interface Encoded {
  files: { name: string; body: Buffer; contentType: string; width?: number; height?: number }[];
  facts: Partial<Pick<MediaModel, "width" | "height" | "durationMs" | "peaks" | "dominantColour">>;
}
