import { defineJob } from "@/lib/platform/jobs";
import { processMedia } from "./process-media";

export const processMediaJob = defineJob<{ mediaId: string }>({ name: "process-media", lane: "media", run: ({ ctx, data }) => processMedia({ ctx, input: data }) });
export const jobs = [processMediaJob];
