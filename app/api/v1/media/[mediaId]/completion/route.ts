import { z } from "zod";
import { signedIn } from "@/lib/identity/auth";
import { completeUpload, mediaOutput } from "@/lib/content/media";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const POST = route({
  summary: "Say that the file has been sent; it is checked and prepared",
  auth: signedIn,
  limit: "upload",
  params: z.object({ mediaId: id("media") }),
  output: mediaOutput,
  status: 202,
  handler: ({ ctx, params }) => completeUpload({ ctx, input: params }),
});
