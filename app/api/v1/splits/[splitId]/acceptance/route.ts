import { z } from "zod";
import { acceptSplit, splitOutput } from "@/lib/commerce/splits";
import { signedIn } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";
import { id } from "@/lib/platform/ids";

export const PUT = route({
  summary: "Accept a share that was offered to you",
  auth: signedIn,
  limit: "write",
  params: z.object({ splitId: id("split") }),
  output: splitOutput,
  handler: ({ ctx, params }) => acceptSplit({ ctx, input: params }),
});
