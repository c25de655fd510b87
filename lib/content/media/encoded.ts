import type { StorableBody } from "@/lib/platform/storage";
import type { MediaModel } from "@/lib/platform/db/generated/models";

/** What re-encoding made of an upload: the files to keep and what was learnt of them. */
export interface Encoded {
  files: { name: string; body: StorableBody; contentType: string; width?: number; height?: number }[];
  facts: Partial<Pick<MediaModel, "width" | "height" | "durationMs" | "peaks" | "dominantColour">>;
}
