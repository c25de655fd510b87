import { defineJob } from "@/lib/platform/jobs";
import { deleteObject } from "@/lib/platform/storage";
import { processMedia } from "./process-media";

export const processMediaJob = defineJob<{ mediaId: string }>({ name: "process-media", lane: "media", run: ({ ctx, data }) => processMedia({ ctx, input: data }) });

/** Removing a file twice is removing it once. */
export const removeFilesJob = defineJob<{ keys: string[] }>({
  name: "remove-files",
  lane: "media",
  run: async ({ data }) => {
    for (const key of data.keys) await deleteObject(key);
  },
});
export const jobs = [processMediaJob, removeFilesJob];
